import DocumentModel
import ValueModel

/// Writes what a markup reader collected into the document; tables are laid out as grids.
struct MarkupWriter {
  private var builder: DocumentBuilder
  private static let longestLayoutText = 1200
  private static let mostLayoutParagraphs = 3

  private let collected: MarkupCollector.Collected
  private let region: ((Int, ArraySlice<UInt8>?) -> Block.Region)?

  init(
    _ collected: MarkupCollector.Collected, into document: Document,
    region: ((Int, ArraySlice<UInt8>?) -> Block.Region)? = nil
  ) {
    self.collected = collected
    self.region = region
    builder = DocumentBuilder(document, capacity: collected.text.count * 5 / 4)
  }

  var document: Document { builder.document }

  mutating func write(_ node: MarkupCollector.Node) throws(ReadError) {
    switch node {
    case .paragraph(let paragraph): try write(paragraph)
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

  private mutating func write(
    _ paragraph: MarkupCollector.ParagraphNode
  ) throws(ReadError) {
    guard !paragraph.text.isEmpty else { return }
    let text = collected.text(of: paragraph)
    try builder.addParagraph(
      text, at: place(paragraph.path), outlineLevel: paragraph.outlineLevel,
      numbering: paragraph.numbering,
      region: region?(paragraph.container, text) ?? paragraph.region)
  }

  private mutating func write(_ table: MarkupCollector.TableNode) throws(ReadError) {
    var grid = TableGridLayout()
    var nested: [MarkupCollector.Node] = []
    for row in table.rows {
      grid.beginRow()
      for cell in row { try grid.place(cell) }
    }
    var cells: [Cell] = []
    cells.reserveCapacity(grid.cells.count)
    for placed in grid.cells {
      builder.beginLeaf()
      var first = true
      for node in placed.content {
        switch node {
        case .paragraph(let paragraph):
          if !first { builder.append(0x0A) }
          builder.append(collected.text(of: paragraph))
          first = false
        case .table: nested.append(node)
        }
      }
      let leaf = try builder.endLeaf(at: place(placed.path))
      cells.append(
        Cell(
          row: placed.row, column: placed.column,
          rowSpan: min(placed.rowSpan, grid.rows - placed.row),
          columnSpan: placed.columnSpan, leaf: leaf))
    }
    builder.addTable(
      Table(rows: grid.rows, columns: grid.columns, cells: cells),
      region: region?(table.container, nil) ?? table.region)
    for node in nested { try write(node) }
  }

  private func place(_ path: Range<Int>) -> Locator {
    .path(String(decoding: collected.paths[path], as: UTF8.self))
  }

  // MARK: Page layout

  /// A table that only places things on a page: a single column or row around other tables, one
  /// whose text stands mostly in tables within it, or a single column of long text.
  private func isLayout(_ table: MarkupCollector.TableNode) -> Bool {
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

  private static func size(of table: MarkupCollector.TableNode) -> Int {
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
