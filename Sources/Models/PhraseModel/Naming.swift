/// The concept that features name, and what of them it leaves unsaid.
package struct Naming: Sendable {
  /// The frame that says most of them.
  package var frame: Frame
  /// Objects, qualifiers and times that the frame has no place for: the phrase means something narrower than
  /// the concept.
  package var left: FeatureSet
}

extension Lexicon {
  /// The frame that consumes most of a phrase's features; nil where none fits.
  ///
  /// `features`: what the phrase says.
  /// `around`: what stands around it and may lend a frame what it needs (`in:` and `measure:`).
  /// `accepts`: whether a frame may be taken at all (a figure in 万元 is no number of vehicles).
  package func naming(
    of features: FeatureSet, around: FeatureSet = FeatureSet(),
    where accepts: (Frame) -> Bool = { _ in true }
  ) -> Naming? {
    let have = features.union(around)
    let own = meaningful(of: features)
    var best: Naming?
    var bestCount = 0
    for frame in frames
    where frame.needs.isSubset(of: have) && !frame.needs.isDisjoint(with: features)
      && accepts(frame)
    {
      let left = own.subtracting(frame.needs)
      let count = left.count
      if let best, (best.frame.weight, -bestCount) >= (frame.weight, -count) { continue }
      best = Naming(frame: frame, left: left)
      bestCount = count
    }
    return best
  }

  /// What a concept must have a place for; a point of time tells balances apart and says «as of» of everything
  /// else.
  func meaningful(of features: FeatureSet) -> FeatureSet {
    let isBalance = !features.isDisjoint(with: sideBySide.balance)
    return features.intersection(
      isBalance ? meaningfulFeatures.ofBalances : meaningfulFeatures.plain)
  }
}
