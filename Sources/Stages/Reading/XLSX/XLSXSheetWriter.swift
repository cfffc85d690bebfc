import DocumentModel
import ValueModel

/// Writes the sheets of a workbook into one document.
struct XLSXSheetWriter {
  private static let mostColumns = 1000
  private static let mostPositions = 2 * DocumentLimits.mostLeaves

  private(set) var builder = DocumentBuilder(Document(format: .xlsx))
  private var positions = 0

  /// What a person does not see of the cells.
  var leftOut = LeftOut()

  mutating func note(_ finding: Finding) { builder.note(finding) }

  /// Adds what a sheet shows, and what is to be told of it.
  mutating func write(_ sheet: XLSXWorksheet, named name: String) throws(ReadError) {
    let grid = try XLSXGrid(sheet, name: name)
    leftOut.add(sheet.leftOut)
    var page = XLSXSheetPage(sheet: sheet, grid: grid, name: name)
    for piece in XLSXLayout(sheet, grid).pieces {
      switch piece {
      case .paragraph(let cell):
        let address = page.address(ofCell: cell)
        page.note(address, hasLeaf: builder.document.leaves.count)
        try builder.addParagraph(page.text(ofCell: cell), at: page.place(address))
      case .table(let rows): try write(rows, of: &page)
      }
    }
    for finding in sheet.notices.findings(ofSheet: name, leaf: { page.leaves[$0] }) {
      note(finding)
    }
    for finding in grid.leftOut.findings(ofSheet: name) { note(finding) }
  }

  private mutating func write(
    _ rows: Range<Int>, of page: inout XLSXSheetPage
  ) throws(ReadError) {
    let columns = page.columns(of: rows)
    guard columns.count <= Self.mostColumns else {
      throw .limitExceeded(
        what: "columns of a table on sheet «\(page.name)»", limit: "\(Self.mostColumns)")
    }
    positions += rows.count * columns.count
    guard positions <= Self.mostPositions else {
      throw .limitExceeded(
        what: "positions of all tables, reached on sheet «\(page.name)»",
        limit: "\(Self.mostPositions)")
    }
    var cells: [Cell] = []
    cells.reserveCapacity(rows.count * columns.count)
    for row in rows {
      var next = page.grid.rows[row].cells.lowerBound
      let end = page.grid.rows[row].cells.upperBound
      for (index, column) in columns.enumerated() {
        while next < end, page.grid.cells[next].column < column { next += 1 }
        let own = next < end && page.grid.cells[next].column == column ? next : nil
        var cell = Cell(row: row - rows.lowerBound, column: index, leaf: 0)
        var address = page.address(row: row, column: column)
        if let merge = page.grid.merge(row: row, column: column).map({ page.grid.merges[$0] }) {
          // Its first row may stand above the table, its first column may be left out.
          let top = max(merge.rows.lowerBound, rows.lowerBound)
          guard row == top, index == 0 || columns[index - 1] < merge.columns.lowerBound else {
            continue
          }
          cell.rowSpan = min(merge.rows.upperBound, rows.upperBound) - row
          cell.columnSpan = columns[index...].prefix { $0 < merge.columns.upperBound }.count
          if merge.rows.lowerBound == row { address = merge.range.first }
        }
        page.note(address, hasLeaf: builder.document.leaves.count)
        cell.leaf = try builder.addLeaf(
          own.map { page.text(ofCell: $0) } ?? [], at: page.place(address))
        cells.append(cell)
      }
    }
    builder.addTable(Table(rows: rows.count, columns: columns.count, cells: cells))
  }
}

/// A sheet on its way into the document.
struct XLSXSheetPage {
  let sheet: XLSXWorksheet
  let grid: XLSXGrid
  let name: String
  /// The leaves of cells that something is told of.
  var leaves: [XLSXAddress: Int] = [:]
  private let noticed: Set<XLSXAddress>

  init(sheet: XLSXWorksheet, grid: XLSXGrid, name: String) {
    self.sheet = sheet
    self.grid = grid
    self.name = name
    noticed = Set(sheet.notices.notices.map(\.cell))
  }

  /// Tells which leaf a cell becomes.
  mutating func note(_ address: XLSXAddress, hasLeaf leaf: Int) {
    if !noticed.isEmpty, noticed.contains(address) { leaves[address] = leaf }
  }

  func place(_ address: XLSXAddress) -> Locator { .sheet(name, cell: address.text) }

  func text(ofCell cell: Int) -> ArraySlice<UInt8> {
    sheet.text[sheet.cells[grid.cells[cell].source].text]
  }

  func address(ofCell cell: Int) -> XLSXAddress { sheet.cells[grid.cells[cell].source].address }

  func address(row: Int, column: Int) -> XLSXAddress {
    XLSXAddress(row: grid.rows[row].number, column: grid.columns[column])
  }

  /// The columns of a table: those in which a cell of its rows begins. Others only lend their width
  /// to merged ranges.
  func columns(of rows: Range<Int>) -> [Int] {
    var isUsed = Array(repeating: false, count: grid.columns.count)
    for row in grid.rows[rows] {
      for cell in grid.cells[row.cells] { isUsed[cell.column] = true }
    }
    return isUsed.indices.filter { isUsed[$0] }
  }
}

extension XLSXLeftOut {
  /// One finding for what is hidden, one for what merged ranges cover.
  func findings(ofSheet sheet: String) -> [Finding] {
    var findings: [Finding] = []
    let rows = Self.list(hiddenRows.sorted().map { String($0 + 1) })
    let columns = Self.list(hiddenColumns.sorted().map { XLSXAddress.letters(ofColumn: $0) })
    if !hiddenRows.isEmpty || !hiddenColumns.isEmpty {
      let parts = [
        hiddenRows.isEmpty ? nil : "rows \(rows)",
        hiddenColumns.isEmpty ? nil : "columns \(columns)",
      ]
      findings.append(
        Finding(
          severity: .note, code: .hiddenCells,
          message: "hidden \(parts.compactMap { $0 }.joined(separator: " and ")) of sheet "
            + "«\(sheet)» hold something and were left out; show them in Excel to have them read"))
    }
    if let first = covered.first {
      findings.append(
        Finding(
          severity: .note, code: .coveredCells,
          message: "\(covered.count) filled cells of sheet «\(sheet)» lie under merged cells and "
            + "were left out, the first at \(first.text)"))
    }
    return findings
  }

  private static func list(_ names: [String]) -> String {
    names.count <= 8
      ? names.joined(separator: ", ")
      : names.prefix(8).joined(separator: ", ") + " and \(names.count - 8) more"
  }
}

extension NoticeCode {
  fileprivate static let hiddenCells = NoticeCode(rawValue: "xlsx.hidden_cells")
  fileprivate static let coveredCells = NoticeCode(rawValue: "xlsx.covered_cells")
}
