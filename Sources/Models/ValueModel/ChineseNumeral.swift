/// The signs that Chinese numbers are written with.
///
/// Places differ in which signs they count as numerals: a year may hold «○», the number of a heading
/// «百», and neither the other's. So whoever asks says which groups of signs it means.
package enum ChineseNumeral {
  /// Groups of signs that stand for numbers.
  package struct Signs: OptionSet, Sendable {
    /// One bit for each group.
    package let rawValue: UInt8

    /// Groups by the bits of a number.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// 一 … 九.
    package static let digits = Signs(rawValue: 1)
    /// 十.
    package static let ten = Signs(rawValue: 2)
    /// 百.
    package static let hundred = Signs(rawValue: 4)
    /// 零.
    package static let zero = Signs(rawValue: 8)
    /// 〇.
    package static let ring = Signs(rawValue: 16)
    /// ○, a circle that is printed for 〇.
    package static let circle = Signs(rawValue: 32)
    /// 两, which counts things.
    package static let pair = Signs(rawValue: 64)
    /// 壹 … 玖 and 拾, as money is written on cheques.
    package static let formal = Signs(rawValue: 128)
  }

  /// How many bytes of UTF-8 each sign has.
  package static let length = 3

  /// The number that the sign with these three bytes stands for; nil where it is none of `signs`.
  package static func value(
    _ first: UInt8, _ second: UInt8, _ third: UInt8, among signs: Signs
  ) -> Int? {
    guard first & 0xF0 == 0xE0 else { return nil }
    let code =
      UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    guard let (value, group) = meaning(of: code), signs.contains(group) else { return nil }
    return value
  }

  /// The number that the sign at a place stands for; nil where none of `signs` begins there.
  package static func value(
    at index: Int, in text: ArraySlice<UInt8>, among signs: Signs
  ) -> Int? {
    guard index + length <= text.endIndex else { return nil }
    return value(text[index], text[index + 1], text[index + 2], among: signs)
  }

  /// Where a run of signs ends that begins at a place, after at most so many of them.
  package static func end(
    ofRunAt start: Int, in text: ArraySlice<UInt8>, among signs: Signs, most: Int
  ) -> Int {
    var index = start
    for _ in 0..<most {
      guard value(at: index, in: text, among: signs) != nil else { break }
      index += length
    }
    return index
  }

  /// By code points, which a machine looks up in one step: it is asked of every character of a text.
  private static func meaning(of code: UInt32) -> (value: Int, group: Signs)? {
    switch code {
    case 0x4E00: (1, .digits)  // 一
    case 0x4E8C: (2, .digits)  // 二
    case 0x4E09: (3, .digits)  // 三
    case 0x56DB: (4, .digits)  // 四
    case 0x4E94: (5, .digits)  // 五
    case 0x516D: (6, .digits)  // 六
    case 0x4E03: (7, .digits)  // 七
    case 0x516B: (8, .digits)  // 八
    case 0x4E5D: (9, .digits)  // 九
    case 0x5341: (10, .ten)  // 十
    case 0x767E: (100, .hundred)  // 百
    case 0x96F6: (0, .zero)  // 零
    case 0x3007: (0, .ring)  // 〇
    case 0x25CB: (0, .circle)  // ○
    case 0x4E24: (2, .pair)  // 两
    case 0x58F9: (1, .formal)  // 壹
    case 0x8D30: (2, .formal)  // 贰
    case 0x53C1: (3, .formal)  // 叁
    case 0x8086: (4, .formal)  // 肆
    case 0x4F0D: (5, .formal)  // 伍
    case 0x9646: (6, .formal)  // 陆
    case 0x67D2: (7, .formal)  // 柒
    case 0x634C: (8, .formal)  // 捌
    case 0x7396: (9, .formal)  // 玖
    case 0x62FE: (10, .formal)  // 拾
    default: nil
    }
  }
}

extension ChineseNumeral {
  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// A number as things are counted in Chinese, from 1 to 999: 十, 二十一, 一百零五; any other in
  /// Arabic digits.
  package static func counting(_ number: Int) -> String {
    guard (1..<1000).contains(number) else { return String(number) }
    let (hundreds, rest) = number.quotientAndRemainder(dividingBy: 100)
    let (tens, units) = rest.quotientAndRemainder(dividingBy: 10)
    var text = hundreds > 0 ? digits[hundreds] + "百" : ""
    if tens > 0 {
      text += (tens == 1 && hundreds == 0 ? "" : digits[tens]) + "十"
    } else if hundreds > 0, units > 0 {
      text += "零"
    }
    return text + (units > 0 ? digits[units] : "")
  }
}
