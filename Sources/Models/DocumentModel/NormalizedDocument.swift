/// A document with, beside each leaf's own text, the form in which labels and figures are matched.
package struct NormalizedDocument: Sendable {
  /// The document with the text as the source has it.
  package var document: Document
  /// UTF-8; the normalized text of all leaves, one line feed between two leaves.
  package var text: [UInt8]
  /// Per leaf, its range in `text`.
  package var ranges: [Range<Int>]
  /// Leads from offsets in `text` back to offsets in `document.text`.
  package var edits: EditList

  /// A document with its matching form.
  package init(document: Document, text: [UInt8], ranges: [Range<Int>], edits: EditList) {
    self.document = document
    self.text = text
    self.ranges = ranges
    self.edits = edits
  }

  /// The normalized text of one leaf.
  package func string(ofLeaf leaf: Int) -> String {
    String(decoding: text[ranges[leaf]], as: UTF8.self)
  }

  /// Where a range of the normalized text stands in the original text of the document.
  package func originalRange(of range: Range<Int>) -> Range<Int> {
    edits.originalRange(of: range)
  }
}

/// The places where normalized text differs in length from its original, ascending.
package struct EditList: Sendable, Equatable {
  /// Start offsets of the changed stretches in the normalized text.
  package private(set) var normalizedStarts: [Int] = []
  /// Lengths of the changed stretches in the normalized text; 0 where text was dropped.
  package private(set) var normalizedLengths: [Int] = []
  /// Start offsets in the original text.
  package private(set) var originalStarts: [Int] = []
  /// Lengths in the original text; never 0 together with a normalized length of 0.
  package private(set) var originalLengths: [Int] = []

  /// A list without changes: both texts are the same.
  package init() {}

  /// How many stretches were changed.
  package var count: Int { normalizedStarts.count }

  /// Adds a changed stretch behind all earlier ones.
  package mutating func append(
    normalizedStart: Int, normalizedLength: Int, originalStart: Int, originalLength: Int
  ) {
    normalizedStarts.append(normalizedStart)
    normalizedLengths.append(normalizedLength)
    originalStarts.append(originalStart)
    originalLengths.append(originalLength)
  }

  /// Where a range of the normalized text stands in the original.
  ///
  /// A range that touches a changed stretch takes the whole of it; text that was dropped just
  /// before the range's start or just behind its end stays outside. O(log count).
  package func originalRange(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let place = originalStart(of: range.lowerBound)
      return place..<place
    }
    let start = originalStart(of: range.lowerBound)
    return start..<max(start, originalEnd(of: range.upperBound))
  }

  /// The original offset of the character that begins at (or holds) a normalized offset.
  private func originalStart(of offset: Int) -> Int {
    let index = lastEdit { $0 <= offset }
    guard index >= 0 else { return offset }
    let end = normalizedStarts[index] + normalizedLengths[index]
    if offset < end { return originalStarts[index] }
    return originalStarts[index] + originalLengths[index] + (offset - end)
  }

  /// The original offset just behind the character that ends at (or holds) a normalized offset.
  private func originalEnd(of offset: Int) -> Int {
    let index = lastEdit { $0 < offset }
    guard index >= 0 else { return offset }
    let end = normalizedStarts[index] + normalizedLengths[index]
    if offset <= end, normalizedLengths[index] > 0 {
      return originalStarts[index] + originalLengths[index]
    }
    return originalStarts[index] + originalLengths[index] + (offset - end)
  }

  /// The last edit whose start in the normalized text satisfies `matches`, or -1.
  private func lastEdit(where matches: (Int) -> Bool) -> Int {
    var low = 0
    var high = normalizedStarts.count
    while low < high {
      let middle = (low + high) / 2
      if matches(normalizedStarts[middle]) { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
