import DocumentModel
import Normalizing
import TestSupport
import Testing
import TextLibraries

/// The scan against ICU's own normalizer on whole leaves.
@Suite struct NFKCTests {
  @Test(arguments: UInt64(1)...40)
  func `A leaf has the NFKC form that ICU gives the whole of it`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let leaves = (0..<100).map { _ in generator.text(upTo: 40) }
    let normalized = DocumentNormalizer(rules: .nfkcOnly).normalize(Document(paragraphs: leaves))
    for (index, leaf) in leaves.enumerated() {
      let expected = try #require(UnicodeNormalization.normalized(Array(leaf.utf8)[...]))
      let found = Array(normalized.text[normalized.ranges[index]])
      #expect(found == expected, "\(leaf.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }

  @Test func `Every character alone and before an accent has its NFKC form`() throws {
    let scalars = (0...UInt32(0x1FFFF)).compactMap(Unicode.Scalar.init)
    let leaves = scalars.map { "\($0)" } + scalars.map { "\($0)\u{338}" }
    let normalized = DocumentNormalizer(rules: .nfkcOnly).normalize(Document(paragraphs: leaves))
    var wrong: [String] = []
    for (index, leaf) in leaves.enumerated() {
      let expected = try #require(UnicodeNormalization.normalized(Array(leaf.utf8)[...]))
      if !normalized.text[normalized.ranges[index]].elementsEqual(expected) { wrong.append(leaf) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `Nothing combines over the border of two leaves`() {
    let leaves = ["e", "\u{301}", "\u{1112}", "\u{1161}", "", "\u{11AB}"]
    for rules in [DocumentNormalizer.Rules.nfkcOnly, .matching] {
      let normalized = DocumentNormalizer(rules: rules).normalize(Document(paragraphs: leaves))
      #expect(leaves.indices.map { normalized.string(ofLeaf: $0) } == leaves)
      #expect(normalized.edits.count == 0)
    }
  }

  @Test func `A heap of combining marks is cut into bounded segments`() {
    let heap = "e" + String(repeating: "\u{301}\u{316}", count: 50_000)
    let text = DocumentNormalizer(rules: .nfkcOnly).normalize(Document(paragraphs: [heap])).text
    #expect(text.count > 100_000)
    #expect(String(validating: text, as: UTF8.self) != nil)
  }
}
