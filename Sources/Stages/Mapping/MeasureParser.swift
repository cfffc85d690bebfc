import MappingModel
import ReportModel

/// Reads the measures of a paragraph: which figure belongs to which label, on which side of it.
///
/// A figure binds to what stands directly before it (a label, an aspect word, a direction, a
/// share); unknown words in between break the bond and leave the figure unmapped. The subject
/// carries on through a paragraph; a sentence that lists parts (其中) hands it back to the whole.
struct MeasureParser {
  enum Anchor {
    case none, label, aspect(Aspect), share, direction(Direction), comparison
  }

  struct Frame {
    var subject: Measure.Subject?
    var label: Range<Int>
    var anchor: Anchor
  }

  let vocabulary: MeasureVocabulary
  let tokens: [MeasureToken]
  let text: [UInt8]

  var context: MeasureContext
  var subject: Measure.Subject?
  var label = 0..<0
  var anchor = Anchor.none
  var base: ComparisonBase?
  /// The whole whose parts are being listed.
  var whole: Frame?
  var brackets: [Frame] = []
  /// The subject that «全部为…» says the parts of; it comes back at the next mark.
  var equated: Frame?
  /// Unknown words stand in this clause, so that it may be about something else.
  var clauseIsForeign = false
  /// The item of a list began with unknown words and no label has been named in it since: what its
  /// later clauses say of «支出» is said of something unknown.
  var itemIsForeign = false
  var itemHasLabel = false
  /// Unknown words stand directly before the current token.
  var followsUnknown = false
  /// Nothing but words that name a body or a time stand in this clause so far.
  var atClauseStart = true
  /// «无» stands directly before the current token.
  var negation: Int?
  /// Token behind the word that began a reason.
  var reasonStart: Int?
  /// Semicolons keep the items of the list of parts apart.
  var listIsSplit = false
  /// Where the list of parts began in the reading.
  var partsStart = 0
  /// First measure that the next reason explains.
  var reasonOwner = 0
  /// The year of the sentence, where it is not the report's.
  var year: Int?
  /// «各», «分别为» stands before the next figure.
  var distributes = false
  /// Both totals of the sentence, where one change is told of each: «收入总计A万元,支出总计B万元,…各增加C万元».
  var sharing: [Measure.Subject] = []
  /// Subjects named since the last figure.
  var coordinated: [Measure.Subject] = []
  /// Which side the whole's own amount told: its parts tell the same.
  var wholeAspect: Aspect?
  /// A figure has told which of the readings of the subject's label is meant.
  var isSettled = true
  /// The direction of the change just taken: «减少5万元(3%)».
  var lastDirection: Direction?
  /// First token that is not yet taken.
  var next = 0
  /// Concepts that the paragraph names by a label with one reading.
  let named: Set<String>
  var reading = MeasureReading()

  init(
    vocabulary: MeasureVocabulary, tokens: [MeasureToken], text: [UInt8], context: MeasureContext
  ) {
    self.vocabulary = vocabulary
    self.tokens = tokens
    self.text = text
    self.context = context
    year = context.year
    var named: Set<String> = []
    for token in tokens {
      guard case .label(let index) = token.kind else { continue }
      for reading in [index] + vocabulary.labels[index].alternatives
      where vocabulary.labels[reading].beside == nil && vocabulary.labels[reading].after == nil {
        named.insert(vocabulary.labels[reading].concept.id)
      }
    }
    self.named = named
  }

  /// Reads one paragraph; the context takes along what the next ones need.
  static func read(
    _ tokens: [MeasureToken], of text: [UInt8], vocabulary: MeasureVocabulary,
    context: inout MeasureContext
  ) -> MeasureReading {
    var parser = MeasureParser(
      vocabulary: vocabulary, tokens: tokens, text: text, context: context)
    if let item = context.namedItem, case .aspect? = tokens.first(where: \.isWord)?.kind {
      parser.subject = item
      parser.isSettled = true
      parser.itemHasLabel = true
    }
    for index in tokens.indices { parser.take(index) }
    if parser.reasonStart != nil { parser.endReason(before: tokens.count) }
    context = parser.context
    context.previousItem = parser.onlyItem
    context.namedItem = parser.namedOnly
    return parser.reading
  }

  /// The one amount that the paragraph tells without any change of it.
  private var onlyItem: Measure.Subject? {
    guard let first = reading.measures.first?.subject,
      reading.measures.allSatisfy({ $0.subject == first && !$0.aspect.isChange })
    else { return nil }
    return first
  }

  /// What a paragraph without figures names, where it is one functional item and nothing else.
  private var namedOnly: Measure.Subject? {
    guard reading.measures.isEmpty, reading.unmapped.isEmpty, case .function? = subject,
      tokens.allSatisfy({
        switch $0.kind {
        case .function, .stop, .colon, .reference, .filler, .semicolon: true
        default: false
        }
      })
    else { return nil }
    return subject
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
    case .comparison(let comparison): compare(to: comparison)
    case .datedComparison(let other):
      let own = year ?? context.fiscalYear
      compare(to: own == nil || other + 1 == own ? .priorYear : .otherYear)
    case .direction(let direction): anchor = .direction(direction)
    case .budgetDirection(let direction):
      base = .initialBudget
      anchor = .direction(direction)
    case .reason:
      // «包括财政拨款收入5万元(…)» lists parts; «包括办公费、印刷费» explains.
      if isInclusion(token), beginsItem(index + 1) {
        beginParts()
      } else if listsFunctionChanges(index) {
        beginItem()
      } else {
        reasonStart = index + 1
      }
    case .parts: beginParts()
    case .none:
      if case .label = anchor, let subject, followsMark(index) {
        addNothing(of: subject, in: token.range.lowerBound..<token.range.upperBound)
      } else {
        negation = token.range.lowerBound
      }
    case .filler:
      negation = negated
      if followsUnknown, MeasureWords.bodyEndings.contains(where: { ends(token.range, with: $0) }) {
        forgetUnknown()
      }
    case .copula:
      if beginsDefinition(index) { reasonStart = index + 1 }
      negation = negated
    case .equates: equated = Frame(subject: subject, label: label, anchor: .none)
    case .entity:
      if atClauseStart { context.entity = String(decoding: text[token.range], as: UTF8.self) }
      forgetUnknown()
    case .ownBody:
      context.entity = nil
      forgetUnknown()
    case .reference: break
    case .year(let value):
      year = value == context.fiscalYear ? nil : value
      forgetUnknown()
    case .relativeYear(let offset):
      // Only where the report's year is known is another one known by it.
      year = offset == 0 ? nil : context.fiscalYear.map { $0 + offset } ?? year
    case .figure(let figure):
      if !takeList(at: index), !takeCountBeforeLabel(figure, at: index) {
        takeFigure(figure, at: index)
      }
      distributes = false
      coordinated = []
    case .distributive:
      distributes = true
      negation = negated
    case .comma, .enumerationComma: endClause()
    case .semicolon:
      endClause()
      beginItem()
      if whole != nil { listIsSplit = true }
    case .colon:
      beginItem()
      clauseIsForeign = false
      followsUnknown = false
      atClauseStart = true
    case .openBracket:
      brackets.append(Frame(subject: subject, label: label, anchor: anchor))
      followsUnknown = false
    case .closeBracket: closeBracket()
    case .stop: endSentence(at: index)
    case .unknown:
      takeUnknown(token)
      return
    }
    switch token.kind {
    case .filler, .distributive, .relativeYear, .reference, .none, .copula: break
    case .comma, .enumerationComma, .semicolon, .colon, .stop, .year, .entity, .ownBody:
      followsUnknown = false
    default:
      followsUnknown = false
      atClauseStart = false
    }
  }

  var isShare: Bool {
    if case .share = anchor { true } else { false }
  }

  private mutating func compare(to comparison: ComparisonBase) {
    base = comparison
    anchor = .comparison
    lastDirection = nil
  }

  private mutating func takeUnknown(_ token: MeasureToken) {
    if !isShare { anchor = .none }
    // «某局2024年度…», «某镇“三公”经费…»: whose figure it is, no part of the label.
    if atClauseStart, MeasureWords.bodyEndings.contains(where: { ends(token.range, with: $0) }) {
      followsUnknown = false
      if token.range.count >= 12, ["各单位", "各部门"].contains(where: { ends(token.range, with: $0) }) {
        context.entity = String(decoding: text[token.range], as: UTF8.self)
      }
      return
    }
    clauseIsForeign = true
    followsUnknown = true
    if !itemHasLabel { itemIsForeign = true }
  }

  private mutating func forgetUnknown() {
    guard atClauseStart else { return }
    followsUnknown = false
    clauseIsForeign = false
    itemIsForeign = false
  }

  private func ends(_ range: Range<Int>, with word: String) -> Bool {
    text[range].suffix(word.utf8.count).elementsEqual(word.utf8)
  }

  // MARK: Marks

  private mutating func beginParts() {
    if whole == nil {
      whole = Frame(subject: subject, label: label, anchor: .none)
      partsStart = reading.measures.count
    }
  }

  private mutating func beginItem() {
    itemIsForeign = false
    itemHasLabel = false
  }

  private mutating func endClause() {
    clauseIsForeign = false
    followsUnknown = false
    atClauseStart = true
    if let equated {
      subject = equated.subject
      label = equated.label
      self.equated = nil
    }
    if !countsGoOn { anchor = .none }
  }

  private mutating func closeBracket() {
    followsUnknown = false
    guard let frame = brackets.popLast() else { return }
    subject = frame.subject
    label = frame.label
    anchor = frame.anchor
  }

  private mutating func endSentence(at index: Int) {
    endClause()
    beginItem()
    anchor = .none
    distributes = false
    coordinated = []
    base = nil
    lastDirection = nil
    sharing = []
    wholeAspect = nil
    brackets.removeAll()
    // «其中:…(项)。年初预算为…»: what a sentence ends with is what the next one speaks of.
    var namesItem = false
    if index > 0, case .function = tokens[index - 1].kind { namesItem = true }
    if let whole, !namesItem {
      subject = whole.subject
      label = whole.label
    }
    whole = nil
    listIsSplit = false
    reasonOwner = reading.measures.count
  }

  /// A count whose label is counted in other units, too: «5批次,31人次,支出2万元».
  private var countsGoOn: Bool {
    guard case .label = anchor, case .label(let index) = subject else { return false }
    return vocabulary.labels[index].concept.kind != .money
      && !vocabulary.labels[index].alternatives.isEmpty
  }
}

extension MeasureToken {
  /// Neither a number of the paragraph nor a mark.
  fileprivate var isWord: Bool {
    switch kind {
    case .reference, .comma, .colon, .year, .relativeYear, .ownBody: false
    default: true
    }
  }
}
