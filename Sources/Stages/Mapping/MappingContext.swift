import DocumentModel
import MappingModel
import ReportModel

/// What the mappers of one report share: its texts, the resolver of places and the ledger of
/// figures.
struct MappingContext {
  let normalized: NormalizedDocument
  let layout: Layout
  var resolver: SourceResolver
  var ledger = CoverageLedger()

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
  private static let digits: [String: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// Splits a paragraph of the normalized text; a paragraph without a number keeps its whole range.
  static func entry(leaf: Int, range: Range<Int>, in text: [UInt8]) -> ListEntry {
    var index = range.lowerBound
    let bracketed = index < range.upperBound && text[index] == UInt8(ascii: "(")
    if bracketed { index += 1 }
    let start = index
    var number: Int?
    while index < range.upperBound, text[index] >= 0x30, text[index] <= 0x39, index - start < 3 {
      number = (number ?? 0) * 10 + Int(text[index] - 0x30)
      index += 1
    }
    if number == nil {
      (number, index) = chinese(at: start, end: range.upperBound, in: text)
    }
    guard let number, let end = markEnd(at: index, end: range.upperBound, in: text, bracketed)
    else { return ListEntry(leaf: leaf, number: nil, range: range) }
    return ListEntry(leaf: leaf, number: number, range: end..<range.upperBound)
  }

  private static func markEnd(
    at index: Int, end: Int, in text: [UInt8], _ bracketed: Bool
  ) -> Int? {
    guard index < end else { return nil }
    if bracketed { return text[index] == UInt8(ascii: ")") ? index + 1 : nil }
    if index + 3 <= end, text[index..<index + 3].elementsEqual("、".utf8) { return index + 3 }
    if text[index] == UInt8(ascii: "."), index + 1 < end, !(0x30...0x39).contains(text[index + 1]) {
      return index + 1
    }
    return nil
  }

  /// 一 … 九十九.
  private static func chinese(at start: Int, end: Int, in text: [UInt8]) -> (Int?, Int) {
    var index = start
    var tens: Int?
    var unit: Int?
    while index + 3 <= end, index - start < 9 {
      let character = String(decoding: text[index..<index + 3], as: UTF8.self)
      if character == "十", tens == nil {
        tens = unit ?? 1
        unit = nil
      } else if let value = digits[character], unit == nil {
        unit = value
      } else {
        break
      }
      index += 3
    }
    guard tens != nil || unit != nil else { return (nil, start) }
    return ((tens ?? 0) * 10 + (unit ?? 0), index)
  }
}
