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
    var texts = [""]
    var rest = pattern[...]
    while let open = rest.firstIndex(where: { "[{]}".contains($0) }) {
      let mark = rest[open]
      guard mark == "[" || mark == "{" else { throw .stray(mark) }
      guard let close = rest[open...].firstIndex(of: mark == "[" ? "]" : "}") else {
        throw .unclosed(mark)
      }
      let inside = rest[rest.index(after: open)..<close]
      if let nested = inside.first(where: { "[{]}".contains($0) }) { throw .stray(nested) }
      var choices = inside.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      if mark == "[", !choices.contains("") { choices.append("") }
      let lead = String(rest[..<open])
      guard texts.count * choices.count <= mostVariants else { throw .tooMany }
      texts = texts.flatMap { text in choices.map { text + lead + $0 } }
      rest = rest[rest.index(after: close)...]
    }
    var seen: Set<String> = []
    return texts.map { $0 + rest }.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
