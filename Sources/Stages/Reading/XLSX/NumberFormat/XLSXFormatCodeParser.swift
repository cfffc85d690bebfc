internal import DocumentModel

/// Cuts a number format code into sections and tokens.
struct XLSXFormatCodeParser {
  private let code: [UInt8]
  private var index = 0
  private var section = XLSXNumberFormat.Section()

  init(_ code: [UInt8]) {
    self.code = code
  }

  /// One to four sections; further ones mean nothing to Excel either.
  mutating func sections() -> [XLSXNumberFormat.Section] {
    var sections: [XLSXNumberFormat.Section] = []
    while index < code.count {
      if code[index] == UInt8(ascii: ";") {
        index += 1
        sections.append(finished())
        section = XLSXNumberFormat.Section()
      } else {
        readToken()
      }
    }
    sections.append(finished())
    return Array(sections.prefix(4))
  }

  // MARK: Tokens

  private mutating func readToken() {
    let byte = code[index]
    switch byte {
    case UInt8(ascii: "\""):
      let end = code[(index + 1)...].firstIndex(of: byte) ?? code.count
      append(literal: code[(index + 1)..<end])
      index = end + 1
    case UInt8(ascii: "\\"), UInt8(ascii: "!"):
      index += 1
      append(literal: nextScalar())
    case UInt8(ascii: "_"):
      // The width of the next character as white space.
      index += 1
      _ = nextScalar()
      append(literal: [0x20])
    case UInt8(ascii: "*"):
      // The next character fills the column, which has no width here.
      index += 1
      _ = nextScalar()
    case UInt8(ascii: "["): readBracket()
    case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"): readDigits()
    case UInt8(ascii: "."):
      if case .date(.second, _)? = section.tokens.last, next(1) == UInt8(ascii: "0") {
        index += 1
        section.tokens.append(.date(.fraction, width: run(of: UInt8(ascii: "0"))))
      } else {
        section.tokens.append(.point)
        index += 1
      }
    case UInt8(ascii: ","):
      // A comma between digits groups (seen there); one behind the last digit divides.
      if case .digit? = section.tokens.last {
        section.thousands += 1
      } else {
        append(literal: [byte])
      }
      index += 1
    case UInt8(ascii: "%"):
      section.percents += 1
      section.tokens.append(.percent)
      index += 1
    case UInt8(ascii: "@"):
      section.tokens.append(.text)
      index += 1
    default: readWord()
    }
  }

  private mutating func readDigits() {
    // Commas before further digits were no divisors: they group, or mean nothing behind the point.
    if section.thousands > 0 {
      section.groupsThousands = section.groupsThousands || !section.tokens.contains(.point)
      section.thousands = 0
    }
    while let byte = next(0), [0x30, 0x23, 0x3F].contains(byte) {
      section.tokens.append(.digit(byte))
      index += 1
    }
    if next(0) == UInt8(ascii: "/") {
      section.isUnsupported = true
    }
  }

  private mutating func readBracket() {
    guard let end = code[index...].firstIndex(of: UInt8(ascii: "]")) else {
      append(literal: [code[index]])
      index += 1
      return
    }
    let inner = code[(index + 1)..<end]
    index = end + 1
    guard let lead = inner.first else { return }
    switch lead {
    case UInt8(ascii: "$"):
      // A currency sign and a language: [$¥-804].
      let sign = inner.dropFirst().prefix { $0 != UInt8(ascii: "-") }
      if !sign.isEmpty { append(literal: sign) }
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="): readCondition(inner)
    default:
      let word = String(decoding: inner, as: UTF8.self).lowercased()
      if let part = Self.elapsed[String(word.prefix(1))], Set(word).count == 1 {
        section.tokens.append(.date(part, width: word.utf8.count))
      } else if word.hasPrefix("dbnum") {
        section.hasChineseNumerals = true
      } else if !word.isEmpty {
        section.hasColor = true
        section.isWhite = ["white", "color2", "color 2", "白色"].contains(word)
      }
    }
  }

  private static let elapsed: [String: XLSXNumberFormat.DatePart] = [
    "h": .elapsedHours, "m": .elapsedMinutes, "s": .elapsedSeconds,
  ]

  private mutating func readCondition(_ inner: ArraySlice<UInt8>) {
    let sign = inner.prefix { [0x3C, 0x3D, 0x3E].contains($0) }
    let relation: XLSXNumberFormat.Condition.Relation
    switch String(decoding: sign, as: UTF8.self) {
    case "<": relation = .less
    case "<=": relation = .lessOrEqual
    case "=": relation = .equal
    case "<>": relation = .unequal
    case ">=": relation = .greaterOrEqual
    case ">": relation = .greater
    default: return
    }
    guard let value = XLSXDecimal(parsing: Array(inner.dropFirst(sign.count))) else { return }
    section.condition = .init(relation: relation, value: value)
  }

  private static let words: [(word: [UInt8], token: XLSXNumberFormat.Token)] = [
    (Array("general".utf8), .general),
    (Array("g/通用格式".utf8), .general),
    (Array("am/pm".utf8), .date(.halfDay, width: 2)),
    (Array("a/p".utf8), .date(.halfDay, width: 1)),
    (Array("上午/下午".utf8), .date(.chineseHalfDay, width: 2)),
  ]

  private mutating func readWord() {
    for (word, token) in Self.words where begins(with: word) {
      section.tokens.append(token)
      index += word.count
      return
    }
    let byte = code[index]
    switch byte | 0x20 {
    case UInt8(ascii: "y"): appendDate(.year)
    case UInt8(ascii: "e") where !isExponent: appendDate(.year)
    case UInt8(ascii: "m"): appendDate(.month)
    case UInt8(ascii: "d"): appendDate(.day)
    case UInt8(ascii: "h"): appendDate(.hour)
    case UInt8(ascii: "s"): appendDate(.second)
    case UInt8(ascii: "a") where next(2).map({ $0 | 0x20 }) == UInt8(ascii: "a"):
      appendDate(.chineseWeekday)
    case UInt8(ascii: "e"):
      index += 2
      if section.digitsBeforePoint > 1 { section.isUnsupported = true }
      section.tokens.append(.exponent(digits: run(of: UInt8(ascii: "0"))))
    default: append(literal: nextScalar())
    }
  }

  /// `E+0` behind digits; alone, `e` is the year.
  private var isExponent: Bool {
    let sign = next(1)
    return (sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"))
      && (next(2) == UInt8(ascii: "0") || next(2) == UInt8(ascii: "#"))
  }

  private mutating func appendDate(_ part: XLSXNumberFormat.DatePart) {
    let letter = code[index] | 0x20
    var width = 0
    while let byte = next(0), byte | 0x20 == letter {
      width += 1
      index += 1
    }
    let part = part == .day && width > 2 ? .weekday : part
    // «e» alone is the full year.
    if letter == UInt8(ascii: "e") { width = 4 }
    section.tokens.append(.date(part, width: width))
  }

  // MARK: Bytes

  private func next(_ offset: Int) -> UInt8? {
    index + offset < code.count ? code[index + offset] : nil
  }

  private func begins(with word: [UInt8]) -> Bool {
    guard index + word.count <= code.count else { return false }
    for (offset, byte) in word.enumerated() {
      let found = code[index + offset]
      let isUpper = (0x41...0x5A).contains(found)
      guard byte == (isUpper ? found | 0x20 : found) else { return false }
    }
    return true
  }

  private mutating func run(of byte: UInt8) -> Int {
    var count = 0
    while next(0) == byte {
      count += 1
      index += 1
    }
    return count
  }

  /// The bytes of the character at the index, which moves behind it.
  private mutating func nextScalar() -> ArraySlice<UInt8> {
    let start = index
    guard index < code.count else { return [] }
    index += 1
    while let byte = next(0), byte & 0xC0 == 0x80 { index += 1 }
    return code[start..<index]
  }

  private mutating func append(literal: some Collection<UInt8>) {
    if case .literal(var bytes)? = section.tokens.last {
      bytes += literal
      section.tokens[section.tokens.count - 1] = .literal(bytes)
    } else {
      section.tokens.append(.literal(Array(literal)))
    }
  }

  // MARK: Result

  /// The section with its months and minutes told apart: `m` beside hours or seconds is minutes.
  private func finished() -> XLSXNumberFormat.Section {
    var section = section
    let places = section.tokens.indices.filter {
      if case .date = section.tokens[$0] { true } else { false }
    }
    for (position, place) in places.enumerated() {
      guard case .date(.month, let width) = section.tokens[place], width <= 2 else { continue }
      let before = position > 0 ? section.tokens[places[position - 1]] : nil
      let after = position + 1 < places.count ? section.tokens[places[position + 1]] : nil
      if Self.isHour(before) || Self.isSecond(after) {
        section.tokens[place] = .date(.minute, width: width)
      }
    }
    return section
  }

  private static func isHour(_ token: XLSXNumberFormat.Token?) -> Bool {
    switch token {
    case .date(.hour, _), .date(.elapsedHours, _): true
    default: false
    }
  }

  private static func isSecond(_ token: XLSXNumberFormat.Token?) -> Bool {
    switch token {
    case .date(.second, _), .date(.elapsedSeconds, _): true
    default: false
    }
  }
}
