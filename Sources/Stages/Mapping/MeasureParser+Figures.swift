import MappingModel
import ReportModel

extension MeasureParser {
  mutating func takeFigure(_ printed: MeasureToken.Figure, at index: Int) {
    let token = tokens[index]
    var figure = printed
    if figure.unit == nil { figure.unit = unitFromBehind(figure, at: index) }
    guard let unit = figure.unit else {
      return reject(figure, asksForPercent ? .noPercentSign : .noUnit)
    }
    if subject == nil, case .direction = anchor { takeHead() }
    guard let subject else { return reject(figure, .noLabel) }
    var goesOn = false
    switch (unit, anchor) {
    case (.percent, .share) where !isSettled: return reject(figure, .ambiguous)
    case (.percent, .share) where !isMoney(subject): return reject(figure, .noLabel)
    case (.percent, .share): add(.sharePercent, figure.value, .percent, token)
    case (.percent, .aspect(let aspect)) where aspect.isPercent:
      add(aspect, figure.value, .percent, token)
    case (.percent, .direction(let direction)):
      addChange(direction, figure, .percent, token, isAmount: false)
    case (.percent, _) where isAloneInBracket(index):
      guard let lastDirection else { return reject(figure, .noLabel) }
      addChange(lastDirection, figure, .percent, token, isAmount: false)
    case (.money(let money), .label) where becomesMoney(subject):
      add(bareAspect, figure.value, money, token)
    case (.money(let money), .aspect(let aspect))
    where !aspect.isPercent && becomesMoney(subject):
      add(aspect, figure.value, money, token)
    case (.money(let money), .comparison) where becomesMoney(subject):
      addBase(figure, money, token)
      return
    case (.money(let money), .direction(let direction)) where becomesMoney(subject):
      addChange(direction, figure, money, token, isAmount: true)
    case (.count(let word), .label), (.count(let word), .aspect(.actual)):
      guard let unit = takeCountUnit(word) else { return reject(figure, .unitMismatch) }
      add(.actual, figure.value, unit, token)
      goesOn = true
    case (.count(let word), .direction(let direction)):
      guard let unit = takeCountUnit(word) else { return reject(figure, .unitMismatch) }
      addChange(direction, figure, unit, token, isAmount: true)
    default: return reject(figure, .noLabel)
    }
    // A second figure behind a count is counted in another unit: «5批次31人次».
    anchor = goesOn && hasAlternatives ? .label : .none
  }

  /// «占收入的95.5。», «增加12.3万元,增长4.1。»: only a rate can stand there.
  private var asksForPercent: Bool {
    switch anchor {
    case .share: return true
    case .aspect(let aspect): return aspect.isPercent
    case .direction:
      guard let last = reading.measures.last, last.subject == subject else { return false }
      return last.aspect == .change || last.aspect == .budgetChange
    case .none, .label, .comparison: return false
    }
  }

  private var hasAlternatives: Bool {
    guard case .label(let index) = subject else { return false }
    return !vocabulary.labels[index].alternatives.isEmpty
  }

  /// A bare amount tells what the whole's told within its parts, else what the section's do.
  private var bareAspect: Aspect {
    whole != nil ? wholeAspect ?? context.bareAspect : context.bareAspect
  }

  /// «较上年581.97减少173.41万元»: the unit that both have; «支出为零».
  private func unitFromBehind(_ figure: MeasureToken.Figure, at index: Int) -> PrintedUnit? {
    if figure.isChinese, figure.value.unscaled == 0 {
      guard followsMark(index) else { return nil }
      switch anchor {
      case .label, .aspect: return subject.map(isMoney) ?? false ? .money(.tenThousandYuan) : nil
      default: return nil
      }
    }
    guard case .comparison = anchor, index + 2 < tokens.count,
      case .direction = tokens[index + 1].kind, case .figure(let change) = tokens[index + 2].kind,
      case .money? = change.unit
    else { return nil }
    return change.unit
  }

  /// A paragraph that begins with a comparison speaks of the section's first amount.
  private mutating func takeHead() {
    guard !clauseIsForeign, base != nil, reading.measures.isEmpty, reading.unmapped.isEmpty,
      let head = context.previousItem ?? (context.headIsAlone ? context.head : nil)
    else { return }
    subject = head
    label = tokens[0].range.lowerBound..<tokens[0].range.lowerBound
  }

  private mutating func noteHead(_ subject: Measure.Subject) {
    guard isMoney(subject), brackets.isEmpty else { return }
    if context.head == nil {
      context.head = subject
    } else if context.head != subject {
      context.headIsAlone = false
    }
  }

  /// «减少5万元(3.2%)»: a percentage that a bracket holds alone.
  private func isAloneInBracket(_ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count, case .openBracket = tokens[index - 1].kind,
      case .closeBracket = tokens[index + 1].kind
    else { return false }
    return true
  }

  // MARK: Lists

  /// «收、支总计各是A,B万元», «A和B分别为x万元和y万元»: as many figures as subjects, in order. A list
  /// that does not come out even is left unmapped, every figure of it.
  mutating func takeList(at index: Int) -> Bool {
    guard distributes, let subject else { return false }
    let list = FigureList(at: index, in: tokens)
    guard list.figures.count > 1 else { return false }
    next = list.end
    var subjects = coordinated
    if case .label(let label) = subject, vocabulary.labels[label].pair.count == list.figures.count {
      subjects = vocabulary.labels[label].pair.map { .label($0) }
    }
    let anchorOfAll = anchor
    distributes = false
    for (position, entry) in list.figures.enumerated() {
      guard subjects.count == list.figures.count else {
        reject(entry.figure, .unevenList)
        continue
      }
      self.subject = subjects[position]
      anchor = anchorOfAll
      takeFigure(entry.figure, at: entry.index)
    }
    self.subject = subject
    return true
  }

  /// «下设10个科室»: the count stands before what is counted.
  mutating func takeCountBeforeLabel(_ figure: MeasureToken.Figure, at index: Int) -> Bool {
    guard case .none = anchor, case .count(let word)? = figure.unit, index + 1 < tokens.count,
      case .label(let label) = tokens[index + 1].kind,
      let unit = vocabulary.labels[label].concept.unit, MeasureWords.counts(unit, in: word),
      followsMark(index + 1) || unit == .project || unit == .division,
      context.counted.insert(vocabulary.labels[label].concept.id).inserted
    else { return false }
    subject = .label(label)
    self.label = tokens[index + 1].range
    add(.actual, figure.value, unit, tokens[index])
    return true
  }

  // MARK: Measures

  private mutating func addChange(
    _ direction: Direction, _ figure: MeasureToken.Figure, _ unit: Unit, _ token: MeasureToken,
    isAmount: Bool
  ) {
    guard !clauseIsForeign, !itemIsForeign else { return reject(figure, .foreignClause) }
    guard isSettled || isAmount else { return reject(figure, .ambiguous) }
    let aspect: Aspect
    switch base {
    case nil where provesBudgetChange(direction, figure.value):
      aspect = isAmount ? .budgetChange : .budgetChangePercent
    case nil where hasBudgetBefore: return reject(figure, .ambiguousBase)
    case .priorYear, nil: aspect = isAmount ? .change : .changePercent
    case .initialBudget, .annualBudget: aspect = isAmount ? .budgetChange : .budgetChangePercent
    case .otherYear: return reject(figure, .otherYear)
    }
    let value: Amount
    switch direction {
    case .up: value = figure.value
    case .down: value = figure.value.isNegative ? figure.value : figure.value.negated
    case .level: return reject(figure, .noLabel)
    }
    lastDirection = direction
    guard settleOwner(value, isAmount: isAmount, unit, token) else {
      return reject(figure, .ambiguousOwner)
    }
    if distributes { shareAmongTotals() }
    let owner = self.subject
    for other in sharing where other != owner {
      self.subject = other
      add(aspect, value, unit, token)
    }
    self.subject = owner
    add(aspect, value, unit, token)
  }

  /// «收入总计A万元,支出总计B万元,与上年相比,各增加C万元,增长D%»: the change is told of each total of the sentence.
  private mutating func shareAmongTotals() {
    guard case .label(let index) = subject, sharing.isEmpty else { return }
    let label = vocabulary.labels[index]
    if !label.pair.isEmpty {
      // One label for both: both were given a figure of their own just before.
      let own = label.pair.map { vocabulary.labels[$0].concept.id }
      let told = Set(
        reading.measures.compactMap { measure -> String? in
          guard case .label(let index) = measure.subject, measure.aspect == .actual else {
            return nil
          }
          return vocabulary.labels[index].concept.id
        })
      if own.allSatisfy(told.contains) {
        sharing = label.pair.map { .label($0) }
        subject = sharing.last
      }
      return
    }
    let levels = reading.measures.suffix(2)
    guard levels.count == 2, levels.allSatisfy({ $0.aspect == .actual }) else { return }
    let names = levels.map { concept($0.subject) }
    if names == ["income.total", "expenditure.total"] { sharing = levels.map(\.subject) }
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

  // MARK: Owners

  /// Whether it is clear whose change follows a list of parts: «X 100万元,其中:A 40万元,B 60万元,同比增加
  /// 10万元,增长11.1%» may speak of B or of X. Where amount and percentage fit only one of the two,
  /// that one becomes the subject; where they fit both or none, nobody is.
  private mutating func settleOwner(
    _ value: Amount, isAmount: Bool, _ unit: Unit, _ token: MeasureToken
  ) -> Bool {
    guard let whole, brackets.isEmpty, let part = subject, part != whole.subject,
      let wholeSubject = whole.subject
    else { return true }
    let parts = reading.measures[min(partsStart, reading.measures.count)...]
    let levels = parts.filter { $0.aspect == .actual || $0.aspect == .initialBudget }
    guard Set(levels.map { "\($0.subject)" }).count >= 2,
      !parts.contains(where: { $0.aspect.isChange }),
      !listIsSplit
    else { return true }
    guard isAmount, let percent = percentBehind(token) else { return false }
    let levelOfWhole = reading.measures.last {
      $0.subject == wholeSubject && !$0.aspect.isPercent && !$0.aspect.isChange
    }
    let levelOfPart = levels.last { $0.subject == part }
    let fitsWhole =
      levelOfWhole.map { ChangeProof.fits($0.value, change: value, percent: percent) } ?? false
    let fitsPart =
      levelOfPart.map { ChangeProof.fits($0.value, change: value, percent: percent) } ?? false
    guard fitsWhole != fitsPart else { return false }
    if fitsWhole {
      subject = wholeSubject
      label = whole.label
      self.whole = nil
    }
    return true
  }

  /// The percentage that the next clause gives for the same change.
  private func percentBehind(_ token: MeasureToken) -> Amount? {
    guard let index = tokens.firstIndex(where: { $0.range.lowerBound >= token.range.upperBound })
    else { return nil }
    for next in tokens[index..<min(tokens.count, index + 4)] {
      switch next.kind {
      case .figure(let figure): return figure.unit == .percent ? figure.value : nil
      case .comma, .direction, .filler, .openBracket: continue
      default: return nil
      }
    }
    return nil
  }

  /// «比上年累计支出866万元减少4万元»: the amount that the comparison is made with.
  private mutating func addBase(
    _ figure: MeasureToken.Figure, _ unit: Unit, _ token: MeasureToken
  ) {
    guard !clauseIsForeign, !itemIsForeign else { return reject(figure, .foreignClause) }
    switch base {
    case .priorYear: add(.priorYear, figure.value, unit, token)
    case .initialBudget: add(.initialBudget, figure.value, unit, token)
    case .annualBudget: add(.annualBudget, figure.value, unit, token)
    case .otherYear, nil: return reject(figure, .otherYear)
    }
    anchor = .none
  }

  private mutating func add(
    _ aspect: Aspect, _ value: Amount, _ unit: Unit, _ token: MeasureToken
  ) {
    guard let subject else { return }
    isSettled = true
    let isPrior = aspect == .actual && year != nil && year.map { $0 + 1 } == context.fiscalYear
    reading.measures.append(
      Measure(
        subject: subject, label: label, aspect: isPrior ? .priorYear : aspect, value: value,
        unit: unit, range: token.range, year: isPrior ? nil : year, entity: context.entity))
    switch aspect {
    case .actual, .initialBudget, .annualBudget:
      reasonOwner = aspect == .actual ? reading.measures.count - 1 : reasonOwner
      if whole == nil {
        wholeAspect = aspect
        noteHead(subject)
      }
    default: break
    }
  }

  mutating func reject(_ figure: MeasureToken.Figure, _ reason: UnmappedReason) {
    if !figure.isChinese { reading.unmapped.append((figure.digits, reason)) }
    anchor = .none
  }

  // MARK: Units

  private func isMoney(_ subject: Measure.Subject) -> Bool {
    switch subject {
    case .label(let index): vocabulary.labels[index].concept.kind == .money
    case .function: true
    }
  }

  /// Whether the subject, or another reading of its label, is an amount; the subject becomes it.
  private mutating func becomesMoney(_ subject: Measure.Subject) -> Bool {
    if isMoney(subject) { return true }
    guard case .label(let index) = subject,
      let money = vocabulary.labels[index].alternatives.first(where: {
        vocabulary.labels[$0].concept.kind == .money && vocabulary.labels[$0].after == nil
      })
    else { return false }
    self.subject = .label(money)
    return true
  }

  /// The unit of a count if the subject, or another reading of its label, is counted in the word;
  /// the subject becomes that reading.
  private mutating func takeCountUnit(_ word: String) -> Unit? {
    guard case .label(let index) = subject else { return nil }
    let readings = ([index] + vocabulary.labels[index].alternatives).filter {
      vocabulary.labels[$0].concept.unit.map { MeasureWords.counts($0, in: word) } ?? false
    }
    // «批次» is what receptions are counted in; «个» may be: the closer measure word wins.
    let best = readings.first {
      vocabulary.labels[$0].concept.unit.map { MeasureWords.isOwn(word, of: $0) } ?? false
    }
    guard let chosen = best ?? readings.first, let unit = vocabulary.labels[chosen].concept.unit
    else { return nil }
    subject = .label(chosen)
    return unit
  }
}
