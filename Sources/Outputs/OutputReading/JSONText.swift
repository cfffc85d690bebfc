/// Texts of JSON, decoded and written again.
package enum JSONText {
  /// The value of a hexadecimal digit; nil where it is none.
  package static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  /// Appends what an escaped text says. Halves of surrogate pairs become U+FFFD, and so does U+0000,
  /// which no database takes in a text, unless it is kept.
  package static func appendDecoded(
    _ range: Range<Int>, of bytes: inout [UInt8], keepingNull: Bool = false
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        position += 1
        continue
      }
      position += 2
      switch bytes[position - 1] {
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "u"):
        var scalar = unit(bytes, at: position)
        position += 4
        if (0xD800..<0xDC00).contains(scalar), position + 6 <= range.upperBound,
          bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
        {
          let low = unit(bytes, at: position + 2)
          if (0xDC00..<0xE000).contains(low) {
            scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
            position += 6
          }
        }
        if scalar == 0, !keepingNull { scalar = 0xFFFD }
        bytes.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
      case let literal: bytes.append(literal)
      }
    }
  }

  private static func unit(_ bytes: [UInt8], at position: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 << 4 + (hexadecimal(bytes[position + $1]) ?? 0) }
  }

  /// Appends JSON without white space between its parts; the text must be JSON.
  package static func appendCompact(
    _ range: Range<Int>, of bytes: inout [UInt8], keepingNull: Bool = false
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      switch byte {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      case UInt8(ascii: "\""):
        var end = position + 1
        // This program escapes the character DEL, other programs do not.
        var isEscaped = false
        while bytes[end] != UInt8(ascii: "\"") {
          if bytes[end] == 0x7F { isEscaped = true }
          if bytes[end] == UInt8(ascii: "\\") {
            isEscaped = true
            end += 1
          }
          end += 1
        }
        if isEscaped {
          appendWrittenAgain(position + 1..<end, of: &bytes, keepingNull)
        } else {
          // A slice of the buffer would hold on to it, and appending would copy all of it.
          for index in position...end { bytes.append(bytes[index]) }
        }
        position = end + 1
      default:
        bytes.append(byte)
        position += 1
      }
    }
  }

  /// An escaped text decoded and escaped again, so that one text is always written in one way.
  private static func appendWrittenAgain(
    _ range: Range<Int>, of bytes: inout [UInt8], _ keepingNull: Bool
  ) {
    let mark = bytes.count
    appendDecoded(range, of: &bytes, keepingNull: keepingNull)
    let decoded = Array(bytes[mark...])
    bytes.removeSubrange(mark...)
    appendText(decoded, to: &bytes)
  }

  /// A text as a JSON string, escaped as `Writing` does it.
  package static func appendText(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x08: bytes.append(contentsOf: "\\b".utf8)
      case 0x0C: bytes.append(contentsOf: "\\f".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        bytes.append(contentsOf: "\\u00".utf8)
        for half in [byte >> 4, byte & 15] {
          bytes.append(half < 10 ? 0x30 + half : 0x61 + half - 10)
        }
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
