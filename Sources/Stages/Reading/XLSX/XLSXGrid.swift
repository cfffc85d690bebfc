import DocumentModel

/// The visible cells of a sheet on the rows and columns that hold any: a cell at XFD1048576 is one
/// more row and one more column.
struct XLSXGrid {
  /// A visible cell with its spans in rows and columns of the grid.
  struct Cell {
    var row: Int
    var column: Int
    var rowEnd: Int
    var columnEnd: Int
    /// Index into the worksheet's cells.
    var source: Int
  }

  struct Row {
    /// On the sheet, from 0.
    var number: Int
    /// Its cells, left to right.
    var cells: Range<Int>
    /// An empty row without lines stands above it.
    var hasGapAbove: Bool
    /// Lines stand beside its cells.
    var isBoxed: Bool
  }

  /// A merged range on the grid.
  struct Merge {
    var rows: Range<Int>
    var columns: Range<Int>
    /// The cell that shows in it; nil where it is empty.
    var cell: Int?
    /// As the sheet has it, hidden and empty rows included.
    var range: XLSXRange
  }

  private static let mostPositions = 4_000_000
  /// A plain bound on the positions that are searched for merged ranges which overlap.
  private static let mostOverlaps = 16_000_000

  private(set) var rows: [Row] = []
  /// Numbers on the sheet, from 0, ascending.
  private(set) var columns: [Int] = []
  /// By row, then column.
  private(set) var cells: [Cell] = []
  private(set) var merges: [Merge] = []
  /// Per position, 1 + the index of the merged range over it, or 0.
  private var claims: [Int32] = []
  /// What was left out, for the findings.
  private(set) var leftOut: XLSXLeftOut

  init(_ sheet: XLSXWorksheet, name: String) throws(ReadError) {
    var visible = XLSXVisibleCells(sheet)
    leftOut = visible.leftOut
    let rowNumbers = visible.rowNumbers
    columns = visible.columnNumbers
    guard rowNumbers.count <= Self.mostPositions / max(1, columns.count) else {
      throw .limitExceeded(what: "positions of sheet «\(name)»", limit: "\(Self.mostPositions)")
    }
    if !sheet.merges.isEmpty {
      claims = Array(repeating: 0, count: rowNumbers.count * columns.count)
      try claim(sheet.merges, rows: rowNumbers, sheet: name)
    }
    place(&visible, rows: rowNumbers, sheet: sheet)
    fillRows(rowNumbers, sheet: sheet)
  }

  /// The merged range over a position.
  func merge(row: Int, column: Int) -> Int? {
    guard !claims.isEmpty else { return nil }
    let claim = Int(claims[row * columns.count + column])
    return claim > 0 ? claim - 1 : nil
  }

  // MARK: Merged ranges

  private mutating func claim(
    _ ranges: [XLSXRange], rows: [Int], sheet: String
  ) throws(ReadError) {
    var looked = 0
    for range in ranges {
      let down =
        Self.position(
          of: range.first.row, in: rows)..<Self.position(of: range.last.row + 1, in: rows)
      let across =
        Self.position(
          of: range.first.column, in: columns)..<Self.position(
          of: range.last.column + 1, in: columns)
      guard !down.isEmpty, !across.isEmpty else { continue }
      looked += down.count * across.count
      guard looked <= Self.mostOverlaps + claims.count else {
        throw .limitExceeded(
          what: "merged ranges of sheet «\(sheet)» that overlap", limit: "\(Self.mostOverlaps)")
      }
      guard isFree(down, across) else { continue }
      merges.append(Merge(rows: down, columns: across, cell: nil, range: range))
      for row in down {
        for column in across { claims[row * columns.count + column] = Int32(merges.count) }
      }
    }
  }

  private func isFree(_ down: Range<Int>, _ across: Range<Int>) -> Bool {
    for row in down {
      for column in across where claims[row * columns.count + column] != 0 { return false }
    }
    return true
  }

  /// The first index whose number is not below the given one.
  private static func position(of number: Int, in numbers: [Int]) -> Int {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Cells

  private mutating func place(
    _ visible: inout XLSXVisibleCells, rows: [Int], sheet: XLSXWorksheet
  ) {
    var row = 0
    for shown in visible.cells {
      while rows[row] < shown.place.row { row += 1 }
      let column = Self.position(of: shown.place.column, in: columns)
      var cell = Cell(
        row: row, column: column, rowEnd: row + 1, columnEnd: column + 1, source: shown.source)
      if let merge = merge(row: row, column: column) {
        // Only the top-left cell of a merged range shows.
        guard merges[merge].range.first == sheet.cells[shown.source].address else {
          leftOut.covered.append(sheet.cells[shown.source].address)
          continue
        }
        cell.row = merges[merge].rows.lowerBound
        cell.column = merges[merge].columns.lowerBound
        cell.rowEnd = merges[merge].rows.upperBound
        cell.columnEnd = merges[merge].columns.upperBound
        merges[merge].cell = cells.count
      }
      if let last = cells.last, last.row == cell.row, last.column == cell.column {
        leftOut.covered.append(sheet.cells[shown.source].address)
        continue
      }
      cells.append(cell)
    }
  }

  private mutating func fillRows(_ numbers: [Int], sheet: XLSXWorksheet) {
    let marks = sheet.rows.sorted { $0.number < $1.number }
    var mark = 0
    var cell = 0
    var reach = -1
    for (index, number) in numbers.enumerated() {
      // Hidden rows, empty rows between lines and rows that a merged range reaches are no gap.
      var passed = index == 0 ? number : numbers[index - 1] + 1
      while passed < number {
        while mark < marks.count, marks[mark].number < passed { mark += 1 }
        guard passed <= reach || mark < marks.count && marks[mark].number == passed else { break }
        passed += 1
      }
      while mark < marks.count, marks[mark].number < number { mark += 1 }
      var isBoxed = false
      if mark < marks.count, marks[mark].number == number { isBoxed = marks[mark].boxedCells > 1 }
      let start = cell
      while cell < cells.count, cells[cell].row == index {
        isBoxed = isBoxed || sheet.cells[cells[cell].source].isBoxed
        cell += 1
      }
      rows.append(
        Row(
          number: number, cells: start..<cell, hasGapAbove: passed < number, isBoxed: isBoxed))
      for cell in cells[start..<cell] {
        if let merge = merge(row: index, column: cell.column) {
          reach = max(reach, merges[merge].range.last.row)
        }
      }
    }
  }
}
