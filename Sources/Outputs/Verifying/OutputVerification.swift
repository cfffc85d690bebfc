internal import Writing

/// What a proof came to, for machines.
package enum OutputVerification {
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
