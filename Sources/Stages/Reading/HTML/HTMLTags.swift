import TextLibraries

/// What is looked at before libxml2 sees the page: it compares every attribute of an element with all
/// the others, so that a million of them would keep it busy for hours.
///
/// Tags are cut as libxml2 cuts them: what it would take for an attribute must not look like a part of
/// a value, a comment or a script here. O(length).
struct HTMLTags {
  /// No page has half as many on one element.
  static let mostAttributes = 512

  /// Whether any element has more attributes than ``mostAttributes``.
  static func hasTooManyAttributes(_ text: [UInt8]) -> Bool {
    // Safe: the value lives within the closure that lends it the buffer; `index` is compared with
    // the count before each read.
    text.withUnsafeBufferPointer { buffer in
      var tags = HTMLTags(text: buffer)
      return tags.findsTooManyAttributes()
    }
  }

  /// What is in them is no markup.
  private static let rawElements = ["script", "style"]

  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0

  private init(text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  private mutating func findsTooManyAttributes() -> Bool {
    while true {
      skip(to: UInt8(ascii: "<"))
      guard index < text.count else { return false }
      if begins("<!--") {
        skipComment()
      } else if begins("<!") || begins("<?") {
        skip(behind: ">", from: index + 2)
      } else if index + 1 < text.count, Self.startsName(text[index + 1]) {
        let name = index + 1
        if countAttributes() > Self.mostAttributes { return true }
        for raw in Self.rawElements where begins(raw, at: name) {
          let end = name + raw.utf8.count
          // «scripted» is another element.
          guard end >= text.count || !Self.continuesName(text[end]) else { continue }
          skip(to: "</" + raw)
        }
      } else {
        index += 1
      }
    }
  }

  /// Goes behind the tag that begins here and counts its attributes, one more than the limit at most.
  private mutating func countAttributes() -> Int {
    index += 1
    skip { Self.continuesName($0) }
    var attributes = 0
    while index < text.count, attributes <= Self.mostAttributes {
      skip { Self.isBlank($0) }
      guard index < text.count else { break }
      if text[index] == UInt8(ascii: ">") {
        index += 1
        break
      }
      attributes += 1
      guard Self.startsName(text[index]) else {
        // What begins no name is dropped up to the next white space.
        index += 1
        skip { !Self.isBlank($0) && $0 != UInt8(ascii: ">") }
        continue
      }
      skip { Self.continuesName($0) }
      skip { Self.isBlank($0) }
      guard index < text.count, text[index] == UInt8(ascii: "=") else { continue }
      index += 1
      skip { Self.isBlank($0) }
      guard index < text.count else { break }
      let quote = text[index]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        index += 1
        skip(to: quote)
        index += 1
      } else {
        skip { !Self.isBlank($0) && $0 != UInt8(ascii: ">") }
      }
    }
    return attributes
  }

  // MARK: Bytes

  private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
    while index < text.count, isSkipped(text[index]) { index += 1 }
  }

  /// Goes to a byte, or to the end where it is not there.
  private mutating func skip(to byte: UInt8) {
    if index < text.count { index = ByteSearch.first(byte, in: text, from: index) }
  }

  /// Goes behind a mark, or to the end where it is not there.
  private mutating func skip(behind mark: StaticString, from start: Int) {
    index = start
    while index < text.count, !begins(mark) { index += 1 }
    index += mark.utf8CodeUnitCount
  }

  /// A comment ends with «-->» or, broken as it is, with «--!>».
  private mutating func skipComment() {
    index += 4
    while index < text.count, !begins("-->"), !begins("--!>") { index += 1 }
    index += 3
  }

  private mutating func skip(to mark: String) {
    skip(to: UInt8(ascii: "<"))
    while index < text.count, !begins(mark, at: index) {
      index += 1
      skip(to: UInt8(ascii: "<"))
    }
  }

  private func begins(_ mark: StaticString) -> Bool {
    // Safe: borrowed for the closure; the mark fits into what is left.
    mark.withUTF8Buffer { mark in
      index + mark.count <= text.count && mark.indices.allSatisfy { text[index + $0] == mark[$0] }
    }
  }

  /// In any letter case; `mark` is in lower case.
  private func begins(_ mark: String, at start: Int) -> Bool {
    guard start + mark.utf8.count <= text.count else { return false }
    var index = start
    for wanted in mark.utf8 {
      let byte = text[index]
      guard byte == wanted || (0x41...0x5A).contains(byte) && byte | 0x20 == wanted else {
        return false
      }
      index += 1
    }
    return true
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: ".")
  }

  private static func continuesName(_ byte: UInt8) -> Bool {
    startsName(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }
}
