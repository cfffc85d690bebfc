import ReportModel

/// Takes facts back whose reading other figures of the report speak against.
///
/// Arithmetic chooses nothing: equal figures attract each other, and a body with one kind of money is
/// undecidable for ever. But where two facts would be the same quantity with different values, and the fund or
/// the side of one of them was supplied by convention and is printed nowhere, that reading is excluded. A
/// contradiction between two printed readings is the publisher's, and a check tells it.
enum Exclusion {
  /// The places of the facts whose reading is excluded.
  static func excluded(from facts: [Fact]) -> Set<Int> {
    var places: [FactQuantity: [Int]] = [:]
    for (place, fact) in facts.enumerated() where fact.unit != .percent {
      places[FactQuantity(facts[place]), default: []].append(place)
    }
    var excluded: Set<Int> = []
    for group in places.values where group.count > 1 {
      let printed = distinct(group, of: facts)
      guard printed.count > 1 else { continue }
      for place in group where conventions(in: facts[place].trust) > 0 {
        let own = conventions(in: facts[place].trust)
        // Of two that contradict each other the one that more was supplied for is excluded.
        let isContradicted =
          printed.count > mostValues
          || printed.values.contains { other in
            other.conventions <= own && !agree(facts[other.place], facts[place])
          }
        if isContradicted { excluded.insert(place) }
      }
    }
    excluded.formUnion(companions(of: excluded, in: facts))
    return excluded.union(looseTotals(in: facts, places))
  }

  /// What a paragraph says besides of a thing whose concept only convention gave, and gave wrongly: its changes and
  /// rates are of that other thing, too.
  private static func companions(of excluded: Set<Int>, in facts: [Fact]) -> Set<Int> {
    func supplied(_ place: Int) -> Paragraph? {
      facts[place].trust.concept == .convention && facts[place].source.row == nil
        ? Paragraph(facts[place]) : nil
    }
    let misread = Set(excluded.compactMap(supplied))
    guard !misread.isEmpty else { return [] }
    return Set(facts.indices.filter { supplied($0).map(misread.contains) ?? false })
  }

  /// Facts of sentences that call the year's own sum a total: a table prints another total, and as the sum of the
  /// year the very amount. Both words are used for either, so that nothing is told of the total; all that its
  /// paragraph says of it goes with it.
  private static func looseTotals(in facts: [Fact], _ places: [FactQuantity: [Int]]) -> Set<Int> {
    var loose: Set<Paragraph> = []
    for (place, fact) in facts.enumerated() where fact.source.row == nil {
      guard let sum = sums[fact.concept], let same = places[FactQuantity(fact)],
        same.contains(where: { facts[$0].source.row != nil && !agree(facts[$0], fact) })
      else { continue }
      var other = facts[place]
      other.concept = sum
      let isSum = (places[FactQuantity(other)] ?? []).contains {
        facts[$0].source.row != nil && agree(facts[$0], fact)
      }
      if isSum { loose.insert(Paragraph(fact)) }
    }
    guard !loose.isEmpty else { return [] }
    return Set(facts.indices.filter { loose.contains(Paragraph(facts[$0])) })
  }

  /// What income and expenditure have as a total with balances, and as the sum of the year.
  private static let sums = [
    "income.total": "income.current_year", "expenditure.total": "expenditure.current_year",
  ]

  private struct Paragraph: Hashable {
    let concept: String
    let block: Int
    let isTable: Bool
    let fund: String?

    init(_ fact: Fact) {
      concept = fact.concept
      block = fact.source.block
      isTable = fact.source.row != nil
      fund = fact.dimensions["fund"]
    }
  }

  /// More values than this of one quantity contradict each other; a hostile text may hold any number.
  private static let mostValues = 64

  private struct Printed: Hashable {
    var value: Amount
    var unit: Unit
  }

  /// Each value of a quantity once, with the one of its facts that least was supplied for.
  private static func distinct(
    _ group: [Int], of facts: [Fact]
  ) -> [Printed: (place: Int, conventions: Int)] {
    var values: [Printed: (place: Int, conventions: Int)] = [:]
    for place in group {
      let printed = Printed(value: facts[place].value, unit: facts[place].unit)
      let own = conventions(in: facts[place].trust)
      if own < values[printed]?.conventions ?? Int.max { values[printed] = (place, own) }
    }
    return values
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

/// What a fact is of; two facts of one quantity must agree.
struct FactQuantity: Hashable {
  private let concept: String
  private let aspect: Aspect
  private let dimensions: [String: String]

  init(_ fact: Fact) {
    concept = fact.concept
    aspect = fact.aspect
    dimensions = fact.dimensions
  }
}
