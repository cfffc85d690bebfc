import Testing

/// Whole small tables: heads over several columns, two sides, numbers of lines, units.
struct GridTests {
  private static func outcome(_ title: String, unit: String? = "万元", _ grid: String) -> [String] {
    GridFixture(title: title, unit: unit, grid).outcome
  }

  @Test func `income and expenditure stand beside each other`() {
    #expect(
      Self.outcome(
        "收入支出决算总表",
        """
        收入 | < | < | 支出 | < | <
        项目 | 行次 | 决算数 | 项目 | 行次 | 决算数
        栏次 | | 1 | 栏次 | | 2
        一、一般公共预算财政拨款收入 | 1 | 80.00 | 一、一般公共服务支出 | 31 | 70.00
        二、事业收入 | 2 | 20.00 | 五、教育支出 | 32 | 25.00
        本年收入合计 | 27 | 100.00 | 本年支出合计 | 57 | 95.00
        年初结转和结余 | 29 | 3.00 | 年末结转和结余 | 59 | 8.00
        总计 | 30 | 103.00 | 总计 | 60 | 103.00
        """) == [
          "income.fiscal_appropriation actual 80.00 CNY_10K fund=general_public_budget",
          "expenditure.function actual 70.00 CNY_10K function=201",
          "income.institutional actual 20.00 CNY_10K",
          "expenditure.function actual 25.00 CNY_10K function=205",
          "income.current_year actual 100.00 CNY_10K",
          "expenditure.current_year actual 95.00 CNY_10K",
          "balance.opening actual 3.00 CNY_10K",
          "balance.closing actual 8.00 CNY_10K",
          "income.total actual 103.00 CNY_10K",
          "expenditure.total actual 103.00 CNY_10K",
        ])
  }

  @Test func `a head over several columns is refined by those below it`() {
    #expect(
      Self.outcome(
        "支出决算表",
        """
        项目 | < | 本年支出合计 | 基本支出 | < | < | 项目支出
        科目编码 | 科目名称 | ^ | 小计 | 人员经费 | 公用经费 | ^
        合计 | < | 95.00 | 60.00 | 50.00 | 10.00 | 35.00
        205 | 教育支出 | 95.00 | 60.00 | 50.00 | 10.00 | 35.00
        """) == [
          "expenditure.current_year actual 95.00 CNY_10K",
          "expenditure.basic actual 60.00 CNY_10K",
          "expenditure.basic.personnel actual 50.00 CNY_10K",
          "expenditure.basic.public actual 10.00 CNY_10K",
          "expenditure.project actual 35.00 CNY_10K",
          "expenditure.function actual 95.00 CNY_10K function=205",
          "expenditure.basic actual 60.00 CNY_10K function=205",
          "expenditure.basic.personnel actual 50.00 CNY_10K function=205",
          "expenditure.basic.public actual 10.00 CNY_10K function=205",
          "expenditure.project actual 35.00 CNY_10K function=205",
        ])
  }

  @Test func `funds in the heads become a dimension`() {
    #expect(
      Self.outcome(
        "财政拨款收入支出决算总表",
        """
        收入 | < | 支出 | < | < | < | <
        项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
        一、一般公共预算财政拨款 | 80.00 | 一、一般公共服务支出 | 70.00 | 70.00 | |
        二、政府性基金预算财政拨款 | 5.00 | 二、城乡社区支出 | 15.00 | 10.00 | 5.00 |
        本年收入合计 | 85.00 | 本年支出合计 | 85.00 | 80.00 | 5.00 |
        年初财政拨款结转和结余 | 2.00 | 年末财政拨款结转和结余 | 2.00 | 2.00 | |
        一般公共预算财政拨款 | 2.00 | | | | |
        总计 | 87.00 | 总计 | 87.00 | 82.00 | 5.00 |
        """) == [
          "income.fiscal_appropriation actual 80.00 CNY_10K fund=general_public_budget",
          "expenditure.function actual 70.00 CNY_10K function=201 fund=fiscal",
          "expenditure.function actual 70.00 CNY_10K function=201 fund=general_public_budget",
          "income.fiscal_appropriation actual 5.00 CNY_10K fund=government_fund",
          "expenditure.function actual 15.00 CNY_10K function=212 fund=fiscal",
          "expenditure.function actual 10.00 CNY_10K function=212 fund=general_public_budget",
          "expenditure.function actual 5.00 CNY_10K function=212 fund=government_fund",
          "income.current_year actual 85.00 CNY_10K fund=fiscal",
          "expenditure.current_year actual 85.00 CNY_10K fund=fiscal",
          "expenditure.current_year actual 80.00 CNY_10K fund=general_public_budget",
          "expenditure.current_year actual 5.00 CNY_10K fund=government_fund",
          "balance.opening actual 2.00 CNY_10K fund=fiscal",
          "balance.closing actual 2.00 CNY_10K fund=fiscal",
          "balance.closing actual 2.00 CNY_10K fund=general_public_budget",
          "balance.opening actual 2.00 CNY_10K fund=general_public_budget",
          "income.total actual 87.00 CNY_10K fund=fiscal",
          "expenditure.total actual 87.00 CNY_10K fund=fiscal",
          "expenditure.total actual 82.00 CNY_10K fund=general_public_budget",
          "expenditure.total actual 5.00 CNY_10K fund=government_fund",
        ])
  }

  @Test func `budget and final figures stand over the same heads`() {
    #expect(
      Self.outcome(
        "三公经费支出决算表",
        """
        预算数 | < | < | 决算数 | < | <
        合计 | 因公出国(境)费 | 公务接待费 | 合计 | 因公出国(境)费 | 公务接待费
        9.00 | 0.00 | 9.00 | 8.40 | 0.00 | 8.40
        """) == [
          "three_public.total initial_budget 9.00 CNY_10K",
          "three_public.abroad initial_budget 0.00 CNY_10K",
          "three_public.reception initial_budget 9.00 CNY_10K",
          "three_public.total actual 8.40 CNY_10K",
          "three_public.abroad actual 0.00 CNY_10K",
          "three_public.reception actual 8.40 CNY_10K",
        ])
  }

  @Test func `numbers of columns that nothing names are no figures`() {
    #expect(
      Self.outcome(
        "三公经费支出决算表",
        """
        预算数 | < | 决算数 | <
        合计 | 公务接待费 | 合计 | 公务接待费
        1 | 2 | 3 | 4
        9.00 | 9.00 | 8.40 | 8.40
        """) == [
          "three_public.total initial_budget 9.00 CNY_10K",
          "three_public.reception initial_budget 9.00 CNY_10K",
          "three_public.total actual 8.40 CNY_10K",
          "three_public.reception actual 8.40 CNY_10K",
        ])
  }

  @Test func `the sum of the year's expenditure stands below a head of its own`() {
    #expect(
      Self.outcome(
        "支出决算表",
        """
        科目名称 | 本年支出 | < | <
        ^ | 合计 | 基本支出 | 项目支出
        合计 | 95.00 | 60.00 | 35.00
        教育支出 | 95.00 | 60.00 | 35.00
        """) == [
          "expenditure.current_year actual 95.00 CNY_10K",
          "expenditure.basic actual 60.00 CNY_10K",
          "expenditure.project actual 35.00 CNY_10K",
          "expenditure.function actual 95.00 CNY_10K function=205",
          "expenditure.basic actual 60.00 CNY_10K function=205",
          "expenditure.project actual 35.00 CNY_10K function=205",
        ])
  }

  @Test func `plain text shows a head over the first of its columns only`() {
    #expect(
      Self.outcome(
        "一般公共预算财政拨款支出决算表",
        """
        项目 | | 本年支出 | |
        科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
        | 合计 | 95.00 | 60.00 | 35.00
        205 | 教育支出 | 95.00 | 60.00 | 35.00
        """) == [
          "expenditure.current_year actual 95.00 CNY_10K fund=general_public_budget",
          "expenditure.basic actual 60.00 CNY_10K fund=general_public_budget",
          "expenditure.project actual 35.00 CNY_10K fund=general_public_budget",
          "expenditure.function actual 95.00 CNY_10K function=205 fund=general_public_budget",
          "expenditure.basic actual 60.00 CNY_10K function=205 fund=general_public_budget",
          "expenditure.project actual 35.00 CNY_10K function=205 fund=general_public_budget",
        ])
  }

  @Test func `opening, income, expenditure and closing of a fund stand in one row`() {
    #expect(
      Self.outcome(
        "政府性基金预算财政拨款收入支出决算表",
        """
        科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余
        ^ | ^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^
        合计 | < | 1.00 | 5.00 | 4.00 | | 4.00 | 2.00
        212 | 城乡社区支出 | 1.00 | 5.00 | 4.00 | | 4.00 | 2.00
        """) == [
          "balance.opening actual 1.00 CNY_10K fund=government_fund",
          "income.current_year actual 5.00 CNY_10K fund=government_fund",
          "expenditure.current_year actual 4.00 CNY_10K fund=government_fund",
          "expenditure.project actual 4.00 CNY_10K fund=government_fund",
          "balance.closing actual 2.00 CNY_10K fund=government_fund",
          "balance.opening actual 1.00 CNY_10K function=212 fund=government_fund",
          "income.current_year actual 5.00 CNY_10K function=212 fund=government_fund",
          "expenditure.function actual 4.00 CNY_10K function=212 fund=government_fund",
          "expenditure.project actual 4.00 CNY_10K function=212 fund=government_fund",
          "balance.closing actual 2.00 CNY_10K function=212 fund=government_fund",
        ])
  }

  @Test func `staff and running expenses stand beside each other`() {
    #expect(
      Self.outcome(
        "一般公共预算财政拨款基本支出决算表",
        """
        人员经费 | < | < | 公用经费 | < | <
        科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
        301 | 工资福利支出 | 50.00 | 302 | 商品和服务支出 | 10.00
        30101 | 基本工资 | 30.00 | 30201 | 办公费 | 4.00
        人员经费合计 | < | 50.00 | 公用经费合计 | < | 10.00
        """) == [
          "expenditure.economic actual 50.00 CNY_10K economic=301 fund=general_public_budget",
          "expenditure.economic actual 10.00 CNY_10K economic=302 fund=general_public_budget",
          "expenditure.economic actual 30.00 CNY_10K economic=30101 fund=general_public_budget",
          "expenditure.economic actual 4.00 CNY_10K economic=30201 fund=general_public_budget",
          "expenditure.basic.personnel actual 50.00 CNY_10K fund=general_public_budget",
          "expenditure.basic.public actual 10.00 CNY_10K fund=general_public_budget",
        ])
  }

  // Wrong: a head «%» below «比上年增减» gives another change in 万元.
  @Test func `change, percentage and share stand beside the figures they are of`() {
    #expect(
      Self.outcome(
        "支出决算表",
        """
        科目名称 | 2023年决算数 | 2024年决算数 | 比上年增减 | < | 占比(%)
        ^ | ^ | ^ | 金额 | % | ^
        合计 | 100.00 | 95.00 | -5.00 | -5.00 | 100.00
        教育支出 | 100.00 | 95.00 | -5.00 | -5.00 | 100.00
        """) == [
          "expenditure.current_year prior_year 100.00 CNY_10K",
          "expenditure.current_year actual 95.00 CNY_10K",
          "expenditure.current_year change -5.00 CNY_10K",
          "expenditure.current_year change -5.00 CNY_10K",
          "expenditure.current_year share_percent 100.00 percent",
          "expenditure.function prior_year 100.00 CNY_10K function=205",
          "expenditure.function actual 95.00 CNY_10K function=205",
          "expenditure.function change -5.00 CNY_10K function=205",
          "expenditure.function change -5.00 CNY_10K function=205",
          "expenditure.function share_percent 100.00 percent function=205",
        ])
  }

  // Wrong: below the second head the columns are exchanged.
  @Test func `a head in the middle of a table`() {
    #expect(
      Self.outcome(
        "支出决算表",
        """
        科目名称 | 基本支出 | 项目支出
        教育支出 | 60.00 | 35.00
        科目名称 | 项目支出 | 基本支出
        农林水支出 | 7.00 | 8.00
        """) == [
          "expenditure.basic actual 60.00 CNY_10K function=205",
          "expenditure.project actual 35.00 CNY_10K function=205",
          "expenditure.basic actual 7.00 CNY_10K function=213",
          "expenditure.project actual 8.00 CNY_10K function=213",
        ])
  }

  @Test func `the same item twice with two values gives no fact`() {
    #expect(
      Self.outcome(
        "支出决算表",
        """
        科目编码 | 科目名称 | 基本支出
        205 | 教育支出 | 60.00
        205 | 教育支出 | 61.00
        """) == ["doubtful 60.00: contradicted", "doubtful 61.00: contradicted"])
  }
}
