import ReportModel

/// Settles what a bare «收入», «支出» of a sentence means: the year's own sum, as by convention, or the total
/// with the balances.
///
/// Where the parts that the same section names do not make up the amount, but do together with the balance that it
/// names, the sum of the year is excluded and only the total is left.
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
    for side in sides {
      for place in facts.indices where isBare(facts[place], side) {
        guard isTotal(facts[place], side, facts, blocks) else { continue }
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
    var parts: Amount? = Amount(unscaled: 0, scale: 0)
    var balances: Amount? = Amount(unscaled: 0, scale: 0)
    var seen: Set<String> = []
    for block in whole.source.block...whole.source.block + reach {
      for place in (blocks[block] ?? []).prefix(mostFacts) {
        let fact = facts[place]
        guard fact.aspect == whole.aspect, fact.unit == whole.unit,
          fact.dimensions == whole.dimensions, seen.count < mostFacts
        else { continue }
        if side.balances.contains(fact.concept), seen.insert(fact.concept).inserted {
          balances = balances.flatMap { $0.adding(fact.value) }
        } else if fact.concept.hasPrefix(side.prefix), isPart(fact.concept, side),
          seen.insert(fact.concept).inserted
        {
          parts = parts.flatMap { $0.adding(fact.value) }
        }
      }
    }
    guard let parts, let balances, balances.unscaled != 0, parts.unscaled != 0 else { return false }
    return parts.adding(balances).map { ChangeProof.agree($0, whole.value) } ?? false
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

extension Amount {
  /// The exact sum; nil beyond 64 bits.
  fileprivate func adding(_ other: Amount) -> Amount? {
    let scale = max(scale, other.scale)
    guard
      let first = Int64(exactly: Int128(unscaled) * Int128(PowersOfTen.power(scale - self.scale))),
      let second = Int64(
        exactly: Int128(other.unscaled) * Int128(PowersOfTen.power(scale - other.scale)))
    else { return nil }
    let (sum, overflow) = first.addingReportingOverflow(second)
    return overflow ? nil : Amount(unscaled: sum, scale: scale)
  }
}
