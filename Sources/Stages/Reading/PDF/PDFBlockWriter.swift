internal import DocumentModel

/// Writes the pages' paragraphs and tables into the document, in reading order.
struct PDFBlockWriter {
  private(set) var builder: DocumentBuilder
  private let pages: [PDFPage]
  /// Furniture comes behind the text, so that it divides no table and no paragraph.
  private var pending: [(line: PDFLine, page: Int, region: Block.Region)] = []

  init(_ pages: [PDFPage], findings: [Finding]) {
    self.pages = pages
    builder = DocumentBuilder(
      Document(format: .pdf, findings: findings, pageCount: pages.count))
  }

  mutating func write() throws(ReadError) {
    let furniture = PDFPageFurniture(pages)
    let measures = PDFParagraphs.measure(of: pages)
    var open = PDFParagraphs()
    var written = 0
    var held: PDFPage.Table?
    for (index, page) in pages.enumerated() {
      for line in furniture.headers[index].sorted() {
        pending.append((page.lines[line], page.number, .header))
      }
      // Tables side by side come from left to right; what stands beside them by its top edge.
      var items: [(top: Float, left: Float, item: Int)] = []
      for (number, table) in page.tables.enumerated() {
        items.append((table.top, table.left, -1 - number))
      }
      for (number, line) in page.lines.enumerated()
      where !furniture.headers[index].contains(number) && !furniture.footers[index].contains(number)
      {
        items.append((line.top, line.left, number))
      }
      items.sort { $0.top != $1.top ? $0.top < $1.top : $0.left < $1.left }
      for item in PDFColumnOrder.sorted(items, on: page) {
        if item >= 0 {
          if let table = held { try append(table) }
          held = nil
          open.add(page.lines[item], page: page.number, measure: measures[index])
        } else {
          try flush(&open, &written)
          open.close()
          let table = page.tables[-1 - item]
          if let last = held, let whole = PDFTableJoining.joined(last, table) {
            held = whole
          } else {
            if let last = held { try append(last) }
            held = table
          }
        }
      }
      for line in furniture.footers[index].sorted() {
        pending.append((page.lines[line], page.number, .footer))
      }
    }
    if let table = held { try append(table) }
    try flush(&open, &written)
    for (line, page, region) in pending {
      try builder.addParagraph(
        line.text[...], at: place(line.left, line.top, line.right, line.bottom, page: page),
        region: region)
    }
  }

  private mutating func flush(
    _ open: inout PDFParagraphs, _ written: inout Int
  ) throws(ReadError) {
    for paragraph in open.paragraphs[written...] {
      try builder.addParagraph(
        paragraph.text[...],
        at: place(
          paragraph.left, paragraph.top, paragraph.right, paragraph.bottom, page: paragraph.page))
    }
    written = open.paragraphs.count
  }

  private mutating func append(_ table: PDFPage.Table) throws(ReadError) {
    var cells: [Cell] = []
    for cell in table.cells {
      let leaf = try builder.addLeaf(
        cell.text[...],
        at: place(cell.left, cell.top, cell.right, cell.bottom, page: cell.page))
      cells.append(
        Cell(
          row: cell.cell.row, column: cell.cell.column, rowSpan: cell.cell.rowSpan,
          columnSpan: cell.cell.columnSpan, leaf: leaf))
    }
    builder.addTable(Table(rows: table.rows, columns: table.columns, cells: cells))
  }

  /// A box of a page as it was read, on the page as it is seen.
  private func place(
    _ left: Float, _ top: Float, _ right: Float, _ bottom: Float, page: Int
  ) -> Locator {
    guard pages.indices.contains(page - 1) else {
      return .page(page, PageBox(left: 0, top: 0, right: 0, bottom: 0))
    }
    let seen = pages[page - 1].seen(left, top, right, bottom)
    func tenths(_ value: Float) -> Int {
      Int(exactly: (min(max(0, value), 1e7) * 10).rounded()) ?? 0
    }
    return .page(
      page,
      PageBox(
        left: tenths(seen.left), top: tenths(seen.top), right: tenths(seen.right),
        bottom: tenths(seen.bottom)))
  }
}
