import DocumentModel
import Normalizing
import TestSupport
import Testing
import ValueModel

/// Where the matching form leads back to.
@Suite struct EditRoundTripTests {
  @Test(arguments: UInt64(1)...30, [DocumentNormalizer.Rules.matching, .nfkcOnly])
  func `Every character leads back into its leaf, in order, to whole characters`(
    seed: UInt64, rules: DocumentNormalizer.Rules
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let source = Document(paragraphs: (0..<30).map { _ in generator.text(upTo: 30) })
    let normalized = DocumentNormalizer(rules: rules).normalize(source)
    _ = try #require(String(validating: normalized.text, as: UTF8.self))
    try #require(normalized.ranges.count == source.leaves.count)
    for (leaf, range) in zip(source.leaves, normalized.ranges) {
      if leaf != source.leaves.last { #expect(normalized.text[range.upperBound] == 0x0A) }
      let borders = range.filter { normalized.text[$0] & 0xC0 != 0x80 } + [range.upperBound]
      var start = leaf.range.lowerBound
      for (border, next) in zip(borders, borders.dropFirst()) {
        let original = normalized.originalRange(of: border..<next)
        #expect(original.lowerBound >= start && original.upperBound <= leaf.range.upperBound)
        #expect(isBorder(original.lowerBound, of: source))
        #expect(isBorder(original.upperBound, of: source))
        #expect(!original.isEmpty)
        start = original.lowerBound
        // From here to the leaf's end: ends ascend as well.
        let rest = normalized.originalRange(of: border..<range.upperBound)
        #expect(rest.lowerBound == original.lowerBound)
        #expect(rest.upperBound >= original.upperBound)
        #expect(rest.upperBound <= leaf.range.upperBound)
      }
      let empty = normalized.originalRange(of: range.lowerBound..<range.lowerBound)
      #expect(empty.isEmpty && empty.lowerBound >= leaf.range.lowerBound)
      #expect(empty.lowerBound <= leaf.range.upperBound)
    }
  }

  @Test(arguments: [
    ("本年“三公”经费", "三公经费", "三公”经费"),
    ("支出１，５３７．４万元", "1,537.4", "１，５３７．４"),
    ("因 公 出 国", "公出", "公 出"),
    ("財(cái)政撥款", "财政", "財(cái)政"),
    ("比例≥９５％。", ">=95%", "≥９５％"),
    ("合计 \u{200B} ABC  12", "ABC 12", "ABC  12"),
    ("面积100㎡、", "m2", "㎡"),
  ])
  func `A match is quoted as the source has it`(text: String, match: String, quote: String) throws {
    let source = Document(paragraphs: ["前一叶　", text, "后一叶"])
    let normalized = DocumentNormalizer().normalize(source)
    let leaf = Array(normalized.text[normalized.ranges[1]])
    let bytes = Array(match.utf8)
    let offset = try #require(
      (0...(leaf.count - bytes.count)).first { leaf[$0..<($0 + bytes.count)].elementsEqual(bytes) })
    let start = normalized.ranges[1].lowerBound + offset
    let original = normalized.originalRange(of: start..<(start + bytes.count))
    #expect(source.string(in: original) == quote)
  }

  @Test func `A simplified character of the same length is no edit`() {
    #expect(DocumentNormalizer().normalize(Document(paragraphs: ["財政撥款收支總表"])).edits.count == 0)
  }

  @Test func `Stretches that belong to no leaf leave one line feed`() {
    var source = Document(text: Array("xx甲yyy乙zz".utf8), format: .txt)
    source.leaves = [
      Leaf(range: 2..<5, locator: .path("1")), Leaf(range: 8..<11, locator: .path("2")),
    ]
    let normalized = DocumentNormalizer().normalize(source)
    #expect(String(decoding: normalized.text, as: UTF8.self) == "甲\n乙")
    #expect(normalized.originalRange(of: normalized.ranges[0]) == 2..<5)
    #expect(normalized.originalRange(of: normalized.ranges[1]) == 8..<11)
  }

  private func isBorder(_ offset: Int, of document: Document) -> Bool {
    offset == document.text.count || document.text[offset] & 0xC0 != 0x80
  }
}
