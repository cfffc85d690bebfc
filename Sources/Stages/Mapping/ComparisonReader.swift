import PhraseModel

/// Reads what stands behind a word of comparison: «上年决算数相比», «2023年年初预算数», «全年预算».
struct ComparisonReader {
  let items: [SentenceGrammar.Item]
  let vocabulary: LayoutVocabulary
  /// The first item that does not belong to it.
  var next = 0
  /// Where what belongs to it ends in the text.
  var end = 0
  private(set) var year: Int?
  private var features = FeatureSet()

  private var terms: LexiconTerms { vocabulary.terms }

  init(items: [SentenceGrammar.Item], vocabulary: LayoutVocabulary) {
    self.items = items
    self.vocabulary = vocabulary
  }

  /// Adds what the word of comparison says itself («同比» names the year before).
  mutating func take(_ own: FeatureSet) { features = features.union(own) }

  /// The budget that it names; nil where it names none.
  var budget: ComparisonBase? {
    if terms.has(features, terms.annualBudget) { return .annualBudget }
    guard terms.has(features, terms.initialBudget) else { return nil }
    return terms.has(features, terms.annualStage) ? .annualBudget : .initialBudget
  }

  /// What it compares with; nil where it names nothing that can be compared with.
  var kind: MeasureToken.Kind? {
    if let year { return .datedComparison(year, budget) }
    if terms.has(features, terms.yearBefore) { return .comparison(.priorYear) }
    return budget.map { .comparison($0) }
  }

  /// Reads on from an item.
  ///
  /// `takesSides`: whether «支出», «收入» belong to it wherever they stand («完成支出预算»); behind
  ///   a comparison they do only before an aspect or a word of comparison («比上年支出减少»).
  mutating func read(from start: Int, takesSides: Bool) {
    next = start
    // No comparison has more words; a hostile text may.
    let limit = min(items.count, start + 12)
    var index = start
    while index < limit {
      switch items[index] {
      case .token(let token):
        guard case .year(let value) = token.kind, year == nil,
          features.isDisjoint(with: terms.aspects)
        else { return }
        year = value
        index += 1
        accept(index, token.range.upperBound)
      case .piece(let piece):
        guard let morpheme = morpheme(at: index) else { return }
        let readings = morpheme.readings
        let own = readings.reduce(FeatureSet()) { $0.union($1) }
        index += 1
        if readings.contains(where: { terms.has($0, terms.compared) }) {
          accept(index, piece.range.upperBound)
          return
        }
        if own.isEmpty {
          // «的», «数», «同期»: taken along where more follows or something is named already.
          if isBound(morpheme.text) { return }
          if !told.isEmpty { accept(index, piece.range.upperBound) }
          continue
        }
        if terms.has(own, terms.sides), terms.core.isDisjoint(with: own) {
          guard takesSides || sideBelongs(at: index) else { return }
          accept(index, piece.range.upperBound)
          continue
        }
        let time = terms.years.union(terms.times).union(terms.stages)
        let allowed = time.union(terms.aspects).union(terms.funds)
        guard let reading = readings.first(where: { !$0.isEmpty && $0.isSubset(of: allowed) })
        else { return }
        // «上年结转»: a year that belongs to what follows.
        if terms.has(reading, terms.funds), !takesSides { return }
        if terms.has(reading, terms.times), !budgetFollows(index) { return }
        features = features.union(reading)
        accept(index, piece.range.upperBound)
      }
    }
  }

  private var told: FeatureSet {
    year == nil ? features.intersection(terms.years.union(terms.aspects)) : terms.years
  }

  private mutating func accept(_ index: Int, _ end: Int) {
    next = index
    self.end = end
  }

  /// Marks end a comparison.
  private func isBound(_ text: String) -> Bool { ["(", ")", "、", ":", ","].contains(text) }

  /// «支出» before «决算», «相比» or a direction.
  private func sideBelongs(at index: Int) -> Bool {
    guard let morpheme = morpheme(at: index) else { return false }
    let closing = terms.aspects.union(terms.compared).union(terms.directions)
    return morpheme.readings.contains { terms.has($0, closing) } || morpheme.text == "数"
  }

  /// «年初» is the stage of a budget that follows, or a point of time of a balance.
  private func budgetFollows(_ index: Int) -> Bool {
    morpheme(at: index)?.readings.contains {
      terms.has($0, terms.initialBudget.union(terms.annualBudget))
    } ?? false
  }

  private func morpheme(at index: Int) -> Lexicon.Morpheme? {
    guard index < items.count, case .piece(let piece) = items[index],
      case .morpheme(let number) = piece.word
    else { return nil }
    return vocabulary.words.lexicon.morphemes[number]
  }
}
