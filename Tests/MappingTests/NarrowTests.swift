import ReportModel
import TestSupport
import Testing

/// What is narrower than any concept stays so, and what a sentence tells twice is told apart.
struct NarrowTests {
  /// «section | sentence → facts and doubtful figures».
  @Test(arguments: CaseLine.list(cases))
  func `a narrower thing never becomes the wide one`(_ item: CaseLine) {
    let report = Fixture.report(section: item.given[0], [item.given[1]])
    #expect(CaseLine.line(report.outcome) == item.expected)
  }

  private static let cases = """
    政府采购支出说明 | 政府采购支出90.00万元。面向中小企业的采购项目中,由小微企业承接的,采购金额4.00万元。 → procurement.total actual 90.00 CNY_10K; doubtful 4.00万元: unknown_words
    政府采购支出说明 | 在面向中小企业预留的政府采购项目中,由本地企业中标的,采购支出12.00万元。 → doubtful 12.00万元: unknown_words
    政府采购支出说明 | 面向中小企业的采购项目中,采购支出总额12.00万元。 → procurement.total actual 12.00 CNY_10K
    政府采购支出说明 | 甲类采购金额5.00万元;乙类采购金额7.00万元。 → unmapped 5.00: no_label; unmapped 7.00: no_label
    国有资产占用情况说明 | 公务用车账面数为30辆,实际保有量为18辆。 → vehicles.held actual 18 vehicle; doubtful 30辆: unknown_words
    三公经费支出决算情况说明 | 改革前公务用车保有量为30辆,公务用车保有量18辆,公务用车保有量15辆。 → doubtful 18辆: contradicted; doubtful 15辆: contradicted; unmapped 30: no_label
    三公经费支出决算情况说明 | 三公经费支出较上年减少2.00万元,下降(增长)8.00%。 → three_public.total change -2.00 CNY_10K; three_public.total change_percent -8.00 percent
    三公经费支出决算情况说明 | 三公经费支出较上年下降(增长)8.00%。 → doubtful 8.00%: open_aspect
    支出决算情况说明 | 2024年支出9.00万元(本年支出7.00万元)。 → expenditure.current_year actual 7.00 CNY_10K; doubtful 9.00万元: contradicted
    支出决算情况说明 | 1.小学教育(2050202),2024年度决算数为8.00万元,比2023年度决算数增长4.00%。 → expenditure.function actual 8.00 CNY_10K function=2050202; expenditure.function change_percent 4.00 percent function=2050202
    支出决算情况说明 | 初中教育支出8.00万元。 → expenditure.function actual 8.00 CNY_10K function=2050203
    支出决算情况说明 | 扶贫教育支出8.00万元。 → unmapped 8.00: no_label
    三公经费支出决算情况说明 | 年末有公车3辆,无新增车辆。 → vehicles.held actual 3 vehicle; vehicles.purchased actual 0 vehicle
    三公经费支出决算情况说明 | 全年接待国内来访12批、96人次。 → reception.batches actual 12 batch; reception.people actual 96 person_time
    支出决算情况说明 | 其他教育支出8.00万元。 → unmapped 8.00: no_label
    支出决算情况说明 | 其他教育支出(2059999)8.00万元。 → expenditure.function actual 8.00 CNY_10K function=2059999
    支出决算情况说明 | 校园占地约90亩,占总支出的4。 → unmapped 90: no_unit; unmapped 4: no_percent_sign
    预算绩效情况说明 | 对3个项目开展绩效自评,涉及一般公共预算支出9.00万元,占一般公共预算项目支出的100%。 → performance.projects actual 3 project; doubtful 9.00万元: open_concept; doubtful 100%: open_concept
    """
}
