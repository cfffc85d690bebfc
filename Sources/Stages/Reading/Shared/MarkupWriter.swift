import DocumentModel
import ValueModel

/// Writes what a markup reader collected into the document; tables are laid out as grids.
struct MarkupWriter {
  private var builder: DocumentBuilder

  private let collected: MarkupCollector.Collected
  private let layout: PageLayout
  private let region: ((Int, ArraySlice<UInt8>?) -> Block.Region)?

  init(
    _ collected: MarkupCollector.Collected, into document: Document,
    region: ((Int, ArraySlice<UInt8>?) -> Block.Region)? = nil
  ) {
    self.collected = collected
    self.region = region
    layout = PageLayout(collected)
    builder = DocumentBuilder(document, capacity: collected.text.count * 5 / 4)
  }

  var document: Document { builder.document }

  mutating func write(_ node: MarkupCollector.Node) throws(ReadError) {
    switch node {
    case .paragraph(let paragraph): try write(paragraph)
    case .table(let table):
      if layout.isLayout(table) {
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
      for line in lines(of: placed.content, apart: &nested) {
        if !first { builder.append(0x0A) }
        builder.append(collected.text(of: line))
        first = false
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
      region: region(of: table))
    for node in nested { try write(node) }
  }

  /// The paragraphs of a cell, also of tables that only place text; all other tables are put apart.
  private func lines(
    of content: [MarkupCollector.Node], apart: inout [MarkupCollector.Node]
  ) -> [MarkupCollector.ParagraphNode] {
    var lines: [MarkupCollector.ParagraphNode] = []
    var holdsTable = false
    for node in content {
      switch node {
      case .paragraph(let paragraph): lines.append(paragraph)
      case .table(let table):
        if let inner = layout.paragraphs(of: table) {
          holdsTable = true
          lines += inner
        } else {
          apart.append(node)
        }
      }
    }
    // Word asks for a paragraph behind a table, be it empty.
    return holdsTable ? lines.filter { !$0.text.isEmpty } : lines
  }

  /// A table is the article's, too, where the article is one of its cells.
  private func region(of table: MarkupCollector.TableNode) -> Block.Region {
    guard let region else { return table.region }
    let own = region(table.container, nil)
    guard own != .body else { return own }
    for cell in table.rows.lazy.joined() {
      for case .paragraph(let paragraph) in cell.content
      where region(paragraph.container, nil) == .body { return .body }
    }
    return own
  }

  private func place(_ path: Range<Int>) -> Locator {
    .path(String(decoding: collected.paths[path], as: UTF8.self))
  }
}
