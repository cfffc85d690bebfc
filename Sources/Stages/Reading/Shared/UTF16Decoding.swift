/// UTF-16 in either byte order.
enum UTF16Decoding {
  /// True for little endian, false for big endian, nil when bytes without a mark are not UTF-16:
  /// ASCII in it (digits, line ends) has a NUL as every other byte, always on the same side.
  static func byteOrder(of bytes: [UInt8]) -> Bool? {
    let sample = bytes.prefix(65_536)
    guard bytes.count % 2 == 0, bytes.count >= 4, sample.contains(0) else { return nil }
    var even = 0
    var odd = 0
    for index in sample.indices where sample[index] == 0 {
      if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
    // Hanzi have no NUL (but U+4E00 «一», whose low byte is one): ask for a clear majority.
    guard even + odd >= 2, max(even, odd) * 100 >= sample.count else { return nil }
    if odd > 8 * even, asciiUnits(sample, high: 1) == odd { return true }
    if even > 8 * odd, asciiUnits(sample, high: 0) == even { return false }
    return nil
  }

  /// Units whose high byte is NUL and whose low byte is a character of text.
  private static func asciiUnits(_ sample: ArraySlice<UInt8>, high: Int) -> Int {
    var count = 0
    for unit in 0..<sample.count / 2 where sample[2 * unit + high] == 0 {
      let low = sample[2 * unit + 1 - high]
      if low >= 0x20 || (0x09...0x0D).contains(low) { count += 1 }
    }
    return count
  }

  /// Decodes `bytes` from `start` on; a lone surrogate or an odd last byte becomes U+FFFD.
  static func decode(_ bytes: [UInt8], from start: Int, littleEndian: Bool) -> DecodedText {
    var writer = TextWriter(
      encoding: littleEndian ? "UTF-16LE" : "UTF-16BE", start: start,
      capacity: bytes.count * 3 / 2)
    func unit(_ offset: Int) -> UInt32? {
      guard offset + 1 < bytes.count else { return nil }
      let first = UInt32(bytes[offset])
      let second = UInt32(bytes[offset + 1])
      return littleEndian ? second << 8 | first : first << 8 | second
    }
    var offset = start
    while offset < bytes.count {
      guard let high = unit(offset) else {
        writer.appendInvalid(at: offset, length: 1)
        break
      }
      if (0xD800...0xDBFF).contains(high), let low = unit(offset + 2),
        (0xDC00...0xDFFF).contains(low)
      {
        let value = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
        writer.append(value, at: offset, length: 4)
        offset += 4
      } else {
        writer.append(high, at: offset, length: 2)
        offset += 2
      }
    }
    return writer.result
  }
}
