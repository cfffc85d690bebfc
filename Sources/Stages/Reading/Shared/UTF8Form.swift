/// How far bytes have the strict form of UTF-8.
struct UTF8Form {
  /// Whole sequences of two to four bytes.
  private(set) var multibyte = 0
  /// Those of them that have three or four bytes, as every hanzi has.
  private(set) var long = 0
  /// Bytes or beginnings of sequences that are no character.
  private(set) var invalid = 0

  init(_ bytes: [UInt8], from start: Int) {
    // Safe: borrowed for the closure; every function looks at the count before it reads further.
    bytes.withUnsafeBufferPointer { buffer in
      var offset = start
      while offset < buffer.count {
        if buffer[offset] < 0x80 {
          offset = Self.endOfASCII(in: buffer, from: offset + 1)
          continue
        }
        if Self.isHanzi(in: buffer, at: offset) {
          multibyte += 1
          long += 1
          offset += 3
          continue
        }
        let (length, isValid) = Self.sequence(in: buffer, at: offset)
        if isValid { multibyte += 1 } else { invalid += 1 }
        if isValid, length > 2 { long += 1 }
        offset += length
      }
    }
  }

  /// Behind the ASCII characters that begin at `offset`, which are looked at in words of eight.
  private static func endOfASCII(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
    // Safe: eight bytes are loaded only where eight are left.
    let memory = UnsafeRawBufferPointer(bytes)
    var offset = offset
    while offset + 8 <= memory.count,
      memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      offset += 8
    }
    while offset < bytes.count, bytes[offset] < 0x80 { offset += 1 }
    return offset
  }

  /// The text with U+FFFD for each bad sequence.
  static func repaired(_ bytes: [UInt8], from start: Int) -> DecodedText {
    var writer = TextWriter(encoding: "UTF-8", start: start, capacity: bytes.count + 16)
    // Safe: borrowed for the closure; a valid sequence lies within the buffer.
    bytes.withUnsafeBufferPointer { buffer in
      var offset = start
      while offset < buffer.count {
        let (length, isValid) = sequence(in: buffer, at: offset)
        if isValid {
          let lead = UInt32(buffer[offset])
          var value = length == 1 ? lead : lead & (0x7F >> UInt32(length))
          for index in offset + 1..<offset + length {
            value = value << 6 | UInt32(buffer[index] & 0x3F)
          }
          writer.append(value, at: offset, length: length)
        } else {
          writer.appendInvalid(at: offset, length: length)
        }
        offset += length
      }
    }
    return writer.result
  }

  /// Whether a sequence of three bytes stands at `offset` whose second byte may be any, as in nearly
  /// all hanzi.
  @inline(__always)
  private static func isHanzi(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    offset + 2 < bytes.count && (0xE1...0xEC).contains(bytes[offset])
      && bytes[offset + 1] & 0xC0 == 0x80 && bytes[offset + 2] & 0xC0 == 0x80
  }

  /// The length of the sequence at `offset`; of a bad one, of its part that could begin a
  /// character (the Unicode standard's «maximal subpart»), so that a line end is never swallowed.
  private static func sequence(
    in bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (length: Int, isValid: Bool) {
    let lead = bytes[offset]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0x00...0x7F: return (1, true)
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return (1, false)
    }
    for index in 1..<length {
      let allowed = index == 1 ? second : 0x80...0xBF
      guard offset + index < bytes.count, allowed.contains(bytes[offset + index]) else {
        return (index, false)
      }
    }
    return (length, true)
  }
}
