import Checking
import MappingModel
import ReportModel
import Testing

@Suite("Facts that arithmetic holds in their places")
struct StructureProofTests {
  /// The ids of the facts whose structure is proved.
  private func proved(
    _ formulas: [String], _ printed: [Printed], doubtful: [DoubtfulFigure] = []
  ) throws -> [String] {
    var report = try Report.printing(printed)
    report.doubtful = doubtful
    let rules = [try CheckRule.asking(formulas), CheckRule.named("same_value")]
    let checked = ReportChecker(rules: rules).check(report)
    #expect(
      checked.facts.allSatisfy { ($0.trust.grade == .proved) == ($0.trust.structure == .proved) })
    return checked.facts.filter { $0.trust.structure == .proved }.map(\.id)
  }

  private static let sum =
    "income.total = income.current_year + balance.opening + balance.distribution?"

  private func sum(_ values: String...) throws -> [String] {
    let concepts = [
      "income.total", "income.current_year", "balance.opening", "balance.distribution",
    ]
    return try proved(
      [Self.sum], zip(concepts, values).map { Printed(concept: $0, value: $1) })
  }

  @Test func `a sum that holds proves the whole and its parts`() throws {
    #expect(try sum("10.00", "8.00", "2.00") == ["f1", "f2", "f3"])
  }

  @Test func `a sum that fails, or holds by rounding only, proves nothing`() throws {
    #expect(try sum("10.00", "8.00", "3.00") == [])
    #expect(try sum("10.01", "8.00", "2.00") == [])
  }

  @Test func `two equal figures prove nothing, and a zero among summands is not proved`() throws {
    #expect(try sum("8.00", "8.00", "0.00") == [])
    #expect(try sum("10.00", "8.00", "2.00", "0.00") == ["f1", "f2", "f3"])
  }

  @Test func `a zero that is all of a side is proved by what makes up for it`() throws {
    #expect(try sum("0.00", "8.00", "-8.00") == ["f1"])
    #expect(try sum("0.00", "8.00", "-5.00", "-3.00") == ["f1", "f2", "f3", "f4"])
  }

  @Test func `a figure that is repeated proves nothing`() throws {
    let printed = (1...4).map { _ in Printed(concept: "income.total", value: "8.00") }
    #expect(try proved([], printed) == [])
  }

  @Test func `a bound proves nothing`() throws {
    let printed = [
      Printed(concept: "income.total", value: "8.00"),
      Printed(concept: "income.current_year", value: "9.00"),
      Printed(concept: "balance.opening", value: "3.00"),
    ]
    #expect(try proved(["income.total <= income.current_year + balance.opening"], printed) == [])
  }

  @Test(arguments: [
    ("12.50", "10.00", "80.00", ["f1", "f2", "f3"]), ("13", "10.00", "80.00", []),
    ("100.00", "10.00", "10.00", []), ("12.40", "10.00", "80.00", []),
  ])
  func `a rate proves the pair it connects, if it is fine enough and they differ`(
    rate: String, part: String, whole: String, ids: [String]
  ) throws {
    let printed = [
      Printed(concept: "income.other", value: rate, aspect: .sharePercent, unit: .percent),
      Printed(concept: "income.other", value: part),
      Printed(concept: "income.total", value: whole),
    ]
    #expect(try proved(["this@share_percent = 100 * this / income.total"], printed) == ids)
  }

  @Test func `a doubtful figure takes no part, and its statement is not complete`() throws {
    let printed = [
      Printed(concept: "income.total", value: "10.00", isCell: true),
      Printed(concept: "income.current_year", value: "8.00", isCell: true),
    ]
    var rule = try CheckRule.asking(["income.total = income.current_year + balance.opening?"])
    rule.id = "sum"
    var report = try Report.printing(printed)
    // An empty cell of a complete statement is a zero, so this fails.
    #expect(ReportChecker(rules: [rule]).check(report).checks.map(\.status) == [.fail])
    var place = report.facts[0].source
    place.row = 7
    report.doubtful = [
      DoubtfulFigure(
        reason: .unknownRow, value: try amount("2.00"), unit: .tenThousandYuan, label: "某项",
        readings: [DoubtfulReading(concept: "balance.opening", aspect: .actual)], source: place)
    ]
    let checked = ReportChecker(rules: [rule]).check(report)
    #expect(checked.checks.map(\.status) == [.notApplicable])
    #expect(checked.suspects.isEmpty && checked.doubtful == report.doubtful)
  }
}
