package import Files
internal import OutputReading
internal import ReportModel
internal import Writing

/// Proves an output against the file that it was made from.
package enum OutputVerification {
  /// - Throws: where one of the two cannot be read.
  package static func verify(output: String, source: String) throws(FileError) -> Proof {
    let bytes = try InputFile.read(output)
    guard let tree = OutputTree(bytes) else {
      throw FileError(
        what: "this is no JSON", remedy: "give a file that juesuan convert wrote")
    }
    guard tree["schema"]?.text == Report.schema else {
      throw FileError(
        what: "this is not a \(Report.schema)", remedy: "give a file that juesuan convert wrote")
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
