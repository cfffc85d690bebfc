import ValueModel

/// The number that a heading or list entry begins with, by kind.
struct HeadingNumber {
  /// 1 «第一部分», 2 «一、» and «I.», 3 «(一)», 4 «1.», 5 «(1)» and «1.1», 6 «①» and «1.1.1».
  var level: Int
  /// The end of the number in the text.
  var end: Int

  /// Reads the number at the start of normalized text; nil where there is none.
  init?(in text: ArraySlice<UInt8>) {
    if let number = ListNumber(in: text, as: .heading) {
      end = number.end
      level =
        switch number.form {
        case .part: 1
        case .chinese: 2
        case .bracketedChinese: 3
        case .arabic: 4
        case .bracketedArabic: 5
        }
    } else if let number = Self.chapter(in: text) ?? Self.roman(in: text) ?? Self.dotted(in: text)
      ?? Self.circled(in: text)
    {
      (level, end) = number
    } else {
      return nil
    }
  }

  /// Whether a word stands at a place.
  static func follows(_ word: String, at start: Int, in text: ArraySlice<UInt8>) -> Bool {
    start <= text.endIndex && text[start...].starts(with: word.utf8)
  }

  // MARK: Forms that only headings have

  /// «第一章».
  private static func chapter(in text: ArraySlice<UInt8>) -> (Int, Int)? {
    guard text.starts(with: "第".utf8) else { return nil }
    let start = text.startIndex + 3
    let number = ChineseNumeral.end(ofRunAt: start, in: text, among: [.digits, .ten], most: 3)
    guard number > start, follows("章", at: number, in: text) || follows("篇", at: number, in: text)
    else { return nil }
    var end = number + 3
    if follows("、", at: end, in: text) { end += 3 }
    if end < text.endIndex, text[end] == UInt8(ascii: ":") { end += 1 }
    return (1, end)
  }

  /// «II.», «III、».
  private static func roman(in text: ArraySlice<UInt8>) -> (Int, Int)? {
    let signs = text.prefix {
      $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X")
    }
    guard (1...5).contains(signs.count) else { return nil }
    if follows("、", at: signs.endIndex, in: text) { return (2, signs.endIndex + 3) }
    guard signs.endIndex < text.endIndex, text[signs.endIndex] == UInt8(ascii: ".") else {
      return nil
    }
    return (2, signs.endIndex + 1)
  }

  /// «1.1», «2.1.3»; «1.2亿元» is a figure.
  private static func dotted(in text: ArraySlice<UInt8>) -> (Int, Int)? {
    var index = text.startIndex
    var groups = 0
    while groups < 4 {
      let digits = text[index...].prefix { (0x30...0x39).contains($0) }
      guard (1...2).contains(digits.count) else { return nil }
      groups += 1
      index = digits.endIndex
      guard index < text.endIndex, text[index] == UInt8(ascii: "."), index + 1 < text.endIndex,
        (0x30...0x39).contains(text[index + 1])
      else { break }
      index += 1
    }
    guard groups > 1, index < text.endIndex else { return nil }
    if text[index] == UInt8(ascii: ".") || text[index] == 0x20 { index += 1 }
    if follows("、", at: index, in: text) { index += 3 }
    guard index < text.endIndex, text[index] & 0xF0 == 0xE0,
      !units.contains(where: { follows($0, at: index, in: text) })
    else { return nil }
    return (min(groups + 3, 6), index)
  }

  /// What stands behind a figure and begins no heading.
  private static let units = [
    "万", "亿", "元", "倍", "个", "人", "千", "百", "次", "批", "台", "辆", "平方", "公",
  ]

  /// «①» … «⑳».
  private static func circled(in text: ArraySlice<UInt8>) -> (Int, Int)? {
    guard text.count > 3, text.starts(with: [0xE2, 0x91]),
      (0xA0...0xB3).contains(text[text.startIndex + 2])
    else { return nil }
    let end = text.startIndex + 3
    return (6, follows("、", at: end, in: text) ? end + 3 : end)
  }
}
