internal import PDFPages

/// Joins the lines of pages into paragraphs.
///
/// A line goes on with the next one when it fills the width of the text and the next one begins at
/// the left edge without an indent.
struct PDFParagraphs {
  struct Paragraph {
    var text: [UInt8]
    var page: Int
    var left: Float
    var top: Float
    var right: Float
    var bottom: Float
  }

  /// The text area that most lines of the document keep to.
  struct Measure {
    var left: Float
    var right: Float
  }

  private(set) var paragraphs: [Paragraph] = []
  private var last: (line: PDFLine, page: Int)?
  /// Whether the open paragraph began with an indent.
  private var beganIndented = false

  /// Ends the paragraph that is open: a table or a page's other content stands here.
  mutating func close() { last = nil }

  /// Adds the next line.
  mutating func add(_ line: PDFLine, page: Int, measure: Measure) {
    if let last, let index = paragraphs.indices.last,
      goesOn(last.line, last.page, line, page, measure)
    {
      let text = line.text
      if let end = paragraphs[index].text.last, let first = text.first, end < 0x80, first < 0x80,
        Self.isWord(end), Self.isWord(first), !(Self.isDigit(end) && Self.isDigit(first))
      {
        paragraphs[index].text.append(0x20)
      }
      paragraphs[index].text += text
      if page == paragraphs[index].page {
        paragraphs[index].left = min(paragraphs[index].left, line.left)
        paragraphs[index].right = max(paragraphs[index].right, line.right)
        paragraphs[index].bottom = line.bottom
      }
    } else {
      paragraphs.append(
        Paragraph(
          text: line.text, page: page, left: line.left, top: line.top, right: line.right,
          bottom: line.bottom))
      beganIndented = line.left > measure.left + PDFTolerances.indent * line.size
    }
    last = (line, page)
  }

  private func goesOn(
    _ above: PDFLine, _ abovePage: Int, _ line: PDFLine, _ page: Int, _ measure: Measure
  ) -> Bool {
    let size = max(above.size, line.size)
    guard abs(above.size - line.size) < PDFTolerances.sameSize * size else { return false }
    // Full: the next word had no room (a mark may hang over); a figure is never broken.
    guard above.right + line.firstWordWidth + PDFTolerances.fullLine * size > measure.right else {
      return false
    }
    // Where paragraphs are indented, «（二）» at the left edge begins none.
    guard beganIndented || !LineShape.startsParagraph(line.text[...]) else { return false }
    guard line.left < measure.left + PDFTolerances.leftEdge * size else { return false }
    if abovePage == page {
      guard line.baseline > above.baseline,
        line.baseline - above.baseline < PDFTolerances.linePitch * size
      else {
        return false
      }
    } else if page != abovePage + 1 {
      return false
    }
    // A title in the middle of the line may fill it, too; text begins at the left edge.
    return above.left < measure.left + PDFTolerances.textStart * size
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The left and right edge of a page's text: where its longest lines begin and end. Lines that were
  /// split at a gap take no part.
  static func measure(of pages: [PDFPage]) -> [Measure] {
    // Pages of one size share their measure: a page with little text says little about it.
    var groups: [String: [PDFLine]] = [:]
    for page in pages { groups[key(page), default: []] += page.lines }
    var known: [String: Measure] = [:]
    return pages.map { page in
      let key = key(page)
      if let measure = known[key] { return measure }
      let measure = measure(of: groups[key] ?? [], on: page)
      known[key] = measure
      return measure
    }
  }

  private static func measure(of lines: [PDFLine], on page: PDFPage) -> Measure {
    let outliers = PDFTolerances.outliers
    let long = lines.filter { $0.right - $0.left > page.width * PDFTolerances.longLine }
    let lefts = long.map(\.left).sorted()
    let rights = long.map(\.right).sorted()
    guard long.count >= 2 else {
      return Measure(left: 0, right: page.width * PDFTolerances.unknownRight)
    }
    return Measure(
      left: lefts[lefts.count / outliers],
      right: rights[min(rights.count - 1, rights.count * (outliers - 1) / outliers)])
  }

  private static func key(_ page: PDFPage) -> String { "\(Int(page.width))x\(Int(page.height))" }
}
