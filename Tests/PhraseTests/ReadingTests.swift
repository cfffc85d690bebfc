import PhraseModel
import TestSupport
import Testing

/// What titles, headings, heads and rows say.
struct ReadingTests {
  @Test(arguments: [titles, headings, heads, rows].flatMap(CaseLine.list))
  func `a phrase is read`(_ item: CaseLine) {
    #expect(Self.line(item.given[0]) == item.expected)
  }

  @Test(arguments: CaseLine.list(marks))
  func `what stands around a phrase is taken off`(_ item: CaseLine) {
    let reading = ProjectLexicon.reading(of: item.given[0])
    var told: [String] = []
    if let number = reading.number { told.append("level \(number)") }
    if reading.isPart { told.append("part") }
    if reading.isSubtracted { told.append("subtracted") }
    if let year = reading.year { told.append("year \(year)") }
    if let unit = reading.unit { told.append("unit \(unit)") }
    let text = Array(item.given[0].utf8)
    let words = reading.pieces.map {
      String(decoding: text[$0.range], as: UTF8.self) + ($0.word == nil ? "?" : "")
    }
    #expect((told + [words.joined(separator: " ")]).joined(separator: ", ") == item.expected)
  }

  @Test func `names and labels are told apart from what morphemes say`() {
    var vocabulary = ProjectLexicon.vocabulary
    vocabulary.insert("公共安全支出", .functionClass("公共安全支出"))
    vocabulary.insert("账面房产", .label(3))
    let text = Array("账面房产公共安全支出决算数".utf8)
    let reading = PhraseComposer(vocabulary).reading(of: text, in: text.indices) { words in
      words.last
    }
    #expect(reading.names == [.functionClass("公共安全支出")])
    #expect(reading.labels == [3])
    #expect(ProjectLexicon.features(reading.features) == "aspect:actual")
    #expect(reading.isWhole)
    // By default only the lexicon's own words are seen.
    #expect(!PhraseComposer(vocabulary).reading(of: text, in: text.indices).isWhole)
  }

  @Test func `nothing says nothing`() {
    for phrase in ["", " ", ":", "()", "的"] {
      let reading = ProjectLexicon.reading(of: phrase)
      #expect(reading.features.isEmpty)
      #expect(reading.isWhole)
    }
  }

  /// Concept of an amount, fund, aspect, year, unit and what nobody knows.
  private static func line(_ phrase: String) -> String {
    let lexicon = ProjectLexicon.lexicon
    let reading = ProjectLexicon.reading(of: phrase)
    var told: [String] = []
    if let naming = lexicon.naming(of: reading.features, around: lexicon.set(.measure, "money")) {
      told.append(
        (naming.frame.isConcept ? "" : "?") + naming.frame.concept
          + (naming.left.isEmpty ? "" : " and more"))
    }
    told += lexicon.values(.fund, in: reading.features)
    told += lexicon.values(.aspect, in: reading.features)
    if let year = reading.year { told.append(String(year)) }
    told += lexicon.values(.year, in: reading.features).map { "year \($0)" }
    told += lexicon.values(.form, in: reading.features)
    if let unit = reading.unit { told.append(unit) }
    if !reading.unknown.isEmpty {
      let text = Array(phrase.utf8)
      told.append(
        "unknown "
          + reading.unknown.map { String(decoding: text[$0], as: UTF8.self) }
          .joined(separator: " "))
    }
    return CaseLine.line(told)
  }

  private static let titles = """
    收入支出决算总表 → income_expenditure.total; actual; table
    收入决算表 → income.current_year; actual; table
    支出决算表 → expenditure.current_year; actual; table
    财政拨款收入支出决算总表 → income_expenditure.total; fiscal; actual; table
    一般公共预算财政拨款支出决算表 → expenditure.current_year; general_public_budget; actual; table
    一般公共预算财政拨款基本支出决算表 → expenditure.basic; general_public_budget; actual; table
    一般公共预算拨款基本支出决算明细表 → expenditure.basic; general_public_budget; actual; table
    政府性基金预算财政拨款收入支出决算表 → income_expenditure.total; government_fund; actual; table
    国有资本经营预算财政拨款支出决算表 → expenditure.current_year; state_capital; actual; table
    一般公共预算财政拨款三公经费支出决算表 → three_public.total; general_public_budget; actual; table
    部门收支总体情况表 → income_expenditure.total; table
    机关运行经费支出统计表 → agency_running.expenditure; table
    2024年度部门收入预算表 → income.current_year; initial_budget; 2024; table
    水毁公路修复情况表 → table; unknown 水毁公路修复
    """
  private static let headings = """
    一、收入支出决算总体情况说明 → income_expenditure.total; actual; text
    (二)支出决算情况 → expenditure.current_year; actual
    三公经费支出决算情况 → three_public.total; actual
    2023年度收入情况 → income.current_year; 2023
    (一)一般公共预算财政拨款支出决算总体情况 → expenditure.current_year; general_public_budget; actual; text
    机关运行经费支出情况 → agency_running.expenditure
    """
  private static let heads = """
    本年支出合计 → expenditure.current_year; year 0
    决算数 → actual
    决算数(万元) → actual; CNY_10K
    年初预算数 → initial_budget
    全年预算数 → annual_budget
    2023年决算数 → actual; 2023
    上年决算数 → actual; year -1
    一般公共预算财政拨款 → general_public_budget
    政府性基金预算 → government_fund
    国有资本经营预算财政拨款 → state_capital
    比上年增减 → change; year -1
    增减率 → change_percent
    预算执行率 → completion_percent
    项目支出 → expenditure.project
    修缮支出 → expenditure.current_year; unknown 修缮
    """
  private static let rows = """
    五、上级补助收入 → income.superior_subsidy
    其中:公务接待费 → three_public.reception
    使用非财政拨款结余 → balance.non_fiscal_used
    年初结转和结余 → balance.opening
    年末财政拨款结转和结余 → balance.closing; fiscal
    结余分配 → balance.distribution
    收入总计 → income.total
    财政拨款收入 → income.fiscal_appropriation; fiscal
    教育收费 → ?income.education_fee
    其他交通费用 → unknown 交通
    公务用车购置费 → three_public.vehicle_purchase
    公务用车运行维护费 → three_public.vehicle_running
    公务用车购置及运行维护费 → three_public.vehicle
    """

  private static let marks = """
    一、收入 → level 1, 收入
    (一)收入 → level 2, 收入
    1.收入 → level 3, 收入
    (1)收入 → level 4, 收入
    第一部分收入 → level 0, 收入
    一、1.收入 → level 1, 收入
    其中:收入 → part, 收入
    其中收入 → part, 收入
    其中 → 其中
    一、其中:1.收入 → level 1, part, 收入
    减:收入 → subtracted, 收入
    加:收入 → 收入
    一、 → 一? 、
    收入: → 收入
    收入(万元) → unit CNY_10K, 收入
    收入(单位:元) → unit CNY, 收入
    收入(金额单位:亿元) → unit CNY_100M, 收入
    收入(一) → 收入
    收入(12) → 收入
    收入(续) → 收入
    收入表(续表) → 收入 表
    收入(三)(万元) → unit CNY_10K, 收入
    收入(万元)(三) → unit CNY_10K, 收入
    收入(%) → unit percent, 收入
    收入(123) → 收入 ( 123? )
    收入(甲) → 收入 ( 甲? )
    收入() → 收入 ( )
    (万元) → ( 万元 )
    收入) → 收入 )
    2024年收入 → year 2024, 收入
    2024年度收入 → year 2024, 收入
    收入2024年 → year 2024, 收入
    收入2024 → year 2024, 收入
    2023年收入2024年支出 → year 2023, 收入 支出
    2017年初结转和结余 → year 2017, 年初 结转和结余
    1948年收入 → 1948? 年 收入
    12024年收入 → 12024? 年 收入
    公务用车(辆) → unit vehicle, 公务用车
    """
}
