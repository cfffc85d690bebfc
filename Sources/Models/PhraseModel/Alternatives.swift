extension Lexicon {
  /// More combinations of readings than this are not tried.
  private static let mostCombinations = 32

  /// What words say together: of those with several readings, the ones that name a concept and leave least
  /// of the phrase unsaid.
  ///
  /// `words`: per word, its readings, the likeliest first.
  /// `around`: what stands around, as for ``naming(of:around:where:)``.
  package func joined(_ words: [[FeatureSet]], around: FeatureSet = FeatureSet()) -> FeatureSet {
    var combinations: [(set: FeatureSet, cost: Int)] = [(FeatureSet(), 0)]
    for readings in words {
      guard readings.count > 1, combinations.count * readings.count <= Self.mostCombinations else {
        let only = readings.first ?? FeatureSet()
        for index in combinations.indices {
          combinations[index].set = combinations[index].set.union(only)
        }
        continue
      }
      combinations = combinations.flatMap { combination in
        readings.enumerated().map { (combination.set.union($1), combination.cost + 2 * $0) }
      }
    }
    guard combinations.count > 1 else { return settled(combinations[0].set) }
    var best = combinations[0].set
    var bestCost = Int.max
    for combination in combinations {
      let cost = combination.cost + unsaid(of: combination.set, around: around)
      if cost < bestCost { (best, bestCost) = (combination.set, cost) }
    }
    return settled(best)
  }

  /// What it costs that a concept has no place for some of a phrase, or that it names none.
  private func unsaid(of set: FeatureSet, around: FeatureSet) -> Int {
    guard let naming = naming(of: set, around: around) else {
      return 4 * meaningful(of: set).count
    }
    return 4 * naming.left.count - (naming.frame.isConcept ? 3 : 0)
  }
}
