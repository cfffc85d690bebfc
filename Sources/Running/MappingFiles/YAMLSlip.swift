/// What a line that is no YAML probably has wrong, in plain words: the parser speaks of tokens.
enum YAMLSlip {
  /// Looks at the line where the parser gave up and at the one before, where the slip mostly is.
  static func hint(in bytes: [UInt8], before line: Int?) -> String? {
    guard let line else { return nil }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for index in [line - 1, line - 2] where lines.indices.contains(index) {
      let text = String(decoding: lines[index], as: UTF8.self)
      if let hint = hint(text) { return "line \(index + 1): " + hint }
    }
    return nil
  }

  /// The slip in a text that should have been «key: value».
  static func hint(_ text: String) -> String? {
    if text.utf8.first == 0x09 || text.utf8.drop(while: { $0 == 0x20 }).first == 0x09 {
      return "it is indented with a tab; write spaces"
    }
    if text.contains("：") { return "«：» is a full-width colon; write «: », with a space behind it" }
    let marks = text.utf8
    if let colon = marks.firstIndex(of: UInt8(ascii: ":")),
      let next = marks[marks.index(after: colon)...].first, ![0x20, 0x0D].contains(next)
    {
      return "the colon needs a space behind it"
    }
    return nil
  }
}
