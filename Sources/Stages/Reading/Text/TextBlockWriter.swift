internal import DocumentModel
internal import ValueModel

/// Writes the paragraphs and tables of plain text into the document.
struct TextBlockWriter {
  private let lines: TextLines
  private(set) var builder: DocumentBuilder

  init(lines: TextLines, decoded: DecodedText) {
    self.lines = lines
    let document = Document(
      format: .txt, encoding: decoded.encoding, findings: decoded.finding.map { [$0] } ?? [],
      sourceMap: decoded.map)
    builder = DocumentBuilder(document, capacity: decoded.text.count)
  }

  /// Appends lines as one paragraph, with the line ends between them.
  mutating func appendParagraph(
    lines range: Range<Int>, region: Block.Region
  ) throws(ReadError) {
    let first = lines.lines[range.lowerBound]
    let last = lines.lines[range.upperBound - 1]
    let text = first.range.lowerBound..<last.range.upperBound
    try builder.addParagraph(
      lines.text[text], at: .text(line: first.number, offset: text.lowerBound), region: region)
  }

  /// Marks a line within the last paragraph, the number of a page, as no text of the report.
  mutating func noteGap(line index: Int) {
    guard let leaf = builder.document.leaves.last, case .text(_, let offset) = leaf.locator,
      index > 0
    else {
      return
    }
    // With the line end before it, so that the lines around it stay apart by one.
    let start = lines.lines[index - 1].range.upperBound - offset + leaf.range.lowerBound
    let end = lines.lines[index].range.upperBound - offset + leaf.range.lowerBound
    builder.addGap(start..<end)
  }

  /// Appends a table; merged cells lengthen the cell above them.
  mutating func append(_ table: TextTable) throws(ReadError) {
    var cells: [Cell] = []
    cells.reserveCapacity(table.rows.reduce(0) { $0 + $1.count })
    // For each column, the cell of the row above that starts there.
    var above = [Int?](repeating: nil, count: table.columns)
    for (row, texts) in table.rows.enumerated() {
      var here = [(column: Int, cell: Int)]()
      for text in texts {
        if text.isMerged, let cell = above[text.column] {
          cells[cell].rowSpan += 1
          here.append((text.column, cell))
          continue
        }
        let leaf = try builder.addLeaf(
          lines.text[text.range],
          at: .text(line: lines.lines[text.line].number, offset: text.range.lowerBound))
        here.append((text.column, cells.count))
        cells.append(
          Cell(row: row, column: text.column, columnSpan: text.columnSpan, leaf: leaf))
      }
      // Entries of earlier rows may stay: a cell is merged only with one of the row above it.
      for (column, cell) in here { above[column] = cell }
    }
    builder.addTable(Table(rows: table.rows.count, columns: table.columns, cells: cells))
  }
}
