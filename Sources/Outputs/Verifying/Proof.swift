package import OutputReading
internal import TextLibraries

/// Proves what an output claims of its source, place by place.
package struct Proof: Sendable {
  /// How many places the output tells.
  package var claims = 0
  /// How many of them the source bears out.
  package var proved = 0
  /// The others, and a source that is not the one that was converted.
  package var failures: [Failure] = []

  /// A place that the source does not bear out.
  package struct Failure: Sendable {
    /// JSON pointer of what is told.
    package var pointer: String
    /// The text that the output quotes.
    package var quoted: String
    /// What stands at the place instead; nil where there is no such place.
    package var found: String?
    /// In which way.
    package var why: Why
  }

  /// Why a place is not proved.
  package enum Why: String, Sendable {
    /// The place holds another text.
    case text
    /// The text says another value.
    case value
    /// There is no such place.
    case place
    /// The file is not the one that was converted.
    case file
  }

  /// Nothing proved yet.
  package init() {}

  /// Proves all claims of an output against a source.
  package static func prove(_ output: Output, against bytes: [UInt8]) -> Proof {
    let source = output.identity.source
    let claims = QuotedPlace.all(in: output)
    var proof = Proof()
    if let expected = source.sha256, expected != Digest(of: bytes).hexadecimal {
      proof.failures.append(
        Failure(pointer: "/report/source/sha256", quoted: expected, found: nil, why: .file))
    }
    let original = PlaceKind.source(bytes, encoding: source.encoding, of: claims)
    for claim in claims {
      proof.claims += 1
      guard let original, let found = original.text(at: claim.place) else {
        proof.failures.append(
          Failure(pointer: claim.pointer, quoted: claim.place.text, found: nil, why: .place))
        continue
      }
      let stands =
        squeezed(found).contains(squeezed(claim.place.text))
        || original.prints(found, as: claim.place.text)
      if !stands {
        proof.failures.append(
          Failure(
            pointer: claim.pointer, quoted: claim.place.text,
            found: String(found.prefix(80)), why: .text))
      } else if let digits = claim.digits, !PrintedNumber.says(digits, in: claim.place.text) {
        proof.failures.append(
          Failure(
            pointer: claim.pointer, quoted: claim.place.text, found: digits, why: .value))
      } else {
        proof.proved += 1
      }
    }
    return proof
  }

  /// Without white space, which readers join and break; strings are equal where they are canonically equivalent.
  private static func squeezed(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          !$0.properties.isWhitespace && $0 != "\u{200B}" && $0 != "\u{FEFF}"
        }))
  }
}
