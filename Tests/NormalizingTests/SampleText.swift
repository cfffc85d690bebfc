import DocumentModel
import Normalizing
import TestSupport
import ValueModel

/// The matching form of one leaf.
func matchingForm(_ text: String) -> String {
  DocumentNormalizer().normalize(Document(paragraphs: [text])).string(ofLeaf: 0)
}

extension SeededGenerator {
  /// A text of scalars from the ranges where normalization or a rule has something to do.
  mutating func text(upTo length: Int) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x00...0x2F, 0xA0...0x17F, 0x1C4...0x233, 0x300...0x36F, 0x370...0x3FF,
      0x5D0...0x6FF, 0x900...0xD7F, 0x1100...0x11FF, 0x1E00...0x1FFF, 0x2000...0x22FF,
      0x2460...0x24FF, 0x2E80...0x33FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFB00...0xFE0F, 0xFE10...0xFFFD, 0x1100...0x1175, 0x300...0x345, 0x30...0x39,
      0x11080...0x11140, 0x1D100...0x1D7FF, 0x1F100...0x1F2FF, 0x2F800...0x2FA1F,
      0x2C...0x2C, 0xFF0C...0xFF0C, 0x28...0x29,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
