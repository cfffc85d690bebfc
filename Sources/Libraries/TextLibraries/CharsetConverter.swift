internal import CTextLibraries

/// Decodes a legacy character set one character at a time, so that the place of each character in
/// the source is known.
package struct CharsetConverter: ~Copyable {
  /// What stands at an offset.
  package enum Step: Equatable {
    case character(UInt32)
    case invalid
    case end
  }

  // Safe: not copyable, so one value owns the handle and closes it once.
  private let handle: OpaquePointer

  /// Nil where ICU does not know the character set.
  package init?(_ name: String) {
    guard let handle = ctk_charset_open(name) else { return nil }
    self.handle = handle
  }

  deinit { ctk_charset_close(handle) }

  /// Decodes the character at `offset` and moves `offset` behind it, at least one byte on unless
  /// the end was reached.
  package func next(_ bytes: UnsafeBufferPointer<UInt8>, at offset: inout Int) -> Step {
    // Safe: C is told the count and moves the offset within it.
    guard let base = bytes.baseAddress else { return .end }
    var codePoint: UInt32 = 0
    switch ctk_charset_next(handle, base, bytes.count, &offset, &codePoint) {
    case CTK_CHARSET_CHARACTER: return .character(codePoint)
    case CTK_CHARSET_END: return .end
    default: return .invalid
    }
  }

  /// How sure ICU's detector is, 0…100, that bytes are in a character set (by its name for it);
  /// negative when it failed. Only the first 4 KB are looked at: it is slow beyond.
  package static func confidence(that bytes: ArraySlice<UInt8>, are name: String) -> Int {
    // Safe: borrowed for the call; C reads no more than the count.
    bytes.prefix(4096).withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return Int(ctk_charset_confidence(base, Int32(buffer.count), name))
    }
  }
}
