import ReportModel

/// A label with its variants: «公务用车购置[及|和]运行[维护]费» stands for every text that the pattern
/// spells out. `[a|b]` may be a, b or nothing; `{a|b}` must be one of them. Nothing nests.
enum LabelPattern {
  /// More variants than this are a slip of the pen, not a label.
  static let mostVariants = 256

  /// Why a pattern cannot be spelled out.
  enum Problem: Error {
    case unclosed(Character), stray(Character), tooMany
  }

  /// All texts the pattern stands for, in the order in which it names them, without repetition.
  static func variants(of pattern: String) throws(Problem) -> [String] {
    guard pattern.utf8.contains(where: isMark) else { return pattern.isEmpty ? [] : [pattern] }
    let bytes = Array(pattern.utf8)
    var texts: [[UInt8]] = [[]]
    var position = 0
    while let open = bytes[position...].firstIndex(where: isMark) {
      let mark = bytes[open]
      let closing: UInt8
      switch mark {
      case UInt8(ascii: "["): closing = UInt8(ascii: "]")
      case UInt8(ascii: "{"): closing = UInt8(ascii: "}")
      default: throw .stray(character(mark))
      }
      guard let close = bytes[open...].firstIndex(of: closing) else {
        throw .unclosed(character(mark))
      }
      let inside = bytes[(open + 1)..<close]
      if let nested = inside.first(where: isMark) { throw .stray(character(nested)) }
      var choices = inside.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      if mark == UInt8(ascii: "["), !choices.contains(where: \.isEmpty) { choices.append([]) }
      guard texts.count * choices.count <= mostVariants else { throw .tooMany }
      let lead = bytes[position..<open]
      texts = texts.flatMap { text in choices.map { text + lead + $0 } }
      position = close + 1
    }
    let rest = bytes[position...]
    var seen: Set<ExactText> = []
    return texts.compactMap { text in
      let spelled = String(decoding: text + rest, as: UTF8.self)
      guard !spelled.isEmpty, seen.insert(ExactText(spelled)).inserted else { return nil }
      return spelled
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: "}")
  }

  private static func character(_ mark: UInt8) -> Character { Character(Unicode.Scalar(mark)) }
}
