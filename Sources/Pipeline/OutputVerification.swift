internal import Emitting
package import Proving

/// Proves an output against the file that it was made from.
package enum OutputVerification {
  /// - Throws: where one of the two cannot be read.
  package static func verify(output: String, source: String) throws(ConversionError) -> Proof {
    let bytes = try InputFile.read(output)
    guard let tree = OutputTree(bytes) else {
      throw ConversionError(
        what: "this is no JSON", remedy: "give a file that juesuan convert wrote")
    }
    guard tree["schema"]?.text == "juesuan-report/1" else {
      throw ConversionError(
        what: "this is not a juesuan-report/1", remedy: "give a file that juesuan convert wrote")
    }
    return Proof.prove(tree, against: try InputFile.read(source))
  }

  /// The failures as JSON, one a line.
  package static func jsonLines(of proof: Proof) -> [UInt8] {
    proof.failures.flatMap { failure in
      JSONWriter.bytes(
        of: .oneLine(
          .object([
            .init("pointer", .string(failure.pointer)), .init("why", .string(failure.why.rawValue)),
            .init("quoted", .string(failure.quoted)),
            .init("found", failure.found.map { .string($0) } ?? .null),
          ])))
    }
  }
}
