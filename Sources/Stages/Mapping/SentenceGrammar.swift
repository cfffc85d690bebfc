import MappingModel
import PhraseModel
import ReportModel

/// Joins the words of a sentence into its noun phrases and its other parts.
///
/// A noun phrase gathers morphemes until a word of the sentence, a mark, unknown text or a second object
/// ends it; what it says together decides what it is: a noun, a side of the accounts, an aspect, a year, or
/// nothing.
struct SentenceGrammar {
  /// What the tokenizer found, in order.
  enum Item {
    case token(MeasureToken)
    case piece(PhraseCut.Piece)
  }

  let vocabulary: LayoutVocabulary
  let text: [UInt8]
  let around: FeatureSet
  var items: [Item] = []

  private var terms: LexiconTerms { vocabulary.terms }
  private var result: [MeasureToken] = []
  private var phrase = GatheredPhrase()
  private var next = 0

  init(vocabulary: LayoutVocabulary, text: [UInt8], around: FeatureSet) {
    self.vocabulary = vocabulary
    self.text = text
    self.around = around
  }

  /// All items as tokens.
  mutating func tokens() -> [MeasureToken] {
    result.reserveCapacity(items.count)
    while next < items.count {
      let index = next
      next += 1
      switch items[index] {
      case .token(let token):
        endPhrase()
        result.append(token)
      case .piece(let piece): take(piece, at: index)
      }
    }
    endPhrase()
    return result
  }

  private mutating func take(_ piece: PhraseCut.Piece, at index: Int) {
    switch piece.word {
    case nil:
      endPhrase()
      emit(.unknown, piece.range)
    case .label(let label):
      endPhrase()
      emit(.noun(Noun(label: label)), piece.range)
    case .functionClass, .functionItem:
      takeFunction(piece)
    case .economicItem(let name):
      endPhrase()
      emit(.economic(name), piece.range)
    case .morpheme(let number):
      take(vocabulary.words.lexicon.morphemes[number].readings, piece.range, at: index)
    }
  }

  /// A functional item; «初中教育支出» is the item of that name and not its class, and of «其他教育支出» only a code
  /// tells which of the items below the class it is.
  private mutating func takeFunction(_ piece: PhraseCut.Piece) {
    endPhrase()
    switch piece.word {
    case .functionClass(let name):
      if let item = itemEnding(with: piece) {
        while let last = result.last, last.range.lowerBound >= item.range.lowerBound {
          result.removeLast()
        }
        emit(.function(ItemName(path: item.name)), item.range)
      } else if let fund = vocabulary.classFunds[name], !namesLevel(behind: piece) {
        emit(.noun(Noun(features: fund)), piece.range)
      } else if isOther(piece) {
        emit(.unknown, piece.range)
      } else {
        emit(.function(ItemName(path: name)), piece.range)
      }
    case .functionItem(let name): emit(.function(ItemName(path: name)), piece.range)
    default: break
    }
  }

  /// «国有资本经营预算支出(类)»: the class and not the fund.
  private func namesLevel(behind piece: PhraseCut.Piece) -> Bool {
    text[piece.range.upperBound...].starts(with: "(类)".utf8)
  }

  /// An item whose official name ends with a class's, and which no more than a few words before make up.
  private func itemEnding(with piece: PhraseCut.Piece) -> (name: String, range: Range<Int>)? {
    var start = piece.range.lowerBound
    for before in result.reversed().prefix(Self.longestPrefix) {
      switch before.kind {
      case .unknown, .filler, .noun, .and: break
      default: return nil
      }
      guard before.range.upperBound == start, !before.range.isEmpty else { return nil }
      start = before.range.lowerBound
      let whole = String(decoding: text[start..<piece.range.upperBound], as: UTF8.self)
      for name in [whole, String(whole.dropLast(2))]
      where vocabulary.functions.item(path: [name]) != nil {
        return (name, start..<piece.range.upperBound)
      }
    }
    return nil
  }

  private static let longestPrefix = 4

  private func isOther(_ piece: PhraseCut.Piece) -> Bool {
    Self.others.contains { text[..<piece.range.lowerBound].suffix($0.count).elementsEqual($0) }
  }

  private static let others = ["其他", "其它"].map { Array($0.utf8) }

  // MARK: Words

  private mutating func take(_ readings: [FeatureSet], _ range: Range<Int>, at index: Int) {
    if let mark = mark(in: range) {
      endPhrase()
      emit(mark, range)
      return
    }
    let first = readings[0]
    if readings.contains(where: { terms.has($0, terms.compare) }) {
      if takeComparison(readings, range, at: index) { return }
      if terms.has(first, terms.compare) {
        // «比» with nothing to compare with.
        endPhrase()
        emit(.filler, range)
        return
      }
    }
    if let direction = terms.direction(of: first) {
      endPhrase()
      if terms.has(first, terms.againstBudget), let budget = budget(from: index + 1) {
        next = budget.next
        emit(.budgetDirection(direction), range.lowerBound..<budget.end)
      } else {
        emit(.direction(direction), range)
      }
      return
    }
    if takeCompletion(first, range, at: index) { return }
    if let kind = plainWord(first) {
      endPhrase()
      if case .reason = kind {
        emit(kind, range.lowerBound..<endOfReason(from: index + 1, end: range.upperBound))
      } else {
        emit(kind, range)
      }
      return
    }
    if terms.has(first, terms.and) {
      if phrase.isEmpty { emit(.and, range) } else { phrase.join() }
      return
    }
    gather(readings, range)
  }

  private func mark(in range: Range<Int>) -> MeasureToken.Kind? {
    if range.count == 1 {
      switch text[range.lowerBound] {
      case UInt8(ascii: "("): return .openBracket
      case UInt8(ascii: ")"): return .closeBracket
      default: return nil
      }
    }
    return text[range].elementsEqual("、".utf8) ? .enumerationComma : nil
  }

  private func plainWord(_ features: FeatureSet) -> MeasureToken.Kind? {
    if terms.has(features, terms.wholeBody) { return .entity }
    if terms.has(features, terms.ownBody) { return .ownBody }
    guard terms.has(features, terms.words) else { return nil }
    if terms.has(features, terms.reason) { return .reason }
    if terms.has(features, terms.purpose) { return .purpose }
    if terms.has(features, terms.inclusion) { return .inclusion }
    if terms.has(features, terms.parts) { return .parts }
    if terms.has(features, terms.none) { return MeasureToken.Kind.none }
    if terms.has(features, terms.each) { return .distributive }
    if terms.has(features, terms.equates) { return .equates }
    if terms.has(features, terms.copula) { return .copula }
    if terms.has(features, terms.verb) { return .filler }
    return nil
  }

  /// «原因» takes «是», «为», «由于» behind it along.
  private mutating func endOfReason(from start: Int, end: Int) -> Int {
    var end = end
    var index = start
    while index < items.count, case .piece(let piece) = items[index],
      case .morpheme(let number) = piece.word
    {
      let features = vocabulary.words.lexicon.morphemes[number].readings[0]
      guard terms.has(features, terms.copula) || terms.has(features, terms.reason) else { break }
      end = piece.range.upperBound
      index += 1
    }
    next = index
    return end
  }

  // MARK: Budgets and comparisons

  /// «占年初预算的», «完成预算», «为预算的»: what of the budget follows; «预算完成率» says so itself.
  private mutating func takeCompletion(
    _ features: FeatureSet, _ range: Range<Int>, at index: Int
  ) -> Bool {
    if terms.has(features, terms.completion) {
      endPhrase()
      emit(.aspect(.completionPercent), range)
      return true
    }
    let isShare = terms.has(features, terms.share)
    let isCopula = terms.has(features, terms.copula)
    guard isShare || isCopula || terms.has(features, terms.complete) else { return false }
    if let budget = budget(from: index + 1), !isCopula || isPercent(budget.next) {
      endPhrase()
      next = budget.next
      emit(.aspect(.completionPercent), range.lowerBound..<budget.end)
      return true
    }
    if isCopula { return false }
    endPhrase()
    emit(isShare ? .share : .filler, range)
    return true
  }

  private func isPercent(_ index: Int) -> Bool {
    guard index < items.count, case .token(let token) = items[index],
      case .figure(let figure) = token.kind
    else { return false }
    return figure.unit == .percent
  }

  /// A budget that stands at an item, and what follows it: «年初预算数的».
  private func budget(from start: Int) -> (base: ComparisonBase, next: Int, end: Int)? {
    var reader = ComparisonReader(items: items, vocabulary: vocabulary)
    reader.read(from: start, takesSides: true)
    guard reader.year == nil, let base = reader.budget else { return nil }
    return (base, reader.next, reader.end)
  }

  private mutating func takeComparison(
    _ readings: [FeatureSet], _ range: Range<Int>, at index: Int
  ) -> Bool {
    var reader = ComparisonReader(items: items, vocabulary: vocabulary)
    reader.end = range.upperBound
    reader.next = index + 1
    reader.take(readings.first { terms.has($0, terms.compare) } ?? FeatureSet())
    reader.read(from: index + 1, takesSides: false)
    guard let kind = reader.kind else { return false }
    endPhrase()
    next = reader.next
    emit(kind, range.lowerBound..<reader.end)
    return true
  }

  // MARK: Phrases

  private mutating func gather(_ readings: [FeatureSet], _ range: Range<Int>) {
    let all = readings.reduce(FeatureSet()) { $0.union($1) }
    if all.isEmpty {
      // Within a phrase a word that says nothing is passed over.
      if phrase.isEmpty {
        emit(.filler, range)
      } else if text[range].elementsEqual("的".utf8) {
        phrase.modify()
      }
      return
    }
    if phrase.endsBefore(readings[0], terms) { endPhrase() }
    phrase.take(readings, range)
  }

  private mutating func endPhrase() {
    guard !phrase.isEmpty else { return }
    let parts = phrase.parts(terms, around: around)
    phrase = GatheredPhrase()
    for (number, part) in parts.enumerated() {
      if number > 0 { emit(.and, part.range.lowerBound..<part.range.lowerBound) }
      emit(part)
    }
  }

  /// What a phrase is, by what it says.
  private mutating func emit(_ part: GatheredPhrase.Part) {
    let features = part.features
    let aspect = terms.aspect(of: features)
    let isBalance = terms.has(features, terms.balance)
    if terms.has(features, terms.ownYear) { emit(.relativeYear(0), part.range) }
    if terms.has(features, terms.yearBefore), !isBalance { emit(.relativeYear(-1), part.range) }
    let noun = Noun(
      features: terms.noun(of: features), rival: part.rival.map { terms.noun(of: $0) })
    if terms.has(features, terms.core.union(terms.funds)) {
      emit(.noun(noun), part.nounRange)
    } else if terms.has(features, terms.sides) {
      emit(.side(noun), part.nounRange)
    } else if aspect == nil, !terms.has(features, terms.years) {
      emit(.filler, part.range)
    }
    switch aspect {
    case nil, .change, .changePercent: break
    case .sharePercent: emit(.share, part.range)
    case .some(let aspect): emit(.aspect(aspect), part.range)
    }
  }

  private mutating func emit(_ kind: MeasureToken.Kind, _ range: Range<Int>) {
    result.append(MeasureToken(kind: kind, range: range))
  }
}
