import DocumentModel

/// Numbers the leaves of collected content and lays tables out as grids.
struct DocumentWriter {
  var document: Document
  private static let longestLayoutText = 1200
  private static let mostLayoutParagraphs = 3

  private let region: ((Int, DocumentBuilder.ParagraphNode?) -> Block.Region)?

  init(
    format: SourceFormat, encoding: String?,
    region: ((Int, DocumentBuilder.ParagraphNode?) -> Block.Region)? = nil
  ) {
    self.region = region
    document = Document(format: format, encoding: encoding)
  }

  mutating func write(_ node: DocumentBuilder.Node) throws(ReadError) {
    switch node {
    case .paragraph(let paragraph): write(paragraph)
    case .table(let table):
      if isLayout(table) {
        for row in table.rows {
          for cell in row {
            for node in cell.content { try write(node) }
          }
        }
      } else {
        try write(table)
      }
    }
  }

  private mutating func write(_ paragraph: DocumentBuilder.ParagraphNode) {
    guard !paragraph.text.isEmpty else { return }
    let leaf = addLeaf(paragraph.text, path: paragraph.path)
    document.blocks.append(
      Block(
        .paragraph(
          Paragraph(
            leaf: leaf, outlineLevel: paragraph.outlineLevel, numbering: paragraph.numbering)),
        region: region?(paragraph.container, paragraph) ?? paragraph.region))
  }

  private mutating func write(_ table: DocumentBuilder.TableNode) throws(ReadError) {
    var grid = TableGridLayout()
    var nested: [DocumentBuilder.Node] = []
    for row in table.rows {
      grid.beginRow()
      for cell in row { try grid.place(cell) }
    }
    var cells: [Cell] = []
    for placed in grid.cells {
      var text: [UInt8] = []
      var first = true
      for node in placed.content {
        switch node {
        case .paragraph(let paragraph):
          if !first { text.append(0x0A) }
          text += paragraph.text
          first = false
        case .table: nested.append(node)
        }
      }
      let leaf = addLeaf(text, path: placed.path)
      cells.append(
        Cell(
          row: placed.row, column: placed.column,
          rowSpan: min(placed.rowSpan, grid.rows - placed.row),
          columnSpan: placed.columnSpan, leaf: leaf))
    }
    document.blocks.append(
      Block(
        .table(Table(rows: grid.rows, columns: grid.columns, cells: cells)),
        region: region?(table.container, nil) ?? table.region))
    for node in nested { try write(node) }
  }

  private mutating func addLeaf(_ text: [UInt8], path: String) -> Int {
    if !document.leaves.isEmpty { document.text.append(0x0A) }
    let start = document.text.count
    document.text += text
    document.leaves.append(Leaf(range: start..<document.text.count, locator: .path(path)))
    return document.leaves.count - 1
  }

  // MARK: Page layout

  /// A table that only places things on a page: a single column or row around other tables, one
  /// whose text stands mostly in tables within it, or a single column of long text.
  private func isLayout(_ table: DocumentBuilder.TableNode) -> Bool {
    let widest = table.rows.map(\.count).max() ?? 0
    guard widest > 0 else { return true }
    var own = 0
    var within = 0
    var tables = 0
    var paragraphs = 0
    for row in table.rows {
      for cell in row {
        for node in cell.content {
          switch node {
          case .paragraph(let paragraph):
            own += paragraph.text.count
            if !paragraph.text.isEmpty { paragraphs += 1 }
          case .table(let inner):
            tables += 1
            within += Self.size(of: inner)
          }
        }
      }
    }
    if tables > 0 { return widest == 1 || table.rows.count == 1 || within > own }
    return widest == 1 && table.rows.count <= 2
      && (paragraphs > Self.mostLayoutParagraphs || own > Self.longestLayoutText)
  }

  private static func size(of table: DocumentBuilder.TableNode) -> Int {
    var size = 0
    for row in table.rows {
      for cell in row {
        for node in cell.content {
          switch node {
          case .paragraph(let paragraph): size += paragraph.text.count
          case .table(let inner): size += Self.size(of: inner)
          }
        }
      }
    }
    return size
  }
}
