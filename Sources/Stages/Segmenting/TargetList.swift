import DocumentModel
import ValueModel

/// A table that lists projects, one below the other, and prints in the columns before the levels of the indicators what
/// each has but once: its name, its funds, its goal (绩效目标表 of a budget).
///
/// A project begins with a new cell under «项目名称» and goes on as long as that cell covers the rows, or as they leave
/// it blank.
struct TargetList {
  typealias Entry = TableRows.Entry

  private let rows: [[Entry]]
  private let name: Range<Int>
  /// The heads before the levels, of two rows where the first is divided.
  private let heads: [Head]
  /// The row behind the heads.
  private let body: Int
  private let isHeader: ([Entry]) -> Bool

  private struct Head {
    var text: String
    var leaf: Int
    var columns: Range<Int>
  }

  /// The list whose heads stand in row `header`; nil where no column before the levels names projects.
  ///
  /// `isHeader`: whether a row is one of heads, as each page may print it again.
  init?(rows: [[Entry]], header: Int, levels: Int, isHeader: @escaping ([Entry]) -> Bool) {
    self.rows = rows
    self.isHeader = isHeader
    var heads = rows[header][..<levels].map {
      Head(text: $0.text, leaf: $0.leaf, columns: $0.columns)
    }
    guard let name = heads.first(where: { $0.text.holds("项目名称") }) else { return nil }
    self.name = name.columns
    var body = header + 1
    if let lower = Self.lowerHeads(rows, under: header, before: rows[header][levels].columns) {
      heads = heads.flatMap { Self.parts(of: $0, by: lower) }
      body += 1
    }
    self.heads = heads
    self.body = body
  }

  /// The second row of heads: nothing but words under the heads before the levels.
  private static func lowerHeads(
    _ rows: [[Entry]], under header: Int, before levels: Range<Int>
  ) -> [Entry]? {
    guard rows.indices.contains(header + 1) else { return nil }
    let printed = rows[header + 1].filter { !$0.continues && !$0.text.isEmpty }
    guard !printed.isEmpty,
      printed.allSatisfy({ entry in
        entry.columns.upperBound <= levels.lowerBound && !FundRows.isFigure(entry.text)
          && entry.text.utf8.count <= 60
      }),
      rows[header].contains(where: { head in
        head.columns.count > 1 && printed.contains { head.columns.overlaps($0.columns) }
      })
    else { return nil }
    return printed
  }

  private static func parts(of head: Head, by lower: [Entry]) -> [Head] {
    let parts = lower.filter { head.columns.overlaps($0.columns) }
    if parts.isEmpty { return [head] }
    return parts.map { Head(text: $0.text, leaf: $0.leaf, columns: $0.columns) }
  }

  // MARK: Projects

  /// One table for each project, with the rows of its indicators; `read` puts these into it.
  func tables(
    block: Int, read: (ArraySlice<[Entry]>, inout PerformanceTable) -> Void
  ) -> [PerformanceTable] {
    var tables: [PerformanceTable] = []
    var start: Int?
    var current: String?
    func finish(at end: Int) {
      guard let start else { return }
      var table = PerformanceTable(block: block, scope: .project, unit: nil)
      readCommon(rows[start], into: &table)
      read(rows[start..<end], &table)
      tables.append(table)
    }
    for row in body..<rows.count where !isHeader(rows[row]) {
      guard let cell = rows[row].first(where: { $0.columns.overlaps(name) }), !cell.continues,
        !cell.text.isEmpty, cell.text != current, cell.columns.lowerBound >= name.lowerBound
      else { continue }
      finish(at: row)
      start = row
      current = cell.text
    }
    finish(at: rows.count)
    return tables
  }

  /// What a project has but once, from the row in which it begins.
  private func readCommon(_ row: [Entry], into table: inout PerformanceTable) {
    table.funds.columns = ["", ""]
    for head in heads {
      let cells = row.filter { head.columns.overlaps($0.columns) && !$0.text.isEmpty }
      guard cells.count == 1, let cell = cells.first else { continue }
      if head.columns == name {
        table.fields.insert(.init(label: head.text, leaf: cell.leaf), at: 0)
      } else if FundRows.isFigure(cell.text) {
        // A merged amount that began with another project is no project's own.
        guard !cell.continues else { continue }
        table.funds.rows.append([.init(leaf: head.leaf), .init(leaf: cell.leaf)])
        table.unit = table.unit ?? MoneyWord.printed(in: head.text)
      } else if head.text.holds("目标") {
        table.goals.append(.init(expected: cell.leaf, actual: nil))
      } else {
        table.fields.append(.init(label: head.text, leaf: cell.leaf))
      }
    }
  }
}
