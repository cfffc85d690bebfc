import Testing
import ValueModel

@Suite("Chinese numerals and list numbers")
struct NumeralTests {
  private static let all: ChineseNumeral.Signs = [
    .digits, .ten, .hundred, .zero, .ring, .circle, .pair, .formal,
  ]

  private func value(_ sign: String, _ signs: ChineseNumeral.Signs = Self.all) -> Int? {
    ChineseNumeral.value(at: 0, in: Array(sign.utf8)[...], among: signs)
  }

  @Test(arguments: [
    ("零〇○", [0, 0, 0]), ("一二三四五六七八九", [1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ("壹贰叁肆伍陆柒捌玖拾", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), ("两十百", [2, 10, 100]),
  ])
  func `signs stand for numbers`(signs: String, values: [Int]) {
    #expect(signs.unicodeScalars.map { value(String($0)) } == values.map(Optional.some))
  }

  @Test func `only the signs that are asked for count`() {
    #expect(value("百", [.digits, .ten]) == nil)
    #expect(value("○", [.digits, .ring]) == nil)
    #expect(value("千") == nil)
    #expect(value("1") == nil)
    #expect(value("") == nil)
  }

  @Test func `a run of signs ends at the first that is none, or where there are enough`() {
    let text = Array("二十一日".utf8)[...]
    #expect(ChineseNumeral.end(ofRunAt: 0, in: text, among: [.digits, .ten], most: 5) == 9)
    #expect(ChineseNumeral.end(ofRunAt: 0, in: text, among: [.digits, .ten], most: 2) == 6)
    #expect(ChineseNumeral.end(ofRunAt: 0, in: text, among: .ten, most: 5) == 0)
  }

  @Test(arguments: [
    (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"), (105, "一百零五"),
    (110, "一百一十"), (0, "0"), (1000, "1000"),
  ])
  func `numbers are counted in words`(number: Int, text: String) {
    #expect(ChineseNumeral.counting(number) == text)
  }

  // MARK: List numbers

  private func read(_ text: String, _ grammar: ListNumber.Grammar) -> (ListNumber, String)? {
    // As within a larger text, so that nothing counts from 0.
    let whole = Array(("前" + text).utf8)
    guard let number = ListNumber(in: whole[3...], as: grammar) else { return nil }
    return (number, String(decoding: whole[number.end...], as: UTF8.self))
  }

  @Test(arguments: [
    ("第二部分收支", ListNumber.Form.part, "收支"), ("第二部分:收支", .part, "收支"),
    ("二、收支", .chinese, "收支"), ("一百二十.收支", .chinese, "收支"), ("二,收支", .chinese, "收支"),
    ("(二)收支", .bracketedChinese, "收支"), ("(二)、收支", .bracketedChinese, "收支"),
    ("2.收支", .arabic, "收支"), ("12、收支", .arabic, "收支"), ("(2)收支", .bracketedArabic, "收支"),
    ("(2024)收支", .bracketedArabic, "收支"),
  ])
  func `a heading's number is read in its form`(
    text: String, form: ListNumber.Form, rest: String
  ) throws {
    let (number, behind) = try #require(read(text, .heading))
    #expect(number.form == form)
    #expect(behind == rest)
  }

  @Test(arguments: [
    "收支", "第二条", "2.5万元", "2024.收支", "2024、收支", "二十", "(二", "2", "二收支", "()收支", "",
  ])
  func `what is no heading's number`(text: String) {
    #expect(read(text, .heading) == nil)
  }

  @Test(arguments: [
    ("二、收支", 2, "收支"), ("十二、收支", 12, "收支"), ("二十、收支", 20, "收支"), ("九十九.收支", 99, "收支"),
    ("(二)收支", 2, "收支"), ("(二)、收支", 2, "、收支"), ("2.收支", 2, "收支"), ("123、收支", 123, "收支"),
    ("(2)收支", 2, "收支"),
  ])
  func `an entry's number is counted`(text: String, value: Int, rest: String) throws {
    let (number, behind) = try #require(read(text, .entry))
    #expect(number.value == value)
    #expect(behind == rest)
  }

  @Test(arguments: ["第二部分收支", "二,收支", "一百、收支", "二二、收支", "(2024)收支", "1234、收支", "2.5万元", "二.5"])
  func `what is no entry's number`(text: String) {
    #expect(read(text, .entry) == nil)
  }
}
