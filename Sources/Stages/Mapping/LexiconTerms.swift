import PhraseModel
import ReportModel

/// The features that the grammar of sentences and the reader of tables ask for by name, looked up once.
///
/// An object: as a value its many sets would be copied for every look at a word.
final class LexiconTerms: Sendable {
  let lexicon: Lexicon
  let income, expenditure, bothSides, balance, money: FeatureSet
  /// Income or expenditure.
  let sides: FeatureSet
  let compare, compared, share, complete, completion, copula, and: FeatureSet
  let up, down, level, againstBudget: FeatureSet
  let reason, purpose, inclusion, parts, none, each, equates, verb: FeatureSet
  let wholeBody, ownBody: FeatureSet
  /// What lends to the phrases of a section on performance.
  let performance, subordinate: FeatureSet
  /// Buying, what it lends to the phrases behind it, and what a section on assets does.
  let purchase, purchasing, assets: FeatureSet
  /// Qualifiers that say what kind of body it is.
  let bodies: FeatureSet
  let grand, sum, other: FeatureSet
  /// Qualifiers that say that things are counted.
  let countWords: FeatureSet
  let yearBefore, ownYear: FeatureSet
  let initialBudget, annualBudget, actual, annualStage: FeatureSet
  let objects, funds, times, years, aspects, stages, words, directions: FeatureSet
  /// Objects and qualifiers that make a phrase name something of its own: no sides, no fillers.
  let core: FeatureSet

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    income = lexicon.set(.object, "income")
    expenditure = lexicon.set(.object, "expenditure")
    bothSides = lexicon.set(.object, "income_expenditure")
    balance = lexicon.set(.object, "balance")
    money = lexicon.set(.object, "money")
    sides = income.union(expenditure)
    compare = lexicon.set(.compare)
    func word(_ value: String) -> FeatureSet { lexicon.set(.word, value) }
    compared = word("compared")
    share = word("share")
    complete = word("complete")
    completion = word("completion")
    copula = word("copula")
    and = word("and")
    up = lexicon.set(.direction, "up")
    down = lexicon.set(.direction, "down")
    level = lexicon.set(.direction, "level")
    againstBudget = word("against_budget")
    reason = word("reason")
    purpose = word("purpose")
    inclusion = word("inclusion")
    parts = word("parts")
    none = word("none")
    each = word("each")
    equates = word("equates")
    verb = word("verb")
    subordinate = lexicon.set(.within, "subordinate_unit")
    performance = lexicon.set(.within, "performance")
    purchase = lexicon.set(.qualifier, "purchase")
    purchasing = lexicon.set(.within, "purchase")
    assets = lexicon.set(.within, "assets")
    bodies = lexicon.set(.qualifier, "administrative")
      .union(lexicon.set(.qualifier, "institutional"))
    wholeBody = lexicon.set(.entity, "whole")
    ownBody = lexicon.set(.entity, "own")
    countWords = ["person_times", "batches", "groups", "held", "all_people", "people"].reduce(
      FeatureSet()
    ) {
      $0.union(lexicon.set(.qualifier, $1))
    }
    other = lexicon.set(.qualifier, "other")
    grand = lexicon.set(.role, "grand")
    sum = lexicon.set(.role, "sum")
    yearBefore = lexicon.set(.year, "-1")
    ownYear = lexicon.set(.year, "0")
    initialBudget = lexicon.set(.aspect, "initial_budget")
    annualBudget = lexicon.set(.aspect, "annual_budget")
    actual = lexicon.set(.aspect, "actual")
    annualStage = lexicon.set(.stage, "annual")
    objects = lexicon.all(.object)
    funds = lexicon.all(.fund)
    times = lexicon.all(.time)
    years = lexicon.all(.year)
    aspects = lexicon.all(.aspect)
    stages = lexicon.all(.stage)
    words = lexicon.all(.word)
    directions = lexicon.all(.direction)
    core = objects.union(lexicon.all(.qualifier)).subtracting(sides).subtracting(money)
      .subtracting(lexicon.set(.qualifier, "people"))
  }

  /// What features say without which side of a concept they tell and without words of the sentence: what a noun
  /// is of.
  func noun(of features: FeatureSet) -> FeatureSet {
    features.subtracting(aspects).subtracting(stages).subtracting(words)
  }

  /// The side of the accounts that features tell: aspects in the order in which they outrank each other.
  func aspect(of features: FeatureSet) -> Aspect? {
    let told = features.intersection(aspects)
    guard !told.isEmpty else { return nil }
    return lexicon.values(.aspect, in: told).lazy.compactMap(Aspect.init).first
  }

  /// The fund that features name; the narrower where they name two («财政拨款» and one of the budgets).
  func fund(of features: FeatureSet) -> String? {
    let named = features.intersection(funds)
    guard !named.isEmpty else { return nil }
    let values = lexicon.values(.fund, in: named)
    return values.first { $0 != FundLattice.widest } ?? values.first
  }

  /// Which way features say that something goes.
  func direction(of features: FeatureSet) -> Direction? {
    if has(features, level) { return .level }
    if has(features, down) { return .down }
    return has(features, up) ? .up : nil
  }

  /// Whether any of some features is there.
  func has(_ features: FeatureSet, _ some: FeatureSet) -> Bool {
    !features.isDisjoint(with: some)
  }
}

/// How funds lie within each other: the money of the treasury (财政拨款) is that of the three budgets.
enum FundLattice {
  static let widest = "fiscal"

  /// The fund that both an outer and an inner place name: the narrower one, and of two that exclude each
  /// other the inner.
  static func narrowed(_ outer: String?, by inner: String?) -> String? {
    guard let inner else { return outer }
    guard let outer, inner == widest else { return inner }
    return outer
  }
}
