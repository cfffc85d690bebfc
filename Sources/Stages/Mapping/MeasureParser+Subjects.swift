import MappingModel
import PhraseModel
import ReportModel

extension MeasureParser {
  /// What stands around a noun: the headings, the whole whose part it may be, the subject before it.
  var surroundings: FeatureSet {
    var around = context.around
    if context.entity != nil { around = around.union(terms.wholeBody) }
    around = around.union(purchase)
    for subject in [whole?.going?.subject, going?.subject] {
      if case .noun(let noun)? = subject {
        around = around.union(terms.lexicon.surroundings(of: noun.features))
      }
    }
    return around
  }

  /// A noun; one that only names whose money it is says so of the whole, or of the income it is a source of.
  mutating func takeNoun(_ noun: Noun, at index: Int, negated: Int?) {
    if project != nil, let label = noun.label, takeProjectLabel(label) { return }
    let sides = terms.sides.union(terms.balance)
    guard noun.label == nil, !terms.has(noun.features, terms.core),
      !terms.has(noun.features, sides), !followsUnknown, let before = whole?.going ?? going,
      finder.money(noun, around: surroundings) == nil
    else {
      let subject = isAppropriation(noun, at: index) ? spending(noun) : noun
      return takeSubject(.noun(subject), at: index, negated: negated)
    }
    guard let side = sideFeatures(of: before) else {
      // «公务接待费财政拨款决算数»: whose money it is changes nothing of what it is.
      return
    }
    // «其中:一般公共预算5万元» behind an income or an expenditure.
    takeSubject(
      .noun(Noun(features: noun.features.union(side))), at: index, negated: negated)
  }

  /// «一般公共预算当年拨款»: what is paid out of a fund in the year, where the phrase says no more.
  private func isAppropriation(_ noun: Noun, at index: Int) -> Bool {
    noun.label == nil && terms.fund(of: noun.features) != nil
      && !terms.has(noun.features, terms.core.union(terms.sides))
      && Self.appropriations.contains {
        text[tokens[index].range].suffix($0.count).elementsEqual($0)
      }
  }

  private static let appropriations = ["当年拨款", "当年财政拨款"].map { Array($0.utf8) }

  private func spending(_ noun: Noun) -> Noun {
    Noun(features: noun.features.union(terms.expenditure))
  }

  /// «全年预算数» where the layout gives it a label: the project's.
  private mutating func takeProjectLabel(_ label: Int) -> Bool {
    let id = vocabulary.labels[label].concept.id
    guard id == "performance.projects_budget" || id == "performance.projects_executed" else {
      return false
    }
    takeProjectAmount(id == "performance.projects_budget" ? .annualBudget : .actual)
    return true
  }

  /// What a fund named alone goes on with: the side of the subject, and its point of time.
  private func sideFeatures(of going: GoingSubject) -> FeatureSet? {
    switch going.subject {
    case .noun(let noun):
      let sides = terms.sides.union(terms.balance)
      guard terms.has(noun.features, sides),
        !terms.has(noun.features, terms.core.subtracting(terms.balance))
      else { return nil }
      var side = noun.features.intersection(sides)
      if terms.has(noun.features, terms.balance) {
        side = side.union(noun.features.intersection(terms.times.union(terms.years)))
      }
      return side
    case .fixed(let found):
      if found.concept.id.hasPrefix("income.") { return terms.income }
      return found.concept.id.hasPrefix("expenditure.") ? terms.expenditure : nil
    case .function, .economic: return nil
    }
  }

  /// «支出», «收入决算» and nothing else: the subject before it goes on where it stands on that side, else
  /// the side's own total is named.
  mutating func takeSide(_ noun: Noun, at index: Int) {
    guard !isShare else { return }
    if endsParts(noun, at: index) {
      going = whole?.going
      whole = nil
      anchor = .none
      return
    }
    if goesOn(with: noun) {
      if followsUnknown { return endSubject() }
      return
    }
    // «某活动减少,支出减少»: the spending of something that nobody knows.
    if itemIsForeign, !terms.has(noun.features, totals) { return endSubject() }
    takeSubject(.noun(noun), at: index, negated: nil)
  }

  /// «…,其他收入5万元;收入比上年增加2万元»: a side that is compared at once, behind the list of its parts, is the
  /// whole's.
  private func endsParts(_ side: Noun, at index: Int) -> Bool {
    guard atClauseStart, index > 0, index + 1 < tokens.count, let whole = whole?.going,
      case .semicolon = tokens[index - 1].kind, tokens[index + 1].isComparison,
      case .noun(let noun) = whole.subject
    else { return false }
    return terms.has(noun.features, side.features.intersection(terms.bothSides))
  }

  private var totals: FeatureSet { terms.grand.union(terms.sum).union(terms.ownYear) }

  /// The subject's own side, without a word that makes it a total of its own.
  private func goesOn(with side: Noun) -> Bool {
    guard let going else { return false }
    let isIncome = terms.has(side.features, terms.income)
    switch going.subject {
    case .function, .economic: return !isIncome
    case .fixed(let found): return found.concept.id.hasPrefix(isIncome ? "income" : "expenditure")
    case .noun(let noun):
      let id = going.settled?.concept.id ?? finder.money(noun, around: going.around)?.concept.id
      guard let id else { return false }
      if id.hasPrefix("income_expenditure") { return false }
      let isTotal = terms.has(side.features, totals)
      if id.hasPrefix("income") || id.hasPrefix("balance") || id.hasPrefix("gov") {
        return isIncome && id.hasPrefix("income") && !isTotal
      }
      return !isIncome && !(isTotal && id.hasPrefix("expenditure"))
    }
  }

  private mutating func endSubject() {
    going = nil
    anchor = .none
  }

  mutating func takeSubject(_ new: Measure.Subject, at index: Int, negated: Int?) {
    guard !isShare else { return }
    guard !followsUnknown else {
      // «某某项目支出» is not 项目支出: the label's own beginning is not known.
      if case .noun(let noun) = new { _ = asNarrowAsBefore(noun) }
      return endSubject()
    }
    if index > 0, !coordinated.isEmpty, tokens[index - 1].isSubject { coordinated.removeLast() }
    var new = new
    if case .noun(let noun) = new { new = .noun(asNarrowAsBefore(noun)) }
    let subject = GoingSubject(
      subject: new, label: tokens[index].range, around: surroundings, handedFund: handedFund)
    going = subject
    if case .noun(let noun) = new, terms.has(noun.features, terms.purchase),
      terms.has(context.around, terms.assets)
    {
      purchase = terms.purchasing
    }
    itemHasLabel = true
    itemIsForeign = false
    isUntold = true
    coordinated.append(subject)
    anchor = .label
    clauseIsForeign = false
    if let negated, let end = nothingEnd(after: index) {
      addNothing(in: negated..<end)
      anchor = .none
    }
  }

  /// «在面向中小企业的采购中,由某类供应商成交的,采购金额»: a noun that names again, in fewer words, what the item
  /// named before and no concept holds, speaks of that and not of the whole.
  private mutating func asNarrowAsBefore(_ noun: Noun) -> Noun {
    guard noun.label == nil else { return noun }
    let core = noun.features.intersection(terms.core)
    if !core.isEmpty, !terms.has(noun.features, terms.grand.union(terms.sum)),
      let before = narrowNouns.first(where: {
        core.isSubset(of: $0.features) && core != $0.features.intersection(terms.core)
      })
    {
      return Noun(features: before.features.union(noun.features))
    }
    if narrowNouns.count < Self.mostNarrowNouns, isNarrow(noun) { narrowNouns.append(noun) }
    return noun
  }

  /// More than any item names; a hostile text may name any number.
  private static let mostNarrowNouns = 8

  /// Means something narrower than the concept that it names.
  private func isNarrow(_ noun: Noun) -> Bool {
    let around = surroundings
    guard let money = finder.money(noun, around: around), money.isPartial else { return false }
    return !finder.isCounted(noun, around: around)
  }

  /// The fund that the whole hands to its parts.
  private var handedFund: String? {
    guard let whole = whole?.going else { return nil }
    return fund(of: whole)
  }

  /// The fund of a subject: its own, else that of its whole.
  func fund(of going: GoingSubject) -> String? {
    guard case .noun(let noun) = going.subject, let own = terms.fund(of: noun.features) else {
      return going.handedFund
    }
    return FundLattice.narrowed(going.handedFund, by: own)
  }

  // MARK: Concepts

  /// The concept of the subject beside a figure in a unit; nil where it names none.
  func found(for unit: PrintedUnit) -> FoundConcept? {
    guard let going else { return nil }
    switch unit {
    case .money: return money(going)
    case .count(let word):
      switch going.subject {
      case .noun(let noun): return finder.count(noun, word: word, around: going.around)
      case .fixed(let found): return found.countUnit == nil ? nil : found
      case .function, .economic: return nil
      }
    case .percent: return going.settled ?? money(going)
    }
  }

  private func money(_ going: GoingSubject) -> FoundConcept? {
    switch going.subject {
    case .noun(let noun): return finder.money(noun, around: going.around)
    case .fixed(let found): return found.concept.kind == .money ? found : nil
    case .function: return concepts["expenditure.function"].map { Self.found($0) }
    case .economic(let name):
      return concepts["expenditure.economic"].map {
        FoundConcept(concept: $0, dimensions: ["economic": name])
      }
    }
  }

  static func found(_ concept: Concept) -> FoundConcept {
    FoundConcept(concept: concept, dimensions: [:], countUnit: concept.unit)
  }

  /// A percentage behind a noun that may be counted or paid for, before any figure has told which.
  var isAmbiguous: Bool {
    guard let going, going.settled == nil, case .noun(let noun) = going.subject,
      noun.label == nil, !terms.has(noun.features, terms.money.union(terms.expenditure)),
      let money = finder.money(noun, around: going.around), !money.isPartial
    else { return false }
    return finder.isCounted(noun, around: going.around)
  }

  // MARK: Told zeros

  /// «无下属预算单位,», «无国(境)外公务接待情况。»: the end of a told nothing, where only words that
  /// change nothing stand before the next mark.
  private func nothingEnd(after index: Int) -> Int? {
    var end = index
    // «无因公出国(境)团组及人次»: nothing of both.
    while end + 1 < tokens.count,
      tokens[end + 1].isFiller || tokens[end].isAnd && tokens[end + 1].isSubject
    {
      end += 1
    }
    return followsMark(end) ? tokens[end].range.upperBound : nil
  }

  mutating func addNothing(in range: Range<Int>) {
    anchor = .none
    guard let going, case .noun(let noun) = going.subject else { return }
    guard let found = finder.zero(noun, around: going.around), !found.isPartial else { return }
    // «无相关收支项目» under a table: no report has neither income nor expenditure at all.
    let isOfAll = fund(of: going) == nil && context.fund == nil
    if isOfAll, !terms.has(noun.features, terms.core.subtracting(terms.bothSides)) { return }
    reading.measures.append(
      Measure(
        subject: going.subject, found: found, fund: fund(of: going), label: going.label,
        aspect: aspectOfCounts(found), value: Amount(unscaled: 0, scale: 0),
        unit: found.countUnit ?? .tenThousandYuan, range: range, year: year,
        entity: context.entity))
  }

  /// What is bought, who travels and who is received is planned in a budget; what there is, is.
  func aspectOfCounts(_ found: FoundConcept) -> Aspect {
    let id = found.concept.id
    let isFlow =
      found.countUnit == nil || id == "vehicles.purchased"
      || id.hasPrefix("abroad.") || id.hasPrefix("reception.")
    return isFlow ? bareAspect : .actual
  }

  func followsMark(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return true }
    switch tokens[index + 1].kind {
    case .comma, .enumerationComma, .semicolon, .stop, .closeBracket: return true
    default: return false
    }
  }
}

extension MeasureToken {
  var isSubject: Bool {
    switch kind {
    case .noun, .side, .function, .economic: true
    default: false
    }
  }

  fileprivate var isComparison: Bool {
    switch kind {
    case .comparison, .datedComparison: true
    default: false
    }
  }

  fileprivate var isAnd: Bool {
    if case .and = kind { true } else { false }
  }

  fileprivate var isFiller: Bool {
    switch kind {
    case .filler, .and: true
    default: false
    }
  }
}
