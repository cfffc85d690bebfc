internal import DocumentModel

/// Which rows of a sheet belong to tables, and where one table ends and the next begins.
///
/// Lines beside the cells are the surest sign of a table; where a sheet has none, a row of several
/// cells is one of a table unless its cells are captions («部门：…», «单位：万元»).
struct XLSXRowKinds {
  private let sheet: XLSXWorksheet
  private let grid: XLSXGrid
  private(set) var isTable: [Bool]

  init(_ sheet: XLSXWorksheet, _ grid: XLSXGrid) {
    self.sheet = sheet
    self.grid = grid
    isTable = []
    isTable.reserveCapacity(grid.rows.count)
    var hasFigures = false
    for row in grid.rows.indices {
      let isOpen = row > 0 && isTable[row - 1]
      if !isOpen { hasFigures = false }
      let kind = isTableRow(row, isOpen: isOpen, tableHasFigures: hasFigures)
      isTable.append(kind)
      if kind, hasFigure(row) { hasFigures = true }
    }
  }

  // MARK: Rows

  private func isTableRow(_ row: Int, isOpen: Bool, tableHasFigures: Bool) -> Bool {
    if isOpen, isReachedFromAbove(row) { return true }
    if grid.rows[row].isBoxed { return true }
    let continues = isOpen && !grid.rows[row].hasGapAbove
    let next = row + 1 < grid.rows.count && !grid.rows[row + 1].hasGapAbove ? row + 1 : nil
    guard let only = onlyCell(row) else {
      return isUnboxedTableRow(row, continues: continues, next: next)
    }
    guard continues, !grid.rows[row - 1].isBoxed else { return false }
    let text = self.text(only)
    if XLSXText.isFigure(text) { return true }
    if goesOnBelow(row, text) { return true }
    // A band within the table: a text alone in its row, with rows of the table below.
    guard let next, !grid.rows[next].isBoxed, grid.rows[next].cells.count > 1,
      !isCaptionRow(next), !XLSXText.isCaption(text), !XLSXText.isNote(text),
      !XLSXText.isTitle(text)
    else { return false }
    return hasFigure(next) || !tableHasFigures
  }

  /// How far below a row that holds a label alone the next figure of its table may stand.
  private static let longestRunOfLabels = 40

  /// A label whose amounts are left empty: rows of figures follow with neither gap nor title between.
  private func goesOnBelow(_ row: Int, _ text: ArraySlice<UInt8>) -> Bool {
    guard !XLSXText.isCaption(text), !XLSXText.isNote(text), !XLSXText.isTitle(text) else {
      return false
    }
    let end = max(row + 1, min(grid.rows.count, row + Self.longestRunOfLabels))
    for below in row + 1..<end {
      guard !grid.rows[below].hasGapAbove, !grid.rows[below].isBoxed, !isCaptionRow(below) else {
        return false
      }
      guard let only = onlyCell(below) else { return hasFigure(below) }
      if XLSXText.isTitle(self.text(only)) || XLSXText.isNote(self.text(only)) { return false }
    }
    return false
  }

  /// A row of several cells without lines.
  private func isUnboxedTableRow(_ row: Int, continues: Bool, next: Int?) -> Bool {
    if isCaptionRow(row) { return false }
    if continues, hasFigure(row) { return true }
    guard let next, isSparse(row, beside: next) else { return true }
    // Far-apart words above a table are its captions, above one with lines in any number.
    if grid.rows[next].isBoxed { return false }
    return continues || hasFigure(row)
      || grid.rows[row].cells.count >= grid.rows[next].cells.count
  }

  /// A merged range of an earlier row of the table covers part of this one.
  private func isReachedFromAbove(_ row: Int) -> Bool {
    guard !grid.merges.isEmpty else { return false }
    var column = 0
    while column < grid.columns.count {
      guard let index = grid.merge(row: row, column: column) else {
        column += 1
        continue
      }
      let merge = grid.merges[index]
      if merge.rows.lowerBound < row, merge.cell != nil, isTable[merge.rows.lowerBound] {
        return true
      }
      column = merge.columns.upperBound
    }
    return false
  }

  /// More than half of the width of the row below is empty.
  private func isSparse(_ row: Int, beside next: Int) -> Bool {
    let below = grid.cells[grid.rows[next].cells]
    let own = grid.cells[grid.rows[row].cells]
    guard let first = below.first?.column, let last = below.last?.columnEnd else { return false }
    let covered = own.reduce(0) { $0 + $1.columnEnd - $1.column }
    return covered * 2 < last - first
  }

  // MARK: Texts

  func text(_ cell: XLSXGrid.Cell) -> ArraySlice<UInt8> {
    sheet.text[sheet.cells[cell.source].text]
  }

  /// The cell that stands alone in its row.
  func onlyCell(_ row: Int) -> XLSXGrid.Cell? {
    let cells = grid.rows[row].cells
    return cells.count == 1 ? grid.cells[cells.lowerBound] : nil
  }

  /// Whether the row holds a figure.
  func hasFigure(_ row: Int) -> Bool {
    grid.cells[grid.rows[row].cells].contains {
      sheet.cells[$0.source].kind == .number || XLSXText.isFigure(text($0))
    }
  }

  /// «部门：某某局 | 2024年度 | 单位：万元».
  func isCaptionRow(_ row: Int) -> Bool {
    let cells = grid.cells[grid.rows[row].cells]
    let captions = cells.count { XLSXText.isCaption(text($0)) }
    return captions > 0 && captions * 2 >= cells.count && !hasFigure(row)
  }

  /// A caption row that names the unit or the form.
  func namesUnitOrForm(_ row: Int) -> Bool {
    grid.cells[grid.rows[row].cells].contains { XLSXText.isUnitOrForm(text($0)) }
  }
}
