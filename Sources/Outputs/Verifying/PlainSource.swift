internal import OutputReading
internal import TextLibraries

/// Plain text: the bytes of a range, decoded, and what stands on the line around them.
struct PlainSource: OriginalText {
  let bytes: [UInt8]
  let encoding: String

  /// How much is looked at before and behind a place.
  private static let margin = 64
  /// How far a line feed is looked for, from which on characters are whole.
  private static let farthest = 4096

  func passages(at place: Output.Place) -> [Passage] {
    guard let range = place.bytes, range.lowerBound >= 0, range.upperBound <= bytes.count else {
      return []
    }
    let end = min(bytes.count, range.upperBound + Self.margin)
    return [
      Passage(
        scalars(in: range), before: scalars(in: start(of: range.lowerBound)..<range.lowerBound),
        behind: scalars(in: range.upperBound..<end))
    ]
  }

  /// Where a character begins, before a place and on its line.
  private func start(of place: Int) -> Int {
    if encoding.hasPrefix("UTF-16") { return place - min(place, Self.margin) / 2 * 2 }
    let first = max(0, place - (encoding == "UTF-8" ? Self.margin : Self.farthest))
    if let feed = bytes[first..<place].lastIndex(of: 0x0A) { return feed + 1 }
    if first == 0 { return 0 }
    guard encoding == "UTF-8" else { return place }
    return bytes[first..<place].firstIndex { $0 & 0xC0 != 0x80 } ?? place
  }

  private func scalars(in range: Range<Int>) -> [Unicode.Scalar] {
    if encoding == "UTF-8" {
      return Array(String(decoding: bytes[range], as: UTF8.self).unicodeScalars)
    }
    return bytes[range].withUnsafeBufferPointer { CharsetConverter.scalars($0, in: encoding) ?? [] }
  }
}

extension CharsetConverter {
  /// Decoded bytes, U+FFFD for those that are no character; nil where the encoding is not known.
  static func scalars(
    _ bytes: UnsafeBufferPointer<UInt8>, in encoding: String
  ) -> [Unicode.Scalar]? {
    guard let converter = CharsetConverter(encoding) else { return nil }
    var scalars: [Unicode.Scalar] = []
    var offset = 0
    while true {
      switch converter.next(bytes, at: &offset) {
      case .character(let code): if let scalar = Unicode.Scalar(code) { scalars.append(scalar) }
      case .invalid: scalars.append("\u{FFFD}")
      case .end: return scalars
      }
    }
  }
}
