/// The number that a heading or an entry of a list begins with, in normalized text.
package struct ListNumber: Sendable, Equatable {
  /// How it is written.
  package enum Form: Sendable {
    /// «第一部分».
    case part
    /// «一、».
    case chinese
    /// «(一)».
    case bracketedChinese
    /// «1.».
    case arabic
    /// «(1)».
    case bracketedArabic
  }

  /// How it is written.
  package var form: Form
  /// What it counts; nil where the grammar does not ask for it.
  package var value: Int?
  /// Where the text behind it begins.
  package var end: Int

  /// What is taken for a number.
  package struct Grammar: Sendable {
    /// Whether «第一部分» is one.
    fileprivate var hasParts: Bool
    /// Whether Chinese signs must make up a number up to 99, whose value is told. Else any run of
    /// up to five signs is one.
    fileprivate var isCounted: Bool
    /// Whether a full stop or a comma behind Chinese signs is enough, whatever follows it.
    fileprivate var isLenient: Bool
    /// Whether «、» behind a closing bracket belongs to the number.
    fileprivate var takesCommaBehindBracket: Bool
    /// How many Arabic digits may stand in brackets.
    fileprivate var mostBracketedDigits: Int

    /// The numbers of headings.
    package static let heading = Grammar(
      hasParts: true, isCounted: false, isLenient: true, takesCommaBehindBracket: true,
      mostBracketedDigits: .max)
    /// The numbers of entries and paragraphs.
    package static let entry = Grammar(
      hasParts: false, isCounted: true, isLenient: false, takesCommaBehindBracket: false,
      mostBracketedDigits: 3)
  }

  private static let mostDigits = 3
  private static let mostSigns = 5

  /// Reads the number at the start of a text; nil where there is none.
  package init?(in text: ArraySlice<UInt8>, as grammar: Grammar) {
    var index = text.startIndex
    guard index < text.endIndex else { return nil }
    if grammar.hasParts, Self.follows("第", at: index, in: text) {
      guard let part = Self.part(behindSignAt: index + 3, in: text) else { return nil }
      self = part
      return
    }
    let isBracketed = text[index] == UInt8(ascii: "(")
    if isBracketed { index += 1 }
    var number = index
    while number < text.endIndex, (0x30...0x39).contains(text[number]) { number += 1 }
    let isArabic = number > index
    if isArabic {
      guard number - index <= (isBracketed ? grammar.mostBracketedDigits : Self.mostDigits) else {
        return nil
      }
      value =
        grammar.isCounted ? text[index..<number].reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    } else if grammar.isCounted {
      guard let (counted, end) = Self.counted(at: index, in: text) else { return nil }
      value = counted
      number = end
    } else {
      number = ChineseNumeral.end(
        ofRunAt: index, in: text, among: [.digits, .ten, .hundred, .ring], most: Self.mostSigns)
      guard number > index else { return nil }
    }
    guard number < text.endIndex else { return nil }
    if isBracketed {
      guard text[number] == UInt8(ascii: ")") else { return nil }
      form = isArabic ? .bracketedArabic : .bracketedChinese
      end = number + 1
      if grammar.takesCommaBehindBracket, Self.follows("、", at: end, in: text) { end += 3 }
      return
    }
    form = isArabic ? .arabic : .chinese
    if Self.follows("、", at: number, in: text) {
      end = number + 3
      return
    }
    end = number + 1
    let mark = text[number]
    if !isArabic, grammar.isLenient {
      guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") else { return nil }
    } else {
      // «1.5» is a figure.
      guard mark == UInt8(ascii: "."), end < text.endIndex, !(0x30...0x39).contains(text[end])
      else { return nil }
    }
  }

  private init(form: Form, value: Int?, end: Int) {
    self.form = form
    self.value = value
    self.end = end
  }

  /// «第一部分» behind its first sign.
  private static func part(
    behindSignAt start: Int, in text: ArraySlice<UInt8>
  ) -> ListNumber? {
    let number = ChineseNumeral.end(
      ofRunAt: start, in: text, among: [.digits, .ten, .hundred, .ring], most: mostSigns)
    guard number > start, follows("部分", at: number, in: text) else { return nil }
    var end = number + 6
    if end < text.endIndex, text[end] == UInt8(ascii: ":") || text[end] == UInt8(ascii: ",") {
      end += 1
    }
    if follows("、", at: end, in: text) { end += 3 }
    return ListNumber(form: .part, value: nil, end: end)
  }

  /// 一 … 九十九.
  private static func counted(
    at start: Int, in text: ArraySlice<UInt8>
  ) -> (value: Int, end: Int)? {
    var index = start
    var tens: Int?
    var unit: Int?
    while index - start < 3 * ChineseNumeral.length,
      let value = ChineseNumeral.value(at: index, in: text, among: [.digits, .ten])
    {
      if value == 10, tens == nil {
        tens = unit ?? 1
        unit = nil
      } else if value < 10, unit == nil {
        unit = value
      } else {
        break
      }
      index += ChineseNumeral.length
    }
    guard tens != nil || unit != nil else { return nil }
    return ((tens ?? 0) * 10 + (unit ?? 0), index)
  }

  private static func follows(_ word: String, at start: Int, in text: ArraySlice<UInt8>) -> Bool {
    start <= text.endIndex && text[start...].starts(with: word.utf8)
  }
}
