import Conversion
import DocumentModel
import Normalizing
import OutputReading
import ReportModel
import ValueModel
import Verifying

/// The normalizer: every line of the input is a leaf.
enum NormalizerFuzzing {
  static func run(_ bytes: [UInt8]) {
    let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    var document = Document(text: text, format: .txt)
    var start = 0
    for end in text.indices.filter({ text[$0] == 0x0A }) + [text.count] {
      document.leaves.append(
        Leaf(range: start..<end, locator: .text(line: document.leaves.count + 1, offset: start)))
      document.blocks.append(Block(.paragraph(Paragraph(leaf: document.leaves.count - 1))))
      start = end + 1
    }
    let normalized = DocumentProperties.normalizer.normalize(document)
    DocumentProperties.check(normalized)
    // The matching form can be read again.
    var again = document
    again.text = normalized.text
    for (index, range) in normalized.ranges.enumerated() { again.leaves[index].range = range }
    DocumentProperties.check(DocumentProperties.normalizer.normalize(again))
  }
}

/// The parser of printed numbers.
enum NumberFuzzing {
  static func run(_ bytes: [UInt8]) {
    guard let amount = Amount(parsing: bytes) else { return }
    require((0...18).contains(amount.scale), "a scale out of bounds")
    let printed = amount.description
    guard let again = Amount(parsing: printed.utf8) else {
      return require(false, "\(printed) is printed and not read")
    }
    require(again == amount, "\(printed) is read as \(again)")
    // The digits are those that stand there.
    let digits = bytes.filter { (0x30...0x39).contains($0) }.drop { $0 == 0x30 }
    let kept = printed.utf8.filter { (0x30...0x39).contains($0) }.drop { $0 == 0x30 }
    require(digits.elementsEqual(kept), "\(printed) has other digits")
    for exponent in [-8, -4, 0, 4, 8] {
      if let scaled = amount.scaled(byPowerOfTen: exponent) {
        require(scaled.scale >= 0, "a negative scale")
      }
    }
    require(amount.negated.negated == amount, "a sign that does not turn back")
  }
}

/// Everything from bytes to JSON.
enum PipelineFuzzing {
  private static let converter: Converter = {
    do {
      return try Converter(mappingFolder: FuzzFolder.mappings)
    } catch {
      fatalError("the mappings cannot be loaded: \(error)")
    }
  }()

  static func run(_ bytes: [UInt8]) {
    guard let json = try? converter.convert(bytes, named: "report.txt") else { return }
    require((try? Output(json)) != nil, "the output is no JSON of ours")
    // One input in sixteen is converted twice: the same bytes must come.
    guard bytes.reduce(0, &+) & 15 == 0 else { return }
    require(
      (try? converter.convert(bytes, named: "report.txt")) == json, "other bytes the second time")
  }
}
