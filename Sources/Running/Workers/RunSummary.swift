import Conversion

/// What a run came to, counted over its reports.
package struct RunSummary: Sendable {
  /// Reports by status, by kind and by layout, the most frequent first.
  package let statuses: [(name: String, count: Int)]
  package let kinds: [(name: String, count: Int)]
  package let layouts: [(name: String, count: Int)]
  /// The words before figures that nothing was mapped to, the most frequent first.
  package let unmappedLabels: [(name: String, count: Int)]
  package let mapped: Int
  package let explained: Int
  package let doubtful: Int
  package let unmapped: Int
  /// Reports of which most figures are doubtful.
  package let notUnderstood: Int
  /// Results of checks by status, failed ones by severity, and reports in which one failed.
  package let checks: [String: Int]
  package let failures: [String: Int]
  package let reportsWithFailures: Int

  private static let labelLimit = 10

  package init(_ entries: [ManifestEntry]) {
    statuses = Self.ranked(entries.map(\.status.rawValue))
    kinds = Self.ranked(entries.compactMap(\.kind))
    layouts = Self.ranked(entries.compactMap(\.layout))
    let labels = Self.sum(entries.map(\.unmappedLabels)).filter { !$0.key.isEmpty }
    unmappedLabels = Array(Self.ranked(labels).prefix(Self.labelLimit))
    mapped = entries.reduce(0) { $0 + ($1.coverage?.mapped ?? 0) }
    explained = entries.reduce(0) { $0 + ($1.coverage?.explained ?? 0) }
    doubtful = entries.reduce(0) { $0 + ($1.coverage?.doubtful ?? 0) }
    unmapped = entries.reduce(0) { $0 + ($1.coverage?.unmapped ?? 0) }
    notUnderstood = entries.count { $0.isUnderstood == false }
    checks = Self.sum(entries.map(\.checks))
    failures = Self.sum(entries.map(\.failures))
    reportsWithFailures = entries.count { !($0.failures ?? [:]).isEmpty }
  }

  /// Lines for people: figures and checks always, the tables where there are several reports.
  package func lines(withTables: Bool) -> [String] {
    var lines: [String] = []
    if withTables {
      for (title, rows) in [("status", statuses), ("kind", kinds), ("layout", layouts)] {
        lines += Self.table(title, rows)
      }
      if !unmappedLabels.isEmpty {
        lines += Self.table("unmapped figures behind", unmappedLabels)
      }
    }
    if notUnderstood > 0 {
      lines.append(
        "\(notUnderstood) reports are not understood: most of their figures are doubtful")
    }
    let figures = mapped + explained + doubtful + unmapped
    guard checks.isEmpty == false || figures > 0 else { return lines }
    lines.append(
      "\(figures) figures: \(mapped) mapped, \(explained) explained, \(doubtful) doubtful, "
        + "\(unmapped) unmapped; checks: \(checks["pass"] ?? 0) hold, "
        + "\(checks["rounding"] ?? 0) but for rounding, \(checks["fail"] ?? 0) fail in "
        + "\(reportsWithFailures) reports")
    return lines
  }

  private static func table(_ title: String, _ rows: [(name: String, count: Int)]) -> [String] {
    let width = rows.map { String($0.count).count }.max() ?? 0
    return ["\(title):"]
      + rows.map { row in
        let count = String(row.count)
        return "  " + String(repeating: " ", count: width - count.count) + count + "  " + row.name
      }
  }

  private static func sum(_ counts: [[String: Int]?]) -> [String: Int] {
    counts.reduce(into: [:]) { sum, counts in sum.merge(counts ?? [:], uniquingKeysWith: +) }
  }

  private static func ranked(_ names: [String]) -> [(name: String, count: Int)] {
    ranked(Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +))
  }

  private static func ranked(_ counts: [String: Int]) -> [(name: String, count: Int)] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}
