import ReportModel
import TestSupport
import Testing

/// Figures of sentences whose meaning is open, with what is open of it.
struct DoubtTests {
  /// «section | sentence → facts and doubtful figures».
  @Test(arguments: CaseLine.list(cases))
  func `what is open is told as doubtful, and never as a fact`(_ item: CaseLine) {
    let report = Fixture.report(section: item.given[0], [item.given[1]])
    #expect(CaseLine.line(report.outcome) == item.expected)
  }

  @Test func `a doubtful figure tells its readings`() throws {
    let report = Fixture.report(section: "支出决算情况说明", ["基本支出约12.00万元。"])
    let figure = try #require(report.doubtful.first)
    #expect(figure.id == "d1")
    #expect(figure.value.description == "12.00")
    #expect(figure.unit == .tenThousandYuan)
    #expect(figure.label == "基本支出")
    #expect(figure.readings.map(\.concept) == ["expenditure.basic"])
    #expect(report.coverage.doubtful == 1)
  }

  private static let cases = """
    支出决算情况说明 | 基本支出约12.00万元。 → doubtful 12.00万元: inexact
    支出决算情况说明 | 基本支出12万元多。 → doubtful 12万元: inexact
    支出决算情况说明 | 基本支出12.00万元左右。 → doubtful 12.00万元: inexact
    支出决算情况说明 | 基本支出5万元至6万元。 → doubtful 5万元: inexact; doubtful 6万元: inexact
    支出决算情况说明 | 基本支出比2022年增加5.00万元。 → doubtful 5.00万元: open_year
    支出决算情况说明 | 水毁公路修复支出12.00万元。 → unmapped 12.00: no_label
    支出决算情况说明 | 本年支出50.00万元,乡道养护较上年减少3.00万元。 → expenditure.current_year actual 50.00 CNY_10K; doubtful 3.00万元: unknown_words
    收入决算情况说明 | 本年收入9.00万元,其中:事业收入4.00万元,其他收入5.00万元,比上年减少1.00万元。 → income.current_year actual 9.00 CNY_10K; income.institutional actual 4.00 CNY_10K; income.other actual 5.00 CNY_10K; doubtful 1.00万元: open_owner
    支出决算情况说明 | 基本支出近12.00万元。 → doubtful 12.00万元: inexact
    支出决算情况说明 | 基本支出12.00万元以上。 → doubtful 12.00万元: inexact
    支出决算情况说明 | 基本支出12.00。 → unmapped 12.00: no_unit
    三公经费支出决算情况说明 | 开支运行维护费的公务用车3辆。 → vehicles.held actual 3 vehicle
    三公经费支出决算情况说明 | 公务接待费1.20万元/人。 → unmapped 1.20: no_unit
    """
}
