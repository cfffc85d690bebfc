internal import ReportModel

/// What a conversion gave, in numbers.
package struct ReportSummary: Sendable {
  package var kind: String
  package var layout: String
  package var facts: Int
  package var mapped: Int
  package var explained: Int
  package var unmapped: Int
  /// Results of checks by status (`pass`, `rounding`, `fail`, `not_applicable`).
  package var checks: [String: Int]
  /// Failed checks by severity (`error`, `warning`, `info`).
  package var failures: [String: Int]

  init(_ report: Report) {
    kind = report.identity.kind
    layout = report.identity.layout.id
    facts = report.facts.count
    mapped = report.coverage.mapped
    explained = report.coverage.explained
    unmapped = report.coverage.unmapped
    checks = [:]
    failures = [:]
    for check in report.checks {
      checks[check.status.rawValue, default: 0] += 1
      if check.status == .fail { failures[check.severity.rawValue, default: 0] += 1 }
    }
  }
}
