import Testing

/// Tables of budgets and of other forms than the final accounts': what names the rows, whose money a column tells.
struct BudgetTableTests {
  private static func outcome(_ title: String, _ grid: String) -> [String] {
    GridFixture(title: title, grid).outcome
  }

  @Test func `codes stand in the cell of the name`() {
    #expect(
      Self.outcome(
        "一般公共预算支出决算表",
        """
        功能分类科目 | 合计 | 基本支出
        合计 | 9.00 | 8.00
        [201]一般公共服务支出 | 9.00 | 8.00
        20103-政府办公厅(室)及相关机构事务 | 9.00 | 8.00
        """) == [
          "expenditure.current_year actual 9.00 CNY_10K fund=general_public_budget",
          "expenditure.basic actual 8.00 CNY_10K fund=general_public_budget",
          "expenditure.function actual 9.00 CNY_10K function=201 fund=general_public_budget",
          "expenditure.basic actual 8.00 CNY_10K function=201 fund=general_public_budget",
          "expenditure.function actual 9.00 CNY_10K function=20103 fund=general_public_budget",
          "expenditure.basic actual 8.00 CNY_10K function=20103 fund=general_public_budget",
        ])
  }

  @Test func `names without codes are those under the class above them`() {
    #expect(
      Self.outcome(
        "收入支出决算总表",
        """
        收入 | < | 支出 | <
        项目 | 金额 | 项目 | 金额
        一、事业收入 | 3.00 | 一、一般公共服务支出 | 5.00
        二、经营收入 | 6.00 | 财政事务 | 5.00
        | | 行政运行 | 5.00
        | | 二、教育支出 | 4.00
        | | 行政运行 | 4.00
        本年收入合计 | 9.00 | 本年支出合计 | 9.00
        """) == [
          "income.institutional actual 3.00 CNY_10K",
          "expenditure.function actual 5.00 CNY_10K function=201",
          "income.business actual 6.00 CNY_10K",
          "expenditure.function actual 5.00 CNY_10K function=20106",
          "expenditure.function actual 5.00 CNY_10K function=2010601",
          "expenditure.function actual 4.00 CNY_10K function=205",
          "income.current_year actual 9.00 CNY_10K",
          "expenditure.current_year actual 9.00 CNY_10K",
          // A category stands between: of which «行政运行» is not said.
          "doubtful 4.00: unknown_row",
        ])
  }

  @Test func `both economic classifications name a row beside the functional one`() {
    #expect(
      Self.outcome(
        "支出决算表",
        """
        支出功能分类科目 | 政府支出经济分类科目 | 部门支出经济分类科目 | 合计 | 基本支出 | 项目支出
        2010301-行政运行 | 50101-工资奖金津补贴 | 30101-基本工资 | 9.00 | 9.00 |
        """) == [
          "expenditure.function actual 9.00 CNY_10K economic=30101 function=2010301 "
            + "government_economic=50101",
          "expenditure.basic actual 9.00 CNY_10K economic=30101 function=2010301 "
            + "government_economic=50101",
        ])
  }

  @Test func `codes of bodies are no items, and bodies open blocks`() {
    #expect(
      Self.outcome(
        "收入决算表",
        """
        单位编码 | 单位名称 | 合计 | 事业收入
        | 合计 | 9.00 | 5.00
        205 | 云岭县交通局 | 9.00 | 5.00
        20501 | 云岭县公路管理站 | 4.00 | 3.00
        20502 | 云岭县客运中心 | 5.00 | 2.00
        """) == [
          "income.current_year actual 9.00 CNY_10K",
          "income.institutional actual 5.00 CNY_10K",
          "income.current_year actual 9.00 CNY_10K",
          "income.institutional actual 5.00 CNY_10K",
          "income.current_year actual 4.00 CNY_10K entity=云岭县公路管理站",
          "income.institutional actual 3.00 CNY_10K entity=云岭县公路管理站",
          "income.current_year actual 5.00 CNY_10K entity=云岭县客运中心",
          "income.institutional actual 2.00 CNY_10K entity=云岭县客运中心",
        ])
  }

  @Test func `a row of a body is followed by what it spent`() {
    #expect(
      Self.outcome(
        "基本支出决算表",
        """
        支出项目类别 | 总计 | 财政拨款
        合计 | 9.00 | 8.00
        云岭县公路管理站 | 4.00 | 3.00
        工资福利支出 | 4.00 | 3.00
        云岭县客运中心 | 5.00 | 5.00
        工资福利支出 | 5.00 | 5.00
        """) == [
          "expenditure.basic actual 9.00 CNY_10K",
          "expenditure.basic actual 8.00 CNY_10K fund=fiscal",
          "expenditure.basic actual 4.00 CNY_10K entity=云岭县公路管理站",
          "expenditure.basic actual 3.00 CNY_10K entity=云岭县公路管理站 fund=fiscal",
          "expenditure.economic actual 4.00 CNY_10K economic=301 entity=云岭县公路管理站",
          "expenditure.economic actual 3.00 CNY_10K economic=301 entity=云岭县公路管理站 fund=fiscal",
          "expenditure.basic actual 5.00 CNY_10K entity=云岭县客运中心",
          "expenditure.basic actual 5.00 CNY_10K entity=云岭县客运中心 fund=fiscal",
          "expenditure.economic actual 5.00 CNY_10K economic=301 entity=云岭县客运中心",
          "expenditure.economic actual 5.00 CNY_10K economic=301 entity=云岭县客运中心 fund=fiscal",
        ])
  }

  @Test func `money carried over is told apart from that of the year`() {
    #expect(
      Self.outcome(
        "支出决算表",
        """
        科目编码 | 科目名称 | 合计 | 当年预算 | < | 上年结转结余 | <
        ^ | ^ | ^ | 小计 | 基本支出 | 小计 | 基本支出
        | 合计 | 9.00 | 8.00 | 6.00 | 1.00 | 0.50
        205 | 教育支出 | 9.00 | 8.00 | 6.00 | 1.00 | 0.50
        """) == [
          "expenditure.total actual 9.00 CNY_10K",
          "expenditure.current_year initial_budget 8.00 CNY_10K funding=current_year",
          "expenditure.basic initial_budget 6.00 CNY_10K funding=current_year",
          "expenditure.current_year actual 1.00 CNY_10K funding=carryover",
          "expenditure.basic actual 0.50 CNY_10K funding=carryover",
          "expenditure.function actual 9.00 CNY_10K function=205",
          "expenditure.function initial_budget 8.00 CNY_10K function=205 funding=current_year",
          "expenditure.basic initial_budget 6.00 CNY_10K function=205 funding=current_year",
          "expenditure.function actual 1.00 CNY_10K function=205 funding=carryover",
          "expenditure.basic actual 0.50 CNY_10K function=205 funding=carryover",
        ])
  }

  @Test func `«本年» beside «上年» says which year is told, not which money`() {
    #expect(
      Self.outcome(
        "财政拨款支出决算表",
        """
        科目名称 | 本年预算数 | 本年决算数 | 上年决算数
        合计 | 9.00 | 8.00 | 7.00
        """) == [
          "expenditure.current_year initial_budget 9.00 CNY_10K fund=fiscal",
          "expenditure.current_year actual 8.00 CNY_10K fund=fiscal",
          "expenditure.current_year prior_year 7.00 CNY_10K fund=fiscal",
        ])
  }

  @Test func `projects have their names, and sources of money no income`() {
    #expect(
      Self.outcome(
        "项目支出决算表",
        """
        单位名称 | 项目名称 | 总计 | 一般公共预算 | 财政专户管理资金 | 单位资金
        合计 | | 9.00 | 4.00 | 3.00 | 2.00
        云岭县交通局 | 桥梁检测 | 9.00 | 4.00 | 3.00 | 2.00
        """) == [
          "expenditure.project actual 9.00 CNY_10K",
          "expenditure.project actual 4.00 CNY_10K fund=general_public_budget",
          "expenditure.project actual 3.00 CNY_10K funding=special_account",
          "expenditure.project actual 2.00 CNY_10K funding=unit_funds",
          "expenditure.project actual 9.00 CNY_10K project=桥梁检测",
          "expenditure.project actual 4.00 CNY_10K fund=general_public_budget project=桥梁检测",
          "expenditure.project actual 3.00 CNY_10K funding=special_account project=桥梁检测",
          "expenditure.project actual 2.00 CNY_10K funding=unit_funds project=桥梁检测",
        ])
  }

  @Test func `«合计» beside the year's own sum and a balance is the total`() {
    #expect(
      Self.outcome(
        "收入决算表",
        """
        科目编码 | 科目名称 | 合计 | 本年收入 | < | 上年结转结余
        ^ | ^ | ^ | 小计 | 事业收入 | ^
        | 合计 | 9.00 | 8.00 | 6.00 | 1.00
        """) == [
          "income.total actual 9.00 CNY_10K", "income.current_year actual 8.00 CNY_10K",
          "income.institutional actual 6.00 CNY_10K", "balance.opening actual 1.00 CNY_10K",
        ])
  }

  @Test func `parts of one grid have heads of their own or go on with those before`() {
    #expect(
      Self.outcome(
        "部门决算公开相关信息统计表",
        """
        一、政府采购情况 | < | <
        项目 | 行次 | 采购金额
        货物 | 1 | 9.00
        工程 | 2 | 8.00
        二、机关运行经费 | < | <
        项目 | 行次 | 统计数
        合计 | 3 | 5.00
        三、国有资产占用情况 | < | <
        车辆数合计(辆) | 3 | 7
        1.机要通信用车 | 4 | 6
        2.应急保障用车 | 5 | 1
        """) == [
          "procurement.goods actual 9.00 CNY_10K", "procurement.works actual 8.00 CNY_10K",
          "agency_running.expenditure actual 5.00 CNY_10K",
          "assets.vehicles actual 7 vehicle",
          "assets.vehicles actual 6 vehicle vehicle_use=confidential_communication",
          "assets.vehicles actual 1 vehicle vehicle_use=emergency",
        ])
  }

  @Test func `income of a source that no concept stands for is told by its source`() {
    // In whatever order the columns stand: «本年收入» over some of them says nothing of «合计».
    #expect(
      Self.outcome(
        "收入决算表",
        """
        单位名称 | 本年收入 | < | < | 合计 | 上年结转 | <
        ^ | 单位资金 | 一般公共预算 | 小计 | ^ | 单位资金 | 小计
        合计 | 1.00 | 7.00 | 8.00 | 9.00 | 1.00 | 1.00
        """) == [
          "income.current_year actual 1.00 CNY_10K funding=unit_funds",
          "income.fiscal_appropriation actual 7.00 CNY_10K fund=general_public_budget",
          "income.current_year actual 8.00 CNY_10K", "income.total actual 9.00 CNY_10K",
          "balance.opening actual 1.00 CNY_10K funding=unit_funds",
          "balance.opening actual 1.00 CNY_10K",
        ])
  }

  @Test func `what was spent of money carried over is no total`() {
    #expect(
      Self.outcome(
        "支出决算表",
        """
        科目名称 | 合计 | 本年拨款 | 上年结转
        合计 | 9.00 | 8.00 | 1.00
        """
      ).suffix(1) == ["expenditure.current_year actual 1.00 CNY_10K funding=carryover"])
  }

  @Test func `of several columns without heads none means anything`() {
    #expect(
      Self.outcome(
        "支出决算表",
        """
        合计 | 9.00 | 9.00 |
        教育支出 | 9.00 | 9.00 |
        """
      ).allSatisfy { $0.hasPrefix("doubtful") || $0.hasPrefix("unmapped") })
  }

  @Test func `what nobody knows stays in doubt`() {
    // Parts of a head, things under an unknown head, lines without a name, several objects together.
    #expect(
      Self.outcome(
        "支出决算表",
        """
        科目名称 | 本年支出合计 | 事业收入 | < | 新型支出 | <
        ^ | ^ | 金额 | 其中:教育收费 | 小计 | 其他
        合计 | 9.00 | 1.00 | 0.50 | 4.00 | 3.00
        | 9.00 | 1.00 | 0.50 | 4.00 | 3.00
        """
      ).filter { $0.contains(" 4.00") || $0.contains(" 3.00") || $0.contains("doubtful 9.00") }
        == [
          "doubtful 4.00: unknown_column", "doubtful 3.00: unknown_column",
          "doubtful 9.00: unknown_row", "doubtful 4.00: unknown_row", "doubtful 3.00: unknown_row",
        ])
    #expect(
      Self.outcome(
        "三公经费、会议费、培训费支出决算表",
        """
        合计 | 三公经费 | < | 会议费 | 培训费
        ^ | 小计 | 公务接待费 | ^ | ^
        9.00 | 4.00 | 1.00 | 3.00 | 2.00
        """) == [
          "three_public.total actual 4.00 CNY_10K", "three_public.reception actual 1.00 CNY_10K",
          "meeting.expenses actual 3.00 CNY_10K", "training.expenses actual 2.00 CNY_10K",
          "doubtful 9.00: open_concept",
        ])
  }

  @Test func `columns of a table of purchases tell the funds apart`() {
    #expect(
      Self.outcome(
        "政府采购预算表",
        """
        项目 | 总计 | 一般公共预算拨款收入 | 事业收入
        合计 | 9.00 | 7.00 | 2.00
        货物 | 9.00 | 7.00 | 2.00
        """) == [
          "procurement.total initial_budget 9.00 CNY_10K",
          "procurement.total initial_budget 7.00 CNY_10K fund=general_public_budget",
          "procurement.total initial_budget 2.00 CNY_10K funding=institutional",
          "procurement.goods initial_budget 9.00 CNY_10K",
          "procurement.goods initial_budget 7.00 CNY_10K fund=general_public_budget",
          "procurement.goods initial_budget 2.00 CNY_10K funding=institutional",
        ])
  }

  @Test func `a body under a kind of purchase tells of that kind`() {
    #expect(
      Self.outcome(
        "政府采购预算表",
        """
        采购品目大类 | 专项名称 | 总计
        合计 | | 9.00
        货物 | | 7.00
        云岭县交通局 | | 4.00
        | 更新 | 4.00
        云岭县公路中心 | | 3.00
        服务 | | 2.00
        云岭县交通局 | | 2.00
        """) == [
          "procurement.total initial_budget 9.00 CNY_10K",
          "procurement.goods initial_budget 7.00 CNY_10K",
          "procurement.goods initial_budget 4.00 CNY_10K entity=云岭县交通局",
          "procurement.goods initial_budget 3.00 CNY_10K entity=云岭县公路中心",
          "procurement.services initial_budget 2.00 CNY_10K",
          "procurement.services initial_budget 2.00 CNY_10K entity=云岭县交通局",
          "doubtful 4.00: unknown_row",
        ])
  }

  @Test func `what was carried over, beside the funds of the year, is of all money`() {
    #expect(
      Self.outcome(
        "基本支出总表",
        """
        支出项目类别 | 总计 | 一般公共预算拨款 | 政府性基金预算拨款 | 上年结余、结转
        工资福利支出 | 9.00 | 7.00 | 1.00 | 1.00
        """) == [
          "expenditure.economic actual 9.00 CNY_10K economic=301",
          "expenditure.economic actual 7.00 CNY_10K economic=301 fund=general_public_budget "
            + "funding=current_year",
          "expenditure.economic actual 1.00 CNY_10K economic=301 fund=government_fund "
            + "funding=current_year",
          "expenditure.economic actual 1.00 CNY_10K economic=301 funding=carryover",
        ])
  }
}
