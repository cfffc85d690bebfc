package import DocumentModel
internal import PDFPages
internal import ValueModel

/// Reads PDF: tables by their ruling lines, paragraphs over soft line ends and pages, each leaf with
/// its page and box.
package enum PDFReader {
  private static let mostPages = 5000
  /// Pages that a notice names.
  private static let mostListed = 12
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
            severity: .warning, code: .needsOCR,
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
    var leftOut = LeftOut()
    for page in pages { leftOut.add(page.leftOut) }
    findings += leftOut.findings(of: .pdf) { Self.places(of: $0, in: pages) }
    var writer = PDFBlockWriter(pages, findings: findings)
    try writer.write()
    return writer.builder.document
  }

  /// What of a page was not read, or not with certainty.
  private static func notices(of page: PDFPage) -> [Finding] {
    var findings: [Finding] = []
    if page.unknown > 0 {
      findings.append(
        Finding(
          severity: .warning, code: .unknownGlyphs,
          message:
            "page \(page.number): the font does not tell what \(page.unknown) glyphs are; each "
            + "is read as U+FFFD. Compare with the page as it is seen, or run it through OCR"))
    }
    if page.crosswise > 0 {
      findings.append(
        Finding(
          severity: .note, code: .crosswiseText,
          message: "page \(page.number): \(page.crosswise) glyphs stand crosswise to the text (a "
            + "stamp, a watermark) and were left out"))
    }
    return findings
  }

  /// «pages 3, 5 and 7: ».
  private static func places(of reason: LeftOut.Reason, in pages: [PDFPage]) -> String {
    let numbers = pages.filter { $0.leftOut.characters(reason) > 0 }.map { String($0.number) }
    let listed = numbers.prefix(mostListed).joined(separator: ", ")
    let more = numbers.count > mostListed ? " and \(numbers.count - mostListed) more" : ""
    return "page\(numbers.count == 1 ? "" : "s") \(listed)\(more): "
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

extension NoticeCode {
  fileprivate static let needsOCR = NoticeCode(rawValue: "pdf.needs_ocr")
  fileprivate static let unknownGlyphs = NoticeCode(rawValue: "pdf.unknown_glyphs")
  fileprivate static let crosswiseText = NoticeCode(rawValue: "pdf.crosswise_text")
}
