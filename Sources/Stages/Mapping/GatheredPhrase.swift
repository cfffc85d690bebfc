import PhraseModel

/// The morphemes of a noun phrase while it is being gathered.
struct GatheredPhrase {
  /// A phrase that says one thing.
  struct Part {
    var features: FeatureSet
    var range: Range<Int>
    /// Up to the last word that names something; the aspect behind it is left out.
    var nounRange: Range<Int>
    /// What it says by the second reading of a word that names something in both.
    var rival: FeatureSet?
  }

  private var words: [(readings: [FeatureSet], range: Range<Int>)] = []
  /// How many words stood before each «和».
  private var joints: [Int] = []
  /// How many words stood before the last «的».
  private var modified = 0

  var isEmpty: Bool { words.isEmpty }

  mutating func take(_ readings: [FeatureSet], _ range: Range<Int>) {
    words.append((readings, range))
  }

  /// «的»: what stands before it modifies what follows.
  mutating func modify() { modified = words.count }

  /// «和» within the phrase.
  mutating func join() { joints.append(words.count) }

  /// Whether a word begins another phrase: a new object behind an aspect, or a second object of its own.
  func endsBefore(_ features: FeatureSet, _ terms: LexiconTerms) -> Bool {
    guard !isEmpty else { return false }
    let own = words.reduce(FeatureSet()) { $0.union($1.readings[0]) }
    let named = features.intersection(terms.core.union(terms.funds))
    if terms.has(own, terms.aspects), !named.isEmpty { return true }
    if terms.has(own, terms.aspects), terms.has(own, terms.core.union(terms.funds)),
      terms.has(features, terms.sides), !terms.has(last, terms.aspects)
    {
      return true
    }
    // «基本支出 项目支出», «收入 支出»: the second one is another thing.
    if joints.last != words.count, terms.has(features, terms.years),
      !terms.has(own, terms.balance),
      terms.has(own, terms.core.union(terms.sides))
    {
      return true
    }
    let object = features.intersection(terms.objects).intersection(terms.core)
    let objects = own.intersection(terms.objects).intersection(terms.core)
    return !object.isEmpty && !objects.isEmpty && objects != object && joints.last != words.count
      && !pairs(object, objects, terms)
  }

  private var last: FeatureSet { words.last?.readings[0] ?? FeatureSet() }

  /// Objects that one frame needs together («来访团组接待»).
  private func pairs(
    _ object: FeatureSet, _ objects: FeatureSet, _ terms: LexiconTerms
  ) -> Bool {
    let both = object.union(objects)
    return terms.lexicon.frames.contains { both.isSubset(of: $0.needs) }
  }

  /// The phrase, or where «和» joins two things that no one concept holds («基本支出和项目支出»), each of them.
  func parts(_ terms: LexiconTerms, around: FeatureSet) -> [Part] {
    if modified > 0, modified < words.count,
      spendsOnTail(terms)
        || isPartial(part(words[...], terms, around), terms, around)
          && !narrowsTail(terms, around)
    {
      // «开支运行维护费的公务用车»: what stands behind «的» is meant.
      var head = self
      head.words.removeFirst(modified)
      head.joints = joints.filter { $0 > modified }.map { $0 - modified }
      head.modified = 0
      var parts = head.parts(terms, around: around)
      let funds = part(words[..<modified], terms, around).features.intersection(terms.funds)
      if !parts.isEmpty { parts[0].features = parts[0].features.union(funds) }
      return parts
    }
    guard let joint = joints.last, joint > 0, joint < words.count else {
      return [part(words[...], terms, around)]
    }
    let whole = part(words[...], terms, around)
    let first = part(words[..<joint], terms, around)
    let second = part(words[joint...], terms, around)
    let named = terms.core.union(terms.sides).union(terms.funds)
    guard terms.has(first.features, named), terms.has(second.features, named) else {
      return [whole]
    }
    if let naming = terms.lexicon.naming(of: whole.features, around: around),
      naming.left.isEmpty, naming.frame.isConcept, !repeats(joint, terms)
    {
      return [whole]
    }
    return [first, second]
  }

  /// «开支运行维护费的公务用车»: a verb before, a thing behind.
  private func spendsOnTail(_ terms: LexiconTerms) -> Bool {
    let spends = words[..<modified].contains { terms.has($0.readings[0], terms.expenditure) }
    guard spends else { return false }
    let things = terms.objects.intersection(terms.core)
    return words[modified...].contains { $0.readings.contains { terms.has($0, things) } }
  }

  /// «面向中小企业的采购»: what modifies says with the thing something narrower than the thing alone; «行政单位的采购»
  /// says whose it is.
  private func narrowsTail(_ terms: LexiconTerms, _ around: FeatureSet) -> Bool {
    let things = terms.core.intersection(part(words[modified...], terms, around).features)
    let own = part(words[..<modified], terms, around).features.intersection(terms.core)
    return !things.isEmpty && !own.isSubset(of: terms.bodies) && own.isDisjoint(with: things)
  }

  private func isPartial(_ part: Part, _ terms: LexiconTerms, _ around: FeatureSet) -> Bool {
    guard let naming = terms.lexicon.naming(of: part.features, around: around) else { return true }
    return !naming.left.isEmpty
  }

  /// The same object stands on both sides of «和»: two things.
  private func repeats(_ joint: Int, _ terms: LexiconTerms) -> Bool {
    func named(_ part: ArraySlice<(readings: [FeatureSet], range: Range<Int>)>) -> FeatureSet {
      part.reduce(FeatureSet()) { $0.union($1.readings[0]) }
        .intersection(terms.objects).subtracting(terms.money)
    }
    return !named(words[..<joint]).isDisjoint(with: named(words[joint...]))
  }

  private func part(
    _ words: ArraySlice<(readings: [FeatureSet], range: Range<Int>)>, _ terms: LexiconTerms,
    _ around: FeatureSet
  ) -> Part {
    let features = terms.lexicon.joined(words.map(\.readings), around: around)
    let rival = words.firstIndex {
      $0.readings.count == 2
        && $0.readings.allSatisfy { terms.has($0, terms.core.intersection(terms.objects)) }
    }.map { place in
      terms.lexicon.joined(
        words.indices.map { $0 == place ? [words[$0].readings[1]] : words[$0].readings },
        around: around)
    }
    let range =
      (words.first?.range.lowerBound ?? 0)..<(words.last?.range.upperBound ?? 0)
    let naming = words.last {
      !$0.readings.allSatisfy {
        $0.isSubset(of: terms.aspects.union(terms.stages).union(terms.times)) && !$0.isEmpty
      }
    }
    return Part(
      features: features, range: range,
      nounRange: range.lowerBound..<(naming?.range.upperBound ?? range.upperBound), rival: rival)
  }
}
