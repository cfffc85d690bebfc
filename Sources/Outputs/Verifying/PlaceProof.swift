internal import OutputReading

/// Proves each place of an output by readers that share nothing with those that made it.
struct PlaceProof {
  let source: [UInt8]
  let output: Output
  /// Whether the source, read again, gives the same output: what these readers do not find is proved by
  /// that alone, since no two readers take all files alike.
  let isRepeated: Bool

  /// How many characters may be compared for all places together; no report needs as many.
  private static let effort = 100_000_000

  func prove(into proof: inout Proof) {
    let claims = QuotedPlace.all(in: output)
    let original = PlaceKind.source(
      source, encoding: output.identity.source.encoding, of: claims)
    var effort = Self.effort
    for claim in claims {
      proof.claims += 1
      let failure = contradiction(of: claim) ?? standing(of: claim, in: original, &effort)
      guard let failure else {
        proof.proved += 1
        continue
      }
      if isRepeated, failure.why == .place || failure.why == .text {
        proof.repeated.append(failure)
      } else {
        proof.failures.append(failure)
      }
    }
  }

  /// What a record says against itself.
  private func contradiction(of claim: QuotedPlace) -> Proof.Failure? {
    guard let figure = claim.figure else { return nil }
    guard let yuan = claim.yuan else { return nil }
    let exact = figure.yuanExponent.flatMap { PrintedDigits(figure.digits)?.shifted(by: $0) }
    let hasSign = yuan.hasPrefix("-") == figure.isNegative || exact?.isZero ?? false
    return exact != nil && exact == PrintedDigits(yuan) && hasSign
      ? nil : Self.failure(claim, .yuan, yuan)
  }

  private func standing(
    of claim: QuotedPlace, in original: (any OriginalText)?, _ effort: inout Int
  ) -> Proof.Failure? {
    let passages = original?.passages(at: claim.place) ?? []
    guard let original, let first = passages.first else { return Self.failure(claim, .place) }
    let quoted = Passage.squeezed(claim.place.text.unicodeScalars).scalars
    let whole = claim.figure.flatMap { $0.isEstablished ? $0 : nil }
    var best = Passage.Standing.absent
    for passage in passages where best != .whole {
      let found = passage.standing(
        of: quoted, as: whole, near: max(0, min(claim.place.start, 1 << 30)), effort: &effort)
      best = min(best, found)
    }
    let isPrinted =
      best == .whole || original.prints(first.text, as: claim.place.text)
    guard isPrinted else {
      return Self.failure(claim, best == .cut ? .part : .text, String(first.text.prefix(80)))
    }
    if let figure = claim.figure, !PrintedNumber.says(figure, in: claim.place.text) {
      return Self.failure(claim, .value, figure.digits)
    }
    return nil
  }

  private static func failure(
    _ claim: QuotedPlace, _ why: Proof.Why, _ found: String? = nil
  ) -> Proof.Failure {
    Proof.Failure(pointer: claim.pointer, quoted: claim.place.text, found: found, why: why)
  }
}

extension Passage {
  /// What stands here, without white space.
  var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: place.map { scalars[$0] } ?? scalars[...])
    return String(text)
  }
}
