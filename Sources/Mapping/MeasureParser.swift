import ReportModel

/// Reads the measures of a paragraph: which figure belongs to which label, on which side of it.
///
/// A figure binds to what stands directly before it (a label, an aspect word, a direction, a
/// share); unknown words in between break the bond and leave the figure unmapped. The subject
/// carries on through a paragraph; a sentence that lists parts (其中) hands it back to the whole.
struct MeasureParser {
  private enum Anchor {
    case none, label, aspect(Aspect), share, direction(Direction)
  }

  private struct Frame {
    var subject: Measure.Subject?
    var label: Range<Int>
    var anchor: Anchor
  }

  private let vocabulary: MeasureVocabulary
  private let tokens: [MeasureToken]
  private let fiscalYear: Int?

  private var subject: Measure.Subject?
  private var label = 0..<0
  private var anchor = Anchor.none
  private var base: ComparisonBase?
  /// The whole whose parts are being listed.
  private var whole: Frame?
  private var brackets: [Frame] = []
  /// Unknown words stand in this clause, so that it may be about something else.
  private var clauseIsForeign = false
  /// Unknown words stand directly before the current token.
  private var followsUnknown = false
  /// «无» stands directly before the current token.
  private var negation: Int?
  /// Token behind the word that began a reason.
  private var reasonStart: Int?
  /// First measure that the next reason explains.
  private var reasonOwner = 0
  private var year: Int?
  /// «各», «分别为» stands before the next figure.
  private var distributes = false
  /// Subjects named since the last figure.
  private var coordinated: [Measure.Subject] = []
  /// First token that is not yet taken.
  private var next = 0
  /// A count stands before a comma whose label is counted in other units too («5批次,31人次»).
  private var countsGoOn = false
  private var reading = MeasureReading()

  init(vocabulary: MeasureVocabulary, tokens: [MeasureToken], fiscalYear: Int?) {
    self.vocabulary = vocabulary
    self.tokens = tokens
    self.fiscalYear = fiscalYear
  }

  static func read(
    _ tokens: [MeasureToken], vocabulary: MeasureVocabulary, fiscalYear: Int?
  ) -> MeasureReading {
    var parser = MeasureParser(vocabulary: vocabulary, tokens: tokens, fiscalYear: fiscalYear)
    for index in tokens.indices { parser.take(index) }
    if parser.reasonStart != nil { parser.endReason(before: tokens.count) }
    return parser.reading
  }

  private mutating func take(_ index: Int) {
    guard index >= next else { return }
    let token = tokens[index]
    if reasonStart != nil {
      guard endsReason(index) else { return }
      endReason(before: index)
    }
    let negated = negation
    negation = nil
    switch token.kind {
    case .label(let label): takeSubject(.label(label), at: index, negated: negated)
    case .function(let path): takeSubject(.function(path), at: index, negated: nil)
    case .aspect(let aspect): if !isShare { anchor = .aspect(aspect) }
    case .share: anchor = .share
    case .comparison(let comparison):
      base = comparison
      anchor = .none
    case .datedComparison(let other):
      base = other + 1 == fiscalYear ? .priorYear : .otherYear
      anchor = .none
    case .direction(let direction): anchor = .direction(direction)
    case .reason: reasonStart = index + 1
    case .parts: if whole == nil { whole = Frame(subject: subject, label: label, anchor: .none) }
    case .none: negation = token.range.lowerBound
    case .filler: negation = negated
    case .reference: break
    case .year(let value): year = value == fiscalYear ? nil : value
    case .figure(let figure):
      if !takeList(at: index), !takeCountBeforeLabel(figure, at: index) {
        takeFigure(figure, token)
      }
      distributes = false
      coordinated = []
    case .distributive:
      distributes = true
      negation = negated
    case .comma, .enumerationComma, .semicolon: endClause()
    case .colon:
      clauseIsForeign = false
      followsUnknown = false
    case .openBracket:
      brackets.append(Frame(subject: subject, label: label, anchor: anchor))
      followsUnknown = false
    case .closeBracket: closeBracket()
    case .stop: endSentence(at: token.range.lowerBound)
    case .unknown:
      if !isShare { anchor = .none }
      clauseIsForeign = true
      followsUnknown = true
      return
    }
    switch token.kind {
    case .filler, .distributive, .year, .reference, .none: break
    default: followsUnknown = false
    }
  }

  private var isShare: Bool {
    if case .share = anchor { true } else { false }
  }

  // MARK: Subjects

  private mutating func takeSubject(_ named: Measure.Subject, at index: Int, negated: Int?) {
    guard !isShare else { return }
    guard !followsUnknown, let new = resolved(named) else {
      // «某某项目支出» is not 项目支出: the label's own beginning is not known.
      subject = nil
      anchor = .none
      return
    }
    subject = new
    coordinated.append(new)
    label = tokens[index].range
    anchor = .label
    clauseIsForeign = false
    if let negated { takeNothing(of: new, from: negated, at: index) }
  }

  /// A label that leans on the concept before it («房屋…,价值…») becomes the reading that fits; nil
  /// where none does.
  private func resolved(_ named: Measure.Subject) -> Measure.Subject? {
    guard case .label(let index) = named, vocabulary.labels[index].after != nil else {
      return named
    }
    guard case .label(let before) = subject else { return nil }
    let concept = vocabulary.labels[before].concept.id
    let readings = [index] + vocabulary.labels[index].alternatives
    return readings.first { vocabulary.labels[$0].after == concept }.map { .label($0) }
  }

  /// «无下属预算单位,»: a told zero, where nothing but a mark follows the label.
  private mutating func takeNothing(of subject: Measure.Subject, from start: Int, at index: Int) {
    guard case .label(let label) = subject, followsMark(index) else { return }
    let concept = vocabulary.labels[label].concept
    let unit = concept.unit ?? .tenThousandYuan
    reading.measures.append(
      Measure(
        subject: subject, label: tokens[index].range, aspect: .actual,
        value: Amount(unscaled: 0, scale: 0), unit: unit,
        range: start..<tokens[index].range.upperBound, year: year))
    anchor = .none
  }

  private func followsMark(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return true }
    switch tokens[index + 1].kind {
    case .comma, .enumerationComma, .semicolon, .stop, .closeBracket: return true
    default: return false
    }
  }

  // MARK: Figures

  private mutating func takeFigure(_ figure: MeasureToken.Figure, _ token: MeasureToken) {
    guard let unit = figure.unit else { return reject(figure, "no_unit") }
    guard let subject else { return reject(figure, "no_label") }
    switch (unit, anchor) {
    case (.percent, .share): add(.sharePercent, figure.value, .percent, token)
    case (.percent, .aspect(let aspect)) where aspect.isPercent:
      add(aspect, figure.value, .percent, token)
    case (.percent, .direction(let direction)):
      addChange(direction, figure, .percent, token, amountAspect: false)
    case (.money(let money), .label) where isMoney(subject):
      add(.actual, figure.value, money, token)
    case (.money(let money), .aspect(let aspect)) where isMoney(subject) && !aspect.isPercent:
      add(aspect, figure.value, money, token)
    case (.money(let money), .direction(let direction)) where isMoney(subject):
      addChange(direction, figure, money, token, amountAspect: true)
    case (.count(let word), .label):
      guard let unit = takeCountUnit(word) else { return reject(figure, "unit_mismatch") }
      add(.actual, figure.value, unit, token)
      countsGoOn = hasAlternatives
    case (.count(let word), .direction(let direction)):
      guard let unit = takeCountUnit(word) else { return reject(figure, "unit_mismatch") }
      addChange(direction, figure, unit, token, amountAspect: true)
    default: reject(figure, "no_label")
    }
    anchor = .none
  }

  /// «收、支总计各是A,B万元», «A和B分别为x万元和y万元»: as many figures as subjects, in order. A list
  /// that does not come out even is left unmapped, every figure of it.
  private mutating func takeList(at index: Int) -> Bool {
    guard distributes, let subject else { return false }
    let list = FigureList(at: index, in: tokens)
    guard list.figures.count > 1 else { return false }
    next = list.end
    var subjects = coordinated
    if case .label(let label) = subject, vocabulary.labels[label].pair.count == list.figures.count {
      subjects = vocabulary.labels[label].pair.map { .label($0) }
    }
    let anchorOfAll = anchor
    for (position, figure) in list.figures.enumerated() {
      guard subjects.count == list.figures.count else {
        reject(figure.figure, "uneven_list")
        continue
      }
      self.subject = subjects[position]
      anchor = anchorOfAll
      takeFigure(figure.figure, figure.token)
    }
    self.subject = subject
    return true
  }

  /// «下设10个科室»: the count stands before what is counted.
  private mutating func takeCountBeforeLabel(_ figure: MeasureToken.Figure, at index: Int) -> Bool {
    guard case .none = anchor, case .count(let word)? = figure.unit, index + 1 < tokens.count,
      case .label(let label) = tokens[index + 1].kind, followsMark(index + 1),
      let unit = vocabulary.labels[label].concept.unit, MeasureWords.counts(unit, in: word)
    else { return false }
    subject = .label(label)
    self.label = tokens[index + 1].range
    add(.actual, figure.value, unit, tokens[index])
    return true
  }

  private mutating func addChange(
    _ direction: Direction, _ figure: MeasureToken.Figure, _ unit: Unit, _ token: MeasureToken,
    amountAspect: Bool
  ) {
    guard !clauseIsForeign else { return reject(figure, "foreign_clause") }
    let aspect: Aspect
    switch base {
    case .priorYear, nil: aspect = amountAspect ? .change : .changePercent
    case .initialBudget, .annualBudget: aspect = amountAspect ? .budgetChange : .budgetChangePercent
    case .otherYear: return reject(figure, "other_year")
    }
    let value: Amount
    switch direction {
    case .up: value = figure.value
    case .down: value = figure.value.isNegative ? figure.value : figure.value.negated
    case .level: return reject(figure, "no_label")
    }
    add(aspect, value, unit, token)
  }

  private mutating func add(
    _ aspect: Aspect, _ value: Amount, _ unit: Unit, _ token: MeasureToken
  ) {
    guard let subject else { return }
    let isPrior = aspect == .actual && year != nil && year.map { $0 + 1 } == fiscalYear
    reading.measures.append(
      Measure(
        subject: subject, label: label, aspect: isPrior ? .priorYear : aspect, value: value,
        unit: unit, range: token.range, year: isPrior ? nil : year))
    if aspect == .actual { reasonOwner = reading.measures.count - 1 }
  }

  private mutating func reject(_ figure: MeasureToken.Figure, _ reason: String) {
    reading.unmapped.append((figure.digits, reason))
    anchor = .none
  }

  private func isMoney(_ subject: Measure.Subject) -> Bool {
    switch subject {
    case .label(let index): vocabulary.labels[index].concept.kind == .money
    case .function: true
    }
  }

  /// The unit of a count if the subject, or another reading of its label, is counted in the word;
  /// the subject becomes that reading.
  private mutating func takeCountUnit(_ word: String) -> Unit? {
    guard case .label(let index) = subject else { return nil }
    for candidate in [index] + vocabulary.labels[index].alternatives {
      guard let unit = vocabulary.labels[candidate].concept.unit,
        MeasureWords.counts(unit, in: word)
      else { continue }
      subject = .label(candidate)
      return unit
    }
    return nil
  }

  private var hasAlternatives: Bool {
    guard case .label(let index) = subject else { return false }
    return !vocabulary.labels[index].alternatives.isEmpty
  }

  // MARK: Marks

  private mutating func endClause() {
    clauseIsForeign = false
    followsUnknown = false
    anchor = countsGoOn ? .label : .none
    countsGoOn = false
  }

  private mutating func closeBracket() {
    followsUnknown = false
    guard let frame = brackets.popLast() else { return }
    subject = frame.subject
    label = frame.label
    anchor = frame.anchor
  }

  private mutating func endSentence(at position: Int) {
    endClause()
    distributes = false
    coordinated = []
    base = nil
    year = nil
    brackets.removeAll()
    if let whole {
      subject = whole.subject
      label = whole.label
    }
    whole = nil
    reasonOwner = reading.measures.count
  }

  // MARK: Reasons

  /// A reason runs to the end of its sentence, or to a mark behind which a known label with its
  /// figure begins the next item of a list.
  private func endsReason(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .stop: return true
    case .semicolon: return beginsItem(index + 1)
    default: return false
    }
  }

  private func beginsItem(_ start: Int) -> Bool {
    var index = start
    var seenSubject = false
    // An item's label and figure stand close together; the bound keeps a hostile list linear.
    while index < min(tokens.count, start + 16) {
      switch tokens[index].kind {
      case .label, .function: seenSubject = true
      case .filler, .distributive, .aspect, .year, .reference, .parts, .colon: break
      case .figure: return seenSubject
      default: return false
      }
      index += 1
    }
    return false
  }

  private mutating func endReason(before end: Int) {
    guard var start = reasonStart else { return }
    reasonStart = nil
    while start < end, tokens[start].isMark { start += 1 }
    guard start < end else { return }
    let range = tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound
    for index in reading.measures.indices.dropFirst(reasonOwner)
    where reading.measures[index].aspect.isComparison && reading.measures[index].reason == nil {
      reading.measures[index].reason = range
    }
    reasonOwner = reading.measures.count
  }
}

extension MeasureToken {
  fileprivate var isMark: Bool {
    switch kind {
    case .colon, .comma: true
    default: false
    }
  }
}

extension Aspect {
  fileprivate var isPercent: Bool {
    switch self {
    case .changePercent, .budgetChangePercent, .sharePercent, .completionPercent, .variancePercent:
      true
    case .actual, .initialBudget, .annualBudget, .priorYear, .change, .budgetChange: false
    }
  }

  /// Whether a reason explains it: a difference to another year or to the budget.
  fileprivate var isComparison: Bool {
    switch self {
    case .change, .changePercent, .budgetChange, .budgetChangePercent, .variancePercent,
      .completionPercent:
      true
    case .actual, .initialBudget, .annualBudget, .priorYear, .sharePercent: false
    }
  }
}
