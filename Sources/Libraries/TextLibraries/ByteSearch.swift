internal import CTextLibraries

/// Searches bytes for bytes.
package enum ByteSearch {
  /// Where `needle` first stands in `text`; nil where it does not.
  package static func first(_ needle: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    if needle.isEmpty { return text.startIndex }
    // Safe: both buffers are borrowed for the call; C reads no more than their counts.
    let found = text.withUnsafeBufferPointer { text in
      needle.withUnsafeBufferPointer { needle in
        ctk_find(text.baseAddress, text.count, needle.baseAddress, needle.count)
      }
    }
    return found < text.count ? text.startIndex + found : nil
  }

  /// Where a byte first stands at or behind `start`, which is not behind the end; the number of all
  /// bytes where it does not.
  package static func first(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    // Safe: the slice checks `start`; C reads no more than its count.
    let rest = bytes[start...]
    return start
      + ctk_find_byte(UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count, byte)
  }
}
