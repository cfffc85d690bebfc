import ReportModel

/// Settles what a bare «收入», «支出» of a sentence means: the year's own sum, as by convention, or the total
/// with the balances.
///
/// Where the parts that the same section names do not make up the amount, but do together with the balance that it
/// names, the sum of the year is excluded and only the total is left; so it is where other places print the sum of the
/// year with another amount and the total with this one.
enum BareSides {
  /// A side: what convention takes it for, what it may be besides, and the balances that belong to the latter.
  private struct Side {
    let prefix: String
    let sum: String
    let total: String
    let balances: Set<String>
  }

  private static let sides = [
    Side(
      prefix: "income.", sum: "income.current_year", total: "income.total",
      balances: ["balance.opening", "balance.non_fiscal_used"]),
    Side(
      prefix: "expenditure.", sum: "expenditure.current_year", total: "expenditure.total",
      balances: ["balance.closing", "balance.distribution"]),
  ]

  /// How many blocks behind the amount its parts may stand.
  private static let reach = 24

  /// Gives amounts, with what their paragraph says of their change, the concept that is left.
  static func settle(_ facts: inout [Fact]) {
    var blocks: [Int: [Int]] = [:]
    for (place, fact) in facts.enumerated() where fact.source.row == nil {
      blocks[fact.source.block, default: []].append(place)
    }
    var printed: [FactQuantity: [Amount]] = [:]
    for fact in facts where fact.trust.concept != .convention {
      guard sides.contains(where: { $0.sum == fact.concept || $0.total == fact.concept }),
        let yuan = fact.yuan
      else { continue }
      printed[FactQuantity(fact), default: []].append(yuan)
    }
    for side in sides {
      for place in facts.indices where isBare(facts[place], side) {
        guard
          isTotal(facts[place], side, facts, blocks)
            || isTotalElsewhere(facts[place], side, printed)
        else { continue }
        let whole = facts[place]
        for other in blocks[whole.source.block] ?? []
        where facts[other].concept == side.sum && facts[other].trust.concept == .convention
          && facts[other].dimensions == whole.dimensions
        {
          facts[other].concept = side.total
          facts[other].trust.concept = .proved
        }
      }
    }
  }

  private static func isBare(_ fact: Fact, _ side: Side) -> Bool {
    fact.concept == side.sum && fact.trust.concept == .convention && fact.source.row == nil
      && (fact.aspect == .actual || fact.aspect == .initialBudget)
  }

  private static func isTotal(
    _ whole: Fact, _ side: Side, _ facts: [Fact], _ blocks: [Int: [Int]]
  ) -> Bool {
    var parts: [Amount] = []
    var balances: [Amount] = []
    var seen: Set<FactQuantity> = []
    for block in whole.source.block...whole.source.block + reach {
      for place in (blocks[block] ?? []).prefix(mostFacts) {
        let fact = facts[place]
        guard fact.aspect == whole.aspect, fact.unit == whole.unit,
          isOfPart(fact, of: whole), seen.count < mostFacts
        else { continue }
        let isBalance = side.balances.contains(fact.concept)
        let isPart = fact.concept.hasPrefix(side.prefix) && isPart(fact.concept, side)
        guard isBalance || isPart, seen.insert(FactQuantity(fact)).inserted else { continue }
        if isBalance { balances.append(fact.value) } else { parts.append(fact.value) }
      }
    }
    guard balances.contains(where: { $0.unscaled != 0 }),
      parts.contains(where: { $0.unscaled != 0 })
    else { return false }
    return ChangeProof.isSum(whole.value, of: parts + balances)
      && !ChangeProof.isSum(whole.value, of: parts)
  }

  /// A part may be of one fund, where the whole is of all.
  private static func isOfPart(_ fact: Fact, of whole: Fact) -> Bool {
    var dimensions = fact.dimensions
    if whole.dimensions["fund"] == nil { dimensions["fund"] = nil }
    return dimensions == whole.dimensions
  }

  /// The total is printed elsewhere with the very amount, and the sum of the year with another one.
  private static func isTotalElsewhere(
    _ whole: Fact, _ side: Side, _ printed: [FactQuantity: [Amount]]
  ) -> Bool {
    guard let yuan = whole.yuan else { return false }
    func values(_ concept: String) -> [Amount] {
      var other = whole
      other.concept = concept
      return printed[FactQuantity(other)] ?? []
    }
    let sums = values(side.sum)
    return !sums.isEmpty && !sums.contains { ChangeProof.agree($0, yuan) }
      && values(side.total).contains { ChangeProof.agree($0, yuan) }
  }

  /// More facts of one block than any list of parts has.
  private static let mostFacts = 64

  /// A part of the side and no part of a part.
  private static func isPart(_ concept: String, _ side: Side) -> Bool {
    concept != side.sum && concept != side.total
      && concept.utf8.dropFirst(side.prefix.utf8.count).firstIndex(of: UInt8(ascii: ".")) == nil
      && concept != "expenditure.function" && concept != "expenditure.economic"
  }
}
