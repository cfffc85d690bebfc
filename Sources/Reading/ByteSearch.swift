import Glibc

/// Searches bytes for bytes.
enum ByteSearch {
  /// Where `needle` first stands in `text`.
  static func first(_ needle: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard let lead = needle.first else { return text.startIndex }
    return text.withUnsafeBufferPointer { text in
      needle.withUnsafeBufferPointer { first(lead, $0, in: text) }
    }.map { text.startIndex + $0 }
  }

  private static func first(
    _ lead: UInt8, _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let base = text.baseAddress, let wanted = needle.baseAddress else { return nil }
    var start = 0
    // Where the needle may begin, so that all of it is within the text.
    let end = text.count - needle.count + 1
    while start < end, let found = memchr(base + start, Int32(lead), end - start) {
      if memcmp(found, wanted, needle.count) == 0 {
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
      }
      start = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
    }
    return nil
  }
}
