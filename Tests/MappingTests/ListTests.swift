import ReportModel
import TestSupport
import Testing

/// Lists in sentences: whose figures their parts and what follows them are.
struct ListTests {
  /// «section | sentence → facts and doubtful figures».
  @Test(arguments: CaseLine.list(cases))
  func `each figure of a list has its owner`(_ item: CaseLine) {
    let report = Fixture.report(section: item.given[0], [item.given[1]])
    #expect(CaseLine.line(report.outcome) == item.expected)
  }

  private static let cases = """
    // «、» keeps the parts together: what a comma parts from them is the whole's.
    三公经费支出决算情况说明 | 公务用车购置及运行维护费9.00万元,其中:公务用车购置费4.00万元、公务用车运行维护费5.00万元,比上年下降8.00%。 → three_public.vehicle actual 9.00 CNY_10K; three_public.vehicle_purchase actual 4.00 CNY_10K; three_public.vehicle_running actual 5.00 CNY_10K; three_public.vehicle change_percent -8.00 percent
    三公经费支出决算情况说明 | 公务用车购置及运行维护费9.00万元,其中:公务用车购置费4.00万元,公务用车运行维护费5.00万元,比上年下降8.00%。 → three_public.vehicle actual 9.00 CNY_10K; three_public.vehicle_purchase actual 4.00 CNY_10K; three_public.vehicle_running actual 5.00 CNY_10K; doubtful 8.00%: open_owner
    支出决算情况说明 | 2024年项目支出9.00万元,2023年项目支出7.00万元,与上年相比增加2.00万元。 → expenditure.project actual 9.00 CNY_10K; expenditure.project prior_year 7.00 CNY_10K; expenditure.project change 2.00 CNY_10K
    支出决算情况说明 | 基本支出比上年增加9.00万元。主要是:人员经费增加7.00万元,其他经费增加2.00万元。 → expenditure.basic change 9.00 CNY_10K; expenditure.basic.personnel change 7.00 CNY_10K; unmapped 2.00: no_label
    支出决算情况说明 | 支出增加,主要是:教育支出增加5.00万元;农林水项目减少,支出减少3.00万元。 → expenditure.function change 5.00 CNY_10K function=205; expenditure.function change -3.00 CNY_10K function=213
    支出决算情况说明 | 农林水项目减少,支出减少3.00万元。 → unmapped 3.00: no_label
    三公经费支出决算情况说明 | 公务接待费次之,共5.00万元。 → three_public.reception actual 5.00 CNY_10K
    支出决算情况说明 | 1.普通教育(款)小学教育(项)支出5.00万元,比上年减少1.00万元。 → expenditure.function actual 5.00 CNY_10K function=2050202; expenditure.function change -1.00 CNY_10K function=2050202
    支出决算情况说明 | 教育支出(类)某校修缮支出5.00万元,比上年减少1.00万元。 → unmapped 5.00: no_label; unmapped 1.00: no_label
    政府采购支出说明 | 采购总额9.00万元:采购货物4.00万元、采购服务5.00万元;其中一般公共预算政府采购3.00万元:采购货物1.00万元、采购服务2.00万元。 → procurement.total actual 9.00 CNY_10K; procurement.goods actual 4.00 CNY_10K; procurement.services actual 5.00 CNY_10K; procurement.funded_by_general_budget actual 3.00 CNY_10K; doubtful 1.00万元: contradicted; doubtful 2.00万元: contradicted
    // A full stop within a bracket ends what the bracket says.
    三公经费支出决算情况说明 | 三公经费支出9.00万元。其中:公务用车购置及运行维护费6.00万元(公务用车购置费0.00万元,公务用车运行维护费6.00万元。)比上年减少1.00万元,下降14.29%;公务接待费3.00万元。 → three_public.total actual 9.00 CNY_10K; three_public.vehicle actual 6.00 CNY_10K; three_public.vehicle_purchase actual 0.00 CNY_10K; three_public.vehicle_running actual 6.00 CNY_10K; three_public.vehicle change -1.00 CNY_10K; three_public.vehicle change_percent -14.29 percent; three_public.reception actual 3.00 CNY_10K
    其他情况说明 | 无相关收支项目。 → nothing
    政府采购支出说明 | 采购工程8.5万元,采购工程0万元。 → doubtful 8.5万元: contradicted; doubtful 0万元: contradicted
    机构设置情况 | 本单位下属12个预算单位,其中1个为局机关。 → organization.subordinate_units actual 12 unit; unmapped 1: no_label
    """
}
