internal import FoundationEssentials

/// Whether a quoted text says a value, read anew without the tool's own number grammar.
enum PrintedNumber {
  private static let nothing = ["无", "無", "没有", "沒有", "未", "零", "空", "持平", "不", "0"]
  private static let numerals: [Character: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
  ]

  /// Whether a text says a figure, in the unit that it prints, if it prints one.
  static func says(_ figure: QuotedPlace.Figure, in text: String) -> Bool {
    guard says(figure.digits, in: text) else { return isSum(figure, in: text) }
    guard figure.isEstablished, let exponent = PrintedUnit.exponent(endOf: text) else {
      return true
    }
    return figure.isCounted(in: exponent, as: text.unicodeScalars)
  }

  /// The sign is told by words as often as by a minus («减少3.5万元» is −3.5), so magnitudes are compared.
  static func says(_ value: String, in text: String) -> Bool {
    guard let wanted = PrintedDigits(value) else { return false }
    let numbers = numbers(in: text)
    if numbers.contains(wanted) { return true }
    if !numbers.isEmpty { return false }
    if wanted.isZero { return nothing.contains { text.contains($0) } }
    return chinese(text).map { PrintedDigits(String($0)) == wanted } ?? false
  }

  /// Every number in Arabic digits, grouping marks, full width and marks without room set aside.
  static func numbers(in text: String) -> [PrintedDigits] {
    var numbers: [PrintedDigits] = []
    var digits = ""
    func flush() {
      while digits.last == "." || digits.last == "," { digits.removeLast() }
      if let number = PrintedDigits(digits.replacing(",", with: "")) { numbers.append(number) }
      digits = ""
    }
    for scalar in text.unicodeScalars {
      if let digit = digit(scalar) {
        digits.append(digit)
      } else if !digits.isEmpty, ["．", "﹒", "。", "."].contains(scalar) {
        digits.append(".")
      } else if !digits.isEmpty, ["，", "﹐", ","].contains(scalar) {
        digits.append(",")
      } else if takesNoRoom(scalar) {
        // Stray spaces stand within numbers.
        continue
      } else {
        flush()
      }
    }
    flush()
    return numbers
  }

  /// The digit of whatever script and style: full width, mathematical.
  private static func digit(_ scalar: Unicode.Scalar) -> Character? {
    if ("0"..."9").contains(scalar) { return Character(scalar) }
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue,
      let digit = Unicode.Scalar(UInt32(value) + 0x30)
    else { return nil }
    return Character(digit)
  }

  private static func takesNoRoom(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
      || scalar.properties.generalCategory == .format
      || scalar.properties.generalCategory == .control
  }

  /// «1,234万5,600元»: amounts that are one sum.
  private static func isSum(_ figure: QuotedPlace.Figure, in text: String) -> Bool {
    guard let exponent = figure.yuanExponent, let value = Decimal(string: figure.digits) else {
      return false
    }
    var sum = Decimal(0)
    var number = ""
    var parts = 0
    var scale: Int?
    for scalar in text.unicodeScalars {
      if let digit = digit(scalar) {
        if let done = scale {
          guard let part = Decimal(string: number) else { return false }
          sum += Decimal(sign: .plus, exponent: done, significand: part)
          parts += 1
          number = ""
          scale = nil
        }
        number.append(digit)
      } else if !number.isEmpty, scale == nil, scalar == "." || scalar == "．" {
        number.append(".")
      } else if let power = PrintedUnit.powers[scalar], !number.isEmpty {
        scale = (scale ?? 0) + power
      } else if scalar != ",", scalar != "，", !takesNoRoom(scalar) {
        break
      }
    }
    if let scale, let part = Decimal(string: number) {
      sum += Decimal(sign: .plus, exponent: scale, significand: part)
      parts += 1
    }
    let yuan = Decimal(sign: .plus, exponent: exponent, significand: value < 0 ? -value : value)
    return parts > 1 && sum == yuan
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
