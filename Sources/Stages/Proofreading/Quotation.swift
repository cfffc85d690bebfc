internal import DocumentModel
internal import ReportModel

/// A text with some of what stands around it.
enum Quotation {
  /// So many bytes of context stand at each side, and so many of a text that is long.
  private static let context = 45
  private static let longest = 240

  /// A stretch of the document on one line.
  static func around(_ range: Range<Int>, within leaf: Range<Int>, of document: Document) -> String
  {
    let text = document.text
    func boundary(_ offset: Int, _ step: Int) -> Int {
      var offset = offset
      while offset > leaf.lowerBound, offset < leaf.upperBound, text[offset] & 0xC0 == 0x80 {
        offset += step
      }
      return offset
    }
    let start = boundary(max(leaf.lowerBound, range.lowerBound - context), -1)
    let end = boundary(
      min(leaf.upperBound, min(range.upperBound, range.lowerBound + longest) + context), 1)
    let isCutBefore = start > leaf.lowerBound
    let isCutBehind = end < leaf.upperBound
    let bytes = text[start..<end].filter { $0 != 0x0A && $0 != 0x0D }
    return (isCutBefore ? "…" : "") + String(decoding: bytes, as: UTF8.self)
      + (isCutBehind ? "…" : "")
  }
}

/// Where a text stands, in words.
struct PlaceWording {
  let zh: String
  let en: String

  init(_ source: SourceReference) {
    if let line = source.line {
      (zh, en) = ("第\(line)行", "line \(line)")
    } else if let page = source.page {
      (zh, en) = ("第\(page)页", "page \(page)")
    } else if let sheet = source.sheet, let cell = source.cell {
      (zh, en) = ("\(sheet)!\(cell)", "\(sheet)!\(cell)")
    } else {
      (zh, en) = ("第\(source.block + 1)块", "block \(source.block + 1)")
    }
  }
}
