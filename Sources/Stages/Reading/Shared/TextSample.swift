internal import TextLibraries

/// The beginning of a file that is text, decoded, for telling its format.
struct TextSample: Sendable {
  /// Some 64 KB in UTF-8.
  let text: [UInt8]
  /// Its first 8 KB in lower case: marks of a format stand here at the latest.
  let head: [UInt8]
  /// The ending of the file's name in lower case, without the dot.
  let fileExtension: String

  init(_ text: [UInt8], fileExtension: String) {
    self.text = text
    self.fileExtension = fileExtension
    head = Self.lowercased(text.prefix(8192))
  }

  /// The whole text in lower case.
  var lowercased: [UInt8] { Self.lowercased(text[...]) }

  /// Whether these bytes begin the text, in whatever letter case.
  func begins(with needle: String) -> Bool { head.starts(with: needle.utf8) }

  /// Whether the first `length` bytes hold `needle`, in whatever letter case.
  func headContains(_ needle: String, within length: Int = 8192) -> Bool {
    Self.contains(needle, in: head.prefix(length))
  }

  /// Whether the text holds `needle` as it is.
  func contains(_ needle: String) -> Bool { Self.contains(needle, in: text[...]) }

  /// Whether bytes hold `needle` as it is.
  static func contains(_ needle: String, in bytes: ArraySlice<UInt8>) -> Bool {
    ByteSearch.first(Array(needle.utf8), in: bytes) != nil
  }

  private static func lowercased(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
