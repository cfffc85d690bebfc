/// The morphemes that phrases are made of, with what each says, and the frames that give concepts.
package struct Lexicon: Sendable {
  /// A text with its readings, the likeliest first; a reading without features says nothing.
  package struct Morpheme: Sendable {
    /// In matching form.
    package var text: String
    /// What it may say, in order of cost.
    package var readings: [FeatureSet]
    /// One character that may not stand beside text that nobody knows: «共» of «公共安全» is no morpheme.
    package var isTight: Bool

    /// A morpheme with what it may say.
    init(text: String, readings: [FeatureSet], isTight: Bool) {
      self.text = text
      self.readings = readings
      self.isTight = isTight
    }
  }

  /// All features, each with its number.
  package let features: [Feature]
  /// All morphemes.
  package let morphemes: [Morpheme]
  /// All frames.
  package let frames: [Frame]
  /// Concepts that stand for two others where two figures follow («收、支总计»), in order.
  package let pairs: [String: [String]]
  /// Units by their canonical names, each with the words it is printed with, its own word first.
  package let units: [(name: String, words: [String])]
  /// What a concept must have a place for, of phrases that name no balance and of those that do.
  let meaningfulFeatures: (plain: FeatureSet, ofBalances: FeatureSet)
  /// Features that change each other's meaning side by side.
  let sideBySide: SideBySide
  private let numbers: [Feature: Int]
  private let kinds: [Feature.Kind: FeatureSet]

  /// What the lexicon's file says; at most ``FeatureSet/capacity`` features.
  package init(
    morphemes: [(text: String, readings: [[Feature]])],
    frames: [(concept: String, isConcept: Bool, dimensions: [String: String], needs: [Feature])],
    pairs: [String: [String]] = [:], units: [(name: String, words: [String])] = []
  ) {
    var features: [Feature] = []
    var numbers: [Feature: Int] = [:]
    var kinds: [Feature.Kind: FeatureSet] = [:]
    func number(_ feature: Feature) -> Int {
      if let known = numbers[feature] { return known }
      let new = features.count
      features.append(feature)
      numbers[feature] = new
      kinds[feature.kind, default: FeatureSet()].insert(new)
      return new
    }
    func set(_ all: [Feature]) -> FeatureSet {
      var set = FeatureSet()
      for feature in all where feature.kind != .nothing { set.insert(number(feature)) }
      return set
    }
    self.morphemes = morphemes.map { morpheme in
      let isLoose = morpheme.readings.contains { $0.contains(Feature(.nothing, "loose")) }
      return Morpheme(
        text: morpheme.text, readings: morpheme.readings.map(set),
        isTight: !isLoose && morpheme.text.unicodeScalars.count == 1)
    }
    self.frames = frames.map { frame in
      Frame(
        concept: frame.concept, isConcept: frame.isConcept, dimensions: frame.dimensions,
        needs: set(frame.needs), weight: frame.needs.reduce(0) { $0 + Self.weight($1) })
    }
    self.features = features
    self.numbers = numbers
    self.kinds = kinds
    self.pairs = pairs
    self.units = units
    func one(_ kind: Feature.Kind, _ value: String) -> FeatureSet {
      numbers[Feature(kind, value)].map { FeatureSet($0) } ?? FeatureSet()
    }
    // A side is also a filler («公务接待费支出»), as words of money and people are.
    let fillers = ["income", "expenditure", "income_expenditure", "money"]
      .reduce(one(.qualifier, "people")) { $0.union(one(.object, $1)) }
    let plain = (kinds[.object] ?? FeatureSet()).union(kinds[.qualifier] ?? FeatureSet())
      .subtracting(fillers)
    meaningfulFeatures = (plain, plain.union(kinds[.time] ?? FeatureSet()))
    sideBySide = SideBySide(
      balance: one(.object, "balance"), opening: one(.time, "opening"),
      initialBudget: one(.aspect, "initial_budget"), annualBudget: one(.aspect, "annual_budget"),
      actual: one(.aspect, "actual"), annual: one(.stage, "annual"))
  }

  /// A lexicon that knows nothing.
  package init() { self.init(morphemes: [], frames: []) }

  /// The set of one feature; empty where no morpheme and no frame has it.
  package func set(_ kind: Feature.Kind, _ value: String = "") -> FeatureSet {
    numbers[Feature(kind, value)].map { FeatureSet($0) } ?? FeatureSet()
  }

  /// All features of a kind.
  package func all(_ kind: Feature.Kind) -> FeatureSet { kinds[kind] ?? FeatureSet() }

  /// The values that a set has of a kind, in the order of the lexicon.
  package func values(_ kind: Feature.Kind, in set: FeatureSet) -> [String] {
    set.intersection(all(kind)).indices.map { features[$0].value }
  }

  /// The objects, qualifiers and funds of a set as what stands around (`in:procurement`).
  package func surroundings(of set: FeatureSet) -> FeatureSet {
    var result = FeatureSet()
    for index in set.intersection(all(.object).union(all(.qualifier)).union(all(.fund))).indices {
      if let within = numbers[Feature(.within, features[index].value)] { result.insert(within) }
    }
    return result
  }

  /// Objects say most; a side (income, expenditure) and words of money say little beside one, since they
  /// are also put behind it as fillers («三公经费支出»). In tenths.
  private static func weight(_ feature: Feature) -> Int {
    switch feature.kind {
    case .object:
      ["income", "expenditure", "income_expenditure", "money"].contains(feature.value) ? 10 : 30
    case .qualifier, .time: 20
    case .measure: 7
    case .year: 6
    case .role: 5
    case .within: 1
    case .fund, .aspect, .stage, .compare, .direction, .rows, .form, .entity, .word, .nothing: 10
    }
  }
}

extension Lexicon {
  /// What morphemes say only together: «年初» before «预算» is its stage, and «预算执行数» was executed.
  package func settled(_ features: FeatureSet) -> FeatureSet {
    let words = sideBySide
    guard !words.initialBudget.isEmpty, words.initialBudget.isSubset(of: features) else {
      return features
    }
    var features = features
    if words.balance.isDisjoint(with: features) { features = features.subtracting(words.opening) }
    if !words.annual.isDisjoint(with: features) {
      features = features.subtracting(words.initialBudget).union(words.annualBudget)
    }
    if !words.actual.isDisjoint(with: features) {
      features = features.subtracting(words.initialBudget)
    }
    return features
  }

  /// The canonical name of a unit that a text is.
  package func unit(of text: ArraySlice<UInt8>) -> String? {
    units.first { $0.words.contains { text.elementsEqual($0.utf8) } }?.name
  }
}

/// Features that change each other's meaning where they stand side by side.
struct SideBySide: Sendable {
  let balance, opening, initialBudget, annualBudget, actual, annual: FeatureSet
}
