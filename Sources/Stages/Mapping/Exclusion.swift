import ReportModel

/// Takes facts back whose reading other figures of the report speak against.
///
/// Arithmetic chooses nothing: equal figures attract each other, and a body with one kind of money is
/// undecidable for ever. But where two facts would be the same quantity with different values, and the fund or
/// the side of one of them was supplied by convention and is printed nowhere, that reading is excluded. A
/// contradiction between two printed readings is the publisher's, and a check tells it.
enum Exclusion {
  private struct Quantity: Hashable {
    var concept: String
    var aspect: Aspect
    var dimensions: [String: String]
  }

  /// The places of the facts whose reading is excluded.
  static func excluded(from facts: [Fact]) -> Set<Int> {
    var places: [Quantity: [Int]] = [:]
    for (place, fact) in facts.enumerated() where fact.unit != .percent {
      places[
        Quantity(concept: fact.concept, aspect: fact.aspect, dimensions: fact.dimensions),
        default: []
      ].append(place)
    }
    var excluded: Set<Int> = []
    for group in places.values where group.count > 1 {
      for place in group where conventions(in: facts[place].trust) > 0 {
        let own = conventions(in: facts[place].trust)
        // Of two that contradict each other the one that more was supplied for is excluded.
        let isContradicted = group.contains { other in
          other != place && conventions(in: facts[other].trust) <= own
            && !agree(facts[other], facts[place])
        }
        if isContradicted { excluded.insert(place) }
      }
    }
    return excluded
  }

  private static func conventions(in trust: Trust) -> Int {
    [trust.fund, trust.concept, trust.aspect].count { $0 == .convention }
  }

  /// Whether two figures may be the same amount: equal at the coarser of their last places.
  private static func agree(_ first: Fact, _ second: Fact) -> Bool {
    guard let one = first.yuan, let other = second.yuan else { return first.value == second.value }
    let fine = max(one.scale, other.scale)
    let coarse = max(step(of: first), step(of: second))
    func whole(_ amount: Amount) -> Int128 {
      Int128(amount.unscaled) * Int128(PowersOfTen.power(fine - amount.scale))
    }
    let difference = whole(one) - whole(other)
    // Half a step of the coarser figure, or of both where both are rounded.
    let limit = coarse + fine >= 0 ? Int128(PowersOfTen.power(min(coarse + fine, 18))) : 0
    return (difference < 0 ? -difference : difference) * 2 <= limit * 2
  }

  /// The power of ten of a figure's last printed place, in yuan.
  private static func step(of fact: Fact) -> Int {
    (fact.unit.yuanExponent ?? 0) - fact.value.scale
  }
}
