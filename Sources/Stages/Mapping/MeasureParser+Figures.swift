import MappingModel
import PhraseModel
import ReportModel

extension MeasureParser {
  mutating func takeFigure(_ printed: MeasureToken.Figure, at index: Int) {
    let token = tokens[index]
    guard !printed.isIllegible else { return reject(printed, .illegible) }
    var figure = printed
    if figure.unit == nil { figure.unit = unitFromBehind(figure, at: index) }
    guard let unit = figure.unit else {
      return reject(figure, asksForPercent && followsMark(index) ? .noPercentSign : .noUnit)
    }
    if going == nil { takeHead() }
    guard going != nil, !partsAreUnknown else {
      if case .money = unit { lastIsUnknown = !partsAreUnknown }
      return reject(figure, .noLabel)
    }
    if case .openDirection = anchor, unit == .percent, let told = directionOfAmount {
      // «减少5万元,下降(增长)3%»: the choice that the template left open is made.
      anchor = .direction(told)
    }
    if case .openDirection = anchor {
      return doubt(figure, token, .openAspect, [unit == .percent ? .changePercent : .change])
    }
    guard !figure.isInexact else { return doubt(figure, token, .inexact) }
    guard let found = found(for: unit) else {
      return reject(figure, isCount(unit) ? .unitMismatch : .noLabel)
    }
    guard !found.isPartial else { return doubt(figure, token, .unknownWords) }
    // «对3个项目开展自评,涉及一般公共预算支出5万元»: how much of the body's expenditure was looked at, as a
    // budget or as executed.
    if terms.has(context.around, terms.performance), found.concept.id.hasPrefix("expenditure.") {
      return doubt(figure, token, .openConcept)
    }
    var goesOn = false
    switch (unit, anchor) {
    case (.percent, .share) where isAmbiguous: return doubt(figure, token, .openConcept)
    case (.percent, .share) where found.countUnit != nil: return reject(figure, .noLabel)
    case (.percent, .share): add(.sharePercent, figure.value, .percent, token, found)
    case (.percent, .aspect(let aspect)) where aspect.isPercent:
      add(aspect, figure.value, .percent, token, found)
    case (.percent, .direction(let direction)):
      addChange(direction, figure, .percent, token, isAmount: false)
    case (.percent, _) where isAloneInBracket(index):
      guard let lastDirection else { return reject(figure, .noLabel) }
      addChange(lastDirection, figure, .percent, token, isAmount: false)
    // A dash before an amount may be a mark: no level is negative.
    case (.money, .label) where figure.value.isNegative,
      (.money, .aspect) where figure.value.isNegative:
      return doubt(figure, token, .openAspect)
    case (.money(let money), .label):
      add(bareAspect, figure.value, money, token, found, isBare: true)
    case (.money(let money), .aspect(let aspect)) where !aspect.isPercent:
      add(aspect, figure.value, money, token, found)
    case (.money(let money), .comparison):
      addBase(figure, money, token, found)
      return
    case (.money(let money), .direction(let direction)):
      addChange(direction, figure, money, token, isAmount: true)
    case (.count, .label), (.count, .aspect(.actual)):
      guard let counted = found.countUnit else { return reject(figure, .unitMismatch) }
      add(aspectOfCounts(found), figure.value, counted, token, found)
      goesOn = true
    case (.count, .direction(let direction)):
      guard let counted = found.countUnit else { return reject(figure, .unitMismatch) }
      addChange(direction, figure, counted, token, isAmount: true)
    default:
      // «某某支出5万元,比上年减少1万元»: the change is that of the unknown, too.
      if unit != .percent, clauseIsForeign { itemIsForeign = true }
      if case .money = unit { lastIsUnknown = clauseIsForeign }
      return reject(figure, .noLabel)
    }
    // A second figure behind a count is counted in another unit: «5批次31人次».
    anchor = goesOn ? .label : .none
  }

  /// Which way the amount of change went that the subject was given just before.
  private var directionOfAmount: Direction? {
    guard let last = reading.measures.last, last.subject == subject,
      last.aspect == .change || last.aspect == .budgetChange
    else { return nil }
    return lastDirection
  }

  private func isCount(_ unit: PrintedUnit) -> Bool {
    if case .count = unit { true } else { false }
  }

  /// «占收入的95.5。», «增加12.3万元,增长4.1。»: only a rate can stand there.
  private var asksForPercent: Bool {
    switch anchor {
    case .share: return true
    case .aspect(let aspect): return aspect.isPercent
    case .direction:
      guard let last = reading.measures.last, last.subject == subject else { return false }
      return last.aspect == .change || last.aspect == .budgetChange
    case .none, .label, .comparison, .openDirection: return false
    }
  }

  /// A bare amount tells what the whole's told within its parts, else what the section's do.
  var bareAspect: Aspect {
    whole != nil ? wholeAspect ?? context.bareAspect : context.bareAspect
  }

  /// «较上年581.97减少173.41万元»: the unit that both have; «支出为零».
  private func unitFromBehind(_ figure: MeasureToken.Figure, at index: Int) -> PrintedUnit? {
    if figure.isChinese, figure.value.unscaled == 0 {
      guard followsMark(index) else { return nil }
      switch anchor {
      case .label, .aspect:
        return found(for: .money(.tenThousandYuan)).map { _ in .money(.tenThousandYuan) }
      default: return nil
      }
    }
    guard case .comparison = anchor, index + 2 < tokens.count,
      case .direction = tokens[index + 1].kind, case .figure(let change) = tokens[index + 2].kind,
      case .money? = change.unit
    else { return nil }
    return change.unit
  }

  /// A paragraph that begins with a comparison speaks of the section's first amount; one that begins with an
  /// aspect, of what its heading names.
  private mutating func takeHead() {
    guard !clauseIsForeign, reading.measures.isEmpty, reading.unmapped.isEmpty,
      reading.doubtful.isEmpty
    else { return }
    switch anchor {
    case .direction:
      guard base != nil,
        let head = context.previousItem ?? (context.headIsAlone ? context.head : nil)
      else { return }
      going = head
    case .aspect:
      guard let noun = context.heading else { return }
      going = GoingSubject(subject: .noun(noun), label: 0..<0, around: context.around)
    default: return
    }
    going?.label = tokens[0].range.lowerBound..<tokens[0].range.lowerBound
  }

  private mutating func noteHead() {
    guard let going, going.settled?.countUnit == nil, brackets.isEmpty else { return }
    if let head = context.head {
      if head.subject != going.subject { context.headIsAlone = false }
    } else {
      context.head = going
    }
  }

  /// «减少5万元(3.2%)»: a percentage that a bracket holds alone.
  private func isAloneInBracket(_ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count, case .openBracket = tokens[index - 1].kind,
      case .closeBracket = tokens[index + 1].kind
    else { return false }
    return true
  }

  // MARK: Measures

  private mutating func addChange(
    _ direction: Direction, _ figure: MeasureToken.Figure, _ unit: Unit, _ token: MeasureToken,
    isAmount: Bool
  ) {
    guard !clauseIsForeign, !itemIsForeign else { return doubt(figure, token, .unknownWords) }
    guard isAmount || !isAmbiguous else { return doubt(figure, token, .openConcept) }
    let aspect: Aspect
    switch base {
    case nil where provesBudgetChange(direction, figure.value):
      aspect = isAmount ? .budgetChange : .budgetChangePercent
    case nil where hasBudgetBefore:
      return doubt(
        figure, token, .openAspect,
        isAmount ? [.change, .budgetChange] : [.changePercent, .budgetChangePercent])
    case .priorYear, nil: aspect = isAmount ? .change : .changePercent
    case .initialBudget, .annualBudget: aspect = isAmount ? .budgetChange : .budgetChangePercent
    case .otherYear: return doubt(figure, token, .openYear)
    }
    let value: Amount
    switch direction {
    case .up: value = figure.value
    case .down: value = figure.value.isNegative ? figure.value : figure.value.negated
    case .level: return reject(figure, .noLabel)
    }
    lastDirection = direction
    if isAmount, base == .priorYear, provesYearChange(value) { year = nil }
    guard settleOwner(value, isAmount: isAmount, unit, token) else {
      return doubt(figure, token, .openOwner, [aspect])
    }
    if distributes { shareAmongTotals() }
    let owner = going
    for other in sharing where other != owner?.subject {
      going?.subject = other
      if case .fixed(let own) = other { add(aspect, value, unit, token, own) }
    }
    going = owner
    // The change may have turned out to be the whole's, and is counted as it is printed.
    guard let printed = figure.unit, let found = found(for: printed) else { return }
    add(aspect, value, unit, token, found)
  }

  /// «收入总计A万元,支出总计B万元,与上年相比,各增加C万元,增长D%»: the change is told of each total of the sentence.
  private mutating func shareAmongTotals() {
    guard let going, sharing.isEmpty else { return }
    let levels = reading.measures.filter { $0.aspect == .actual || $0.aspect == context.bareAspect }
      .suffix(2).map(\.found)
    // One label for both: both were given a figure of their own just before, or in a paragraph above.
    let isPair = pair(of: going).map { $0.count == 2 } ?? false
    let told: [FoundConcept]
    if terms.lexicon.pairs.values.contains(levels.map(\.concept.id)),
      isPair || reading.measures.suffix(2).allSatisfy({ !$0.aspect.isChange })
    {
      told = levels
    } else if isPair, reading.measures.isEmpty, let pair = context.toldPair {
      told = pair
    } else {
      return
    }
    sharing = told.map { .fixed($0) }
    self.going?.subject = sharing[1]
    self.going?.settled = told[1]
  }

  /// The sentence has given the subject's budget: without a word of comparison it is not clear what
  /// the change is against.
  private var hasBudgetBefore: Bool {
    reading.measures.suffix(4).contains { $0.subject == subject && $0.aspect == .initialBudget }
  }

  /// «预算数A万元,调整数B万元,决算数C万元,增加D万元» with C − A = D.
  private func provesBudgetChange(_ direction: Direction, _ value: Amount) -> Bool {
    let own = reading.measures.suffix(4).filter { $0.subject == subject }
    guard let budget = own.last(where: { $0.aspect == .initialBudget })?.value,
      let final = own.last(where: { $0.aspect == .actual })?.value
    else { return false }
    let signed = direction == .down ? value.negated : value
    return ChangeProof.isDifference(signed, of: final, and: budget)
  }

  /// «2024年A万元,2023年B万元,比上年增加C万元» with A − B = C: what changed is the report's year, though the sentence
  /// named another one last.
  private func provesYearChange(_ value: Amount) -> Bool {
    guard year.map({ $0 + 1 == context.fiscalYear }) ?? false else { return false }
    let own = reading.measures.suffix(Self.reach).filter { $0.subject == subject }
    guard let level = own.last(where: { $0.aspect == context.bareAspect && $0.year == nil })?.value,
      let prior = own.last(where: { $0.aspect == .priorYear })?.value
    else { return false }
    return ChangeProof.isDifference(value, of: level, and: prior)
  }

  /// How many measures back the levels of a change are looked for.
  private static let reach = 16

  /// «比上年累计支出866万元减少4万元»: the amount that the comparison is made with.
  private mutating func addBase(
    _ figure: MeasureToken.Figure, _ unit: Unit, _ token: MeasureToken, _ found: FoundConcept
  ) {
    guard !clauseIsForeign, !itemIsForeign else { return doubt(figure, token, .unknownWords) }
    switch base {
    case .priorYear: add(.priorYear, figure.value, unit, token, found)
    case .initialBudget: add(.initialBudget, figure.value, unit, token, found)
    case .annualBudget: add(.annualBudget, figure.value, unit, token, found)
    case .otherYear, nil: return doubt(figure, token, .openYear)
    }
    anchor = .none
  }

  mutating func add(
    _ aspect: Aspect, _ value: Amount, _ unit: Unit, _ token: MeasureToken, _ found: FoundConcept,
    isBare: Bool = false
  ) {
    guard let going else { return }
    lastIsUnknown = false
    self.going?.settled = found
    let isPrior = aspect == .actual && year != nil && year.map { $0 + 1 } == context.fiscalYear
    reading.measures.append(
      Measure(
        subject: going.subject, found: found, fund: fund(of: going), label: going.label,
        aspect: isPrior ? .priorYear : aspect, value: value, unit: unit, range: token.range,
        year: isPrior ? nil : year, entity: context.entity,
        hasBareAspect: isBare && !context.aspectIsSaid))
    switch aspect {
    case .actual, .initialBudget, .annualBudget:
      reasonOwner = aspect == .actual ? reading.measures.count - 1 : reasonOwner
      if whole == nil {
        // Parts of what was told both ways are told as bare amounts are.
        wholeAspect = wholeAspect.map { $0 == aspect ? aspect : context.bareAspect } ?? aspect
        noteHead()
      }
    default: break
    }
  }

  mutating func reject(_ figure: MeasureToken.Figure, _ reason: UnmappedReason) {
    if !figure.isChinese { reading.unmapped.append((figure.digits, reason)) }
    anchor = .none
  }

  /// Tells a figure as doubtful: what it may be, as far as that is known.
  private mutating func doubt(
    _ figure: MeasureToken.Figure, _ token: MeasureToken, _ reason: DoubtReason,
    _ aspects: [Aspect] = []
  ) {
    anchor = .none
    guard !figure.isChinese else { return }
    let found = figure.unit.flatMap { self.found(for: $0) }
    let concept = reason == .openConcept ? nil : found?.concept.id
    var dimensions = found?.dimensions ?? [:]
    if let going, let fund = fund(of: going) { dimensions["fund"] = fund }
    let readings =
      concept == nil && aspects.isEmpty
      ? []
      : (aspects.isEmpty ? [nil] : aspects.map(Optional.some)).map {
        DoubtfulReading(concept: concept, aspect: $0, dimensions: dimensions)
      }
    reading.doubtful.append(
      Doubt(
        reason: reason, value: figure.value, unit: Self.unit(of: figure, found),
        range: token.range, label: going?.label ?? 0..<0, readings: readings))
  }

  private static func unit(of figure: MeasureToken.Figure, _ found: FoundConcept?) -> Unit? {
    switch figure.unit {
    case .money(let unit): unit
    case .percent: .percent
    case .count: found?.countUnit
    case nil: nil
    }
  }
}
