import TestSupport
import Testing

/// What the head of a column says of the figures below it.
struct HeadTests {
  /// The figure 1.00 stands below a head, in the row «合计» of a table with this title.
  @Test(arguments: CaseLine.list(cases))
  func `a head tells concept, aspect, dimensions and unit of what is below it`(_ item: CaseLine) {
    let grid = GridFixture(
      title: item.given[0], "科目名称 | \(item.given[1])\n合计 | 1.00")
    let outcome = grid.outcome.isEmpty ? grid.columns.map { "column \($0)" } : grid.outcome
    #expect(CaseLine.line(outcome) == item.expected)
  }

  private static let cases = """
    支出决算表 | 本年支出合计 → expenditure.current_year actual 1.00 CNY_10K
    支出决算表 | 合计 → expenditure.current_year actual 1.00 CNY_10K
    支出决算表 | 小计 → expenditure.current_year actual 1.00 CNY_10K
    支出决算表 | 基本支出 → expenditure.basic actual 1.00 CNY_10K
    支出决算表 | 项目支出 → expenditure.project actual 1.00 CNY_10K
    支出决算表 | 上缴上级支出 → expenditure.superior_remittance actual 1.00 CNY_10K
    支出决算表 | 经营支出 → expenditure.business actual 1.00 CNY_10K
    支出决算表 | 对附属单位补助支出 → expenditure.affiliated_subsidy actual 1.00 CNY_10K
    支出决算表 | 人员经费 → expenditure.basic.personnel actual 1.00 CNY_10K
    支出决算表 | 公用经费 → expenditure.basic.public actual 1.00 CNY_10K
    支出决算表 | 决算数 → expenditure.current_year actual 1.00 CNY_10K
    支出决算表 | 2024年决算数 → expenditure.current_year actual 1.00 CNY_10K
    支出决算表 | 2023年决算数 → expenditure.current_year prior_year 1.00 CNY_10K
    支出决算表 | 2022年决算数 → expenditure.current_year actual 1.00 CNY_10K year=2022
    支出决算表 | 上年决算数 → expenditure.current_year prior_year 1.00 CNY_10K
    支出决算表 | 上年数 → expenditure.current_year prior_year 1.00 CNY_10K
    支出决算表 | 年初预算数 → expenditure.current_year initial_budget 1.00 CNY_10K
    支出决算表 | 2024年年初预算数 → expenditure.current_year initial_budget 1.00 CNY_10K
    支出决算表 | 预算数 → expenditure.current_year initial_budget 1.00 CNY_10K
    支出决算表 | 全年预算数 → expenditure.current_year annual_budget 1.00 CNY_10K
    支出决算表 | 调整预算数 → expenditure.current_year annual_budget 1.00 CNY_10K
    支出决算表 | 比上年增减 → expenditure.current_year change 1.00 CNY_10K
    支出决算表 | 比上年增减(%) → expenditure.current_year change_percent 1.00 percent
    支出决算表 | 比上年增减额 → expenditure.current_year change 1.00 CNY_10K
    支出决算表 | 比年初预算增减 → expenditure.current_year budget_change 1.00 CNY_10K
    支出决算表 | 比年初预算增减(%) → expenditure.current_year budget_change_percent 1.00 percent
    支出决算表 | 增减额 → expenditure.current_year change 1.00 CNY_10K
    支出决算表 | 增减率 → expenditure.current_year change_percent 1.00 percent
    支出决算表 | 增长(%) → expenditure.current_year change_percent 1.00 percent
    支出决算表 | 占比(%) → expenditure.current_year share_percent 1.00 percent
    支出决算表 | 占支出合计的比例 → expenditure.current_year share_percent 1.00 percent
    支出决算表 | 完成预算(%) → expenditure.current_year completion_percent 1.00 percent
    支出决算表 | 完成年初预算的比例 → expenditure.current_year completion_percent 1.00 percent
    支出决算表 | 预算执行率 → expenditure.current_year completion_percent 1.00 percent
    支出决算表 | 金额 → expenditure.current_year actual 1.00 CNY_10K
    支出决算表 | 金额(元) → expenditure.current_year actual 1.00 CNY
    支出决算表 | 决算数(亿元) → expenditure.current_year actual 1.00 CNY_100M
    支出决算表 | 基本支出(元) → expenditure.basic actual 1.00 CNY
    支出决算表 | 支出 → expenditure.current_year actual 1.00 CNY_10K
    支出决算表 | 备注 → unmapped 1.00: no_rule
    支出决算表 | 行次 → nothing
    支出决算表 | 科目编码 → nothing
    支出决算表 | 其中:基本支出 → expenditure.basic actual 1.00 CNY_10K
    支出决算表 | 基本支出决算数 → expenditure.basic actual 1.00 CNY_10K
    支出决算表 | 基本支出上年决算数 → expenditure.basic prior_year 1.00 CNY_10K
    支出决算表 | 基本支出和项目支出 → doubtful 1.00: unknown_column
    支出决算表 | 修缮支出 → doubtful 1.00: unknown_column
    收入决算表 | 本年收入合计 → income.current_year actual 1.00 CNY_10K
    收入决算表 | 收入合计 → income.current_year actual 1.00 CNY_10K
    收入决算表 | 财政拨款收入 → income.fiscal_appropriation actual 1.00 CNY_10K
    收入决算表 | 一般公共预算财政拨款收入 → income.fiscal_appropriation actual 1.00 CNY_10K fund=general_public_budget
    收入决算表 | 政府性基金预算财政拨款收入 → income.fiscal_appropriation actual 1.00 CNY_10K fund=government_fund
    收入决算表 | 上级补助收入 → income.superior_subsidy actual 1.00 CNY_10K
    收入决算表 | 事业收入 → income.institutional actual 1.00 CNY_10K
    收入决算表 | 其中:教育收费 → doubtful 1.00: unknown_column
    收入决算表 | 经营收入 → income.business actual 1.00 CNY_10K
    收入决算表 | 附属单位上缴收入 → income.affiliated_remittance actual 1.00 CNY_10K
    收入决算表 | 其他收入 → income.other actual 1.00 CNY_10K
    收入决算表 | 使用非财政拨款结余 → balance.non_fiscal_used actual 1.00 CNY_10K
    // Nothing tells the side of the accounts.
    财政拨款收入支出决算总表 | 合计 → doubtful 1.00: open_concept
    财政拨款收入支出决算总表 | 决算数 → doubtful 1.00: open_concept
    财政拨款收入支出决算总表 | 一般公共预算财政拨款 → doubtful 1.00: open_concept
    财政拨款收入支出决算总表 | 政府性基金预算财政拨款 → doubtful 1.00: open_concept
    财政拨款收入支出决算总表 | 国有资本经营预算财政拨款 → doubtful 1.00: open_concept
    一般公共预算财政拨款支出决算表 | 本年支出 → expenditure.current_year actual 1.00 CNY_10K fund=general_public_budget
    一般公共预算财政拨款支出决算表 | 小计 → expenditure.current_year actual 1.00 CNY_10K fund=general_public_budget
    一般公共预算财政拨款支出决算表 | 基本支出 → expenditure.basic actual 1.00 CNY_10K fund=general_public_budget
    一般公共预算财政拨款支出决算表 | 项目支出 → expenditure.project actual 1.00 CNY_10K fund=general_public_budget
    一般公共预算财政拨款支出决算表 | 本年收入 → income.current_year actual 1.00 CNY_10K fund=general_public_budget
    一般公共预算财政拨款支出决算表 | 年初结转和结余 → balance.opening actual 1.00 CNY_10K fund=general_public_budget
    一般公共预算财政拨款支出决算表 | 年末结转和结余 → balance.closing actual 1.00 CNY_10K fund=general_public_budget
    一般公共预算财政拨款基本支出决算表 | 合计 → expenditure.basic actual 1.00 CNY_10K fund=general_public_budget
    一般公共预算财政拨款基本支出决算表 | 人员经费 → expenditure.basic.personnel actual 1.00 CNY_10K fund=general_public_budget
    一般公共预算财政拨款基本支出决算表 | 公用经费 → expenditure.basic.public actual 1.00 CNY_10K fund=general_public_budget
    一般公共预算财政拨款基本支出决算表 | 决算数 → expenditure.basic actual 1.00 CNY_10K fund=general_public_budget
    三公经费支出决算表 | 合计 → three_public.total actual 1.00 CNY_10K
    三公经费支出决算表 | 因公出国(境)费 → three_public.abroad actual 1.00 CNY_10K
    三公经费支出决算表 | 公务用车购置及运行费 → three_public.vehicle actual 1.00 CNY_10K
    三公经费支出决算表 | 公务用车购置费 → three_public.vehicle_purchase actual 1.00 CNY_10K
    三公经费支出决算表 | 公务用车运行费 → three_public.vehicle_running actual 1.00 CNY_10K
    三公经费支出决算表 | 公务接待费 → three_public.reception actual 1.00 CNY_10K
    三公经费支出决算表 | 预算数 → three_public.total initial_budget 1.00 CNY_10K
    三公经费支出决算表 | 决算数 → three_public.total actual 1.00 CNY_10K
    政府性基金预算财政拨款收入支出决算表 | 年初结转和结余 → balance.opening actual 1.00 CNY_10K fund=government_fund
    政府性基金预算财政拨款收入支出决算表 | 本年收入 → income.current_year actual 1.00 CNY_10K fund=government_fund
    政府性基金预算财政拨款收入支出决算表 | 本年支出 → expenditure.current_year actual 1.00 CNY_10K fund=government_fund
    政府性基金预算财政拨款收入支出决算表 | 项目支出 → expenditure.project actual 1.00 CNY_10K fund=government_fund
    政府性基金预算财政拨款收入支出决算表 | 年末结转和结余 → balance.closing actual 1.00 CNY_10K fund=government_fund
    国有资本经营预算财政拨款支出决算表 | 本年支出 → expenditure.current_year actual 1.00 CNY_10K fund=state_capital
    国有资本经营预算财政拨款支出决算表 | 合计 → expenditure.current_year actual 1.00 CNY_10K fund=state_capital
    某年某表 | 决算数 → doubtful 1.00: unknown_title
    某年某表 | 基本支出 → doubtful 1.00: open_fund
    """
}
