internal import ReportModel

/// Shows what the checks of a report found.
enum CheckInspection {
  /// How many came out how; those that do not hold one a line; what is suspected.
  static func lines(of report: Report) -> [String] {
    guard !report.checks.isEmpty else { return [] }
    var lines = ["checks: " + DumpText.counted(report.checks.map(\.status.rawValue))]
    let facts = Dictionary(report.facts.map { ($0.id, $0) }) { first, _ in first }
    for check in report.checks where check.status == .fail || check.status == .rounding {
      lines.append(
        "\(check.status.rawValue) \(check.severity.rawValue) \(check.id): "
          + "\(text(check.actual)) for \(text(check.expected)), off by \(text(check.difference)) "
          + "of \(text(check.tolerance)): "
          + (check.facts.map { name(of: $0, facts) } + check.records).joined(separator: ", "))
    }
    lines += report.suspects.map {
      "suspect \(name(of: $0.figure, facts)): \($0.printed) for \($0.proposed), "
        + "\($0.slip.rawValue), resolves \($0.resolves.count), breaks \($0.breaks)"
    }
    return lines
  }

  private static func text(_ amount: Amount?) -> String { amount?.description ?? "–" }

  /// Numbers of facts change with every fact before them.
  private static func name(of figure: String, _ facts: [String: Fact]) -> String {
    guard let fact = facts[figure] else { return figure }
    return fact.concept + " " + fact.aspect.rawValue
      + fact.dimensions.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
  }
}
