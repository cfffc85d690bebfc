import MappingModel
import PhraseModel
import ReportModel
import TestSupport
import Testing

@testable import Mapping

/// What the words of a sentence are, before any figure is bound to them.
struct SentenceTests {
  private static let vocabulary: LayoutVocabulary = {
    guard let common = Fixture.mappings.layouts.first else {
      fatalError("unreachable: a mapping set has the layout common")
    }
    return LayoutVocabulary(layout: common, mapping: Fixture.mappings)
  }()

  /// Tokens as «text=kind», joined by spaces.
  private static func tokens(of sentence: String, institution: String = "云岭县交通局") -> String {
    let text = Array(sentence.utf8)
    return MeasureTokenizer(
      vocabulary: vocabulary, text: text, section: "text", institution: Array(institution.utf8)
    ).tokens(in: text.indices).map { token in
      String(decoding: text[token.range], as: UTF8.self) + "=" + kind(of: token)
    }.joined(separator: " ")
  }

  private static func kind(of token: MeasureToken) -> String {
    switch token.kind {
    case .figure(let figure):
      switch figure.unit {
      case .money(let unit): "\(unit.rawValue)\(figure.isInexact ? "?" : "")"
      case .percent: "percent\(figure.isInexact ? "?" : "")"
      case .count(let word): word
      case nil: "bare"
      }
    case .noun: "noun"
    case .side: "side"
    case .function(let name): "function(\(name.path))"
    case .economic(let name): "economic(\(name))"
    case .aspect(let aspect): aspect.rawValue
    case .comparison(let base): "than(\(base))"
    case .datedComparison(let year, let base): "than(\(year)\(base.map { " \($0)" } ?? ""))"
    case .direction(let direction): "\(direction)"
    case .budgetDirection(let direction): "\(direction)(budget)"
    case .year(let year): "year(\(year))"
    case .date(let year): "date(\(year))"
    case .relativeYear(let offset): "year\(offset)"
    default: "\(token.kind)"
    }
  }

  @Test(
    arguments: [
      comparisons, completions, nouns, coordinations, words, figures,
    ].flatMap(CaseLine.list))
  func `words are told apart`(_ item: CaseLine) {
    #expect(Self.tokens(of: item.given[0]) == item.expected)
  }

  private static let comparisons = """
    比上年增加 → 比上年=than(priorYear) 增加=up
    较上年减少 → 较上年=than(priorYear) 减少=down
    与上年相比 → 与上年相比=than(priorYear)
    与上年度相比 → 与上年度相比=than(priorYear)
    比上年度决算数减少 → 比上年度决算数=than(priorYear) 减少=down
    较上年决算支出数增加 → 较上年决算支出数=than(priorYear) 增加=up
    比上年支出减少 → 比上年支出=than(priorYear) 减少=down
    比去年同期下降 → 比去年同期=than(priorYear) 下降=down
    同比增长 → 同比=than(priorYear) 增长=up
    与上年持平 → 与上年=than(priorYear) 持平=level
    与上年基本持平 → 与上年=than(priorYear) 基本持平=level
    与2023年度相比 → 与2023年度相比=than(2023)
    较2023年度决算数减少 → 较2023年度决算数=than(2023) 减少=down
    比2023年年初预算数增加 → 比2023年年初预算数=than(2023 initialBudget) 增加=up
    与年初预算相比 → 与年初预算相比=than(initialBudget)
    与年初预算数相比 → 与年初预算数相比=than(initialBudget)
    比预算减少 → 比预算=than(initialBudget) 减少=down
    较全年预算数减少 → 较全年预算数=than(annualBudget) 减少=down
    与调整预算数相比 → 与调整预算数相比=than(annualBudget)
    大于预算数 → 大于预算数=up(budget)
    低于年初预算 → 低于年初预算=down(budget)
    比 → 比=filler
    """

  private static let completions = """
    完成预算的 → 完成预算的=completion_percent
    完成年初预算的 → 完成年初预算的=completion_percent
    完成支出预算 → 完成支出预算=completion_percent
    占年初预算的 → 占年初预算的=completion_percent
    为年初预算的75.00% → 为年初预算的=completion_percent 75.00%=percent
    预算完成率 → 预算完成率=completion_percent
    占支出合计的 → 占=share 支出合计=side
    占比 → 占比=share
    """

  private static let nouns = """
    基本支出 → 基本支出=noun
    公务接待费支出决算数 → 公务接待费支出=noun 公务接待费支出决算数=actual
    公务接待费年初预算数 → 公务接待费=noun 公务接待费年初预算数=initial_budget
    本年收入合计 → 本年收入合计=year0 本年收入合计=side
    支出 → 支出=side
    决算数 → 决算数=actual
    年初预算为 → 年初预算=initial_budget 为=copula
    财政拨款 → 财政拨款=noun
    年初结转和结余 → 年初结转和结余=noun
    基本支出项目支出 → 基本支出项目支出=noun
    开支运行维护费的公务用车 → 公务用车=noun
    工资福利支出 → 工资福利支出=economic(工资福利支出)
    教育支出(类)普通教育(款)小学教育(项) → 教育支出(类)普通教育(款)小学教育(项)=function(教育支出/普通教育/小学教育)
    水毁公路修复 → 水毁公路修复=unknown
    水毁公路修复项目支出 → 水毁公路修复=unknown 项目支出=noun
    """

  private static let coordinations = """
    基本支出和项目支出 → 基本支出=noun =and 项目支出=noun
    基本支出及项目支出 → 基本支出=noun =and 项目支出=noun
    基本支出、项目支出 → 基本支出=noun 、=enumerationComma 项目支出=noun
    公务用车购置及运行维护费 → 公务用车购置及运行维护费=noun
    公务用车购置费及运行维护费 → 公务用车购置费及运行维护费=noun
    收入和支出总计 → 收入和支出总计=noun
    收、支总计 → 收、支总计=noun
    结转和结余 → 结转和结余=noun
    国内公务接待批次和人次 → 国内公务接待批次=noun =and 人次=noun
    """

  private static let words = """
    主要原因是 → 主要原因是=reason
    主要原因是由于 → 主要原因是由于=reason
    主要用于 → 主要用于=purpose
    包括 → 包括=inclusion
    其中: → 其中=parts :=colon
    无公务接待 → 无=none 公务接待=noun
    没有发生公务接待 → 没有发生=none 公务接待=noun
    未开支公务接待费 → 未开支=none 公务接待费=noun
    分别为 → 分别为=distributive
    全部为 → 全部为=equates
    本单位 → 本单位=ownBody
    云岭县交通局收入 → 云岭县交通局=ownBody 收入=side
    全县收入 → 全县=entity 收入=side
    各单位收入 → 各单位=entity 收入=side
    共计5.00万元 → 共计=filler 5.00万元=CNY_10K
    开展 → 开展=filler
    ,;。(): → ,=comma ;=semicolon 。=stop (=openBracket )=closeBracket :=colon
    """

  private static let figures = """
    1,234.56万元 → 1,234.56万元=CNY_10K
    5元 → 5元=CNY
    1.20亿元 → 1.20亿元=CNY_100M
    3万 → 3万=CNY_10K
    3.72万户 → 3.72=bare 万户=unknown
    12.5% → 12.5%=percent
    5批次 → 5批次=批次
    -3.00万元 → -3.00万元=CNY_10K
    零辆 → 零辆=辆
    8.00 → 8.00=bare
    1,234.56¹万元 → 1,234.56¹万元=CNY_10K
    3万元港币 → 3万元=bare 港币=unknown
    约5.00万元 → 约=filler 5.00万元=CNY_10K?
    5万元多 → 5万元=CNY_10K? 多=up
    5至6万元 → 5=bare 至=unknown 6万元=CNY_10K?
    2024年 → 2024年=year(2024)
    2024年度 → 2024年度=year(2024)
    2024年12月31日 → 2024年12月31日=date(2024)
    2017年初结转和结余 → 2017=year(2017) 年初结转和结余=noun
    第2条 → 第=unknown 2=reference 条=unknown
    12月 → 12=reference 月=unknown
    """

  /// Time that grew with the square of the length would not end within the minute.
  @Test(
    .timeLimit(.minutes(1)), arguments: ["支出", "和", "比", "基本支出和", "占", "(", "1", "其中", "一"])
  func `a hostile sentence takes linear time`(_ part: String) {
    let text = Array(repeatElement(Array(part.utf8), count: 20_000 / part.utf8.count).joined())
    let tokens = MeasureTokenizer(
      vocabulary: Self.vocabulary, text: text, section: "text", institution: []
    ).tokens(in: text.indices)
    #expect(tokens.allSatisfy { $0.range.upperBound <= text.count })
  }
}
