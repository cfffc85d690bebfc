import Conversion
import Files
import Foundation
import OutputReading
import Proving
import ReportModel
import Testing
import Verifying

/// Every value of the corpus is proved against its file, in every format.
@Suite("Proof over the corpus")
struct ProofOfCorpusTests {
  @Test func `every place is proved by readers of its own, and every member by reading again`()
    throws
  {
    let converter = try Corpus.converter()
    var claims = 0
    for input in try Corpus.inputs() {
      let output = try Output(try Corpus.convert(input, with: converter))
      let bytes = try InputFile.read(input.path)
      let again = try OutputProof.read(bytes, as: output, converter)
      let proof = Proof.prove(output, against: bytes, again: again)
      #expect(proof.failures.isEmpty, "\(input.path): \(proof.failures.prefix(3))")
      #expect(proof.repeated.isEmpty, "\(input.path): \(proof.repeated.prefix(3))")
      #expect(proof.proved == proof.claims)
      claims += proof.claims
    }
    #expect(claims > 10_000)
  }

  @Test func `a changed digit in any quoted figure is caught`() throws {
    let converter = try Corpus.converter()
    let input = try #require(
      try Corpus.inputs().first { $0.path.hasSuffix("yunnan/0001/report.txt") })
    let source = try InputFile.read(input.path)
    let output = try Output(try Corpus.convert(input, with: converter))
    for fact in output.facts {
      let bytes = try #require(fact.place?.bytes)
      guard let digit = bytes.first(where: { (0x30...0x39).contains(source[$0]) })
      else { continue }
      var changed = source
      changed[digit] = changed[digit] == 0x39 ? 0x30 : changed[digit] + 1
      let proof = Proof.prove(output, against: changed)
      #expect(proof.failures.contains { $0.why == .text })
      #expect(proof.failures.contains { $0.why == .file })
    }
  }

  /// What the checks find in the corpus: nothing but what NOTE.md of the case tells.
  @Test func `the corpus adds up`() throws {
    let converter = try Corpus.converter()
    for input in try Corpus.inputs() {
      let output = try Output(try Corpus.convert(input, with: converter))
      let failed = output.checks.filter { $0.status == .fail }
      let expected = input.relativePath.hasPrefix("xinjiang/0001/") ? 2 : 0
      #expect(
        failed.count == expected,
        "\(input.path): \(failed.map(\.message.en))")
    }
  }
}
