@testable import Checking
import MappingModel
import ReportModel
import Testing

@Suite("Suspects")
struct SuspectTests {
  @Test func `the figure that explains all failures is the first suspect`() throws {
    let total = try CheckRule.asking([
      "income.total = income.current_year + balance.opening?"
    ])
    let printed = [
      Printed(concept: "income.total", value: "1200.50"),
      Printed(concept: "income.current_year", value: "1002.50"),
      Printed(concept: "balance.opening", value: "0.50"),
      Printed(concept: "income.current_year", value: "1200.00", section: "income"),
      Printed(concept: "income.current_year", value: "1200.00", section: "fiscal"),
    ]
    let report = ReportChecker(rules: [total, .named("same_value")])
      .check(try .printing(printed))
    let suspect = try #require(report.suspects.first)
    #expect(suspect.figure == "f2")
    #expect(suspect.proposed.description == "1200.00")
    #expect(suspect.resolves.count == 2)
    #expect(suspect.breaks == 0)
  }

  @Test func `a bound that is passed names nobody: it says nothing of what was meant`() throws {
    let rule = try CheckRule.asking(["procurement.small_micro <= procurement.total"])
    let report = ReportChecker(rules: [rule]).check(
      try .printing([
        Printed(concept: "procurement.small_micro", value: "5.00", isCell: true),
        Printed(concept: "procurement.total", value: "4.00", isCell: true),
      ]))
    #expect(report.checks.map(\.status) == [.fail])
    #expect(report.suspects.isEmpty)
  }

  @Test func `a rate that fails is explained by the digit that was misprinted`() throws {
    let rule = try CheckRule.asking(["this@share_percent = 100 * this / income.total"])
    let report = ReportChecker(rules: [rule]).check(
      try .printing([
        Printed(concept: "income.total", value: "200.00"),
        Printed(concept: "income.other", value: "50.00"),
        Printed(
          concept: "income.other", value: "52.00", aspect: .sharePercent, unit: .percent),
      ]))
    #expect(report.checks.map(\.status) == [.fail])
    #expect(
      report.suspects.contains {
        $0.figure == "f3" && $0.proposed.description == "25.00" && $0.slip == .digitsSwapped
      })
  }

  @Test(arguments: [
    ("1200.50", "1205.00", "digits_swapped"), ("1200.50", "-1200.50", "sign"),
    ("1200.50", "12005000.00", "unit"), ("1200.50", "12005.00", "decimal_point"),
    ("120.50", "1200.50", "digit_dropped"), ("12000.50", "1200.50", "digit_added"),
    ("1200.50", "1300.50", "digit_changed"), ("1200.50", "77.00", "other"),
  ])
  func `a slip is named by what it did to the digits`(
    printed: String, wanted: String, slip: String
  ) throws {
    let found = Misprints.slip(
      from: try amount(printed), to: try amount(wanted))
    #expect(found.rawValue == slip)
  }
}
