internal import ReportModel
internal import ValueModel

/// What a conversion gave, in numbers.
package struct ReportSummary: Sendable, Codable, Equatable {
  /// The raw value of its kind.
  package var kind: String
  /// The id of the layout that was taken.
  package var layout: String
  /// Whether most of its figures are facts; see ``NoticeCode/layoutNotUnderstood``.
  package var isUnderstood: Bool
  /// How many facts it gave.
  package var facts: Int
  /// How many figures became facts or fields.
  package var mapped: Int
  /// How many stand in quoted texts or count nothing.
  package var explained: Int
  /// Of how many a part of the meaning is open.
  package var doubtful: Int
  /// How many no rule took.
  package var unmapped: Int
  /// Results of checks by status (`pass`, `rounding`, `fail`, `not_applicable`).
  package var checks: [String: Int]
  /// Failed checks by severity (`error`, `warning`, `info`).
  package var failures: [String: Int]
  /// The words before figures that nothing was mapped to, and how often; the most frequent only.
  package var unmappedLabels: [String: Int]

  private static let labelLimit = 20

  init(_ report: Report) {
    kind = report.identity.kind.rawValue
    layout = report.identity.layout.id
    facts = report.facts.count
    mapped = report.coverage.mapped
    explained = report.coverage.explained
    doubtful = report.coverage.doubtful
    unmapped = report.coverage.unmapped
    isUnderstood = !report.notes.contains { $0.code == .layoutNotUnderstood }
    checks = [:]
    failures = [:]
    let labels = Dictionary(grouping: report.unmapped, by: \.words).mapValues(\.count)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    unmappedLabels = Dictionary(uniqueKeysWithValues: labels.prefix(Self.labelLimit).map { $0 })
    for check in report.checks {
      checks[check.status.rawValue, default: 0] += 1
      if check.status == .fail { failures[check.severity.rawValue, default: 0] += 1 }
    }
  }
}
