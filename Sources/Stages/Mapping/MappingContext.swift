import DocumentModel
import MappingModel
import PlaceModel
import ReportModel
import ValueModel

/// What the mappers of one report share: its texts, the resolver of places and the ledger of
/// figures.
struct MappingContext {
  let normalized: NormalizedDocument
  let layout: Layout
  var resolver: SourceResolver
  var ledger = CoverageLedger()
  /// The bodies that tables have listed so far, by ``BodyNames/key(_:)``.
  var bodies: Set<String> = []
  /// Figures whose meaning is open, in source order.
  var doubtful: [DoubtfulFigure] = []

  init(normalized: NormalizedDocument, layout: Layout) {
    self.normalized = normalized
    self.layout = layout
    resolver = SourceResolver(document: normalized.document)
  }

  /// The reference to a range of the normalized text within one leaf.
  mutating func reference(in leaf: Int, normalizedRange range: Range<Int>) -> SourceReference {
    resolver.reference(in: leaf, range: originalRange(in: leaf, range))
  }

  /// The original text behind a range of the normalized text, on one line: a line end that only the
  /// page made, and the number of a page at it, are no part of a label or a reason.
  func original(in leaf: Int, _ range: Range<Int>) -> String {
    let place = originalRange(in: leaf, range)
    let document = normalized.document
    guard document.text[place].contains(0x0A) || document.text[place].contains(0x0D) else {
      return document.string(in: place)
    }
    var text: [UInt8] = []
    var index = place.lowerBound
    while index < place.upperBound {
      if let gap = document.gaps.first(where: { $0.contains(index) }) {
        index = gap.upperBound
        continue
      }
      let byte = document.text[index]
      if byte != 0x0A, byte != 0x0D { text.append(byte) }
      index += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func originalRange(in leaf: Int, _ range: Range<Int>) -> Range<Int> {
    normalized.originalRange(of: range).clamped(to: normalized.document.leaves[leaf].range)
  }
}

/// An entry of a numbered list: where its text begins behind the number.
struct ListEntry {
  var leaf: Int
  /// The number, where one is printed.
  var number: Int?
  /// In the normalized text, without the number.
  var range: Range<Int>
}

/// Reads the numbers that paragraphs begin with: «(一)», «一、», «1.», «(1)».
enum ListNumbers {
  /// Splits a paragraph of the normalized text; a paragraph without a number keeps its whole range.
  static func entry(leaf: Int, range: Range<Int>, in text: [UInt8]) -> ListEntry {
    guard let number = ListNumber(in: text[range], as: .entry) else {
      return ListEntry(leaf: leaf, number: nil, range: range)
    }
    return ListEntry(leaf: leaf, number: number.value, range: number.end..<range.upperBound)
  }
}
