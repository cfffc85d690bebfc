internal import DocumentModel

/// Joins the parts of a table that the end of a page tore apart.
///
/// Nothing stands between the parts; the lower one begins at the head of its page, with the left edge of
/// the upper one and its right edge, or without the last columns where these are empty. Each part shows
/// only the column edges that its own rows have; the whole has them all. A row may be torn as well: its
/// cells go on where the last line of the part above fills its cell, or where a figure lacks decimals.
struct PDFTableJoining {
  private static let closeness = PDFTolerances.samePartEdge
  /// A plain bound: heads are shorter.
  private static let mostHeadRows = 30
  /// A whole of more cells is left in parts: each part that is joined goes over all of them.
  private static let mostCells = 50_000

  /// The whole, or nil where the second table is another one.
  static func joined(_ first: PDFPage.Table, _ second: PDFPage.Table) -> PDFPage.Table? {
    guard first.lastPage + 1 == second.firstPage,
      second.top < second.pageHeight * PDFTolerances.headOfPage, first.cells.count <= mostCells,
      !isTitled(second), isAsWide(first, second), !isRightHalf(second, of: first),
      first.bottom > first.pageHeight * PDFTolerances.footOfPage
        || beginsWithData(second, of: first)
    else { return nil }
    var second = second
    if isDrawnAnew(second, of: first) { second.edges = first.edges }
    let edges = union(first.edges, second.edges)
    let head = repeatedRows(first, second)
    var whole = placed(first, on: edges)
    if head > 0 {
      second.dropRows(head)
      // Heads printed again over the same columns are left to the stage that knows heads; where a
      // part shows fewer columns, or its first row is the rest of one, only the whole tells what is what.
      guard
        edges.count > min(first.edges.count, second.edges.count)
          || isTorn(whole, placed(second, on: edges))
      else { return nil }
    }
    let part = placed(second, on: edges)
    let isTorn = isTorn(whole, part)
    let shift = isTorn ? whole.rows - 1 : whole.rows
    for cell in part.cells {
      if cell.cell.row == 0, let above = whole.lastCell(over: cell),
        goesOn(above, cell, isTorn, whole)
      {
        whole.cells[above].append(cell, rows: isTorn ? cell.cell.rowSpan - 1 : cell.cell.rowSpan)
      } else {
        var moved = cell
        moved.cell.row += shift
        whole.cells.append(moved)
      }
    }
    whole.rows = shift + part.rows
    whole.bottom = part.bottom
    whole.lastPage = part.lastPage
    whole.pageHeight = part.pageHeight
    whole.cells.sort {
      $0.cell.row != $1.cell.row ? $0.cell.row < $1.cell.row : $0.cell.column < $1.cell.column
    }
    return whole
  }

  /// Whether the second table holds the last columns of the first, which was too wide for its page: as many
  /// rows, each as high, and nothing but figures below a head. Their joining is left to the stage that
  /// knows captions.
  private static func isRightHalf(_ second: PDFPage.Table, of first: PDFPage.Table) -> Bool {
    guard first.rows == second.rows, first.firstPage == first.lastPage else { return false }
    func tops(_ table: PDFPage.Table) -> [Float] {
      var tops = [Float](repeating: table.top, count: table.rows)
      for cell in table.cells { tops[cell.cell.row] = cell.top - table.top }
      return tops
    }
    guard
      zip(tops(first), tops(second)).allSatisfy({ abs($0 - $1) <= PDFTolerances.borderSlack })
    else { return false }
    let words = second.cells.filter { CellKind($0.text[...]) == .text }
    let figures = second.cells.filter { CellKind($0.text[...]) == .figure }
    guard let head = words.map(\.cell.row).max(), let data = figures.map(\.cell.row).min() else {
      return false
    }
    return head < data
  }

  private static func isAsWide(_ first: PDFPage.Table, _ second: PDFPage.Table) -> Bool {
    guard abs(first.left - second.left) <= closeness else { return false }
    if abs(first.right - second.right) <= closeness { return true }
    return second.right < first.right && beginsWithData(second, of: first)
  }

  /// Whether a part goes on without a head, in the columns of the part above: then it belongs to it
  /// wherever that one ends on its page.
  private static func beginsWithData(
    _ second: PDFPage.Table, of first: PDFPage.Table
  ) -> Bool {
    let isOnItsEdges = second.edges.allSatisfy { edge in
      first.edges.contains { abs($0 - edge) <= closeness }
    }
    return second.columns > 1 && (isOnItsEdges || isDrawnAnew(second, of: first))
      && second.cells.contains {
        $0.cell.row == 0 && $0.cell.column > 0 && CellKind($0.text[...]) == .figure
      }
  }

  /// Whether the columns of a part are those of the part above in other widths: some programs set the
  /// columns for each page anew, and those that are empty there become narrow. As many columns, and none
  /// of them holds figures in one part and words in the other.
  private static func isDrawnAnew(_ second: PDFPage.Table, of first: PDFPage.Table) -> Bool {
    guard second.columns == first.columns, second.columns > 1,
      abs(first.right - second.right) <= closeness,
      second.edges.contains(where: { edge in
        !first.edges.contains { abs($0 - edge) <= closeness }
      })
    else { return false }
    let above = kinds(of: first)
    return zip(above, kinds(of: second)).allSatisfy { above, part in
      above == nil || part == nil || above == part
    } && above.contains(.figure)
  }

  /// Per column, what its cells hold behind the head: nil where nothing tells.
  private static func kinds(of table: PDFPage.Table) -> [CellKind?] {
    var rows = [Bool](repeating: false, count: table.rows)
    for cell in table.cells where CellKind(cell.text[...]) == .figure { rows[cell.cell.row] = true }
    let head = rows.firstIndex(of: true) ?? 0
    var kinds = [CellKind?](repeating: nil, count: table.columns)
    for cell in table.cells
    where cell.cell.row >= head && cell.cell.columnSpan == 1 && !cell.text.isEmpty {
      let kind = CellKind(cell.text[...])
      guard kind != .empty else { continue }
      if kind == .figure || kinds[cell.cell.column] == nil { kinds[cell.cell.column] = kind }
    }
    return kinds
  }

  /// A first row of one cell is the title of a table of its own.
  private static func isTitled(_ table: PDFPage.Table) -> Bool {
    guard let first = table.cells.first, table.rows > 1 else { return false }
    return first.cell.columnSpan == table.columns && table.columns > 1 && !first.text.isEmpty
  }

  /// How many rows at the top of the part are those at the top of the whole.
  private static func repeatedRows(_ first: PDFPage.Table, _ second: PDFPage.Table) -> Int {
    // Heads are short: no more rows are compared.
    let compared = min(first.rows, second.rows, mostHeadRows)
    func texts(_ table: PDFPage.Table) -> [[[UInt8]]] {
      var texts = [[[UInt8]]](repeating: [], count: compared)
      for cell in table.cells where cell.cell.row < compared && !cell.text.isEmpty {
        texts[cell.cell.row].append(cell.text)
      }
      return texts
    }
    return zip(texts(first), texts(second)).prefix { !$1.isEmpty && $0 == $1 }.count
  }

  // MARK: Edges

  private static func union(_ first: [Float], _ second: [Float]) -> [Float] {
    var edges = first
    for edge in second where !edges.contains(where: { abs($0 - edge) <= closeness }) {
      edges.append(edge)
    }
    return edges.sorted()
  }

  private static func placed(_ table: PDFPage.Table, on edges: [Float]) -> PDFPage.Table {
    var result = table
    func index(_ edge: Float) -> Int {
      edges.indices.min { abs(edges[$0] - edge) < abs(edges[$1] - edge) } ?? 0
    }
    for cell in result.cells.indices {
      let column = index(table.edges[table.cells[cell].cell.column])
      let end = index(
        table.edges[table.cells[cell].cell.column + table.cells[cell].cell.columnSpan])
      result.cells[cell].cell.column = column
      result.cells[cell].cell.columnSpan = max(1, end - column)
    }
    result.edges = edges
    result.columns = edges.count - 1
    return result
  }

  // MARK: Rows

  /// Whether the first row of the part is the rest of the last row of the whole: every cell of it that
  /// holds text stands below one whose last line had no room left, and either all these are long, or
  /// other cells of the row, being short, are complete above and empty below. A figure's rest is that
  /// only where the figure lacks it.
  private static func isTorn(_ whole: PDFPage.Table, _ part: PDFPage.Table) -> Bool {
    let figures = PDFTornFigures(whole, before: whole.rows - 1)
    var filled = 0
    var areLong = true
    var isPartial = false
    for cell in part.cells where cell.cell.row == 0 {
      guard let index = whole.lastCell(over: cell) else { return false }
      let above = whole.cells[index]
      if cell.text.isEmpty {
        if !above.text.isEmpty, above.cell.rowSpan == 1 { isPartial = true }
        continue
      }
      filled += 1
      guard above.room < cell.firstWord, above.cell.column == cell.cell.column,
        above.cell.columnSpan == cell.cell.columnSpan
      else { return false }
      if figures.completes(cell.text, above.text, column: cell.cell.column) {
        areLong = false
        continue
      }
      guard !LineShape.startsParagraph(cell.text[...]) || cell.text.count > PDFTolerances.longRest,
        !(isWhole(above.text) && isWhole(cell.text))
      else { return false }
      if above.text.count < PDFTolerances.longCellText { areLong = false }
    }
    return filled > 0 && (areLong || isPartial)
  }

  /// A figure, or a target with its sign: nothing that goes on in the next line.
  private static func isWhole(_ text: [UInt8]) -> Bool {
    if CellKind(text[...]) == .figure { return true }
    return ["=", ">", "<", "≥", "≤", "＝", "＞", "＜"].contains { text.starts(with: $0.utf8) }
  }

  /// Whether a cell of the part's first row is the rest of the cell above it.
  private static func goesOn(
    _ above: Int, _ cell: PDFPage.TableCell, _ isTorn: Bool, _ whole: PDFPage.Table
  ) -> Bool {
    let upper = whole.cells[above]
    guard upper.cell.column == cell.cell.column, upper.cell.columnSpan == cell.cell.columnSpan
    else {
      return false
    }
    if isTorn { return true }
    // A merged label that reaches over the page's end is printed in its first part only.
    return cell.text.isEmpty && !upper.text.isEmpty && upper.cell.rowSpan >= 2
  }
}

extension PDFPage.Table {
  /// Takes rows off the top.
  fileprivate mutating func dropRows(_ count: Int) {
    cells.removeAll { $0.cell.row < count }
    for index in cells.indices { cells[index].cell.row -= count }
    rows -= count
  }

  /// The cell of the last row that stands over a cell of the next part.
  fileprivate func lastCell(over cell: PDFPage.TableCell) -> Int? {
    cells.indices.last {
      cells[$0].cell.row + cells[$0].cell.rowSpan == rows
        && cells[$0].cell.column <= cell.cell.column
        && cells[$0].cell.column + cells[$0].cell.columnSpan > cell.cell.column
    }
  }
}

extension PDFPage.TableCell {
  /// Takes the rest of the cell from the next page.
  fileprivate mutating func append(_ rest: PDFPage.TableCell, rows: Int) {
    cell.rowSpan += rows
    if !rest.text.isEmpty {
      // Its last line had no room left, so that nothing but the page's end parts the two.
      if let last = text.last, let first = rest.text.first, isLetter(last), isLetter(first) {
        text.append(0x20)
      }
      text += rest.text
    }
    if !rest.text.isEmpty { room = rest.room }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
