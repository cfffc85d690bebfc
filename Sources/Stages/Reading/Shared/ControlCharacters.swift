/// The control characters of a text that are no white space.
struct ControlCharacters {
  /// How many there are, NUL among them.
  private(set) var count = 0
  private(set) var hasNUL = false

  init(_ text: [UInt8]) {
    // Safe: borrowed for the closure; eight bytes are loaded only where eight are left.
    text.withUnsafeBytes { text in
      var offset = 0
      while offset < text.count {
        // Most words of eight bytes hold no control character at all.
        if offset + 8 <= text.count,
          !Self.holdsControl(text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        {
          offset += 8
          continue
        }
        let end = min(offset + 8, text.count)
        while offset < end {
          take(text[offset])
          offset += 1
        }
      }
    }
  }

  private mutating func take(_ byte: UInt8) {
    guard byte < 0x20, !(0x09...0x0D).contains(byte), byte != 0x1A else { return }
    count += 1
    if byte == 0 { hasNUL = true }
  }

  /// Whether any byte of a word is below 0x20: a byte is if taking 0x20 away borrows from its highest
  /// bit, and that bit was not set before. A borrow goes on into the next byte only from such a one.
  private static func holdsControl(_ word: UInt64) -> Bool {
    // Safe: a borrow out of the highest byte is dropped, and the comment above tells why others do
    // no harm.
    (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 != 0
  }
}
