import ReportModel
import Testing
import ValueModel

@testable import Mapping

/// Income with and without the money carried over from the year before.
struct CarriedOverIncomeTests {
  private static func lines(_ paragraphs: String...) -> [String] {
    Fixture.report(section: "收支预算情况说明", paragraphs, kind: .departmentBudget).facts.map(\.line)
  }

  @Test func `of two amounts that differ by the opening balance the larger is the total`() {
    #expect(
      Self.lines(
        "一般公共预算拨款收入95.00万元,比2023年增加3.00万元。", "一般公共预算上年结转10.00万元。",
        "一般公共预算拨款收入85.00万元。")
        == [
          "income.total initial_budget 95.00 CNY_10K fund=general_public_budget",
          "income.total change 3.00 CNY_10K fund=general_public_budget",
          "balance.opening initial_budget 10.00 CNY_10K fund=general_public_budget",
          "income.fiscal_appropriation initial_budget 85.00 CNY_10K fund=general_public_budget",
        ])
  }

  @Test func `amounts that differ by something else are told as they are printed`() {
    #expect(
      Self.lines(
        "一般公共预算拨款收入95.00万元。", "一般公共预算上年结转9.00万元。", "一般公共预算拨款收入85.00万元。"
      ).first
        == "income.fiscal_appropriation initial_budget 95.00 CNY_10K fund=general_public_budget")
  }
}
