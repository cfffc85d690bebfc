import ReportModel
import Testing

/// The traps into which readers of these reports have fallen.
struct TrapTests {
  private static func lines(_ section: String, _ paragraphs: String...) -> [String] {
    Fixture.report(section: section, paragraphs).facts.map(\.line)
  }

  @Test(arguments: [
    "2024年度三公经费支出6.00万元。", "三公经费2024年决算数6.00万元。", "截至2024年12月31日,三公经费支出6.00万元。",
    "某局2024年三公经费支出6.00万元。",
  ])
  func `a year is never an amount`(text: String) {
    #expect(Self.lines("三公经费支出决算情况说明", text) == ["three_public.total actual 6.00 CNY_10K"])
  }

  @Test func `figures are not paired across sentences`() {
    #expect(
      Self.lines("三公经费支出决算情况说明", "公务接待费预算为2.00万元。支出决算为1.00万元,完成预算的50.00%。")
        == [
          "three_public.reception initial_budget 2.00 CNY_10K",
          "three_public.reception actual 1.00 CNY_10K",
          "three_public.reception completion_percent 50.00 percent",
        ])
    // A sentence about something unknown does not lend its figures to what was named before.
    #expect(
      Self.lines("三公经费支出决算情况说明", "公务接待费支出2.00万元。修缮工程减少1.00万元。")
        == ["three_public.reception actual 2.00 CNY_10K"])
  }

  @Test func `a change belongs to the item that it stands behind`() {
    #expect(
      Self.lines("收入决算情况说明", "本年收入9.00万元,其中:事业收入4.00万元,比上年减少1.00万元;其他收入5.00万元。")
        == [
          "income.current_year actual 9.00 CNY_10K", "income.institutional actual 4.00 CNY_10K",
          "income.institutional change -1.00 CNY_10K", "income.other actual 5.00 CNY_10K",
        ])
    // Of the last part or of the whole: nobody can tell, so nobody is told.
    let report = Fixture.report(
      section: "收入决算情况说明", ["本年收入9.00万元,其中:事业收入4.00万元,其他收入5.00万元,比上年减少1.00万元。"])
    #expect(report.doubtful.map(\.reason) == [.openOwner])
  }

  @Test func `the unit, not the verb, tells amount from percentage`() {
    #expect(
      Self.lines("支出决算情况说明", "项目支出8.00万元,比上年增加2.00万元,增加33.33%;基本支出4.00万元,比上年减少20%。")
        == [
          "expenditure.project actual 8.00 CNY_10K", "expenditure.project change 2.00 CNY_10K",
          "expenditure.project change_percent 33.33 percent",
          "expenditure.basic actual 4.00 CNY_10K", "expenditure.basic change_percent -20 percent",
        ])
  }

  @Test func `a comma between two figures of a pair groups no thousands`() {
    #expect(
      Self.lines("收入支出决算总体情况说明", "2024年度收、支总计各是4125.49,4143.91万元。")
        == [
          "income.total actual 4125.49 CNY_10K", "expenditure.total actual 4143.91 CNY_10K",
        ])
    #expect(
      Self.lines("收入支出决算总体情况说明", "2024年度收入总计4,125.49万元。")
        == ["income.total actual 4125.49 CNY_10K"])
    let uneven = Fixture.report(section: "收入支出决算总体情况说明", ["收、支总计各是1.00,2.00,3.00万元。"])
    #expect(uneven.facts.isEmpty)
    #expect(uneven.unmapped.map(\.reason) == [.unevenList, .unevenList, .unevenList])
  }
}
