@testable import Checking
import MappingModel
import ReportModel
import Testing

/// Small reports made of facts, asked with rules made here.
@Suite("Checks")
struct ReportCheckerTests {
  private struct Printed {
    var concept: String
    var value: String
    var aspect = Aspect.actual
    var unit = Unit.tenThousandYuan
    var dimensions: [String: String] = [:]
    var section = "overall"
    var isCell = false
  }

  private func report(_ printed: [Printed]) throws -> Report {
    var report = Report(
      identity: ReportIdentity(
        id: "", key: "", title: nil, institution: nil, fiscalYear: 2024,
        kind: "department_final_accounts",
        layout: LayoutMatch(id: "common", score: Amount(unscaled: 0, scale: 0)),
        source: SourceFile(
          file: "a.txt", format: "txt", encoding: nil, sha256: "", bytes: 0, pages: nil)))
    for (index, fact) in printed.enumerated() {
      var source = SourceReference(block: 0, start: 0, end: 1, text: fact.value, line: index + 1)
      if fact.isCell {
        source.line = nil
        source.row = index
        source.column = 1
      }
      report.facts.append(
        Fact(
          id: "f\(index + 1)", concept: fact.concept, aspect: fact.aspect,
          dimensions: fact.dimensions, value: try #require(Amount(parsing: fact.value.utf8)),
          unit: fact.unit, label: fact.concept, source: source,
          rule: RuleReference(layout: "common", section: fact.section, concept: fact.concept)))
    }
    for section in Set(printed.filter(\.isCell).map(\.section)) {
      var statement = Statement(
        id: section, title: section,
        source: SourceReference(block: 0, start: 0, end: 1, text: section))
      statement.isListedOnly = false
      report.statements.append(statement)
    }
    return report
  }

  private func check(
    _ formulas: [String], _ printed: [Printed], wide: Bool = false, aspects: [String] = ["actual"],
    notes: [Note] = []
  ) throws -> Report {
    let rule = CheckRule(
      id: "rule", statementZh: "关系", statementEn: "relation", severity: .error, source: "test",
      test: .formulas(try formulas.map { try Formula(parsing: $0) }), aspects: aspects,
      isReportWide: wide)
    var report = try report(printed)
    report.notes = notes
    return ReportChecker(rules: [rule]).check(report)
  }

  private static let total = "income.total = income.current_year + balance.opening?"

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
    let note = Note(severity: "note", code: "rounding_note", message: "")
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

  @Test func `the figure that explains all failures is the first suspect`() throws {
    let total = CheckRule(
      id: "total", statementZh: "", statementEn: "", severity: .error, source: "",
      test: .formulas([try Formula(parsing: Self.total)]))
    let same = CheckRule(
      id: "same", statementZh: "", statementEn: "", severity: .error, source: "",
      test: .named(.sameValue))
    let printed = [
      Printed(concept: "income.total", value: "1200.50"),
      Printed(concept: "income.current_year", value: "1002.50"),
      Printed(concept: "balance.opening", value: "0.50"),
      Printed(concept: "income.current_year", value: "1200.00", section: "income"),
      Printed(concept: "income.current_year", value: "1200.00", section: "fiscal"),
    ]
    let report = ReportChecker(rules: [total, same]).check(try report(printed))
    let suspect = try #require(report.suspects.first)
    #expect(suspect.figure == "f2")
    #expect(suspect.proposed.description == "1200.00")
    #expect(suspect.resolves.count == 2)
    #expect(suspect.breaks == 0)
  }

  @Test func `a bound that is passed names nobody: it says nothing of what was meant`() throws {
    let report = try check(
      ["procurement.small_micro <= procurement.total"],
      [
        Printed(concept: "procurement.small_micro", value: "5.00", isCell: true),
        Printed(concept: "procurement.total", value: "4.00", isCell: true),
      ])
    #expect(report.checks.map(\.status) == [.fail])
    #expect(report.suspects.isEmpty)
  }

  @Test func `thousands of figures of one kind are told and not compared`() throws {
    let same = CheckRule(
      id: "same", statementZh: "", statementEn: "", severity: .error, source: "",
      test: .named(.sameValue))
    func checked(_ count: Int) throws -> Report {
      let printed = (0..<count).map { Printed(concept: "income.total", value: "\($0).00") }
      return ReportChecker(rules: [same]).check(try report(printed))
    }
    #expect(try checked(2000).checks.count == 1999)
    let many = try checked(8000)
    #expect(many.checks.isEmpty)
    #expect(many.notes.contains { $0.code == "checks.too_many_figures" })
  }

  @Test func `a budget is not asked what final accounts are asked`() throws {
    var budget = try report([Printed(concept: "income.total", value: "1.00")])
    budget.identity.kind = "department_budget"
    let rule = CheckRule(
      id: "rule", statementZh: "", statementEn: "", severity: .error, source: "",
      test: .formulas([try Formula(parsing: Self.total)]))
    #expect(ReportChecker(rules: [rule]).check(budget).checks.isEmpty)
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
    let found = MisprintKind.slip(
      from: try #require(Amount(parsing: printed.utf8)),
      to: try #require(Amount(parsing: wanted.utf8)))
    #expect(found.rawValue == slip)
  }
}
