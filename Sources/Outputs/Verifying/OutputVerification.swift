package import Files
internal import OutputReading
internal import Writing

/// Proves an output against the file that it was made from.
package enum OutputVerification {
  /// - Throws: where one of the two cannot be read.
  package static func verify(output: String, source: String) throws(FileError) -> Proof {
    let bytes = try InputFile.read(output)
    let told: Output
    do {
      told = try Output(bytes)
    } catch {
      throw FileError(error)
    }
    return Proof.prove(told, against: try InputFile.read(source))
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
