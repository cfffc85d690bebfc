import ReportModel
import ValueModel

/// What the text of a table's head cell or row label says about the figures under or beside it.
struct HeadRole {
  /// Index into the vocabulary's labels.
  var label: Int?
  /// Path or name of a functional item.
  var function: String?
  var aspect: Aspect?
  var year: Int?
  /// «比上年增减»: the difference to this.
  var base: ComparisonBase?
  var isChange = false
  var isPercent = false
  /// «合计», «总计», «小计».
  var isTotal = false
  var isSubtotal = false
  /// «行次», «栏次», «序号»: numbers that count lines.
  var isOrdinal = false
  /// «科目编码», «类», «款», «项».
  var isCode = false
  /// «项目», «科目名称»: heads the texts that name the rows.
  var isName = false
  /// Heads something other than lines, codes and names: «金额», «决算数», a concept.
  var isMeasure = false
  /// «其中:» stands before the label.
  var isPart = false
  var unit: Unit?
  /// Words that no rule knows stand in it.
  var isUnknown = false

  init() {}

  /// Reads one cell's normalized text.
  init(
    _ range: Range<Int>, of text: [UInt8], vocabulary: MeasureVocabulary, section: String
  ) {
    let cell = text[range]
    isOrdinal = Self.ordinals.contains(cell)
    isCode = Self.codes.contains(cell) || Self.codeMarks.occurs(in: range, of: text)
    isName = Self.names.contains(cell) || Self.nameMarks.occurs(in: range, of: text)
    if isOrdinal || isCode || isName { return }
    isMeasure = !cell.allSatisfy { $0 == 0x20 }
    isPercent = Self.percentMarks.occurs(in: range, of: text)
    isChange = Self.changeMarks.occurs(in: range, of: text)
    let tokens = MeasureTokenizer(
      vocabulary: vocabulary, text: text, section: section, institution: []
    ).tokens(in: range)
    for token in tokens { take(token, text: text, vocabulary) }
    if isChange {
      aspect =
        switch (base, isPercent) {
        case (.initialBudget, false), (.annualBudget, false): .budgetChange
        case (.initialBudget, true), (.annualBudget, true): .budgetChangePercent
        case (_, false): .change
        case (_, true): .changePercent
        }
      year = nil
    } else if isPercent, aspect == nil || aspect.map({ !$0.isPercent }) ?? false {
      let isCompletion = Self.completionMarks.occurs(in: range, of: text)
      let isShare = Self.shareMarks.occurs(in: range, of: text)
      aspect = isCompletion ? .completionPercent : isShare ? .sharePercent : nil
    }
  }

  private static let ordinals = WordList(["行次", "栏次", "序号", "次"])
  private static let codes = WordList(["类", "款", "项"])
  private static let codeMarks = WordList(["编码", "代码"])
  private static let names = WordList([
    "项目", "科目名称", "名称", "科目", "支出项目", "收入项目", "年度", "指标", "支出功能分类", "经济分类科目",
  ])
  private static let nameMarks = WordList(["科目名称", "按功能分类", "按支出性质", "功能分类科目"])
  private static let percentMarks = WordList(["%", "幅度", "比例", "百分比", "率"])
  private static let changeMarks = WordList([
    "增减", "增加", "减少", "增长", "对比", "差额", "变动", "比较",
  ])
  private static let completionMarks = WordList(["完成", "执行率"])
  private static let shareMarks = WordList(["占"])
  private static let totals = WordList(["合计", "总计", "总额"])
  private static let subtotals = WordList(["小计"])
  private static let moneyUnits = MeasureWords.moneyUnits.map { unit, words in
    // «万» alone may be the beginning of a measure word.
    (unit: unit, words: WordList(words.filter { $0 != "万" }))
  }

  private mutating func take(
    _ token: MeasureToken, text: [UInt8], _ vocabulary: MeasureVocabulary
  ) {
    switch token.kind {
    case .label(let index):
      if vocabulary.labels[index].onlyAtClauseStart { break }
      if label != nil { isUnknown = true }
      label = index
    case .function(let path): function = path
    case .aspect(let found): aspect = found
    case .comparison(let found): base = found
    case .datedComparison: base = .priorYear
    case .year(let value): if year == nil { year = value }
    case .relativeYear(let offset): if offset == -1 { aspect = .priorYear }
    case .parts: isPart = true
    case .figure(let figure):
      if case .money(let money) = figure.unit { unit = money }
    case .filler, .copula:
      if Self.totals.contains(text[token.range]) { isTotal = true }
    case .unknown:
      let word = text[token.range]
      if Self.subtotals.contains(word) {
        isTotal = true
        isSubtotal = true
      } else if !Self.neutral.contains(word) {
        isUnknown = true
      }
    default: break
    }
    for (unit, words) in Self.moneyUnits where words.contains(text[token.range]) {
      self.unit = unit
    }
  }

  /// Words of heads that say nothing about the figures.
  private static let neutral = WordList(
    [
      "增减", "增加额", "额", "幅度", "减", "增", "对比", "差额", "比", "较", "%", "(%)", "小计", "率", "比例",
      "变动", "增减额", "栏", "-", "—", "项目", "明细", "+", "±", "比较",
    ] + MoneyWord.withUnit.map(\.rawValue))

  /// This role within a wider one: what it says itself stands above what the wider one says.
  func within(_ wider: HeadRole) -> HeadRole {
    var role = self
    // «小计» under «公务用车购置及运行费» is that concept's own total.
    if label == nil, function == nil {
      role.label = wider.label
      role.function = wider.function
      if wider.label != nil { role.isTotal = false }
    }
    role.aspect = aspect ?? wider.aspect
    role.year = year ?? wider.year
    role.unit = unit ?? wider.unit
    role.isCode = isCode || wider.isCode && !isName && label == nil
    role.isUnknown = isUnknown
    return role
  }
}
