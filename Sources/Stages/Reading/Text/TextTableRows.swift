internal import DocumentModel

/// Tables written one row per line: cells divided by TABs or by vertical bars.
///
/// Here a cell's position is certain, so nothing is spread or merged: a row with fewer cells leaves
/// the last columns empty.
enum TextTableRows {
  /// More columns than any report has; a hostile line must not make a grid of any size.
  static let columnLimit = 1000

  /// Looks for a table that starts at line `first`.
  static func search(in lines: TextLines, from first: Int) throws(ReadError) -> TextTableSearch {
    let byTabs = try search(
      in: lines, from: first, isRow: isTabRow(in:_:),
      // Below a row, an empty first cell leaves a TAB at the start and maybe no other.
      goesOn: { lines, index in lines.lines[index].tabs > 0 }, cells: tabCells(in:line:))
    if let table = byTabs.table, isTableOfContents(table, in: lines) {
      return TextTableSearch(table: nil, end: byTabs.end)
    }
    if byTabs.end > first { return byTabs }
    return try search(
      in: lines, from: first, isRow: isBarRow(in:_:), goesOn: isBarRow(in:_:),
      cells: barCells(in:line:))
  }

  private static func search(
    in lines: TextLines, from first: Int, isRow: (TextLines, Int) -> Bool,
    goesOn: (TextLines, Int) -> Bool, cells: (TextLines, Int) -> [TextTable.Cell]
  ) throws(ReadError) -> TextTableSearch {
    var end = first
    var columns = 0
    var rows: [[TextTable.Cell]] = []
    while end < lines.lines.count, end == first ? isRow(lines, end) : goesOn(lines, end) {
      let row = cells(lines, end)
      // A ruling line («|---|---|») has no cells and is no row.
      if !row.isEmpty { rows.append(row) }
      columns = max(columns, row.count)
      end += 1
    }
    if columns > columnLimit {
      throw .limitExceeded(
        what: "a table with \(columns) columns at line \(lines.lines[first].number)",
        limit: "\(columnLimit) columns")
    }
    // One line with one divider is more probably a paragraph that happens to have one.
    guard columns >= 2, rows.count >= 2 || columns >= 3 else {
      return TextTableSearch(table: nil, end: end)
    }
    return TextTableSearch(
      table: TextTable(
        lines: first..<end, columns: columns, rows: rows.map { gathered($0, columns: columns) }),
      end: end)
  }

  /// A row that is short by two cells or more: empty or merged cells were left out of it, and nobody
  /// can tell which. It stays together in one cell.
  private static func gathered(_ row: [TextTable.Cell], columns: Int) -> [TextTable.Cell] {
    guard row.count + 2 <= columns, row.count >= 2, let first = row.first, let last = row.last
    else {
      return row
    }
    var cell = first
    cell.range = first.range.lowerBound..<last.range.upperBound
    cell.columnSpan = columns
    return [cell]
  }

  /// Two TABs, or one with text before it: a line of one TAB and text is a cell of a dump.
  private static func isTabRow(in lines: TextLines, _ index: Int) -> Bool {
    let line = lines.lines[index]
    guard line.tabs > 0, !(line.tabs == 1 && lines.startsCell(line)) else { return false }
    // «text TAB» is a paragraph with white space at its end.
    let trimmed = lines.trimmed(line.range)
    return line.tabs > 1 || lines.text[trimmed].contains(0x09)
  }

  private static func tabCells(in lines: TextLines, line: Int) -> [TextTable.Cell] {
    let range = lines.lines[line].range
    var cells: [TextTable.Cell] = []
    var start = range.lowerBound
    for index in range where lines.text[index] == 0x09 {
      cells.append(.init(range: start..<index, line: line, column: cells.count))
      start = index + 1
    }
    cells.append(.init(range: start..<range.upperBound, line: line, column: cells.count))
    return cells
  }

  private static func isBarRow(in lines: TextLines, _ index: Int) -> Bool {
    let range = lines.trimmed(lines.lines[index].range)
    guard !range.isEmpty, lines.lines[index].tabs == 0 else { return false }
    let bars = lines.text[range].count { $0 == 0x7C }
    return bars >= 2 || bars == 1 && contains([0x20, 0x7C, 0x20], lines.text[range])
  }

  private static func barCells(in lines: TextLines, line: Int) -> [TextTable.Cell] {
    var range = lines.trimmed(lines.lines[line].range)
    if lines.text[range].allSatisfy({ [0x7C, 0x2D, 0x3A, 0x2B, 0x20, 0x3D].contains($0) }),
      lines.text[range].contains(0x2D) || lines.text[range].contains(0x3D)
    {
      return []
    }
    // Bars at the ends frame the row; they divide nothing.
    if lines.text[range.lowerBound] == 0x7C { range = range.lowerBound + 1..<range.upperBound }
    if !range.isEmpty, lines.text[range.upperBound - 1] == 0x7C {
      range = range.lowerBound..<range.upperBound - 1
    }
    var cells: [TextTable.Cell] = []
    var start = range.lowerBound
    for index in range where lines.text[index] == 0x7C {
      cells.append(
        .init(range: lines.trimmed(start..<index), line: line, column: cells.count))
      start = index + 1
    }
    cells.append(
      .init(range: lines.trimmed(start..<range.upperBound), line: line, column: cells.count))
    return cells
  }

  /// Lines «heading TAB page number» with rising page numbers are a table of contents, and its
  /// entries are paragraphs.
  private static func isTableOfContents(_ table: TextTable, in lines: TextLines) -> Bool {
    guard table.columns == 2 else { return false }
    var last = 0
    for row in table.rows {
      guard row.count == 2 else { return false }
      let digits = lines.text[lines.trimmed(row[1].range)]
      guard (1...3).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) })
      else { return false }
      let page = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      guard page >= last else { return false }
      last = page
    }
    return true
  }

  private static func contains(_ needle: [UInt8], _ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= needle.count else { return false }
    return (text.startIndex...text.endIndex - needle.count).contains {
      text[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }
}
