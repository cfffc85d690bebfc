import ReportModel
import Testing

/// What a bare «收入», «支出» means beside its parts.
struct BareSideTests {
  private static func lines(_ paragraphs: String...) -> [String] {
    Fixture.report(section: "收入决算情况说明", paragraphs).facts.map(\.line)
  }

  @Test func `with the balance that its parts hold it is the total`() {
    #expect(
      Self.lines(
        "2024年度收入决算90.00万元,比上年增加5.00万元。", "(一)财政拨款收入70.00万元。", "(二)其他收入11.00万元。",
        "(三)上年结转和结余9.00万元。")
        == [
          "income.total actual 90.00 CNY_10K", "income.total change 5.00 CNY_10K",
          "income.fiscal_appropriation actual 70.00 CNY_10K", "income.other actual 11.00 CNY_10K",
          "balance.opening actual 9.00 CNY_10K",
        ])
  }

  @Test func `else it is the sum of the year`() {
    #expect(
      Self.lines(
        "2024年度收入决算81.00万元。", "(一)财政拨款收入70.00万元。", "(二)其他收入11.00万元。",
        "(三)上年结转和结余9.00万元。"
      ).first == "income.current_year actual 81.00 CNY_10K")
    // Nothing is told where nothing adds up.
    #expect(
      Self.lines("2024年度收入决算90.00万元。", "(一)财政拨款收入70.00万元。", "(二)上年结转和结余9.00万元。").first
        == "income.current_year actual 90.00 CNY_10K")
    #expect(
      Self.lines("2024年度本年收入90.00万元。", "(一)财政拨款收入81.00万元。", "(二)上年结转和结余9.00万元。").first
        == "income.current_year actual 90.00 CNY_10K")
  }
}
