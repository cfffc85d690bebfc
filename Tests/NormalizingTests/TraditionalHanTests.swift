import DocumentModel
import Normalizing
import Testing
import TextLibraries

/// The committed table against ICU's transliterator.
@Suite struct TraditionalHanTests {
  @Test func `Every Han character of the plane is simplified as ICU does it`() throws {
    let oracle = try #require(UnicodeNormalization.simplified(0..<0x10000))
    for range in [UInt32(0x3400)..<0xA000, 0xF900..<0xFB00] {
      let leaves = try range.map { String(try #require(Unicode.Scalar($0))) }
      let normalized = DocumentNormalizer().normalize(Document(paragraphs: leaves))
      let compatible = DocumentNormalizer(rules: .nfkcOnly).normalize(Document(paragraphs: leaves))
      var wrong: [String] = []
      for index in leaves.indices {
        // The matching form simplifies what NFKC made of a compatibility ideograph.
        let unified = try #require(compatible.string(ofLeaf: index).unicodeScalars.first).value
        let found = normalized.string(ofLeaf: index).unicodeScalars.map(\.value)
        let expected = unified < 0x10000 ? oracle[Int(unified)] : unified
        if found != [expected] { wrong.append(leaves[index]) }
      }
      #expect(wrong.isEmpty)
    }
  }
}
