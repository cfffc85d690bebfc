import DocumentModel

/// A table's rows as sequences of cells, a cell that is merged down from above standing in every row
/// it covers.
///
/// In a table that was dumped into a text file nobody can tell how many columns a cell covers, so the
/// reader of performance tables looks at the order of the cells alone.
struct TableRows {
  /// A cell in one of the rows it covers.
  struct Entry {
    var leaf: Int
    /// Its text in matching form.
    var text: String
    /// The columns of the grid that it covers.
    var columns: Range<Int>
    /// The cell began in a row above.
    var continues: Bool
    /// The cell covers rows below, as the label of a whole band does.
    var goesOn: Bool
    /// The row behind the last one that it covers.
    var end: Int
  }

  /// From top to bottom, the cells from left to right.
  private(set) var rows: [[Entry]]

  /// The rows of a table.
  init(_ table: Table, in normalized: NormalizedDocument) {
    var rows: [[Entry]] = Array(repeating: [], count: table.rows)
    for cell in table.cells {
      let text = normalized.string(ofLeaf: cell.leaf)
      for row in cell.row..<min(table.rows, cell.row + max(1, cell.rowSpan)) {
        rows[row].append(
          Entry(
            leaf: cell.leaf, text: text,
            columns: cell.column..<cell.column + max(1, cell.columnSpan),
            continues: row > cell.row, goesOn: row + 1 < cell.row + cell.rowSpan,
            end: cell.row + max(1, cell.rowSpan)))
      }
    }
    self.rows = rows.map { row in
      row.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    }
  }
}
