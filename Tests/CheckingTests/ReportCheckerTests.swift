@testable import Checking
import MappingModel
import ReportModel
import Testing
import ValueModel

/// Small reports made of facts, asked with rules made here.
@Suite("Checks")
struct ReportCheckerTests {
  private func check(
    _ formulas: [String], _ printed: [Printed], wide: Bool = false, aspects: [String] = ["actual"],
    notes: [Note] = []
  ) throws -> Report {
    let rule = try CheckRule.asking(formulas, wide: wide, aspects: aspects)
    var report = try Report.printing(printed)
    report.notes = notes
    return ReportChecker(rules: [rule]).check(report)
  }

  private static let total = "income.total = income.current_year + balance.opening?"

  @Test func `a formula may ask for the money of one source, and for what names none`() throws {
    let report = try check(
      [
        "income.current_year[funding=none] = income.fiscal_appropriation "
          + "+ income.current_year[funding=unit_funds]?"
      ],
      [
        Printed(concept: "income.current_year", value: "10.00"),
        Printed(concept: "income.fiscal_appropriation", value: "8.00"),
        Printed(
          concept: "income.current_year", value: "2.00", dimensions: ["funding": "unit_funds"]),
      ])
    #expect(report.checks.map(\.status) == [.pass])
    #expect(report.checks[0].facts == ["f1", "f2", "f3"])
  }

  @Test(arguments: [
    ("10.00", "8.00", "2.00", CheckStatus.pass), ("10.01", "8.00", "2.00", .rounding),
    ("10.02", "8.00", "2.00", .fail), ("10.00", "8.00", "20.00", .fail),
  ])
  func `a sum holds within (n+1) half units`(
    whole: String, part: String, other: String, status: CheckStatus
  ) throws {
    let report = try check(
      [Self.total],
      [
        Printed(concept: "income.total", value: whole),
        Printed(concept: "income.current_year", value: part),
        Printed(concept: "balance.opening", value: other),
      ])
    #expect(report.checks.map(\.status) == [status])
    #expect(report.checks[0].facts == ["f1", "f2", "f3"])
    #expect(report.checks[0].tolerance?.description == "0.015")
  }

  @Test func `a publisher's own note about rounding widens the tolerance`() throws {
    let printed = [
      Printed(concept: "income.total", value: "10.02"),
      Printed(concept: "income.current_year", value: "8.00"),
      Printed(concept: "balance.opening", value: "2.00"),
    ]
    let note = Note(severity: .note, code: .roundingNote, message: "")
    #expect(try check([Self.total], printed, notes: [note]).checks[0].status == .rounding)
  }

  @Test func `amounts in other units are compared as money`() throws {
    let report = try check(
      ["income.total = income.current_year"],
      [
        Printed(concept: "income.total", value: "1.25", unit: .hundredMillionYuan),
        Printed(concept: "income.current_year", value: "125000000", unit: .yuan),
      ])
    #expect(report.checks[0].status == .pass)
  }

  @Test func `a missing part of a text is no failure, one that exceeds its whole is`() throws {
    func status(_ whole: String, _ part: String, isCell: Bool) throws -> CheckStatus {
      try check(
        [Self.total],
        [
          Printed(concept: "income.total", value: whole, isCell: isCell),
          Printed(concept: "income.current_year", value: part, isCell: isCell),
        ]
      ).checks[0].status
    }
    #expect(try status("10.00", "8.00", isCell: false) == .notApplicable)
    #expect(try status("8.00", "10.00", isCell: false) == .fail)
    // In an official statement an empty cell is a zero.
    #expect(try status("10.00", "8.00", isCell: true) == .fail)
  }

  private static let rate =
    ["this@change_percent = 100 * this@change / (this - this@change)"]

  @Test(arguments: [
    ("110.00", "10.00", "10.00", CheckStatus.pass), ("15.90", "-0.10", "-0.62", .rounding),
    ("15.90", "-0.10", "-0.63", .pass), ("110.00", "10.00", "9.00", .fail),
    ("110.00", "10.00", "-10.00", .fail), ("5.00", "5.00", "100.00", .notApplicable),
  ])
  func `a rate is what it rounds to; with no base there is none`(
    value: String, change: String, percent: String, status: CheckStatus
  ) throws {
    let report = try check(
      Self.rate,
      [
        Printed(concept: "expenditure.basic", value: value),
        Printed(concept: "expenditure.basic", value: change, aspect: .change),
        Printed(
          concept: "expenditure.basic", value: percent, aspect: .changePercent, unit: .percent),
      ])
    #expect(report.checks.map(\.status) == [status])
  }

  @Test func `of several formulas the best counts`() throws {
    let report = try check(
      ["income.total = income.other", "income.total = income.current_year"],
      [
        Printed(concept: "income.total", value: "8.00"),
        Printed(concept: "income.other", value: "1.00"),
        Printed(concept: "income.current_year", value: "8.00"),
      ])
    #expect(report.checks.map(\.status) == [.pass])
  }

  @Test func `a rule that nothing can be asked of says so once`() throws {
    let report = try check(
      [Self.total], [Printed(concept: "three_public.total", value: "1.00")])
    #expect(report.checks.map(\.status) == [.notApplicable])
    #expect(report.checks[0].message != nil)
  }

  private func tree(_ values: [(code: String, value: String)], isCell: Bool) throws -> [CheckStatus]
  {
    try check(
      ["expenditure.function = children(expenditure.function, function)"],
      values.map {
        Printed(
          concept: "expenditure.function", value: $0.value, dimensions: ["function": $0.code],
          isCell: isCell)
      }
    ).checks.map(\.status)
  }

  @Test func `classes are the sums of what stands directly below them`() throws {
    let values = [
      ("208", "10.00"), ("20805", "10.00"), ("2080501", "4.00"), ("2080502", "6.00"),
      ("210", "3.00"), ("21011", "2.00"),
    ]
    #expect(try tree(values, isCell: true) == [.pass, .pass, .fail])
  }

  @Test func `a list in a text may leave items out, unless the others add up`() throws {
    let values = [("208", "10.00"), ("2080501", "4.00")]
    #expect(try tree(values, isCell: false) == [.notApplicable])
    let more =
      values + [("210", "3.00"), ("2101101", "3.00"), ("221", "2.00"), ("2210201", "2.00")]
    #expect(try tree(more, isCell: false) == [.fail, .pass, .pass])
  }

  @Test func `thousands of figures of one kind are told and not compared`() throws {
    let same = CheckRule.named("same_value")
    func checked(_ count: Int) throws -> Report {
      let printed = (0..<count).map { Printed(concept: "income.total", value: "\($0).00") }
      return ReportChecker(rules: [same]).check(try .printing(printed))
    }
    #expect(try checked(2000).checks.count == 1999)
    let many = try checked(8000)
    #expect(many.checks.isEmpty)
    #expect(many.notes.contains { $0.code.rawValue == "checks.too_many_figures" })
  }

  @Test func `a budget is asked of its own figures`() throws {
    func statuses(_ aspect: Aspect, _ reports: CheckRule.Reports) throws -> [CheckStatus] {
      var budget = try Report.printing([
        Printed(concept: "income.total", value: "3.00", aspect: aspect),
        Printed(concept: "income.current_year", value: "1.00", aspect: aspect),
        Printed(concept: "balance.opening", value: "1.00", aspect: aspect),
      ])
      budget.identity.kind = .departmentBudget
      var rule = try CheckRule.asking([Self.total])
      rule.reports = reports
      return ReportChecker(rules: [rule]).check(budget).checks.map(\.status)
    }
    #expect(try statuses(.initialBudget, .all) == [.fail])
    #expect(try statuses(.initialBudget, .budgets) == [.fail])
    #expect(try statuses(.initialBudget, .finalAccounts) == [.notApplicable])
    #expect(try statuses(.actual, .all) == [.notApplicable])
  }

  @Test func `a table of which a fifth fails is not accused`() throws {
    func failures(of wrong: Int) throws -> Int {
      let whole = Printed(concept: "expenditure.current_year", value: "9.00", isCell: true)
      var printed: [Printed] = []
      for number in 0..<12 {
        let function = ["function": String(201 + number)]
        var item = whole
        item.concept = "expenditure.function"
        item.dimensions = function
        item.section = "expenditure"
        var basic = item
        basic.concept = "expenditure.basic"
        if number < wrong { basic.value = "8.00" }
        printed += [item, basic]
      }
      let rule = try CheckRule.asking(["expenditure.function = expenditure.basic"])
      return ReportChecker(rules: [rule]).check(try .printing(printed)).checks
        .count { $0.status == .fail }
    }
    #expect(try failures(of: 2) == 2)
    #expect(try failures(of: 3) == 0)
  }

  @Test func `amounts in ten thousand yuan are rounded as they are printed, beside yuan too`()
    throws
  {
    func status(_ text: String) throws -> [CheckStatus] {
      let printed = [
        Printed(
          concept: "expenditure.function", value: "16726725.44", unit: .yuan,
          dimensions: ["function": "201"]),
        Printed(
          concept: "expenditure.function", value: text,
          dimensions: ["function": "201", "fund": "general_public_budget"]),
      ]
      let rule = try CheckRule.asking([
        "expenditure.function[fund=none] >= expenditure.function[fund=general_public_budget]"
      ])
      return ReportChecker(rules: [rule]).check(try .printing(printed)).checks.map(\.status)
    }
    #expect(try status("1672.67") == [.pass])
    #expect(try status("1672.68") == [.fail])
  }

  /// 4/6 = 66.67 %, 1/6 = 16.67 %.
  @Test(arguments: [(["66.7", "66.6"], CheckStatus.rounding), (["66.7", "16.7", "66.6"], .fail)])
  func `a rate that is cut off is a mistake where most others are rounded`(
    rates: [String], last: CheckStatus
  ) throws {
    var printed: [Printed] = []
    for (number, rate) in rates.enumerated() {
      let entity = ["entity": "\(number)"]
      let part = rate == "16.7" ? "1000.00" : "4000.00"
      printed += [
        Printed(concept: "expenditure.basic", value: part, dimensions: entity),
        Printed(concept: "expenditure.current_year", value: "6000.00", dimensions: entity),
        Printed(
          concept: "expenditure.basic", value: rate, aspect: .sharePercent, unit: .percent,
          dimensions: entity),
      ]
    }
    let report = try check(
      [
        "expenditure.basic@share_percent = 100 * expenditure.basic / expenditure.current_year"
      ], printed)
    #expect(report.checks.map(\.status).last == last)
  }
}
