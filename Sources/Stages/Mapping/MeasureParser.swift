import MappingModel
import PhraseModel
import ReportModel

/// Reads the measures of a paragraph: which figure belongs to which noun, on which side of it.
///
/// A figure binds to what stands directly before it (a noun, an aspect word, a direction, a share);
/// unknown words in between break the bond and leave the figure unmapped. The subject carries on through
/// a paragraph; a sentence that lists parts (其中) hands it back to the whole.
struct MeasureParser {
  enum Anchor {
    case none, label, aspect(Aspect), share, direction(Direction), comparison
    /// «增加(减少)»: which way it goes is left open.
    case openDirection
  }

  struct Frame {
    var going: GoingSubject?
    var anchor: Anchor
    /// Unknown words stood in the clause, or directly before it.
    var isForeign = false
    var followsUnknown = false
  }

  let vocabulary: LayoutVocabulary
  let concepts: [String: Concept]
  let tokens: [MeasureToken]
  let text: [UInt8]

  var context: MeasureContext
  var going: GoingSubject?
  var anchor = Anchor.none
  var base: ComparisonBase?
  /// The whole whose parts are being listed.
  var whole: Frame?
  var brackets: [Frame] = []
  /// The subject that «全部为…» says the parts of; it comes back at the next mark.
  var equated: Frame?
  /// Unknown words stand in this clause, so that it may be about something else.
  var clauseIsForeign = false
  /// The item of a list began with unknown words and no noun has been named in it since: what its
  /// later clauses say of «支出» is said of something unknown.
  var itemIsForeign = false
  var itemHasLabel = false
  /// Nouns since the item's last figure that mean something narrower than any concept: what later clauses name of
  /// it again in fewer words is no wider thing.
  var narrowNouns: [Noun] = []
  /// Unknown words stand directly before the current token.
  var followsUnknown = false
  /// Nothing but words that name a body or a time stand in this clause so far.
  var atClauseStart = true
  /// «无» stands directly before the current token.
  var negation: Int?
  /// No figure stood behind the subject yet.
  var isUntold = false
  /// Token behind the word that began a reason.
  var reasonStart: Int?
  /// The reason says what money is for.
  var reasonIsPurpose = false
  /// The last amount was something unknown's: «其中» behind it lists parts of that.
  var lastIsUnknown = false
  /// The parts that are being listed are an unknown thing's.
  var partsAreUnknown = false
  /// What a sentence on assets that has told of buying lends to all that it names then: «计划购置车辆3辆,…;设备1台».
  var purchase = FeatureSet()
  /// Semicolons keep the items of the list of parts apart.
  var listIsSplit = false
  /// Where the list of parts began in the reading, and among the tokens.
  var partsStart = 0
  var partsToken = 0
  /// First measure of the sentence.
  var sentenceStart = 0
  /// First measure that the next reason explains.
  var reasonOwner = 0
  /// The year of the sentence, where it is not the report's.
  var year: Int?
  /// «各», «分别为» stands before the next figure.
  var distributes = false
  /// Both totals of the sentence, where one change is told of each: «收入总计A万元,支出总计B万元,…各增加C万元».
  var sharing: [Measure.Subject] = []
  /// Subjects named since the last figure.
  var coordinated: [GoingSubject] = []
  /// The project that the paragraph is about («库房修缮项目绩效自评综述:全年预算数…,执行数…»).
  var project: String?
  /// Which side the whole's own amount told: its parts tell the same.
  var wholeAspect: Aspect?
  /// The same of the sentence before, for parts that begin the next one («…。其中:…»).
  var aspectBefore: Aspect?
  /// The direction of the change just taken: «减少5万元(3%)».
  var lastDirection: Direction?
  /// First token that is not yet taken.
  var next = 0
  var reading = MeasureReading()
  /// Concepts that nouns with one reading name in the paragraph.
  private var named: Set<String> = []

  var finder: ConceptFinder { vocabulary.finder }
  var terms: LexiconTerms { vocabulary.terms }
  var subject: Measure.Subject? { going?.subject }

  init(
    vocabulary: LayoutVocabulary, concepts: [String: Concept], tokens: [MeasureToken],
    text: [UInt8], context: MeasureContext
  ) {
    self.vocabulary = vocabulary
    self.concepts = concepts
    self.tokens = tokens
    self.text = text
    self.context = context
    year = context.year
    guard tokens.contains(where: \.hasRival) else { return }
    for case .noun(let noun) in tokens.map(\.kind) where noun.rival == nil {
      if let found = finder.money(noun, around: context.around) { named.insert(found.concept.id) }
    }
  }

  /// A noun by the reading that its paragraph leaves it: where what the fuller reading adds is named by itself,
  /// and what the other one means is not, the other one is meant.
  func settled(_ noun: Noun) -> Noun {
    guard let rival = noun.rival else { return noun }
    let added = noun.features.subtracting(rival).union(rival.intersection(terms.objects))
    func concept(_ features: FeatureSet) -> String? {
      finder.money(Noun(features: features), around: FeatureSet())?.concept.id
    }
    guard let apart = concept(added), named.contains(apart), let other = concept(rival),
      !named.contains(other)
    else { return Noun(features: noun.features) }
    return Noun(features: rival)
  }

  /// Reads one paragraph; the context takes along what the next ones need.
  static func read(
    _ tokens: [MeasureToken], of text: [UInt8], vocabulary: LayoutVocabulary,
    concepts: [String: Concept], context: inout MeasureContext
  ) -> MeasureReading {
    var parser = MeasureParser(
      vocabulary: vocabulary, concepts: concepts, tokens: tokens, text: text, context: context)
    if let item = context.namedItem, tokens.first(where: \.isWord)?.goesOnWithItem == true {
      parser.going = item
      parser.itemHasLabel = true
    }
    parser.goOn()
    for index in tokens.indices { parser.take(index) }
    let broken = parser.brokenOff
    if parser.reasonStart != nil { parser.endReason(before: tokens.count) }
    parser.doubtContradictions()
    context = parser.context
    context.previousItem = parser.onlyItem
    context.namedItem = parser.namedOnly
    context.broken = broken
    context.toldPair = parser.pairTold ?? context.toldPair
    return parser.reading
  }

  /// The two totals that the paragraph gave each a figure of its own.
  private var pairTold: [FoundConcept]? {
    let levels = reading.measures.filter { $0.aspect == context.bareAspect }.suffix(2).map(\.found)
    return terms.lexicon.pairs.values.contains(levels.map(\.concept.id)) ? levels : nil
  }

  /// Takes up a sentence that the line before broke off.
  private mutating func goOn() {
    guard let broken = context.broken, let first = tokens.first else { return }
    if case .reference = first.kind { return }
    going = broken.going
    if broken.hasWhole { whole = Frame(going: broken.whole, anchor: .none) }
    anchor = broken.anchor
    base = broken.base
    year = broken.year
    wholeAspect = broken.wholeAspect
    itemHasLabel = going != nil
    if broken.isReason {
      reasonStart = 0
      reasonIsPurpose = broken.isPurpose
    }
  }

  /// What goes on in the next line, where this one ends in the middle of a sentence: behind words without a mark,
  /// and long enough to have been broken by a page.
  private var brokenOff: BrokenSentence? {
    guard let last = tokens.last, let first = tokens.first,
      last.range.upperBound - first.range.lowerBound >= Self.shortestBrokenLine
    else { return nil }
    switch last.kind {
    case .stop, .semicolon, .colon: return nil
    default: break
    }
    return BrokenSentence(
      going: going, whole: whole?.going, hasWhole: whole != nil, anchor: anchor, base: base,
      year: year, wholeAspect: wholeAspect, isReason: reasonStart != nil,
      isPurpose: reasonIsPurpose)
  }

  /// In bytes: 20 characters.
  private static let shortestBrokenLine = 60

  /// The one amount that the paragraph tells without any change of it.
  private var onlyItem: GoingSubject? {
    guard let first = reading.measures.first,
      reading.measures.allSatisfy({ $0.subject == first.subject && !$0.aspect.isChange })
    else { return nil }
    return GoingSubject(
      subject: first.subject, label: first.label, around: FeatureSet(), settled: first.found,
      handedFund: first.fund)
  }

  /// What a paragraph without figures names, where it is one functional item and nothing else.
  private var namedOnly: GoingSubject? {
    guard reading.measures.isEmpty, reading.unmapped.isEmpty, reading.doubtful.isEmpty,
      case .function? = subject,
      // Nothing but what it is for follows it.
      case .function? = tokens.first(where: \.isWord)?.kind
    else { return nil }
    return going
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
    case .noun(let noun): takeNoun(settled(noun), at: index, negated: negated)
    case .side(let noun): takeSide(noun, at: index)
    case .function(let path): takeSubject(.function(path), at: index, negated: nil)
    case .economic(let name): takeSubject(.economic(name), at: index, negated: nil)
    // «占支出预算的5%» in a budget, which executes nothing yet.
    case .aspect(.completionPercent)
    where context.isBudget && text[token.range].starts(with: Array("占".utf8)):
      anchor = .share
    case .aspect(let aspect): takeAspect(aspect)
    case .share: anchor = .share
    case .comparison(let comparison): compare(to: comparison)
    case .datedComparison(let other, let budget):
      let own = year ?? context.fiscalYear
      if let budget, other == own {
        compare(to: budget)
      } else {
        compare(to: own == nil || other + 1 == own ? .priorYear : .otherYear)
      }
    case .direction(let direction): take(direction, at: index)
    case .budgetDirection(let direction):
      base = .initialBudget
      anchor = .direction(direction)
    case .inclusion:
      // «包括财政拨款收入5万元(…)» lists parts; «包括办公费、印刷费» explains.
      if beginsItem(index + 1) {
        beginParts(at: index)
      } else {
        beginReason(index, isPurpose: true)
      }
    case .reason:
      if listsFunctionChanges(index) {
        beginItem()
      } else if countsParts(behind: index) {
        beginParts(at: index)
      } else {
        beginReason(index, isPurpose: false)
      }
    case .purpose:
      if listsFunctionChanges(index) {
        beginItem()
      } else if !tellsCountOfItsOwn(index + 1) {
        beginReason(index, isPurpose: true)
      }
    case .parts: beginParts(at: index)
    case .none:
      if case .label = anchor, followsMark(index) {
        addNothing(in: token.range)
      } else {
        negation = token.range.lowerBound
      }
    case .filler, .and:
      negation = negated
      if isSum(at: index) { anchor = .label }
      if followsUnknown, BodyNames.ends(token.range, of: text) { forgetUnknown() }
    case .copula:
      if beginsDefinition(index) { beginReason(index, isPurpose: true) }
      negation = negated
    case .equates: equated = Frame(going: going, anchor: .none)
    case .entity:
      if atClauseStart, !isAttribute(index) { name(entity: BodyNames.whole(text[token.range])) }
      forgetUnknown()
    case .ownBody:
      name(entity: nil)
      forgetUnknown()
    case .reference: break
    case .date(let value):
      // «截至2025年8月31日»: what follows was so on that day.
      if index > 0, dates(tokens[index - 1].range) {
        year = value == context.fiscalYear ? nil : value
      }
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
      narrowNouns = []
      isUntold = false
    case .distributive:
      distributes = true
      negation = negated
    case .comma, .enumerationComma: endClause()
    case .semicolon:
      endClause()
      beginItem()
      if whole != nil { listIsSplit = true }
    case .colon:
      nameProject(before: index)
      beginItem()
      beginParts(behindFigureBefore: index)
      clauseIsForeign = false
      followsUnknown = false
      atClauseStart = true
    case .openBracket:
      if brackets.count < Self.mostBrackets {
        brackets.append(
          Frame(
            going: going, anchor: anchor, isForeign: clauseIsForeign, followsUnknown: followsUnknown
          ))
      }
      followsUnknown = false
    case .closeBracket:
      closeBracket()
      return
    case .stop:
      if endsBracketOnly(index) { endClause() } else { endSentence(at: index) }
    case .unknown:
      if !takeListedClass(at: index) { takeUnknown(token) }
      return
    }
    switch token.kind {
    case .filler, .and, .distributive, .relativeYear, .reference, .date, .none, .copula: break
    case .comma, .enumerationComma, .semicolon, .colon, .stop, .year, .entity, .ownBody:
      followsUnknown = false
    default:
      followsUnknown = false
      atClauseStart = false
    }
  }

  /// «增加(减少)5万元», «少增加5万元»: two words that go against each other leave the sign open.
  private mutating func take(_ direction: Direction, at index: Int) {
    if index > 0, case .direction(let before) = tokens[index - 1].kind, before != direction {
      anchor = .openDirection
    } else {
      anchor = .direction(direction)
    }
    if let last = brackets.indices.last, case .direction(let outer) = brackets[last].anchor,
      outer != direction
    {
      brackets[last].anchor = .openDirection
    }
  }

  /// More than any sentence opens within each other; a hostile text may open any number.
  private static let mostBrackets = 64

  var isShare: Bool {
    if case .share = anchor { true } else { false }
  }

  private mutating func takeAspect(_ aspect: Aspect) {
    if isShare { return }
    if project != nil { return takeProjectAmount(aspect) }
    if followsUnknown {
      // «某某项目执行数»: whose it is, nobody knows.
      going = nil
      anchor = .none
      return
    }
    anchor = .aspect(aspect)
  }

  private func dates(_ range: Range<Int>) -> Bool {
    ["截至", "截止"].contains { text[range].suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private mutating func compare(to comparison: ComparisonBase) {
    // A budget can be compared with no other budget than last year's.
    base = context.isBudget && comparison == .initialBudget ? .priorYear : comparison
    anchor = .comparison
    lastDirection = nil
  }

  private mutating func takeUnknown(_ token: MeasureToken) {
    if !isShare { anchor = .none }
    // «某局2024年度…», «某镇“三公”经费…»: whose figure it is, no part of the label.
    if atClauseStart, BodyNames.ends(token.range, of: text) {
      followsUnknown = false
      if BodyNames.isPlural(token.range, of: text) {
        name(entity: BodyNames.sum)
      } else if terms.has(context.around, terms.subordinate) {
        name(entity: String(decoding: text[token.range], as: UTF8.self))
      }
      return
    }
    clauseIsForeign = true
    followsUnknown = true
    if !itemHasLabel { itemIsForeign = true }
  }

  /// «公务接待费次之,共5万元»: what the clause before named, and has not told yet.
  private func isSum(at index: Int) -> Bool {
    guard atClauseStart, isUntold, !itemIsForeign, case .none = anchor, index + 1 < tokens.count,
      case .figure(let figure) = tokens[index + 1].kind, case .money? = figure.unit
    else { return false }
    return ["共", "共计", "合计", "总计"].contains {
      text[tokens[index].range].elementsEqual($0.utf8)
    }
  }

  /// «…:农林水支出增加5万元;城乡社区活动减少,支出减少3万元»: in a list of classes an item that begins with a class's
  /// name, but for its last word, is about it.
  private mutating func takeListedClass(at index: Int) -> Bool {
    guard !itemHasLabel, atClauseStart, let last = reading.measures.last, last.aspect.isChange,
      case .function = last.subject
    else { return false }
    let start = tokens[index].range.lowerBound
    guard let found = vocabulary.classStems.first(where: { text[start...].starts(with: $0.stem) })
    else { return false }
    let end = start + found.stem.count
    next = tokens[index...].firstIndex { $0.range.lowerBound >= end } ?? tokens.count
    takeSubject(.function(ItemName(path: found.name)), at: index, negated: nil)
    going?.label = start..<end
    // What follows the name tells why.
    anchor = .none
    clauseIsForeign = true
    atClauseStart = false
    return true
  }

  /// «全县医疗机构»: of what follows, and no body whose figures are told.
  private func isAttribute(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, case .unknown = tokens[index + 1].kind else { return false }
    return true
  }

  /// Figures that follow are somebody's; another body's subject does not go on.
  private mutating func name(entity: String?) {
    if context.entity != entity { going = nil }
    context.entity = entity
  }

  private mutating func forgetUnknown() {
    guard atClauseStart else { return }
    followsUnknown = false
    clauseIsForeign = false
    itemIsForeign = false
  }
}

extension MeasureToken {
  /// «年初预算为…», «支出决算为…»: speaks of what was named before.
  fileprivate var goesOnWithItem: Bool {
    switch kind {
    case .aspect, .side: true
    default: false
    }
  }

  fileprivate var hasRival: Bool {
    if case .noun(let noun) = kind { noun.rival != nil } else { false }
  }

  /// Neither a number of the paragraph nor a mark.
  fileprivate var isWord: Bool {
    switch kind {
    case .reference, .date, .comma, .colon, .year, .relativeYear, .ownBody: false
    default: true
    }
  }
}
