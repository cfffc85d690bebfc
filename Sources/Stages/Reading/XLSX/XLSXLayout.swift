/// The paragraphs and tables of a sheet in reading order.
struct XLSXLayout {
  enum Piece: Equatable {
    /// Index into the grid's cells.
    case paragraph(Int)
    /// Rows of the grid.
    case table(Range<Int>)
  }

  private(set) var pieces: [Piece] = []
  private let grid: XLSXGrid
  private let kinds: XLSXRowKinds

  init(_ sheet: XLSXWorksheet, _ grid: XLSXGrid) {
    self.grid = grid
    kinds = XLSXRowKinds(sheet, grid)
    var row = 0
    while row < grid.rows.count {
      guard kinds.isTable[row] else {
        addParagraphs(row)
        row += 1
        continue
      }
      let end = endOfTable(from: row)
      addTable(row..<end)
      row = end
    }
  }

  private mutating func addParagraphs(_ row: Int) {
    pieces += grid.rows[row].cells.map { .paragraph($0) }
  }

  // MARK: Where a table ends

  private func endOfTable(from start: Int) -> Int {
    var first = Int.max
    var last = 0
    var row = start
    while row < grid.rows.count, kinds.isTable[row] {
      if row > start, begins(row, firstColumn: first, endColumn: last) { break }
      for cell in grid.cells[grid.rows[row].cells] {
        first = min(first, cell.column)
        last = max(last, cell.columnEnd)
      }
      row += 1
    }
    return row
  }

  /// Whether a row of a table is the first one of another table, below one of those columns.
  private func begins(_ row: Int, firstColumn: Int, endColumn: Int) -> Bool {
    let this = grid.rows[row]
    if this.hasGapAbove, !kinds.hasFigure(row) || this.isBoxed != grid.rows[row - 1].isBoxed {
      return true
    }
    // A title within the lines: alone over the whole width, the unit or a head below it.
    guard let only = kinds.onlyCell(row), only.column <= firstColumn,
      only.columnEnd >= endColumn, row + 1 < grid.rows.count, kinds.isTable[row + 1]
    else { return false }
    if XLSXText.isTitle(kinds.text(only)) { return !kinds.hasFigure(row + 1) }
    guard let below = kinds.onlyCell(row + 1) else {
      return kinds.isCaptionRow(row + 1) && kinds.namesUnitOrForm(row + 1)
    }
    return XLSXText.isUnitOrForm(kinds.text(below))
      && !XLSXText.isCaption(kinds.text(only))
  }

  // MARK: What is no part of a table at its ends

  private mutating func addTable(_ rows: Range<Int>) {
    let columns = columns(of: rows)
    var start = rows.lowerBound
    var end = rows.upperBound
    while start < end, isCaption(start, over: columns) {
      addParagraphs(start)
      start += 1
    }
    var note = end
    while note > start, let only = kinds.onlyCell(note - 1), only.column == columns.lowerBound {
      note -= 1
      if XLSXText.isNote(kinds.text(only)) { end = note }
    }
    let table = start..<end
    if isList(table) {
      for row in table { addParagraphs(row) }
    } else if !table.isEmpty {
      pieces.append(.table(table))
    }
    for row in end..<rows.upperBound { addParagraphs(row) }
  }

  /// A title, a unit line or the like on top of a table, within its lines.
  private func isCaption(_ row: Int, over columns: Range<Int>) -> Bool {
    guard let only = kinds.onlyCell(row) else {
      return kinds.isCaptionRow(row) && kinds.namesUnitOrForm(row)
    }
    let text = kinds.text(only)
    return XLSXText.isTitle(text) || XLSXText.isCaption(text)
      || only.column..<only.columnEnd == columns
  }

  /// From the first to the last column that the rows' cells cover.
  private func columns(of rows: Range<Int>) -> Range<Int> {
    var first = Int.max
    var end = 0
    for row in grid.rows[rows] {
      for cell in grid.cells[row.cells] {
        first = min(first, cell.column)
        end = max(end, cell.columnEnd)
      }
    }
    return min(first, end)..<end
  }

  /// Texts one below the other, or a single line of words without lines beside them.
  private func isList(_ rows: Range<Int>) -> Bool {
    if rows.allSatisfy({ kinds.onlyCell($0) != nil }) {
      return Set(rows.compactMap { kinds.onlyCell($0)?.column }).count <= 1
    }
    return rows.count == 1 && !grid.rows[rows.lowerBound].isBoxed
      && !kinds.hasFigure(rows.lowerBound)
  }
}
