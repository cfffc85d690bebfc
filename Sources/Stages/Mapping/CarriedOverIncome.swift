import ReportModel

/// Tells income that holds the money carried over from the year before from the income of the year.
///
/// Some budgets count the carry-over among the income of each fund and print the year's own but once. Two amounts of one
/// quantity that differ by the opening balance are the income of the year and the total with that balance; and what is
/// as much as all income together cannot be the year's own where money was carried over.
enum CarriedOverIncome {
  private static let total = "income.total"
  private static let sum = "income.current_year"
  private static let opening = "balance.opening"
  /// Concepts that convention gives to income, with or without what was carried over.
  private static let settled: Set = [sum, "income.fiscal_appropriation"]

  /// Gives facts that hold the carry-over the concept of the total; with them all that their column or their paragraph
  /// tells of the same.
  static func settle(_ facts: inout [Fact]) {
    var places: [FactQuantity: [Int]] = [:]
    var openings: [Fund: [Amount]] = [:]
    for (place, fact) in facts.enumerated() where isLevel(fact) {
      if settled.contains(fact.concept) || fact.concept == total {
        places[FactQuantity(fact), default: []].append(place)
      }
      if fact.concept == opening, let yuan = fact.yuan, yuan.unscaled > 0,
        fact.dimensions.keys.allSatisfy({ $0 == "fund" }), openings[Fund(fact)]?.count ?? 0 < most
      {
        openings[Fund(fact), default: []].append(yuan)
      }
    }
    guard !openings.isEmpty else { return }
    var whole: Set<Stretch> = []
    for place in facts.indices where isLevel(facts[place]) && settled.contains(facts[place].concept)
    {
      let others = (places[FactQuantity(facts[place])] ?? []).prefix(most)
      if exceeds(facts[place], others.map { facts[$0] }, by: openings[Fund(facts[place])] ?? [])
        || isAllIncome(facts[place], facts, places, openings)
      {
        whole.insert(Stretch(facts[place]))
      }
    }
    guard !whole.isEmpty else { return }
    for place in facts.indices
    where settled.contains(facts[place].concept) && whole.contains(Stretch(facts[place])) {
      facts[place].concept = total
      facts[place].trust.concept = .proved
    }
  }

  /// Another figure of the same quantity, and the opening balance of its money, make it up.
  private static func exceeds(_ fact: Fact, _ others: [Fact], by openings: [Amount]) -> Bool {
    guard let yuan = fact.yuan else { return false }
    return others.contains { other in
      guard let less = other.yuan else { return false }
      return openings.contains { ChangeProof.isDifference($0, of: yuan, and: less) }
    }
  }

  /// It is as much as the total of all income that another table or paragraph prints, and money was carried over.
  private static func isAllIncome(
    _ fact: Fact, _ facts: [Fact], _ places: [FactQuantity: [Int]], _ openings: [Fund: [Amount]]
  ) -> Bool {
    guard fact.concept == sum, fact.dimensions.isEmpty, let yuan = fact.yuan,
      openings.keys.contains(where: { $0.aspect == fact.aspect })
    else { return false }
    var other = fact
    other.concept = total
    let totals = places[FactQuantity(other)] ?? []
    return totals.contains { place in
      facts[place].source.block != fact.source.block
        && facts[place].yuan.map { ChangeProof.agree($0, yuan) } ?? false
    }
  }

  private static func isLevel(_ fact: Fact) -> Bool {
    fact.aspect == .actual || fact.aspect == .initialBudget
  }

  /// More figures of one quantity than any report has.
  private static let most = 64

  private struct Fund: Hashable {
    let name: String?
    let aspect: Aspect

    init(_ fact: Fact) {
      name = fact.dimensions["fund"]
      aspect = fact.aspect
    }
  }

  /// What is read alike: a column of a table, on whatever pages it stands, or what a paragraph tells of one quantity.
  private struct Stretch: Hashable {
    let block: Int?
    let table: String?
    let column: Int?
    let concept: String
    let fund: String?

    init(_ fact: Fact) {
      let isCell = fact.source.row != nil
      block = isCell ? nil : fact.source.block
      table = isCell ? fact.rule.section : nil
      column = isCell ? fact.source.column : nil
      concept = fact.concept
      fund = fact.dimensions["fund"]
    }
  }
}
