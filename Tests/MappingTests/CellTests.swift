import TestSupport
import Testing

/// What a cell gives under its head and beside its row's name.
struct CellTests {
  @Test(arguments: CaseLine.list(names))
  func `the name of a row and the head of a column tell together what a cell is`(
    _ item: CaseLine
  ) {
    let grid = GridFixture(
      title: item.given[0], "科目名称 | \(item.given[2])\n\(item.given[1]) | 8.40")
    #expect(CaseLine.line(grid.outcome) == item.expected)
  }

  @Test(arguments: CaseLine.list(codes))
  func `a code tells the item of a row`(_ item: CaseLine) {
    let grid = GridFixture(
      title: item.given[0],
      "科目编码 | 科目名称 | \(item.given[3])\n\(item.given[1]) | \(item.given[2]) | 8.40")
    #expect(CaseLine.line(grid.outcome) == item.expected)
  }

  /// The cell stands between two that are plain, so that its column is one of figures.
  @Test(arguments: CaseLine.list(texts))
  func `a cell is read exactly or not at all`(_ item: CaseLine) {
    let grid = GridFixture(
      title: "支出决算表",
      """
      科目名称 | 本年支出合计 | 基本支出
      合计 | 9.00 | 9.00
      教育支出 | \(item.given[0]) | 9.00
      农林水支出 | 9.00 | 9.00
      """)
    let own = grid.outcome.filter {
      !$0.contains(" 9.00 ") && !$0.contains("expenditure.basic")
    }
    #expect(CaseLine.line(own) == item.expected)
  }

  @Test(arguments: ["元", "万元", "亿元", nil])
  func `amounts are told in the unit of the caption`(_ unit: String?) {
    let grid = GridFixture(title: "支出决算表", unit: unit, "科目名称 | 基本支出 | 占比(%)\n合计 | 8.40 | 12.50")
    let units = ["元": "CNY", "万元": "CNY_10K", "亿元": "CNY_100M"]
    let share = "expenditure.current_year share_percent 12.50 percent"
    if let unit {
      #expect(grid.outcome == ["expenditure.basic actual 8.40 \(units[unit] ?? "")", share])
    } else {
      #expect(grid.outcome == [share, "doubtful 8.40: open_unit"])
    }
  }

  private static let names = """
    收入支出决算总表 | 一、一般公共预算财政拨款收入 | 决算数 → income.fiscal_appropriation actual 8.40 CNY_10K fund=general_public_budget
    收入支出决算总表 | 二、政府性基金预算财政拨款收入 | 决算数 → income.fiscal_appropriation actual 8.40 CNY_10K fund=government_fund
    收入支出决算总表 | 三、国有资本经营预算财政拨款收入 | 决算数 → income.fiscal_appropriation actual 8.40 CNY_10K fund=state_capital
    收入支出决算总表 | 四、上级补助收入 | 决算数 → income.superior_subsidy actual 8.40 CNY_10K
    收入支出决算总表 | 五、事业收入 | 决算数 → income.institutional actual 8.40 CNY_10K
    收入支出决算总表 | 八、其他收入 | 决算数 → income.other actual 8.40 CNY_10K
    收入支出决算总表 | 一、一般公共服务支出 | 决算数 → expenditure.function actual 8.40 CNY_10K function=201
    收入支出决算总表 | 五、教育支出 | 决算数 → expenditure.function actual 8.40 CNY_10K function=205
    收入支出决算总表 | 本年收入合计 | 决算数 → income.current_year actual 8.40 CNY_10K
    收入支出决算总表 | 本年支出合计 | 决算数 → expenditure.current_year actual 8.40 CNY_10K
    收入支出决算总表 | 使用非财政拨款结余 | 决算数 → balance.non_fiscal_used actual 8.40 CNY_10K
    收入支出决算总表 | 使用非财政拨款结余(含专用结余) | 决算数 → balance.non_fiscal_used actual 8.40 CNY_10K
    收入支出决算总表 | 结余分配 | 决算数 → balance.distribution actual 8.40 CNY_10K
    收入支出决算总表 | 年初结转和结余 | 决算数 → balance.opening actual 8.40 CNY_10K
    收入支出决算总表 | 年末结转和结余 | 决算数 → balance.closing actual 8.40 CNY_10K
    收入支出决算总表 | 收入总计 | 决算数 → income.total actual 8.40 CNY_10K
    收入支出决算总表 | 支出总计 | 决算数 → expenditure.total actual 8.40 CNY_10K
    收入支出决算总表 | 总计 | 决算数 → doubtful 8.40: open_concept
    收入支出决算总表 | 本年收入合计 | 年初预算数 → income.current_year initial_budget 8.40 CNY_10K
    收入支出决算总表 | 本年收入合计 | 上年决算数 → income.current_year prior_year 8.40 CNY_10K
    收入支出决算总表 | 本年收入合计 | 比上年增减 → income.current_year change 8.40 CNY_10K
    收入支出决算总表 | 其中:公务接待费 | 决算数 → three_public.reception actual 8.40 CNY_10K
    收入支出决算总表 | 修缮支出 | 决算数 → doubtful 8.40: unknown_row
    支出决算表 | 教育支出 | 基本支出 → expenditure.basic actual 8.40 CNY_10K function=205
    支出决算表 | 教育支出 | 本年支出合计 → expenditure.function actual 8.40 CNY_10K function=205
    支出决算表 | 教育支出 | 年初预算数 → expenditure.function initial_budget 8.40 CNY_10K function=205
    支出决算表 | 合计 | 比上年增减(%) → expenditure.current_year change_percent 8.40 percent
    收入决算表 | 教育支出 | 财政拨款收入 → income.fiscal_appropriation actual 8.40 CNY_10K function=205
    收入决算表 | 教育支出 | 本年收入合计 → income.current_year actual 8.40 CNY_10K function=205
    // Nothing tells the side of the accounts.
    财政拨款收入支出决算总表 | 一、一般公共预算财政拨款 | 决算数 → doubtful 8.40: open_concept
    财政拨款收入支出决算总表 | 二、政府性基金预算财政拨款 | 决算数 → doubtful 8.40: open_concept
    财政拨款收入支出决算总表 | 本年支出合计 | 一般公共预算财政拨款 → expenditure.current_year actual 8.40 CNY_10K fund=general_public_budget
    财政拨款收入支出决算总表 | 五、教育支出 | 合计 → expenditure.function actual 8.40 CNY_10K function=205 fund=fiscal
    财政拨款收入支出决算总表 | 五、教育支出 | 政府性基金预算财政拨款 → expenditure.function actual 8.40 CNY_10K function=205 fund=government_fund
    财政拨款收入支出决算总表 | 年末财政拨款结转和结余 | 合计 → balance.closing actual 8.40 CNY_10K fund=fiscal
    一般公共预算财政拨款支出决算表 | 教育支出 | 小计 → expenditure.function actual 8.40 CNY_10K function=205 fund=general_public_budget
    一般公共预算财政拨款基本支出决算表 | 人员经费合计 | 决算数 → expenditure.basic.personnel actual 8.40 CNY_10K fund=general_public_budget
    一般公共预算财政拨款基本支出决算表 | 公用经费合计 | 决算数 → expenditure.basic.public actual 8.40 CNY_10K fund=general_public_budget
    一般公共预算财政拨款基本支出决算表 | 工资福利支出 | 决算数 → expenditure.economic actual 8.40 CNY_10K economic=301 fund=general_public_budget
    一般公共预算财政拨款基本支出决算表 | 办公费 | 金额 → expenditure.economic actual 8.40 CNY_10K economic=30201 fund=general_public_budget
    三公经费支出决算表 | 因公出国(境)费 | 预算数 → three_public.abroad initial_budget 8.40 CNY_10K
    三公经费支出决算表 | 因公出国(境)费 | 决算数 → three_public.abroad actual 8.40 CNY_10K
    三公经费支出决算表 | 公务接待费 | 上年决算数 → three_public.reception prior_year 8.40 CNY_10K
    三公经费支出决算表 | 其中:公务用车购置费 | 决算数 → three_public.vehicle_purchase actual 8.40 CNY_10K
    三公经费支出决算表 | 合计 | 年初预算数 → three_public.total initial_budget 8.40 CNY_10K
    三公经费支出决算表 | 国内公务接待批次(个) | 决算数 → reception.batches actual 8.40 batch
    三公经费支出决算表 | 公务用车保有量(辆) | 决算数 → vehicles.held actual 8.40 vehicle
    国有资产占用情况表 | 单价50万元以上通用设备(台) | 数量 → assets.general_equipment actual 8.40 set
    """

  private static let codes = """
    支出决算表 | 205 | 教育支出 | 本年支出合计 → expenditure.function actual 8.40 CNY_10K function=205
    支出决算表 | 20502 | 普通教育 | 本年支出合计 → expenditure.function actual 8.40 CNY_10K function=20502
    支出决算表 | 2050202 | 小学教育 | 项目支出 → expenditure.project actual 8.40 CNY_10K function=2050202
    支出决算表 | 2050202 | 农村小学教育 | 基本支出 → expenditure.basic actual 8.40 CNY_10K function=2050202
    支出决算表 | 205 | | 基本支出 → expenditure.basic actual 8.40 CNY_10K function=205
    支出决算表 | | 教育支出 | 基本支出 → expenditure.basic actual 8.40 CNY_10K function=205
    // Wrong: no classification has this code.
    支出决算表 | 99999 | 未知科目 | 基本支出 → expenditure.basic actual 8.40 CNY_10K function=99999
    收入决算表 | 2050202 | 小学教育 | 事业收入 → income.institutional actual 8.40 CNY_10K function=2050202
    一般公共预算财政拨款支出决算表 | 205 | 教育支出 | 小计 → expenditure.function actual 8.40 CNY_10K function=205 fund=general_public_budget
    一般公共预算财政拨款支出决算表 | 205 | 教育支出 | 项目支出 → expenditure.project actual 8.40 CNY_10K function=205 fund=general_public_budget
    一般公共预算财政拨款基本支出决算表 | 301 | 工资福利支出 | 金额 → expenditure.economic actual 8.40 CNY_10K economic=301 fund=general_public_budget
    一般公共预算财政拨款基本支出决算表 | 30101 | 基本工资 | 决算数 → expenditure.economic actual 8.40 CNY_10K economic=30101 fund=general_public_budget
    一般公共预算财政拨款基本支出决算表 | 302 | 商品和服务支出 | 公用经费 → expenditure.basic.public actual 8.40 CNY_10K economic=302 fund=general_public_budget
    政府性基金预算财政拨款收入支出决算表 | 212 | 城乡社区支出 | 本年支出 → expenditure.function actual 8.40 CNY_10K function=212 fund=government_fund
    政府性基金预算财政拨款收入支出决算表 | 212 | 城乡社区支出 | 年初结转和结余 → balance.opening actual 8.40 CNY_10K function=212 fund=government_fund
    国有资本经营预算财政拨款支出决算表 | 223 | 国有资本经营预算支出 | 合计 → expenditure.function actual 8.40 CNY_10K function=223 fund=state_capital
    """

  private static let texts = """
    8.40 → expenditure.function actual 8.40 CNY_10K function=205
    840 → expenditure.function actual 840 CNY_10K function=205
    0.00 → expenditure.function actual 0.00 CNY_10K function=205
    0 → expenditure.function actual 0 CNY_10K function=205
    1,840.10 → expenditure.function actual 1840.10 CNY_10K function=205
    1840.1 → expenditure.function actual 1840.1 CNY_10K function=205
    12,34.50 → unmapped 12: no_rule; unmapped 34.50: no_rule
    1,840,10 → unmapped 1,840: no_rule; unmapped 10: no_rule
    -8.40 → expenditure.function actual -8.40 CNY_10K function=205
    - 8.40 → unmapped 8.40: no_rule
    +8.40 → unmapped 8.40: no_rule
    // Wrong: it is negative; so is the next.
    (8.40) → unmapped 8.40: no_rule
    △8.40 → unmapped 8.40: no_rule
    - → nothing
    -- → nothing
    — → nothing
    / → nothing
    无 → nothing
    * → nothing
    8.40% → doubtful 8.40%: open_aspect
    8.40万元 → expenditure.function actual 8.40 CNY_10K function=205
    8.40元 → expenditure.function actual 8.40 CNY function=205
    约8.40 → unmapped 8.40: no_rule
    8.40(含结转) → unmapped 8.40: no_rule
    8 40.10 → unmapped 8: no_rule; unmapped 40.10: no_rule
    8.4.0 → unmapped 8.4: no_rule; unmapped 0: no_rule
    .40 → unmapped 40: no_rule
    8. → unmapped 8: no_rule
    8.40¹ → expenditure.function actual 8.40 CNY_10K function=205
    8.40¹万元 → expenditure.function actual 8.40 CNY_10K function=205
    8.40万元¹ → expenditure.function actual 8.40 CNY_10K function=205
    840¹ → unmapped 840: illegible
    10³ → unmapped 10: illegible
    10⁻³ → unmapped 10: illegible
    8.40¹² → expenditure.function actual 8.40 CNY_10K function=205
    8.40¹²³ → unmapped 8.40: illegible
    8.4¹0 → unmapped 8.4: illegible; unmapped 0: illegible
    8.40₂ → expenditure.function actual 8.40 CNY_10K function=205
    840₂ → unmapped 840: illegible
    8½ → unmapped 8: illegible
    8.4\u{FFFC}0 → unmapped 8.4: illegible; unmapped 0: illegible
    \u{FFFC}8.40 → unmapped 8.40: illegible
    8\u{FFFC}.40 → unmapped 8: illegible; unmapped 40: illegible
    8.\u{FFFD}0 → unmapped 8: illegible; unmapped 0: illegible
    9\u{336}8.40 → unmapped 9: illegible; unmapped 8.40: illegible
    007.50 → expenditure.function actual 7.50 CNY_10K function=205
    八 → nothing
    2024年 → unmapped 2024: no_rule
    1.00E+03 → unmapped 1.00: no_rule; unmapped 03: no_rule
    123456789012345678.90 → unmapped 123456789012345678.90: no_rule
    8.40 9.10 → unmapped 8.40: no_rule; unmapped 9.10: no_rule
    """
}
