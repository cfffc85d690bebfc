import DocumentModel
import ValueModel

/// Reads the rows of funds of a performance table under their heads.
///
/// A cell belongs to the head over it. Where the heads stand in two rows («全年预算数» over «总额» and
/// «财政拨款») the lower one tells what part of the upper one a column is. What cannot be told is left
/// out: a figure under the wrong head looks right.
struct FundRows {
  typealias Entry = TableRows.Entry

  private struct Column {
    var head: String
    var columns: Range<Int>
  }

  private let vocabulary: SegmentingVocabulary
  private let rows: [[Entry]]
  /// No form has nearly as many; a hostile table may have any number.
  private static let mostColumns = 64

  init(vocabulary: SegmentingVocabulary, rows: [[Entry]]) {
    self.vocabulary = vocabulary
    self.rows = rows
  }

  // MARK: Heads

  func isHeader(_ row: [Entry]) -> Bool { row.count(where: isFundColumn) >= 2 }

  private func isFundColumn(_ entry: Entry) -> Bool {
    !entry.continues && entry.text.utf8.count <= 60
      && vocabulary.fundColumns.contains { entry.text.begins(with: $0) }
      && !isBesideRows(entry)
  }

  /// «预算执行情况», the label of a whole band, begins as a column's head does. It stands beside the
  /// band's rows.
  private func isBesideRows(_ entry: Entry) -> Bool {
    entry.text.holds("情况")
      || entry.goesOn && rows.indices.contains(entry.end - 1)
        && rows[entry.end - 1].contains { !$0.continues && Self.isFigure($0.text) }
  }

  /// «项目资金(万元)»: the label of the band itself.
  private func isBandLabel(_ entry: Entry) -> Bool {
    !entry.text.isExactly("资金来源")
      && (entry.text.holds("资金") || entry.text.holds("执行情况")
        || MoneyWord.printed(in: entry.text) != nil)
  }

  // MARK: Rows

  /// Puts the band between a header row and `end` into the table.
  func read(from header: Int, until end: Int, into table: inout PerformanceTable) {
    let head = rows[header]
    guard let first = head.firstIndex(where: isFundColumn) else { return }
    guard head.count - first <= Self.mostColumns else { return }
    let upper = head[first...].map { Column(head: $0.text, columns: $0.columns) }
    let rowHead = first > 0 && !isBandLabel(head[first - 1]) ? head[first - 1].text : ""
    table.unit =
      head[..<first].lazy.compactMap { MoneyWord.printed(in: $0.text) }.first
      ?? unit(of: upper)
    var body = header + 1
    var columns = upper
    if body < end, let lower = lowerHeads(of: rows[body], under: upper) {
      guard let split = split(upper, by: lower) else { return }
      columns = split
      body += 1
    }
    guard columns.count <= Self.mostColumns else { return }
    table.funds.columns = [rowHead] + columns.map(\.head)
    for row in rows[min(body, end)..<end] where !isHeader(row) {
      guard let cells = cells(of: row, under: columns) else { continue }
      table.funds.rows.append(cells.map { entry in entry.map { .init(leaf: $0.leaf) } })
    }
  }

  /// The unit that heads print, where they agree.
  private func unit(of columns: [Column]) -> MoneyWord? {
    let units = Set(columns.compactMap { MoneyWord.printed(in: $0.head) })
    return units.count == 1 ? units.first : nil
  }

  /// The cells of a second row of heads: words and no figure stand under the first one's.
  private func lowerHeads(of row: [Entry], under upper: [Column]) -> [Entry]? {
    guard let left = upper.first?.columns.lowerBound else { return nil }
    let lower = row.filter {
      !$0.continues && !$0.text.isEmpty && $0.columns.lowerBound >= left
    }
    guard lower.count >= 2, !lower.contains(where: { Self.isFigure($0.text) }) else { return nil }
    return lower
  }

  /// The columns of two rows of heads; nil where they do not fit.
  private func split(_ upper: [Column], by lower: [Entry]) -> [Column]? {
    let isLettered = lower.allSatisfy { isRemark($0.text) }
    // Without a head that is wider than a column nobody can tell which heads are divided.
    guard isLettered || upper.contains(where: { $0.columns.count > 1 }) else { return nil }
    var columns: [Column] = []
    var placed = 0
    for head in upper {
      let parts = lower.filter {
        head.columns.lowerBound <= $0.columns.lowerBound
          && $0.columns.upperBound <= head.columns.upperBound
      }
      placed += parts.count
      if parts.isEmpty { columns.append(head) }
      for part in parts {
        let isWhole =
          isRemark(part.text) || vocabulary.wholes.contains { part.text.isExactly($0) }
        columns.append(
          Column(head: isWhole ? head.head : head.head + "/" + part.text, columns: part.columns))
      }
    }
    return placed == lower.count ? columns : nil
  }

  /// «(A)», «(万元)»: nothing that would divide a column.
  private func isRemark(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0x80 } || MoneyWord.printed(in: text) != nil
  }

  /// The label of a row and the cells under the heads; nil where the row is none of the band.
  private func cells(of row: [Entry], under columns: [Column]) -> [Entry?]? {
    guard let left = columns.first?.columns.lowerBound,
      let right = columns.last?.columns.upperBound
    else { return nil }
    var cells: [Entry?]
    if row.last?.columns.upperBound != right, row.count == columns.count + 1 {
      // A row of a guessed grid, which lost the cell before its label: only its order is sure.
      cells = row.map { $0 }
    } else {
      cells = [row.last { $0.columns.upperBound <= left }]
      cells += self.cells(under: columns, of: row)
    }
    guard let name = cells[0], !name.text.isEmpty, !name.continues, !Self.isFigure(name.text)
    else { return nil }
    return cells
  }

  /// Under each head the one cell that reaches under no other; an empty one only where there is no
  /// other.
  private func cells(under columns: [Column], of row: [Entry]) -> [Entry?] {
    var under: [[Entry]] = Array(repeating: [], count: columns.count)
    for entry in row {
      let heads = columns.indices.filter { columns[$0].columns.overlaps(entry.columns) }
      if heads.count == 1, let head = heads.first { under[head].append(entry) }
    }
    return under.map { entries in
      let printed = entries.filter { !$0.text.isEmpty }
      return printed.count > 1 ? nil : printed.first ?? entries.first
    }
  }

  /// «1,204.50», «-», «97%».
  static func isFigure(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        ("0"..."9").contains(scalar) || ",.-+%—".unicodeScalars.contains(scalar)
      }
  }
}

extension MoneyWord {
  private static let printed = MoneyWord.withUnit.map { unit in
    (unit: unit, bracketed: "(\(unit.rawValue))", behindColon: ":\(unit.rawValue)")
  }

  /// The unit of «项目资金(万元)» and «单位:万元».
  static func printed(in text: String) -> MoneyWord? {
    printed.first { text.holds($0.bracketed) || text.holds($0.behindColon) }?.unit
  }
}
