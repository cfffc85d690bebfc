package import DocumentModel
internal import PDFPages

/// Reads PDF: tables by their ruling lines, paragraphs over soft line ends and pages, each leaf with
/// its page and box.
package enum PDFReader {
  private static let mostPages = 5000
  /// A report of 1,000 pages has about one million.
  private static let mostGlyphs = 3_000_000

  /// Reads the bytes of a PDF file.
  package static func read(_ bytes: [UInt8]) throws(ReadError) -> Document {
    let pdf: PDFDocument
    do {
      pdf = try PDFDocument(bytes)
    } catch {
      throw readError(error, place: "the file's structure (byte 0 … \(bytes.count))")
    }
    guard pdf.count <= mostPages else {
      throw .limitExceeded(what: "a PDF of \(pdf.count) pages", limit: "\(mostPages) pages")
    }
    var pages: [PDFPage] = []
    var findings: [Finding] = []
    var glyphs = 0
    for number in 1...max(1, pdf.count) {
      do {
        let content = try pdf.page(number)
        glyphs += content.glyphs.count
        pages.append(PDFPage(content, number: number))
      } catch {
        throw readError(error, place: "page \(number)")
      }
      guard glyphs <= mostGlyphs else {
        throw .limitExceeded(
          what: "the text of pages 1 … \(number)", limit: "\(mostGlyphs) glyphs")
      }
      if let page = pages.last { findings += notices(of: page) }
      if let page = pages.last, !page.hasGlyphs, page.hasImages {
        findings.append(
          Finding(
            severity: .warning, code: "pdf.needs_ocr",
            message: "page \(number) is a picture without text; nothing of it was read. Run it "
              + "through OCR first, e.g. «ocrmypdf -l chi_sim IN OUT»"))
      }
    }
    guard pages.contains(where: \.hasGlyphs) else {
      if findings.isEmpty { throw .empty }
      throw .unsupportedFormat(
        what: "a PDF whose \(pages.count) pages are pictures without text",
        remedy: "run it through OCR first, e.g. «ocrmypdf -l chi_sim IN OUT»")
    }
    var builder = PDFDocumentBuilder(findings: findings, pageCount: pages.count)
    builder.append(pages)
    guard builder.document.text.count <= DocumentLimits.mostText,
      builder.document.leaves.count <= DocumentLimits.mostLeaves
    else { throw DocumentLimits.error }
    return builder.document
  }

  /// What of a page was not read, or not with certainty.
  private static func notices(of page: PDFPage) -> [Finding] {
    var findings: [Finding] = []
    if page.unknown > 0 {
      findings.append(
        Finding(
          severity: .warning, code: "pdf.unknown_glyphs",
          message:
            "page \(page.number): the font does not tell what \(page.unknown) glyphs are; each "
            + "is read as U+FFFD. Compare with the page as it is seen, or run it through OCR"))
    }
    if page.crosswise > 0 {
      findings.append(
        Finding(
          severity: .note, code: "pdf.crosswise_text",
          message: "page \(page.number): \(page.crosswise) glyphs stand crosswise to the text (a "
            + "stamp, a watermark) and were left out"))
    }
    return findings
  }

  private static func readError(_ error: PDFError, place: String) -> ReadError {
    switch error {
    case .encrypted:
      .unsupportedFormat(
        what: "a PDF that needs a password to be read",
        remedy: "get it without protection, e.g. «qpdf --password=… --decrypt IN OUT»")
    case .damaged: .damaged(what: "the PDF is damaged or was cut off", place: place)
    case .outOfMemory: .limitExceeded(what: "memory for \(place)", limit: "what there is")
    case .limitExceeded:
      .limitExceeded(
        what: "\(place): glyphs, lines, operators, fonts or time",
        limit: "2,000,000 glyphs, 400,000 lines, and what a file of its size may cost")
    }
  }
}

/// Puts the pages' paragraphs and tables together in reading order.
struct PDFDocumentBuilder {
  private(set) var document: Document

  init(findings: [Finding], pageCount: Int) {
    document = Document(format: .pdf, findings: findings, pageCount: pageCount)
  }

  mutating func append(_ pages: [PDFPage]) {
    self.pages = pages
    let furniture = PDFPageFurniture(pages)
    let measures = PDFParagraphs.measure(of: pages)
    var open = PDFParagraphs()
    var written = 0
    var held: PDFPage.Table?
    for (index, page) in pages.enumerated() {
      for line in furniture.headers[index].sorted() {
        pending.append((page.lines[line], page, .header))
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
      for item in Self.columnOrder(items, page) {
        if item >= 0 {
          if let table = held { append(table) }
          held = nil
          open.add(page.lines[item], page: page.number, measure: measures[index])
        } else {
          flush(&open, &written)
          open.close()
          let table = page.tables[-1 - item]
          if let last = held, let whole = PDFTableJoining.joined(last, table) {
            held = whole
          } else {
            if let last = held { append(last) }
            held = table
          }
        }
      }
      for line in furniture.footers[index].sorted() {
        pending.append((page.lines[line], page, .footer))
      }
    }
    if let table = held { append(table) }
    flush(&open, &written)
    for (line, page, region) in pending { append(line, page, region) }
  }

  private static let mostTablesAbreast = 100

  private var pages: [PDFPage] = []

  /// Furniture comes behind the text, so that it divides no table and no paragraph.
  private var pending: [(PDFLine, PDFPage, Block.Region)] = []

  /// Where tables stand side by side (A3 sheets), each with the lines over it, one after the other.
  private static func columnOrder(
    _ items: [(top: Float, left: Float, item: Int)], _ page: PDFPage
  ) -> [Int] {
    // More tables beside each other than on any sheet are some drawing.
    guard (2...mostTablesAbreast).contains(page.tables.count) else { return items.map(\.item) }
    let tables = page.tables.map { (left: $0.left, right: $0.cells.map(\.right).max() ?? 0) }
      .sorted { $0.left < $1.left }
    // A gap that no table and no line crosses divides the sheet.
    var gaps: [Float] = []
    for (first, second) in zip(tables, tables.dropFirst()) {
      let right = first.right
      let left = second.left
      guard left > right, !tables.contains(where: { $0.left < right - 1 && $0.right > left + 1 }),
        !page.lines.contains(where: { $0.left < right - 1 && $0.right > left + 1 })
      else { continue }
      gaps.append((left + right) / 2)
    }
    guard !gaps.isEmpty else { return items.map(\.item) }
    var columns = [[Int]](repeating: [], count: gaps.count + 1)
    for item in items {
      columns[gaps.firstIndex { item.left < $0 } ?? gaps.count].append(item.item)
    }
    return columns.flatMap { $0 }
  }

  private mutating func flush(_ open: inout PDFParagraphs, _ written: inout Int) {
    for paragraph in open.paragraphs[written...] {
      appendParagraph(
        paragraph.text,
        .page(
          paragraph.page,
          box(
            paragraph.left, paragraph.top, paragraph.right, paragraph.bottom, page: paragraph.page)
        ),
        .body)
    }
    written = open.paragraphs.count
  }

  private mutating func append(_ line: PDFLine, _ page: PDFPage, _ region: Block.Region) {
    appendParagraph(
      line.text,
      .page(
        page.number, box(line.left, line.top, line.right, line.bottom, page: page.number)), region)
  }

  private mutating func appendParagraph(
    _ text: [UInt8], _ locator: Locator, _ region: Block.Region
  ) {
    let leaf = appendLeaf(text, locator)
    document.blocks.append(Block(.paragraph(Paragraph(leaf: leaf)), region: region))
  }

  private mutating func append(_ table: PDFPage.Table) {
    var cells: [Cell] = []
    for cell in table.cells {
      let leaf = appendLeaf(
        cell.text,
        .page(
          cell.page, box(cell.left, cell.top, cell.right, cell.bottom, page: cell.page)))
      cells.append(
        Cell(
          row: cell.cell.row, column: cell.cell.column, rowSpan: cell.cell.rowSpan,
          columnSpan: cell.cell.columnSpan, leaf: leaf))
    }
    document.blocks.append(
      Block(.table(DocumentModel.Table(rows: table.rows, columns: table.columns, cells: cells))))
  }

  private mutating func appendLeaf(_ text: [UInt8], _ locator: Locator) -> Int {
    if !document.leaves.isEmpty { document.text.append(0x0A) }
    let start = document.text.count
    document.text += text
    document.leaves.append(Leaf(range: start..<document.text.count, locator: locator))
    return document.leaves.count - 1
  }

  private func box(
    _ left: Float, _ top: Float, _ right: Float, _ bottom: Float, page: Int
  ) -> PageBox {
    guard pages.indices.contains(page - 1) else {
      return PageBox(left: 0, top: 0, right: 0, bottom: 0)
    }
    let (left, top, right, bottom) = pages[page - 1].seen(left, top, right, bottom)
    func tenths(_ value: Float) -> Int {
      Int(exactly: (min(max(0, value), 1e7) * 10).rounded()) ?? 0
    }
    return PageBox(
      left: tenths(left), top: tenths(top), right: tenths(right), bottom: tenths(bottom))
  }
}
