import MappingModel
import PhraseModel
import ReportModel

/// What a noun phrase of a sentence or a cell says, without its aspect.
struct Noun: Equatable {
  var features = FeatureSet()
  /// What it says by the second reading of one of its words («公务用车及运行维护费» is the purchase and the running, or
  /// the running alone); the other nouns of its paragraph tell which is meant.
  var rival: FeatureSet?
  /// The label of the layout that it is; its rule stands above composition.
  var label: Int?
}

/// What a noun stands for beside a figure.
struct FoundConcept: Equatable {
  var concept: Concept
  var dimensions: [String: String]
  /// What the figure counts; nil for money.
  var countUnit: Unit?
  /// Features that the concept has no place for: the phrase means something narrower.
  var isPartial = false
  /// The frame took the fund up («财政拨款收入» is a kind of income), so that it is no fund of the figure
  /// unless it says which budget.
  var namesSource = false
  /// The rule says itself whose money it is.
  var leavesScope = false
}

/// Finds the concept that a noun names, given what its figure is printed in.
struct ConceptFinder: Sendable {
  let terms: LexiconTerms
  let concepts: [String: Concept]
  let labels: [LayoutVocabulary.Label]
  /// Measure words by the units that they may stand for, the word's own first.
  let unitsOfWord: [String: [Unit]]
  private let measureMoney: FeatureSet
  /// The concepts of amounts found so far.
  private let amounts = BoundedCache<Phrase, FoundConcept?>(capacity: 8192)
  private let measures: [Unit: FeatureSet]

  init(terms: LexiconTerms, concepts: [String: Concept], labels: [LayoutVocabulary.Label]) {
    self.terms = terms
    self.concepts = concepts
    self.labels = labels
    let lexicon = terms.lexicon
    measureMoney = lexicon.set(.measure, "money")
    var units: [String: [Unit]] = [:]
    var measures: [Unit: FeatureSet] = [:]
    for (name, words) in lexicon.units {
      guard let unit = Unit(rawValue: name), unit.yuanExponent == nil, unit != .percent else {
        continue
      }
      measures[unit] = lexicon.set(.measure, Self.measureName(of: unit))
      for (place, word) in words.enumerated() {
        if place == 0 {
          units[word, default: []].insert(unit, at: 0)
        } else {
          units[word, default: []].append(unit)
        }
      }
    }
    unitsOfWord = units
    self.measures = measures
  }

  private static func measureName(of unit: Unit) -> String {
    unit == .squareMetre ? "area" : unit.rawValue
  }

  /// The concept beside an amount of money (or a percentage of one).
  func money(_ noun: Noun, around: FeatureSet) -> FoundConcept? {
    if let label = noun.label {
      return labels[label].concept.kind == .money ? found(labels[label]) : nil
    }
    return amounts.value(Phrase(features: noun.features, around: around)) {
      named(noun, around: around.union(measureMoney)) { $0.kind == .money }
    }
  }

  private struct Phrase: Hashable {
    var features: FeatureSet
    var around: FeatureSet
  }

  /// The concept beside a count with a measure word.
  func count(_ noun: Noun, word: String, around: FeatureSet) -> FoundConcept? {
    let units = unitsOfWord[word] ?? []
    if let label = noun.label {
      guard let unit = labels[label].concept.unit, units.contains(unit) else { return nil }
      return found(labels[label])
    }
    var own = around
    for unit in units { own = own.union(measures[unit] ?? FeatureSet()) }
    // «批次» counts receptions and, with others, groups: its own unit first.
    if let first = units.first, let set = measures[first],
      let best = named(noun, around: around.union(set), where: { $0.unit == first }),
      !best.isPartial
    {
      return best
    }
    return named(noun, around: own) { $0.unit.map(units.contains) ?? false }
  }

  /// The concept that a cell names, whatever its figures are printed in; a unit in a bracket tells more.
  func cell(_ noun: Noun, unit: Unit?, around: FeatureSet) -> FoundConcept? {
    if let label = noun.label { return found(labels[label]) }
    let isCount = unit.map { $0.yuanExponent == nil } ?? false
    let measure =
      isCount ? unit.flatMap { measures[$0] } ?? FeatureSet() : measureMoney
    return named(noun, around: around.union(measure)) { !isCount || $0.kind != .money }
  }

  /// What the lexicon knows and no concept stands for («单位资金»), by its name there; nil for anything else.
  func unmodelled(_ noun: Noun, around: FeatureSet) -> String? {
    guard noun.label == nil,
      let naming = terms.lexicon.naming(of: noun.features, around: around), naming.left.isEmpty,
      !naming.frame.isConcept
    else { return nil }
    return naming.frame.concept
  }

  /// An economic class by its name.
  func economic(named name: String) -> FoundConcept? {
    concepts["expenditure.economic"].map {
      FoundConcept(concept: $0, dimensions: ["economic": name])
    }
  }

  /// «支出» without a word that says whether all of it or the year's own is meant.
  func isBareSide(_ noun: Noun) -> Bool {
    noun.label == nil && !terms.has(noun.features, terms.core)
      && !terms.has(noun.features, terms.grand.union(terms.sum).union(terms.years))
  }

  /// Whether a noun may be counted as well as paid for.
  func isCounted(_ noun: Noun, around: FeatureSet) -> Bool {
    unitsOfWord.keys.contains { word in
      guard let found = count(noun, word: word, around: around) else { return false }
      return !found.isPartial
    }
  }

  /// What a told nothing is nothing of: money where the noun says so or cannot be counted.
  func zero(_ noun: Noun, around: FeatureSet) -> FoundConcept? {
    if let label = noun.label { return found(labels[label]) }
    let all = measures.values.reduce(around) { $0.union($1) }
    let counted = named(noun, around: all) { $0.kind == .count }
    if let counted, !counted.isPartial,
      !terms.has(noun.features, terms.money.union(terms.expenditure))
    {
      return counted
    }
    return money(noun, around: around) ?? counted
  }

  /// Whether a measure word counts things of a concept's unit and hardly others.
  func isOwn(_ word: String, of found: FoundConcept) -> Bool {
    unitsOfWord[word]?.first == found.countUnit
  }

  private func found(_ label: LayoutVocabulary.Label) -> FoundConcept {
    FoundConcept(
      concept: label.concept, dimensions: label.dimensions, countUnit: label.concept.unit,
      leavesScope: label.leavesSectionDimensions)
  }

  private func named(
    _ noun: Noun, around: FeatureSet, where accepts: (Concept) -> Bool
  ) -> FoundConcept? {
    let naming = terms.lexicon.naming(of: noun.features, around: around) { frame in
      guard frame.isConcept else { return true }
      return concepts[frame.concept].map(accepts) ?? false
    }
    guard let naming, naming.frame.isConcept, let concept = concepts[naming.frame.concept] else {
      return nil
    }
    let needsFund = terms.has(naming.frame.needs, terms.funds)
    return FoundConcept(
      concept: concept, dimensions: naming.frame.dimensions, countUnit: concept.unit,
      isPartial: !naming.left.isEmpty,
      namesSource: needsFund && concept.id == "income.fiscal_appropriation")
  }
}
