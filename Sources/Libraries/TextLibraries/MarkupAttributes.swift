import CTextLibraries

/// The attributes of one element, valid during the call that hands them over.
package struct MarkupAttributes {
  // Safe: the C parser owns the attributes until its callback returns, and no handler keeps this
  // value.
  private let attributes: UnsafeBufferPointer<ctk_attribute>

  init(_ attributes: UnsafePointer<ctk_attribute>?, count: Int) {
    self.attributes = UnsafeBufferPointer(start: attributes, count: attributes == nil ? 0 : count)
  }

  /// The value of an attribute by its local name; nil where it is not there.
  package subscript(name: StaticString) -> String? {
    bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether there is an attribute of a local name, with whatever value.
  package func contains(_ name: StaticString) -> Bool { bytes(of: name) != nil }

  /// Whether an attribute's value holds a word (lower-case ASCII), letter case and white space set
  /// aside; on bytes, since styles stand on every element of a page made with Word.
  package func value(of name: StaticString, contains word: StaticString) -> Bool {
    guard let value = bytes(of: name) else { return false }
    // Safe: borrowed for the closure; `begins` looks at the count before it reads further.
    return word.withUTF8Buffer { word in
      guard let first = word.first else { return true }
      // White space before the word changes nothing. Setting a bit first is the faster look.
      for start in 0..<value.count
      where value[start] | 0x20 == first && Self.begins(value, at: start, with: word) {
        return true
      }
      return false
    }
  }

  private static func begins(
    _ value: UnsafeBufferPointer<UInt8>, at start: Int, with word: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var position = start
    for byte in word {
      while position < value.count, isSpace(value[position]) { position += 1 }
      guard position < value.count, folded(value[position]) == byte else { return false }
      position += 1
    }
    return true
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// The bytes of an attribute's value, which live as long as this value; nil where it is not there.
  package func bytes(of name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    for attribute in attributes where Self.equal(attribute.name, name) {
      // Safe: the C side gives the length of each value, and chars have the layout of bytes.
      return UnsafeBufferPointer(
        start: UnsafeRawPointer(attribute.value)?.assumingMemoryBound(to: UInt8.self),
        count: attribute.length)
    }
    return nil
  }

  private static func equal(_ key: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    // Safe: names end with NUL; a shorter one differs there, so nothing behind it is read.
    name.withUTF8Buffer { expected in
      for index in 0..<expected.count where UInt8(bitPattern: key[index]) != expected[index] {
        return false
      }
      return key[expected.count] == 0
    }
  }
}
