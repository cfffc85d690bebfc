/// Whether a quoted text says a value, read anew without the tool's own number grammar.
enum PrintedNumber {
  private static let nothing = ["无", "無", "没有", "沒有", "未", "零", "空", "持平", "不", "0"]
  private static let numerals: [Character: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
  ]

  /// The sign is told by words as often as by a minus («减少3.5万元» is −3.5), so magnitudes are compared.
  static func says(_ value: String, in text: String) -> Bool {
    guard let wanted = PrintedDigits(value) else { return false }
    let numbers = numbers(in: text)
    if numbers.contains(wanted) { return true }
    if !numbers.isEmpty { return false }
    if wanted.isZero { return nothing.contains { text.contains($0) } }
    return chinese(text).map { PrintedDigits(String($0)) == wanted } ?? false
  }

  /// Every number in Arabic digits, grouping marks and full width set aside.
  static func numbers(in text: String) -> [PrintedDigits] {
    var numbers: [PrintedDigits] = []
    var digits = ""
    func flush() {
      while digits.last == "." || digits.last == "," { digits.removeLast() }
      if let number = PrintedDigits(digits.replacing(",", with: "")) { numbers.append(number) }
      digits = ""
    }
    for scalar in text.unicodeScalars {
      let narrow =
        (0xFF0C...0xFF19).contains(scalar.value)
        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      if ("0"..."9").contains(Character(narrow)) {
        digits.unicodeScalars.append(narrow)
      } else if !digits.isEmpty, narrow == "." || narrow == "," {
        digits.unicodeScalars.append(narrow)
      } else if narrow.properties.isWhitespace || scalar == "\u{200B}" {
        // Stray spaces stand within numbers.
        continue
      } else {
        flush()
      }
    }
    flush()
    return numbers
  }

  /// «三», «十二», «二十五».
  private static func chinese(_ text: String) -> Int? {
    var total = 0
    var current: Int?
    var seen = false
    for character in text {
      if let digit = numerals[character] {
        current = digit
        seen = true
      } else if character == "十" || character == "拾" {
        total += (current ?? 1) * 10
        current = nil
        seen = true
      } else if character == "百" || character == "佰" {
        total += (current ?? 1) * 100
        current = nil
        seen = true
      } else if seen {
        break
      }
    }
    return seen ? total + (current ?? 0) : nil
  }
}
