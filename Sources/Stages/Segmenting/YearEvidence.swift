import DocumentModel

/// Finds the year that a text without a title is about.
///
/// The latest year that is named together with 决算 is the report's; where none is, the latest year
/// named at all. Years that a comparison is made with («比2022年», «与2022年度相比») and dates are no
/// evidence.
enum YearEvidence {
  /// How far behind a year its word may stand, in bytes of normalized text.
  private static let reach = 60
  private static let year = Array("年".utf8)
  private static let finalAccounts = Array("决算".utf8)
  private static let comparisons = ["与", "比", "较", "于"].map { Array($0.utf8) }

  static func fiscalYear(of text: [UInt8]) -> Int? {
    var withWord: Int?
    var latest: Int?
    var index = 0
    while index < text.count {
      guard isDigit(text[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, isDigit(text[index]) { index += 1 }
      guard index - start == 4, text[index...].starts(with: year), !isCompared(start, in: text),
        let value = value(of: text[start..<index]), (1990...2100).contains(value),
        !(index + 3 < text.count && isDigit(text[index + 3]))
      else { continue }
      latest = max(latest ?? 0, value)
      if isFollowedByWord(index + 3, in: text) { withWord = max(withWord ?? 0, value) }
    }
    return withWord ?? latest
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func value(of digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func isCompared(_ start: Int, in text: [UInt8]) -> Bool {
    comparisons.contains { start >= 3 && text[start - 3..<start].elementsEqual($0) }
  }

  /// 决算 before the next mark or line end.
  private static func isFollowedByWord(_ start: Int, in text: [UInt8]) -> Bool {
    var index = start
    while index < min(text.count, start + reach) {
      let byte = text[index]
      if byte < 0x30 || byte == 0x3A || byte == 0x3B { return false }
      if text[index...].starts(with: finalAccounts) { return true }
      index += byte < 0x80 ? 1 : 3
    }
    return false
  }
}
