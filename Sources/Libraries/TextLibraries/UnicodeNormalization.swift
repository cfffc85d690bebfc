internal import CTextLibraries

/// Unicode normalization form KC, piece by piece, as ICU has it.
package enum UnicodeNormalization {
  /// The entry of a code point that NFKC leaves alone and that combines with nothing before it.
  package static let stable: UInt16 = 0
  /// The entry of a code point that may combine with what stands before it.
  package static let joining: UInt16 = 1
  /// The entry of a code point that becomes several, or one beyond the Basic Multilingual Plane.
  package static let unstable: UInt16 = 2

  /// The longest segment, in bytes, that ``normalized(_:)`` normalizes.
  package static let segmentLimit = ctk_nfkc_source_limit

  /// One entry for each code point of the Basic Multilingual Plane: ``stable``, ``joining``,
  /// ``unstable``, or the one code point that NFKC puts in its place. Takes some milliseconds.
  package static func entries() -> [UInt16] {
    var entries = [UInt16](repeating: stable, count: 0x10000)
    let status = ctk_nfkc_entries(&entries, entries.count)
    precondition(status == 0, "ICU has no NFKC data (status \(status)): reinstall libicu")
    return entries
  }

  /// The entry of any one code point.
  package static func entry(of codePoint: UInt32) -> UInt16 {
    ctk_nfkc_entry(codePoint)
  }

  /// The NFKC form of a stretch of UTF-8 that begins and ends at normalization boundaries; nil
  /// where it is longer than ``segmentLimit``.
  package static func normalized(_ segment: ArraySlice<UInt8>) -> [UInt8]? {
    guard segment.count <= segmentLimit else { return nil }
    guard !segment.isEmpty else { return [] }
    // The C boundary turns a byte into no more than 16.
    let capacity = segment.count * 16
    var isNormalized = true
    // Safe: C is told the capacity, and the count is what it says it wrote; a failure counts as
    // nothing.
    let result = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let length = segment.withUnsafeBufferPointer {
        ctk_nfkc($0.baseAddress, $0.count, buffer.baseAddress, capacity)
      }
      isNormalized = length >= 0
      count = max(0, Int(length))
    }
    return isNormalized ? result : nil
  }

  /// What ICU's transliterator «Traditional-Simplified» makes of each code point of a range, taken
  /// alone; nil where ICU refuses. Slow: it is the oracle of the committed table.
  package static func simplified(_ range: Range<UInt32>) -> [UInt32]? {
    var results = [UInt32](repeating: 0, count: range.count)
    return ctk_simplified(range.lowerBound, &results, results.count) == 0 ? results : nil
  }
}
