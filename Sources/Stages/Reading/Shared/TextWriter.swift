internal import DocumentModel

/// Collects decoded characters as UTF-8 together with the place of each in the file.
struct TextWriter {
  private(set) var result: DecodedText

  /// For a file whose text starts at `start`.
  init(encoding: String, start: Int, capacity: Int) {
    result = DecodedText(
      text: [], encoding: encoding, map: TextSourceMap(startingAt: start), invalid: .init())
    result.text.reserveCapacity(capacity)
  }

  /// Appends the character that takes `length` bytes at `offset` of the file.
  mutating func append(_ codePoint: UInt32, at offset: Int, length: Int) {
    guard let scalar = Unicode.Scalar(codePoint), let encoded = Unicode.UTF8.encode(scalar) else {
      return appendInvalid(at: offset, length: length)
    }
    let start = result.text.count
    result.text.append(contentsOf: encoded)
    result.map.append(
      decoded: start, original: offset, decodedStep: result.text.count - start,
      originalStep: length)
  }

  /// Appends U+FFFD for `length` bytes at `offset` of the file that are no character.
  mutating func appendInvalid(at offset: Int, length: Int) {
    if result.invalid.firstOffset == nil { result.invalid.firstOffset = offset }
    result.invalid.count += 1
    append(0xFFFD, at: offset, length: length)
  }
}
