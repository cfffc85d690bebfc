package import OutputReading
internal import TextLibraries

/// Proves what an output claims of its source: figure by figure at its place, and member by member against
/// what the source gives when it is read again.
package struct Proof: Sendable {
  /// How many places the output tells.
  package var claims = 0
  /// How many of them readers of its own bear out.
  package var proved = 0
  /// What they do not find, while the source, read again, gives the same of it.
  package var repeated: [Failure] = []
  /// What is not borne out.
  package var failures: [Failure] = []
  /// Whether the output is as it was written and the source, read again, gives another one.
  package var isOfOtherProgram = false

  /// Something that the source does not bear out.
  package struct Failure: Sendable {
    /// JSON pointer of what is told.
    package var pointer: String
    /// What the output says or quotes.
    package var quoted: String
    /// What is there instead; nil where nothing is.
    package var found: String?
    /// In which way.
    package var why: Why
  }

  /// Why something is not proved.
  package enum Why: String, Sendable {
    /// The place holds another text.
    case text
    /// The text at the place is only a part of a number, or has another unit behind it.
    case part
    /// The text says another value.
    case value
    /// The amount in yuan is not the value in its unit.
    case yuan
    /// There is no such place.
    case place
    /// The file is not the one that was converted.
    case file
    /// The output is not as it was written.
    case digest
    /// The source, read again, gives something else.
    case reading
  }

  /// Nothing proved yet.
  package init() {}

  /// Proves all claims of an output against a source; `again` is what the source gives when it is read
  /// again, nil proves the places alone.
  package static func prove(
    _ output: Output, against bytes: [UInt8], again: Output? = nil
  ) -> Proof {
    var proof = Proof()
    if let told = output.identity.source.sha256, told != Digest(of: bytes).hexadecimal {
      proof.failures.append(otherFile(output))
    }
    if let told = output.toldDigest, told != output.ownDigest {
      proof.failures.append(Failure(pointer: "/digest", quoted: told, found: nil, why: .digest))
    }
    let differences = again.map { OutputComparison.differences(of: output, from: $0) } ?? []
    if !differences.isEmpty {
      proof.isOfOtherProgram = proof.failures.isEmpty && output.toldDigest != nil
      proof.failures += differences
    }
    let places = PlaceProof(
      source: bytes, output: output, isRepeated: again != nil && differences.isEmpty)
    places.prove(into: &proof)
    return proof
  }
}

extension Proof {
  /// Of an output that was made from another file.
  package static func ofOtherFile(_ output: Output) -> Proof {
    var proof = Proof()
    proof.failures = [otherFile(output)]
    return proof
  }

  fileprivate static func otherFile(_ output: Output) -> Failure {
    Failure(
      pointer: "/report/source/sha256", quoted: output.identity.source.sha256 ?? "", found: nil,
      why: .file)
  }
}
