import Conversion
import Files
import OutputReading
import Proving
import Testing

@testable import Verifying

/// Each member of an output, edited once, is noticed.
@Suite("Edited outputs")
struct EditedOutputTests {
  /// One output as it was made, and its source read again.
  private struct Case: Sendable {
    var name: String
    var source: [UInt8]
    var output: Output
    var again: Output
  }

  private static let made = Result { try makeCases() }

  private func cases() throws -> [Case] { try Self.made.get() }

  private static func makeCases() throws -> [Case] {
    let converter = try Corpus.converter()
    let inputs = try Corpus.inputs()
    return try ["txt", "docx", "html", "xlsx", "pdf"].map { format in
      // A small one of each format; in a debug build a large output takes minutes.
      let input = try #require(
        inputs.filter { $0.path.hasSuffix("." + format) && $0.stamp?.size ?? 0 > 3500 }
          .min { $0.stamp?.size ?? 0 < $1.stamp?.size ?? 0 })
      let source = try InputFile.read(input.path)
      let output = try Output(try Corpus.convert(input, with: converter))
      return Case(
        name: input.relativePath, source: source, output: output,
        again: try OutputProof.read(source, as: output, converter))
    }
  }

  @Test func `an edit is told by the digest, and with a new one by reading the source again`()
    throws
  {
    var shapes: Set<String> = []
    for example in try cases() {
      var unnoticed: Set<String> = []
      for edit in Edit.each(of: example.output, notYetIn: &shapes) {
        let edited = try edit.output()
        let own = try #require(edited.ownDigest)
        #expect(edited.toldDigest != own, "\(example.name): \(edit.pointer)")
        if OutputComparison.differences(of: edited, from: example.again).isEmpty {
          unnoticed.insert(edit.pointer)
        }
      }
      // The digest is proved by itself, and what the file was called does not stand in it.
      #expect(unnoticed.isSubset(of: OutputComparison.unprovable), "\(example.name)")
    }
    #expect(shapes.count > 100)
  }

  @Test func `an output of another report is none of this one`() throws {
    let cases = try cases()
    let proof = Proof.prove(
      cases[1].output, against: cases[0].source, again: cases[0].again)
    #expect(proof.failures.contains { $0.why == .file })
    #expect(proof.failures.contains { $0.why == .reading && $0.pointer == "/report/id" })
  }

  @Test func `an output with a right digest that reads otherwise is of another program`() throws {
    let example = try #require(try cases().first)
    var none: Set<String> = []
    let edit = try #require(
      Edit.each(of: example.output, notYetIn: &none).first { $0.pointer == "/facts/0/label" })
    let signed = Proof.prove(try edit.signed(), against: example.source, again: example.again)
    #expect(signed.isOfOtherProgram)
    #expect(signed.failures.map(\.pointer) == ["/facts/0/label"])
    let unsigned = Proof.prove(try edit.output(), against: example.source, again: example.again)
    #expect(!unsigned.isOfOtherProgram)
    #expect(unsigned.failures.map(\.why) == [.digest, .reading])
  }

  @Test func `an output that is only laid out anew is as it was`() throws {
    let example = try #require(try cases().first)
    let line = try Output(JSONLines.line(of: example.output.json.bytes))
    let proof = Proof.prove(line, against: example.source, again: example.again)
    #expect(proof.failures.isEmpty && line.toldDigest == line.ownDigest)
  }
}

/// One value of an output changed.
private struct Edit {
  var pointer: String
  private var bytes: [UInt8]

  /// One edit of each member that no output before had, of a list in the first record that has it.
  static func each(of output: Output, notYetIn seen: inout Set<String>) -> [Edit] {
    var edits: [Edit] = []
    func visit(_ node: OutputNode, _ shape: String) {
      // What is no output of this version is not read at all.
      if !shape.isEmpty, shape != "/schema", seen.insert(shape).inserted {
        edits.append(Edit(node, in: output))
      }
      for element in node.elements { visit(element, shape + "/-") }
      for (name, value) in node.members { visit(value, shape + "/" + name) }
    }
    visit(output.root, "")
    return edits
  }

  private init(_ node: OutputNode, in output: Output) {
    pointer = node.pointer
    let change =
      switch node.kind {
      case .null: "0"
      case .yes: "false"
      case .no: "true"
      case .number: (node.digits ?? "").hasSuffix("1") ? "2" : "1"
      case .text, .escaped: "\"改\""
      case .array: node.elements.isEmpty ? "[0]" : "[]"
      case .object: node.members.isEmpty ? "{\"a\": 0}" : "{}"
      }
    bytes = output.json.bytes
    bytes.replaceSubrange(node.written, with: Array(change.utf8))
  }

  func output() throws -> Output { try Output(bytes) }

  /// The same with the digest that it has now.
  func signed() throws -> Output {
    let edited = try output()
    guard let digest = edited.root["digest"], pointer != "/digest" else { return edited }
    var bytes = bytes
    let own = try #require(edited.ownDigest)
    bytes.replaceSubrange(digest.written, with: Array("\"\(own)\"".utf8))
    return try Output(bytes)
  }
}
