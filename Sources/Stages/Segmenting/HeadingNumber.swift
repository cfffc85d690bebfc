/// The number that a heading or list entry begins with, by kind.
struct HeadingNumber {
  /// 1 «第一部分», 2 «一、», 3 «(一)», 4 «1.», 5 «(1)».
  var level: Int
  /// The end of the number in the text.
  var end: Int

  /// Reads the number at the start of normalized text; nil where there is none.
  init?(in text: ArraySlice<UInt8>) {
    var index = text.startIndex
    if Self.follows("第", at: index, in: text) {
      let numeral = Self.numeralEnd(from: index + 3, in: text)
      guard numeral > index + 3, Self.follows("部分", at: numeral, in: text) else { return nil }
      level = 1
      end = numeral + 6
      if end < text.endIndex, [UInt8(ascii: ":"), UInt8(ascii: ",")].contains(text[end]) {
        end += 1
      }
      if Self.follows("、", at: end, in: text) { end += 3 }
      return
    }
    let bracketed = index < text.endIndex && text[index] == UInt8(ascii: "(")
    if bracketed { index += 1 }
    let chinese = Self.numeralEnd(from: index, in: text)
    let digits = Self.digitsEnd(from: index, in: text)
    if bracketed {
      let inner = max(chinese, digits)
      guard inner > index, inner < text.endIndex, text[inner] == UInt8(ascii: ")") else {
        return nil
      }
      level = chinese > index ? 3 : 5
      end = inner + 1
      if Self.follows("、", at: end, in: text) { end += 3 }
      return
    }
    if chinese > index {
      guard
        Self.follows("、", at: chinese, in: text)
          || chinese < text.endIndex
            && (text[chinese] == UInt8(ascii: ".") || text[chinese] == UInt8(ascii: ","))
      else { return nil }
      level = 2
      end = chinese + (Self.follows("、", at: chinese, in: text) ? 3 : 1)
      return
    }
    guard digits > index, digits - index <= 3, digits < text.endIndex else { return nil }
    if Self.follows("、", at: digits, in: text) {
      level = 4
      end = digits + 3
    } else if text[digits] == UInt8(ascii: "."), digits + 1 < text.endIndex,
      !(0x30...0x39).contains(text[digits + 1])
    {
      level = 4
      end = digits + 1
    } else {
      return nil
    }
  }

  private static let numerals: Set<[UInt8]> = Set("一二三四五六七八九十百〇".map { Array(String($0).utf8) })

  private static func numeralEnd(from start: Int, in text: ArraySlice<UInt8>) -> Int {
    var index = start
    while index + 3 <= text.endIndex, index - start < 15,
      numerals.contains(Array(text[index..<index + 3]))
    { index += 3 }
    return index
  }

  private static func digitsEnd(from start: Int, in text: ArraySlice<UInt8>) -> Int {
    var index = start
    while index < text.endIndex, (0x30...0x39).contains(text[index]) { index += 1 }
    return index
  }

  static func follows(_ word: String, at start: Int, in text: ArraySlice<UInt8>) -> Bool {
    start <= text.endIndex && text[start...].starts(with: word.utf8)
  }
}
