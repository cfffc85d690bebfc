import MappingModel
import PhraseModel
import ReportModel
import ValueModel

/// What the text of a table's head cell or row label says about the figures under or beside it.
struct HeadRole {
  /// The concept that it names; nil where it names none of its own.
  var found: FoundConcept?
  /// What it says, without its aspect.
  var noun = Noun()
  /// What the lexicon knows it to be where no concept stands for it.
  var unmodelled: String?
  /// The fund that it names.
  var fund: String?
  /// «收入» or «支出» and nothing narrower.
  var side: Statement.Side?
  /// A functional item by path or name.
  var function: ItemName?
  var aspect: Aspect?
  var year: Int?
  /// A year counted from the report's own.
  var relativeYear: Int?
  var isPercent = false
  /// «合计», «总计», «小计».
  var isTotal = false
  var isSubtotal = false
  /// A word of a sum stands in it, whatever it is the sum of.
  var isSum = false
  /// «行次», «栏次», «序号»: numbers that count lines.
  var isOrdinal = false
  /// «科目编码», «类», «款», «项».
  var isCode = false
  /// «项目», «科目名称»: heads the texts that name the rows.
  var isName = false
  /// What it names the rows by, where it heads texts or codes.
  var naming = RowNaming.label
  /// Which money of a kind its figures are.
  var funding: Funding?
  /// No other head stands above it.
  var isOutermost = true
  /// Heads something other than lines, codes and names: «金额», «决算数», a concept.
  var isMeasure = false
  var unit: Unit?
  /// Words that no rule knows stand in it, or words that its concept has no place for.
  var isUnknown = false

  init() {}

  /// Reads one cell's normalized text; the spaces that justify a word («合 计») are no part of it.
  ///
  /// `around`: what the title and the section name, as it lends to the cells.
  init(
    _ cell: Range<Int>, of whole: [UInt8], vocabulary: LayoutVocabulary, section: String,
    around: FeatureSet = FeatureSet()
  ) {
    let text = whole[cell].filter { $0 != 0x20 }
    let key = Key(text: text, section: section, around: around)
    // Longer cells are sentences, and hardly ever stand twice.
    self =
      text.count > Self.longestKept
      ? HeadRole(key, vocabulary)
      : vocabulary.roles.value(key) { HeadRole(key, vocabulary) }
  }

  private static let longestKept = 96

  /// All that a role depends on, besides the vocabulary.
  struct Key: Hashable {
    fileprivate var text: [UInt8]
    fileprivate var section: String
    fileprivate var around: FeatureSet
  }

  private init(_ key: Key, _ vocabulary: LayoutVocabulary) {
    let text = key.text
    let section = key.section
    let around = key.around
    let range = text.indices
    let terms = vocabulary.terms
    let reading = PhraseComposer(vocabulary.words).reading(of: text, in: range, around: around) {
      vocabulary.chosen(of: $0, in: section)
    }
    let features = reading.features
    let roles = terms.lexicon.values(.role, in: features)
    let names = features.intersection(terms.core.union(terms.funds))
    isOrdinal = roles.contains("ordinal")
    isCode = !isOrdinal && roles.contains("code") && names.isEmpty
    isName =
      !isOrdinal && !isCode && terms.aspect(of: features) == nil
      && (roles.contains("name") && (names.isEmpty || text.suffix(6).elementsEqual("名称".utf8))
        || names.isEmpty && !features.isDisjoint(with: terms.lexicon.all(.rows)))
    if isOrdinal || isCode || isName {
      naming = Self.naming(features, terms)
      return
    }
    if roles.contains("name"), !names.isEmpty {
      // «基本支出和项目», «政府采购项目»: things by several names, or a word taken for the head of a list.
      isUnknown = true
      isMeasure = true
      return
    }
    if roles.contains("remark") {
      isUnknown = true
      return
    }
    isMeasure = !text[range].allSatisfy { $0 == 0x20 }
    unit = reading.unit.flatMap(Unit.init)
    year = reading.year
    isUnknown = reading.unknown.contains { $0.contains { text[$0] >= 0x80 } }
    isSubtotal = roles.contains("subtotal")
    isPercent =
      text[range].contains(UInt8(ascii: "%")) || unit == .percent
      || terms.has(features, terms.lexicon.set(.qualifier, "rate"))
    if unit == .percent { unit = nil }
    readAspect(features, terms)
    name(reading, vocabulary, around)
    isSum = roles.contains { ["grand", "sum", "subtotal"].contains($0) }
    isTotal = found == nil && function == nil && isSum
    funding = funding(terms)
  }

  private static func naming(_ features: FeatureSet, _ terms: LexiconTerms) -> RowNaming {
    for value in terms.lexicon.values(.rows, in: features) {
      switch value {
      case "functional": return .functional
      case "economic": return .economic
      case "government_economic": return .governmentEconomic
      case "body": return .body
      case "project": return .project
      case "item": return .item
      default: break
      }
    }
    return .label
  }

  /// «当年预算» beside «上年结转»: money of this year, money carried over.
  private func funding(_ terms: LexiconTerms) -> Funding? {
    if found?.concept.id == "balance.opening" {
      // «年初结转» is a balance among flows, «上年结转» the money that a budget spends first.
      return terms.has(noun.features, terms.yearBefore) ? .carryover : nil
    }
    guard !isUnknown, found == nil, function == nil, terms.has(noun.features, terms.ownYear),
      !terms.has(noun.features, terms.core.union(terms.sides))
    else { return nil }
    return .currentYear
  }

  // MARK: Aspect

  private mutating func readAspect(_ features: FeatureSet, _ terms: LexiconTerms) {
    let told = terms.aspect(of: features)
    let isShare = terms.has(features, terms.share) || told == .sharePercent
    let isCompletion =
      terms.has(features, terms.completion)
      || terms.has(features, terms.complete) && told != nil && told != .actual
    let isChange =
      told == .change || told == .changePercent
      || terms.has(features, terms.compare.union(terms.directions))
    if told?.isPercent == true { isPercent = true }
    if isCompletion {
      aspect = .completionPercent
    } else if isShare {
      aspect = .sharePercent
    } else if isChange {
      let isAgainstBudget =
        terms.has(features, terms.initialBudget.union(terms.annualBudget)) && year == nil
        && !terms.has(features, terms.yearBefore)
      aspect =
        isPercent
        ? isAgainstBudget ? .budgetChangePercent : .changePercent
        : isAgainstBudget ? .budgetChange : .change
      year = nil
    } else {
      aspect = told
      // «本年», «上年» beside a balance is part of its name.
      if !terms.has(features, terms.balance) {
        if terms.has(features, terms.yearBefore) { relativeYear = -1 }
      }
    }
  }

  // MARK: Concept

  private mutating func name(
    _ reading: PhraseReading, _ vocabulary: LayoutVocabulary, _ around: FeatureSet
  ) {
    let terms = vocabulary.terms
    noun.features =
      terms.noun(of: reading.features).subtracting(terms.directions).subtracting(terms.compare)
      .subtracting(terms.lexicon.set(.qualifier, "rate"))
    noun.label = reading.labels.last
    fund = terms.fund(of: noun.features)
    if !reading.names.isEmpty, terms.has(noun.features, terms.other) {
      // «其他教育支出» is an item of its own and not the class that its words end with.
      isUnknown = true
      return
    }
    for case .functionClass(let name) in reading.names { function = ItemName(path: name) }
    for case .functionItem(let name) in reading.names { function = ItemName(path: name) }
    if function != nil { return }
    for case .economicItem(let name) in reading.names {
      found = vocabulary.finder.economic(named: name)
      return
    }
    let named = terms.core.union(terms.funds)
    if noun.label == nil, !terms.has(noun.features, named), reading.isWhole {
      if terms.has(noun.features, terms.income) { side = .income }
      if terms.has(noun.features, terms.expenditure) { side = .expenditure }
      let isTotal = terms.has(noun.features, terms.grand.union(terms.sum).union(terms.ownYear))
      guard terms.has(noun.features, terms.sides), isTotal else { return }
    }
    if aspect == .sharePercent, terms.has(reading.features, terms.share) { return }
    found = vocabulary.finder.cell(noun, unit: unit, around: around)
    // «修缮支出», «其中:教育收费»: more than the concept that a part of it names, or none of ours.
    if found?.isPartial == true || isUnknown { found = nil }
    if found == nil, terms.has(noun.features, terms.core) {
      if !isUnknown { unmodelled = vocabulary.finder.unmodelled(noun, around: around) }
      isUnknown = true
    }
  }

  /// This role within a wider one: what it says itself stands above what the wider one says.
  func within(_ wider: HeadRole) -> HeadRole {
    var role = self
    // «小计» under «公务用车购置及运行费» is that concept's own total.
    if found == nil, function == nil, !isUnknown {
      role.found = wider.found
      role.function = wider.function
      if wider.found != nil {
        role.isTotal = false
        role.noun = wider.noun
      } else if side == nil, !isUnknown {
        // «合计» over «预算数» and «决算数».
        role.isTotal = isTotal || wider.isTotal
      }
    }
    role.fund = FundLattice.narrowed(wider.fund, by: fund)
    role.side = side ?? wider.side
    role.aspect = aspect ?? wider.aspect
    role.year = year ?? wider.year
    role.relativeYear = relativeYear ?? wider.relativeYear
    role.unit = unit ?? wider.unit
    role.funding = funding ?? wider.funding
    role.isOutermost = !wider.isMeasure
    role.naming = naming == .label ? wider.naming : naming
    if wider.isUnknown {
      // «小计» under a head that nobody knows is the sum of nothing known.
      role.isUnknown = true
      role.isTotal = false
      role.unmodelled = unmodelled ?? (isSum ? wider.unmodelled : nil)
    }
    role.isCode = isCode || wider.isCode && !isName && found == nil
    return role
  }
}

/// Which money of a kind the figures of a column are; the raw value is what the output says.
enum Funding: String {
  /// Carried over from the year before.
  case carryover
  /// Of this year.
  case currentYear = "current_year"
}
