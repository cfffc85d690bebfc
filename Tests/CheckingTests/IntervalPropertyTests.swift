@testable import Checking
import MappingModel
import ReportModel
import Testing

/// Bounds must contain what the true values give, whatever they were rounded from.
@Suite("Rounding bounds")
struct IntervalPropertyTests {
  /// Steele's SplitMix: the same numbers in every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  private static let formulas = [
    "income.total = income.current_year + balance.opening",
    "income.total = income.current_year + balance.opening? - balance.closing?",
    "income.total = income.other - (income.current_year - balance.opening)",
    "income.total@share_percent = 100 * income.current_year / income.other",
    "income.total@share_percent = 100 * (income.other - balance.opening) / balance.opening",
    "income.total * 3 = income.current_year * income.other - balance.closing",
    "income.total / income.other = (income.current_year - balance.closing) / 7",
  ]
  private static let concepts = [
    "income.total", "income.current_year", "income.other", "balance.opening", "balance.closing",
  ]

  @Test(arguments: formulas)
  func `bounds contain what any values give that round to the printed ones`(
    text: String
  ) throws {
    let formula = try Formula(parsing: text)
    var generator = Generator(state: 20_24)
    var asked = 0
    for round in 0..<400 {
      // Six decimals stand for the true values.
      var truth: [String: Ratio] = [:]
      var printed: [Printed] = []
      for concept in Self.concepts {
        let isSmall = round % 3 == 0
        let value = Int64.random(
          in: isSmall ? -20_000...20_000 : -900_000_000_000...900_000_000_000, using: &generator)
        let exact = Amount(unscaled: value, scale: 6)
        truth[concept] = Ratio(exact)
        // As it is printed: two decimals, of which zeros at the end are left out now and then.
        var shown = try #require(Ratio(exact).rounded(scale: 2))
        while shown.scale > 0, shown.unscaled % 10 == 0, Bool.random(using: &generator) {
          shown = Amount(unscaled: shown.unscaled / 10, scale: shown.scale - 1)
        }
        printed.append(Printed(concept: concept, value: shown.description))
        if concept == "income.total" {
          truth["income.total@share_percent"] = Ratio(exact)
          printed.append(
            Printed(
              concept: concept, value: try #require(Ratio(exact).rounded(scale: 2)).description,
              aspect: .sharePercent, unit: .percent))
        }
      }
      // Where all that is compared lost its decimals, nothing tells how finely it was rounded; bounds
      // are then wider, never narrower.
      guard let sides = try evaluated(text, printed), let left = value(of: formula.left, truth),
        let right = value(of: formula.right, truth)
      else { continue }
      asked += 1
      for (side, actual) in [(sides.left, left), (sides.right, right)] {
        #expect(side.low <= side.value && side.value <= side.high)
        // A base that rounding may bring to zero has no bounds.
        if side.low.isZero || side.high.isZero { continue }
        #expect(side.low <= actual && actual <= side.high, "\(text) of \(printed), round \(round)")
      }
    }
    #expect(asked > 200)
  }

  @Test func `a sum of n figures may be off by n half units, doubled where the publisher says so`()
    throws
  {
    let printed = [
      Printed(concept: "income.total", value: "6"),
      Printed(concept: "income.current_year", value: "2.5"),
      Printed(concept: "income.other", value: "3"),
    ]
    let text = "income.total = income.current_year + income.other"
    let sides = try #require(try evaluated(text, printed))
    #expect(sides.left.high.amount(most: 6)?.description == "6.05")
    #expect(sides.right.low.amount(most: 6)?.description == "5.4")
    let wide = try #require(try evaluated(text, printed, slack: 2))
    #expect(wide.right.low.amount(most: 6)?.description == "5.3")
  }

  @Test func `figures are listed as the formula names them, whatever is looked up first`() throws {
    let printed = [
      Printed(concept: "income.total", value: "1"), Printed(concept: "balance.opening", value: "2"),
      Printed(concept: "income.other", value: "3"), Printed(concept: "balance.closing", value: "4"),
    ]
    let checked = ReportChecker(rules: [
      try .asking([
        "income.total = income.other - (balance.closing - balance.opening) - income.total"
      ])
    ]).check(try .printing(printed))
    #expect(checked.checks[0].facts == ["f1", "f3", "f4", "f2"])
  }

  // MARK: Evaluating

  private func evaluated(
    _ text: String, _ printed: [Printed], slack: Int = 1
  ) throws -> (left: Evaluated, right: Evaluated)? {
    let rule = try CheckRule.asking([text])
    var interner = Interner()
    let formula = CompiledFormula(
      try Formula(parsing: text), aspect: interner.number("actual"), isReportWide: false,
      &interner)
    let table = QuantityTable(
      try .printing(printed), interner: interner,
      openings: Array(rule.openings).sorted { $0.order < $1.order })
    let evaluator = Evaluator(table: table, slack: slack)
    var found = FoundFigures()
    guard let lead = table.quantities.indices.first else { return nil }
    let left = try evaluator.find(formula.left, of: formula, lead: lead, &found)
    let right = try evaluator.find(formula.right, of: formula, lead: lead, &found)
    return try? evaluator.sides(of: formula, left, right, in: found)
  }

  /// The same expression over the true values; nil where it would be divided by zero.
  private func value(of expression: Formula.Expression, _ truth: [String: Ratio]) -> Ratio? {
    func both(
      _ left: Formula.Expression, _ right: Formula.Expression,
      _ operation: (Ratio, Ratio) -> Ratio?
    ) -> Ratio? {
      guard let left = value(of: left, truth), let right = value(of: right, truth) else {
        return nil
      }
      return operation(left, right)
    }
    return switch expression {
    case .number(let number): Ratio(Int128(number))
    case .figure(let asked), .sum(let asked, _), .children(let asked, _), .largest(let asked, _):
      truth[(asked.concept ?? "") + (asked.aspect.map { "@" + $0 } ?? "")]
    case .plus(let left, let right): both(left, right, Ratio.sum)
    case .minus(let left, let right): both(left, right, Ratio.difference)
    case .times(let left, let right): both(left, right, Ratio.product)
    case .over(let left, let right): both(left, right, Ratio.quotient)
    }
  }
}
