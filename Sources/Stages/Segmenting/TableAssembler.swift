import DocumentModel
import ValueModel

/// Finds the tables of a report as they were before pages tore them apart.
///
/// A table goes on in the next one when nothing but a caption stands between them, that caption names
/// no other table by its title or its number, both have as many columns, and the next has no other
/// head; head rows printed again are left out. It also goes on where the next page holds its last columns.
struct TableAssembler {
  let normalized: NormalizedDocument

  /// More positions than any table of a report has. A file may claim spans of any size, and the grid
  /// takes memory for each position.
  private static let mostPositions = 2_000_000
  private static let mostCaptions = 6
  /// In bytes of normalized text; longer paragraphs are text.
  private static let longestCaption = 180
  private static let mostHeadRows = 8

  /// All tables in order, each once.
  func tables() -> [LogicalTable] {
    var tables: [LogicalTable] = []
    var captions: [Int] = []
    // Text stands between the last table and here.
    var isApart = true
    for (index, block) in normalized.document.blocks.enumerated() where block.region == .body {
      switch block.content {
      case .paragraph(let paragraph):
        let text = normalized.text[normalized.ranges[paragraph.leaf]]
        if text.isEmpty { continue }
        if text.count <= Self.longestCaption, !isSentence(text) {
          captions = captions.suffix(Self.mostCaptions - 1) + [paragraph.leaf]
        } else {
          captions = []
          isApart = true
        }
      case .table(let table):
        guard var next = logical(table, block: index) else { continue }
        caption(&next, captions)
        next.captions = captionsOnly(next, captions)
        if !isApart, let last = tables.last, areRemarks(captions),
          let whole = TableHalves(normalized: normalized).joined(last, next)
        {
          tables[tables.count - 1] = whole
        } else if !isApart, let last = tables.last, goesOn(last, in: next, captions) {
          tables[tables.count - 1] = joined(last, next)
        } else {
          tables.append(next)
        }
        captions = []
        isApart = false
      }
    }
    return tables
  }

  // MARK: Grid

  private func logical(_ table: Table, block: Int) -> LogicalTable? {
    guard table.rows > 0, table.columns > 0, table.rows <= Self.mostPositions / table.columns else {
      return nil
    }
    let count = table.rows * table.columns
    var result = LogicalTable(
      blocks: [block], rows: table.rows, columns: table.columns,
      leaves: Array(repeating: -1, count: count), isOrigin: Array(repeating: false, count: count),
      spans: Array(repeating: 1, count: count))
    for cell in table.cells where cell.row < table.rows && cell.column < table.columns {
      for row in cell.row..<min(table.rows, cell.row + max(1, cell.rowSpan)) {
        for column in cell.column..<min(table.columns, cell.column + max(1, cell.columnSpan)) {
          result.leaves[row * table.columns + column] = cell.leaf
          result.spans[row * table.columns + column] = max(1, cell.columnSpan)
        }
      }
      result.isOrigin[cell.row * table.columns + cell.column] = true
    }
    return result
  }

  // MARK: Captions

  private func caption(_ table: inout LogicalTable, _ captions: [Int]) {
    var lines = captions
    while table.captionRows < min(table.rows - 1, Self.mostHeadRows) {
      let cells = texts(ofRow: table.captionRows, in: table)
      guard
        cells.isEmpty || cells.count == 1 && isCaptionCell(cells[0], in: table)
          || cells.allSatisfy({ TableCaption.isRemark(normalized.text[normalized.ranges[$0]]) })
      else { break }
      lines += cells
      table.captionRows += 1
    }
    // A grid of nothing but captions is a table of its own kind.
    if table.captionRows == table.rows - 1, table.rows > 1, lines.isEmpty { table.captionRows = 0 }
    for (index, leaf) in lines.enumerated() {
      let text = normalized.text[normalized.ranges[leaf]]
      if let unit = MoneyWord(caption: text) { table.unit = unit }
      if let title = TableCaption.title(in: text) {
        table.title = leaf
        let above = index > 0 ? titleLine(lines[index - 1], above: leaf) : nil
        table.titleText = (above ?? "") + title
      }
    }
    for leaf in lines where table.title == nil {
      if let title = TableCaption.looseTitle(in: normalized.text[normalized.ranges[leaf]]) {
        table.title = leaf
        table.titleText = title
      }
    }
  }

  /// The first line of a title that stands on two; nil where the line above the second is something else.
  private func titleLine(_ first: Int, above second: Int) -> String? {
    guard PrintedTogether(normalized.document).isAbove(first, second) else { return nil }
    return TableCaption.beginning(in: normalized.text[normalized.ranges[first]])
  }

  /// Those of the lines above that are nothing but caption.
  private func captionsOnly(_ table: LogicalTable, _ captions: [Int]) -> [Int] {
    captions.filter {
      $0 == table.title || TableCaption.isRemark(normalized.text[normalized.ranges[$0]])
    }
  }

  /// A row that one cell fills is a title or a remark when the cell is as wide as the table.
  private func isCaptionCell(_ leaf: Int, in table: LogicalTable) -> Bool {
    let row = table.captionRows
    let text = normalized.text[normalized.ranges[leaf]]
    return TableCaption.isRemark(text)
      || TableCaption.title(in: text) != nil
        && (0..<table.columns).contains {
          table.leaf(row, $0) == leaf && table.span(row, $0) * 2 > table.columns
        }
  }

  /// The leaves of the cells of a row that hold text, each once.
  private func texts(ofRow row: Int, in table: LogicalTable) -> [Int] {
    (0..<table.columns).compactMap { column in
      guard table.begins(row, column), let leaf = table.leaf(row, column),
        !normalized.ranges[leaf].isEmpty
      else { return nil }
      return leaf
    }
  }

  private func isSentence(_ text: ArraySlice<UInt8>) -> Bool {
    text.suffix(3).elementsEqual("。".utf8)
  }

  // MARK: Joining

  private func goesOn(_ last: LogicalTable, in next: LogicalTable, _ captions: [Int]) -> Bool {
    guard last.columns == next.columns else { return false }
    if next.title != nil {
      return next.titleText == last.titleText || next.titleText.hasSuffix("(续)")
        || next.titleText.hasSuffix("续表")
    }
    if let number = number(in: captions), let before = self.number(in: last.captions),
      number != before
    {
      return false
    }
    return areRemarks(captions) && !hasOtherHead(last, next)
  }

  /// The number of the table that its captions print («公开04表»).
  private func number(in captions: [Int]) -> [UInt8]? {
    captions.lazy.compactMap { TableCaption.number(in: normalized.text[normalized.ranges[$0]]) }
      .first
  }

  /// The next table begins with words where amounts stand in the last, and they are not those of its head.
  private func hasOtherHead(_ last: LogicalTable, _ next: LogicalTable) -> Bool {
    guard repeatedRows(last, next) == 0 else { return false }
    // Columns of amounts from the first one down; forms of performance have words below figures.
    let amounts = (0..<last.columns).filter { column in
      let rows = last.captionRows..<last.rows
      guard let first = rows.first(where: { holds(isAmount, last, $0, column) }) else {
        return false
      }
      return !(first..<last.rows).contains { holds(isWords, last, $0, column) }
    }
    // A head may have one row above another that names less.
    for row in next.captionRows..<min(next.rows, next.captionRows + 2) {
      if (0..<next.columns).contains(where: { holds(isAmount, next, row, $0) }) { return false }
      let words = amounts.filter { holds(isWords, next, row, $0) }
      if words.count >= 2, Set(next.leaves[row * next.columns..<(row + 1) * next.columns]).count > 1
      {
        return true
      }
    }
    return false
  }

  private func holds(
    _ what: (ArraySlice<UInt8>) -> Bool, _ table: LogicalTable, _ row: Int, _ column: Int
  ) -> Bool {
    table.leaf(row, column).map { what(normalized.text[normalized.ranges[$0]]) } ?? false
  }

  /// Characters of a script, beyond ASCII, and no digit.
  private func isWords(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains { $0 >= 0x80 } && !text.contains { (0x30...0x39).contains($0) }
  }

  /// Digits with a decimal point, and no words.
  private func isAmount(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains(UInt8(ascii: ".")) && text.allSatisfy { $0 < 0x80 }
      && text.last.map { (0x30...0x39).contains($0) } ?? false
  }

  private func areRemarks(_ captions: [Int]) -> Bool {
    captions.allSatisfy { TableCaption.isRemark(normalized.text[normalized.ranges[$0]]) }
  }

  private func joined(_ first: LogicalTable, _ next: LogicalTable) -> LogicalTable {
    var result = first
    var start = next.captionRows
    let head = repeatedRows(first, next)
    start += head
    let from = start * next.columns
    result.blocks += next.blocks
    result.rows += next.rows - start
    result.leaves += next.leaves[from...]
    result.isOrigin += next.isOrigin[from...]
    result.spans += next.spans[from...]
    result.captions += next.captions
    return result
  }

  /// How many rows at the top of a part are those at the top of the whole.
  private func repeatedRows(_ first: LogicalTable, _ next: LogicalTable) -> Int {
    var count = 0
    while count < Self.mostHeadRows, first.captionRows + count < first.rows,
      next.captionRows + count < next.rows,
      texts(first, first.captionRows + count) == texts(next, next.captionRows + count)
    {
      count += 1
    }
    return count
  }

  private func texts(_ table: LogicalTable, _ row: Int) -> [String] {
    (0..<table.columns).map { table.leaf(row, $0).map { normalized.string(ofLeaf: $0) } ?? "" }
  }
}
