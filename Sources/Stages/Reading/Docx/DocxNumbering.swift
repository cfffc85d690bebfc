import TextLibraries
import ValueModel

/// `word/numbering.xml` and the counters behind the numbers that Word draws before paragraphs.
final class DocxNumbering: MarkupEventHandler {
  /// What a paragraph says of its number.
  struct Reference {
    var id: String
    /// 0…8.
    var level: Int
  }

  private struct Level {
    var format = "decimal"
    var text = ""
    var start = 1
  }

  /// Word's own numbers have 31 characters at most.
  private static let longestText = 100

  private var abstracts: [String: [Int: Level]] = [:]
  private var abstractOf: [String: String] = [:]
  private var overrides: [String: [Int: Int]] = [:]
  private var counters: [String: [Int: Int]] = [:]
  private var startedBy: [String: Set<String>] = [:]

  private var abstract: String?
  private var number: String?
  private var level = 0

  func start(_ name: String, attributes: MarkupAttributes) {
    switch name {
    case "abstractNum": abstract = attributes["abstractNumId"]
    case "num": number = attributes["numId"]
    case "abstractNumId": if let number { abstractOf[number] = attributes["val"] }
    case "lvl", "lvlOverride":
      level = min(8, max(0, attributes["ilvl"].flatMap { Int($0) } ?? 0))
    case "numFmt": set { $0.format = attributes["val"] ?? "decimal" }
    case "lvlText":
      set { $0.text = String((attributes["val"] ?? "").unicodeScalars.prefix(Self.longestText)) }
    case "start": set { $0.start = attributes["val"].flatMap { Int($0) } ?? 1 }
    case "startOverride":
      if let number {
        overrides[number, default: [:]][level] = attributes["val"].flatMap { Int($0) }
      }
    default: break
    }
  }

  func end(_ name: String) {
    if name == "abstractNum" { abstract = nil }
    if name == "num" { number = nil }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  private func set(_ change: (inout Level) -> Void) {
    guard let abstract else { return }
    change(&abstracts[abstract, default: [:]][level, default: Level()])
  }

  /// The number of the next paragraph that refers to `reference`; nil for bullets and for «none».
  func next(_ reference: Reference) -> String? {
    guard let abstract = abstractOf[reference.id], let levels = abstracts[abstract],
      let own = levels[reference.level]
    else { return nil }
    var counter = counters[abstract] ?? [:]
    if let restart = overrides[reference.id]?[reference.level],
      startedBy[abstract, default: []].insert(reference.id + "/\(reference.level)").inserted
    {
      counter[reference.level] = restart
    } else {
      // Safe: a file may start at the largest number there is; then the next is wrong and nothing
      // traps.
      counter[reference.level] = counter[reference.level].map { $0 &+ 1 } ?? own.start
    }
    for deeper in reference.level + 1...9 { counter[deeper] = nil }
    counters[abstract] = counter
    guard own.format != "bullet", own.format != "none" else { return nil }
    var text = ""
    var rest = own.text[...]
    while let mark = rest.firstIndex(of: "%") {
      text += rest[..<mark]
      rest = rest[rest.index(after: mark)...]
      guard let digit = rest.first?.wholeNumberValue, (1...9).contains(digit) else { continue }
      rest.removeFirst()
      let shown = levels[digit - 1] ?? own
      text += Self.written(counter[digit - 1] ?? shown.start, in: shown.format)
    }
    return text + rest
  }

  private static func written(_ number: Int, in format: String) -> String {
    switch format {
    case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting",
      "taiwaneseCountingThousand", "japaneseCounting", "ideographDigital":
      ChineseNumeral.counting(number)
    case "decimalFullWidth", "decimalFullWidth2":
      String(
        String.UnicodeScalarView(
          String(number).unicodeScalars.compactMap {
            UnicodeScalar($0.value + 0xFEE0)
          }))
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      (1...20).contains(number)
        ? UnicodeScalar(UInt32(0x245F + number)).map { String($0) } ?? "\(number)" : "\(number)"
    case "upperLetter", "lowerLetter":
      letters(number, from: format == "upperLetter" ? 0x41 : 0x61)
    case "upperRoman": roman(number)
    case "lowerRoman": roman(number).lowercased()
    default: String(number)
    }
  }

  private static func letters(_ number: Int, from first: UInt8) -> String {
    guard number > 0 else { return String(number) }
    let letter = String(decoding: [first + UInt8((number - 1) % 26)], as: UTF8.self)
    return String(repeating: letter, count: min(8, (number - 1) / 26 + 1))
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return String(number) }
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var left = number
    var text = ""
    for (value, sign) in signs {
      while left >= value {
        text += sign
        left -= value
      }
    }
    return text
  }
}
