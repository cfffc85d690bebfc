import ReportModel
import TestSupport
import Testing
import ValueModel

/// Sentences as budgets write them.
struct BudgetSentenceTests {
  /// «section | sentence → facts and doubtful figures».
  @Test(arguments: CaseLine.list(cases))
  func `a budget's sentence tells what is planned`(_ item: CaseLine) {
    let report = Fixture.report(
      section: item.given[0], [item.given[1]], kind: .departmentBudget)
    #expect(CaseLine.line(report.outcome) == item.expected)
  }

  private static let cases = """
    支出预算情况说明 | 基本支出10.97万元,占本年支出预算10.97%。 → expenditure.basic initial_budget 10.97 CNY_10K; expenditure.basic share_percent 10.97 percent
    一般公共预算情况说明 | 2024年一般公共预算当年拨款41.00万元,比上年执行数减少1.00万元,下降2.4%。 → expenditure.current_year initial_budget 41.00 CNY_10K fund=general_public_budget; expenditure.current_year change -1.00 CNY_10K fund=general_public_budget; expenditure.current_year change_percent -2.4 percent fund=general_public_budget
    国有资本经营预算情况说明 | 国有资本经营预算支出3.20万元。 → expenditure.current_year initial_budget 3.20 CNY_10K fund=state_capital
    国有资本经营预算情况说明 | 1.国有资本经营预算支出(类)3.20万元。 → expenditure.function initial_budget 3.20 CNY_10K function=223 fund=state_capital
    收支预算情况说明 | 收入预算89.00万元,其中:一般公共预算拨款收入41.00万元,政府性基金预算拨款收入28.00万元,其他收入5.00万元,上年结转15.00万元;收入比2023年增加7.00万元。 → income.total initial_budget 89.00 CNY_10K; income.fiscal_appropriation initial_budget 41.00 CNY_10K fund=general_public_budget; income.fiscal_appropriation initial_budget 28.00 CNY_10K fund=government_fund; income.other initial_budget 5.00 CNY_10K; balance.opening initial_budget 15.00 CNY_10K; income.total change 7.00 CNY_10K
    收支预算情况说明 | 收入预算46.00万元,其中:一般公共预算拨款收入41.00万元,其他收入5.00万元,收入比2023年增加2.00万元。 → income.current_year initial_budget 46.00 CNY_10K; income.fiscal_appropriation initial_budget 41.00 CNY_10K fund=general_public_budget; income.other initial_budget 5.00 CNY_10K; doubtful 2.00万元: open_owner
    国有资产占用情况说明 | 计划购置车辆30辆、66.00万元,主要是:执法执勤用车25辆,特种专业技术用车5辆;单价100万元以上设备1台(套)。 → vehicles.purchased initial_budget 30 vehicle; three_public.vehicle_purchase initial_budget 66.00 CNY_10K; vehicles.purchased initial_budget 25 vehicle vehicle_use=law_enforcement; vehicles.purchased initial_budget 5 vehicle vehicle_use=special_technical; unmapped 1: unit_mismatch
    行政经费情况说明 | 行政经费(机关运行经费)19.00万元,比上年减少5.00万元。 → agency_running.expenditure initial_budget 19.00 CNY_10K; agency_running.expenditure change -5.00 CNY_10K
    项目支出情况说明 | 轨道管理33.00万元,主要用于巡查。其中,轨道维护经费13.00万元,上年结转项目20.00万元。 → unmapped 33.00: no_label; unmapped 13.00: no_label; unmapped 20.00: no_label
    委托业务费情况说明 | 委托业务费28.00万元,比上年增加2.00万元。 → expenditure.economic initial_budget 28.00 CNY_10K economic=委托业务费; expenditure.economic change 2.00 CNY_10K economic=委托业务费
    """
}
