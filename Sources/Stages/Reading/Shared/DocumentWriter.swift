import DocumentModel

/// Numbers the leaves of collected content and lays tables out as grids.
struct DocumentWriter {
  var document: Document
  private var leafStart = 0
  private static let longestLayoutText = 1200
  private static let mostLayoutParagraphs = 3

  private let collected: DocumentBuilder.Collected
  private let region: ((Int, ArraySlice<UInt8>?) -> Block.Region)?

  init(
    _ collected: DocumentBuilder.Collected, format: SourceFormat, encoding: String?,
    region: ((Int, ArraySlice<UInt8>?) -> Block.Region)? = nil
  ) {
    self.collected = collected
    self.region = region
    document = Document(format: format, encoding: encoding)
    document.text.reserveCapacity(collected.text.count * 5 / 4)
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
    beginLeaf()
    document.text.append(contentsOf: collected.text(of: paragraph))
    let leaf = endLeaf(path: paragraph.path)
    document.blocks.append(
      Block(
        .paragraph(
          Paragraph(
            leaf: leaf, outlineLevel: paragraph.outlineLevel, numbering: paragraph.numbering)),
        region: region?(paragraph.container, collected.text(of: paragraph)) ?? paragraph.region))
  }

  private mutating func write(_ table: DocumentBuilder.TableNode) throws(ReadError) {
    var grid = TableGridLayout()
    var nested: [DocumentBuilder.Node] = []
    for row in table.rows {
      grid.beginRow()
      for cell in row { try grid.place(cell) }
    }
    var cells: [Cell] = []
    cells.reserveCapacity(grid.cells.count)
    for placed in grid.cells {
      beginLeaf()
      var first = true
      for node in placed.content {
        switch node {
        case .paragraph(let paragraph):
          if !first { document.text.append(0x0A) }
          document.text.append(contentsOf: collected.text(of: paragraph))
          first = false
        case .table: nested.append(node)
        }
      }
      let leaf = endLeaf(path: placed.path)
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

  /// The leaf's text is what is appended until its end.
  private mutating func beginLeaf() {
    if !document.leaves.isEmpty { document.text.append(0x0A) }
    leafStart = document.text.count
  }

  private mutating func endLeaf(path: Range<Int>) -> Int {
    let path = String(decoding: collected.paths[path], as: UTF8.self)
    document.leaves.append(Leaf(range: leafStart..<document.text.count, locator: .path(path)))
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
