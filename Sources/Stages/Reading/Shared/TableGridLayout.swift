import DocumentModel

/// Places cells with their spans on a grid without overlaps.
struct TableGridLayout {
  struct Placed {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
    var path: Range<Int>
    var content: [MarkupCollector.Node]
  }

  private static let mostColumns = 1000
  private static let mostPositions = 1_000_000

  /// In reading order.
  private(set) var cells: [Placed] = []
  private(set) var columns = 0
  private(set) var rows = 0
  /// Per column, the first row that is free below what was placed so far.
  private var freeFrom: [Int] = []
  /// Per column, the cell that was placed there last.
  private var owner: [Int] = []
  private var column = 0

  mutating func beginRow() {
    rows += 1
    column = 0
  }

  /// Puts a cell at the next free column of the row, or lengthens the one above.
  mutating func place(_ cell: MarkupCollector.CellNode) throws(ReadError) {
    let row = rows - 1
    column = min(Self.mostColumns, column + max(0, min(cell.columnsBefore, Self.mostColumns)))
    if cell.mergesAbove {
      // Only a cell that begins and ends where the upper one does goes on with it: anything else
      // would cover positions that other cells of this row have.
      if column < owner.count, owner[column] >= 0, freeFrom[column] == row,
        cells[owner[column]].column == column,
        cells[owner[column]].columnSpan == max(1, cell.columnSpan)
      {
        let above = owner[column]
        cells[above].rowSpan += 1
        let end = cells[above].column + cells[above].columnSpan
        for covered in cells[above].column..<end { freeFrom[covered] = row + 1 }
        column = end
        return
      }
    } else {
      while column < freeFrom.count, freeFrom[column] > row { column += 1 }
    }
    guard column < Self.mostColumns else {
      throw .limitExceeded(what: "columns of a table", limit: "\(Self.mostColumns)")
    }
    var span = min(max(1, cell.columnSpan), Self.mostColumns - column)
    if cell.columnSpan > Self.mostColumns {
      throw .limitExceeded(
        what: "a cell that spans \(cell.columnSpan) columns", limit: "\(Self.mostColumns)")
    }
    // A span never reaches over a cell that comes down from above.
    for covered in column..<column + span where covered < freeFrom.count && freeFrom[covered] > row
    {
      span = covered - column
      break
    }
    let rowSpan = min(max(1, cell.rowSpan), 65_536)
    while freeFrom.count < column + span {
      freeFrom.append(0)
      owner.append(-1)
    }
    columns = max(columns, column + span)
    guard columns * rows <= Self.mostPositions else {
      throw .limitExceeded(what: "positions of a table", limit: "\(Self.mostPositions)")
    }
    for covered in column..<column + span {
      freeFrom[covered] = row + rowSpan
      owner[covered] = cells.count
    }
    cells.append(
      Placed(
        row: row, column: column, rowSpan: rowSpan, columnSpan: span, path: cell.path,
        content: cell.content))
    column += span
  }
}
