import ReportModel
import Testing

/// One rule of the grammar of measures per test.
/// The year in the title counts as one explained figure everywhere.
struct NarrativeTests {
  @Test func `a total and its parts`() {
    let facts = Fixture.facts(
      section: "收入支出决算总体情况说明",
      "2024年度收入总计1,234.50万元,其中:本年收入合计1,200.00万元,使用非财政拨款结余(含专用结余)0.00万元,年初结转和结余34.50万元。")
    #expect(
      facts.map(\.line) == [
        "income.total actual 1234.50 CNY_10K", "income.current_year actual 1200.00 CNY_10K",
        "balance.non_fiscal_used actual 0.00 CNY_10K", "balance.opening actual 34.50 CNY_10K",
      ])
    #expect(facts[0].source.text == "1,234.50万元")
    #expect(facts[0].yuan == Amount(unscaled: 12_345_000, scale: 0))
  }

  @Test func `a share names its whole and does not become its fact`() {
    let facts = Fixture.facts(
      section: "一般公共预算财政拨款支出决算情况说明", "2024年度一般公共预算财政拨款支出80.00万元,占本年支出合计的99.67%。")
    #expect(
      facts.map(\.line) == [
        "expenditure.current_year actual 80.00 CNY_10K fund=general_public_budget",
        "expenditure.current_year share_percent 99.67 percent fund=general_public_budget",
      ])
  }

  @Test func `a change takes its sign from the word and its reason from the sentence`() {
    let facts = Fixture.facts(
      section: "收入支出决算总体情况说明",
      "收入支出总体与上年相比,减少73.41万元,下降8.48%,主要原因是:人员减少3人;项目减少20.00万元。本年收入合计5.00万元。")
    #expect(
      facts.map(\.line) == [
        "income_expenditure.total change -73.41 CNY_10K",
        "income_expenditure.total change_percent -8.48 percent",
        "income.current_year actual 5.00 CNY_10K",
      ])
    #expect(facts[0].reason == "人员减少3人;项目减少20.00万元")
    #expect(facts[1].reason == facts[0].reason)
    #expect(facts[2].reason == nil)
  }

  @Test func `a reason goes on to its mark, over words that say nothing`() {
    let facts = Fixture.facts(
      section: "收入决算情况说明", "本年收入5.00万元,比上年增加1.00万元,主要原因是:执行数高于年初数。")
    #expect(facts.last?.reason == "执行数高于年初数")
  }

  @Test func `figures in a reason are explained`() {
    let report = Fixture.report(
      section: "收入决算情况说明", ["本年收入5.00万元,比上年增加1.00万元,主要原因是:新增项目7.00万元。"])
    #expect(report.coverage == Coverage(mapped: 2, explained: 2, unmapped: 0))
  }

  @Test func `a list in which each item has a reason goes on behind it`() {
    let facts = Fixture.facts(
      section: "三公经费支出决算情况说明",
      "三公经费支出6.00万元,比上年减少1.00万元,主要原因是:节约;公务接待费支出2.00万元,占33.33%。")
    #expect(facts.map(\.concept).suffix(2) == ["three_public.reception", "three_public.reception"])
  }

  @Test func `unknown words before a label make it another label`() {
    let report = Fixture.report(section: "支出决算情况说明", ["水毁公路修复项目支出12.00万元。"])
    #expect(report.facts.isEmpty)
    #expect(report.unmapped.map(\.text) == ["12.00"])
    #expect(report.unmapped.map(\.reason) == [.noLabel])
  }

  @Test func `a change behind unknown words belongs to somebody else`() {
    let report = Fixture.report(
      section: "支出决算情况说明", ["本年支出50.00万元,乡道养护较上年减少3.00万元。"])
    #expect(report.facts.map(\.line) == ["expenditure.current_year actual 50.00 CNY_10K"])
    #expect(report.doubtful.map(\.reason) == [.unknownWords])
    #expect(report.doubtful.map(\.source.text) == ["3.00万元"])
  }

  @Test func `the year is no amount`() {
    let report = Fixture.report(section: "收入决算情况说明", ["2024年度本年收入合计8.00万元。"])
    #expect(report.facts.map(\.line) == ["income.current_year actual 8.00 CNY_10K"])
    #expect(report.coverage == Coverage(mapped: 1, explained: 2, unmapped: 0))
  }

  @Test func `a figure without a unit is no fact`() {
    let report = Fixture.report(section: "收入决算情况说明", ["本年收入合计8.00。"])
    #expect(report.facts.isEmpty)
    #expect(report.unmapped.map(\.reason) == [.noUnit])
  }

  @Test func `a blank slot is no fact`() {
    let report = Fixture.report(section: "收入决算情况说明", ["本年收入合计万元,占%,比上年减少万元。"])
    #expect(report.facts.isEmpty)
    #expect(report.coverage == Coverage(mapped: 0, explained: 1, unmapped: 0))
  }

  @Test func `budget and final figure of one subject over two sentences`() {
    let facts = Fixture.facts(
      section: "财政拨款收入支出决算总体情况说明",
      "财政拨款收入支出总体与上年相比,增加6.00万元,增长5.00%,主要原因是:新增项目。与年初预算相比,年初预算数100.00万元,决算数126.00万元,预决算差异率26.00%,主要原因是:年中追加。"
    )
    #expect(
      facts.map(\.line) == [
        "income_expenditure.total change 6.00 CNY_10K fund=fiscal",
        "income_expenditure.total change_percent 5.00 percent fund=fiscal",
        "income_expenditure.total initial_budget 100.00 CNY_10K fund=fiscal",
        "income_expenditure.total actual 126.00 CNY_10K fund=fiscal",
        "income_expenditure.total variance_percent 26.00 percent fund=fiscal",
      ])
    #expect(facts.last?.reason == "年中追加")
  }

  @Test func `the whole owns the sentence behind its parts`() {
    let facts = Fixture.facts(
      section: "三公经费支出决算情况说明",
      "三公经费支出6.00万元,其中:公务接待费支出2.00万元。与上年相比,减少1.00万元,下降14.29%。")
    #expect(
      facts.map(\.line).suffix(2) == [
        "three_public.total change -1.00 CNY_10K",
        "three_public.total change_percent -14.29 percent",
      ])
  }

  @Test func `a functional item goes by its code`() {
    let facts = Fixture.facts(
      section: "一般公共预算财政拨款支出决算情况说明",
      "3.交通运输支出(类)公路水路运输(款)行政运行(项):支出决算数为45.38万元,比上年决算增加9.94万元,增长28.05%,主要原因是:调资。")
    #expect(
      facts.map(\.line) == [
        "expenditure.function actual 45.38 CNY_10K function=2140101 fund=general_public_budget",
        "expenditure.function change 9.94 CNY_10K function=2140101 fund=general_public_budget",
        "expenditure.function change_percent 28.05 percent function=2140101 fund=general_public_budget",
      ])
  }

  @Test func `counts go by their measure word`() {
    let facts = Fixture.facts(
      section: "三公经费支出决算情况说明", "单位全年安排的国内公务接待5批次,31人次。公务用车购置数0辆,公务用车保有量11辆。")
    #expect(
      facts.map(\.line) == [
        "reception.batches actual 5 batch", "reception.people actual 31 person_time",
        "vehicles.purchased actual 0 vehicle", "vehicles.held actual 11 vehicle",
      ])
  }

  @Test func `headcount with changes, and nothing told as nothing`() {
    let facts = Fixture.facts(
      section: "机构设置及人员情况",
      "云岭县交通局2024年度,实有人数59人,其中:在职人员50人,减少5人;离休人员1人,增加0人;退休人员8人,增加6人。",
      "云岭县交通局无下属预算单位,下设3个科室,分别是:办公室、路政科(法规科、安全科)、养护科。")
    #expect(
      facts.map(\.line) == [
        "headcount.total actual 59 person", "headcount.active actual 50 person",
        "headcount.active change -5 person", "headcount.retired_cadre actual 1 person",
        "headcount.retired_cadre change 0 person", "headcount.retired actual 8 person",
        "headcount.retired change 6 person", "organization.subordinate_units actual 0 unit",
        "organization.divisions actual 3 division",
      ])
  }

  @Test func `a paired list has one figure for each total`() {
    let facts = Fixture.facts(
      section: "收入支出决算总体情况说明",
      "2024年度收、支总计各是4125.49,4143.91万元。与2023年相比,收、支总计各减少3.58,7.91万元,各下降0.09%、0.19%。")
    #expect(
      facts.map(\.line) == [
        "income.total actual 4125.49 CNY_10K", "expenditure.total actual 4143.91 CNY_10K",
        "income.total change -3.58 CNY_10K", "expenditure.total change -7.91 CNY_10K",
        "income.total change_percent -0.09 percent",
        "expenditure.total change_percent -0.19 percent",
      ])
  }

  @Test func `labels named together share out the figures behind them`() {
    let facts = Fixture.facts(
      section: "支出决算情况说明", "基本支出和项目支出分别为12.00万元和3.50万元。")
    #expect(
      facts.map(\.line) == [
        "expenditure.basic actual 12.00 CNY_10K", "expenditure.project actual 3.50 CNY_10K",
      ])
  }

  @Test func `a list with more figures than labels is left alone`() {
    let report = Fixture.report(section: "支出决算情况说明", ["基本支出分别为12.00万元、3.50万元。"])
    #expect(report.facts.isEmpty)
    #expect(report.unmapped.map(\.reason) == [.unevenList, .unevenList])
  }

  @Test func `a comparison with a year two back is no change against the prior year`() {
    let report = Fixture.report(section: "收入决算情况说明", ["本年收入5.00万元,较2022年增加1.00万元。"])
    #expect(report.facts.map(\.aspect) == [.actual])
    #expect(report.doubtful.map(\.reason) == [.openYear])
  }

  @Test func `a label that leans on the one before it`() {
    let facts = Fixture.facts(
      section: "国有资产占用情况说明",
      "截至2024年12月31日,房屋515.01平方米,价值94.78万元。车辆11辆,价值68.18万元,其中:机要通信用车0辆、其他用车11辆,其他用车主要是:日常用车。单价100万元(含)以上设备(不含车辆)0台(套)。"
    )
    #expect(
      facts.map(\.line) == [
        "assets.building_area actual 515.01 m2", "assets.building_value actual 94.78 CNY_10K",
        "assets.vehicles actual 11 vehicle", "assets.vehicles_value actual 68.18 CNY_10K",
        "assets.vehicles actual 0 vehicle vehicle_use=confidential_communication",
        "assets.vehicles actual 11 vehicle vehicle_use=other",
        "assets.large_equipment actual 0 set",
      ])
  }
}
