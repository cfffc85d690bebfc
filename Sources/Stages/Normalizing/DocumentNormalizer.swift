package import DocumentModel

/// Gives each leaf of a document its matching form: the text in which labels and figures are
/// looked for, however the source spaces, widens, quotes or spells them.
///
///     «2024 年度“三公”经费　１，５３７．４万元» → «2024年度三公经费1,537.4万元»
///
/// Nothing combines over the border of two leaves, and the original is never changed: an
/// ``EditList`` leads every stretch of the matching form back to it. Linear in the text.
package struct DocumentNormalizer: Sendable {
  /// What is done to the text.
  package enum Rules: Sendable {
    /// The whole matching form.
    case matching
    /// Unicode's compatibility form and nothing else, as tests compare it with ICU.
    case nfkcOnly
  }

  private let rules: Rules

  /// A normalizer to the matching form.
  package init() {
    self.init(rules: .matching)
  }

  /// A normalizer that does no more than `rules` say.
  package init(rules: Rules) {
    self.rules = rules
  }

  /// The document with the matching form beside it.
  package func normalize(_ document: Document) -> NormalizedDocument {
    var writer = MatchingFormWriter(reserving: document.text.count)
    let scan = LeafScan(source: document.text, table: rules.table)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(document.leaves.count)
    var position = 0
    var gap = 0
    for (index, leaf) in document.leaves.enumerated() {
      // One line feed stands between two leaves whatever the source has there.
      writer.replace(position..<leaf.range.lowerBound, with: index == 0 ? [] : [lineFeed])
      writer.beginLeaf()
      var start = leaf.range.lowerBound
      while gap < document.gaps.count, document.gaps[gap].upperBound <= leaf.range.upperBound {
        let range = document.gaps[gap].clamped(to: start..<leaf.range.upperBound)
        gap += 1
        if range.isEmpty { continue }
        scan.write(start..<range.lowerBound, to: &writer)
        writer.replace(range, with: [])
        start = range.upperBound
      }
      scan.write(start..<leaf.range.upperBound, to: &writer)
      ranges.append(writer.endLeaf(at: leaf.range.upperBound))
      position = leaf.range.upperBound
    }
    return NormalizedDocument(
      document: document, text: writer.text, ranges: ranges, edits: writer.edits)
  }
}

private let lineFeed = UInt8(ascii: "\n")

extension DocumentNormalizer.Rules {
  /// The table that carries the rules for single characters.
  fileprivate var table: CharacterTable {
    switch self {
    case .matching: .matching
    case .nfkcOnly: .nfkcOnly
    }
  }
}
