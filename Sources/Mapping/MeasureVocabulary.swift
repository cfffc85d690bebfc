import ReportModel

/// All phrases that the tokenizer knows for one layout: the closed word classes and the layout's
/// labels, each label with the section it holds in.
struct MeasureVocabulary: Sendable {
  /// One label rule with the concept it leads to.
  struct Label: Sendable {
    var concept: Concept
    var dimensions: [String: String]
    var leavesSectionDimensions: Bool
    /// Concept that must have been the subject just before; nil where the label stands alone.
    var after: String?
    /// Labels of the concepts that several figures behind this one stand for, in order.
    var pair: [Int] = []
    /// The section the label holds in; nil for all.
    var section: String?
    /// Other labels of the same text and section; the unit behind it tells which is meant
    /// («国内公务接待5批次,31人次»).
    var alternatives: [Int] = []
  }

  enum Entry: Sendable {
    case word(Word)
    case label(Int)
  }

  enum Word: Sendable {
    case aspect(Aspect), comparison(ComparisonBase), direction(Direction)
    case share, reason, parts, none, filler, distributive
  }

  private(set) var labels: [Label] = []
  private(set) var phrases = PhraseTrie<Entry>()
  private(set) var measureWords = PhraseTrie<PrintedUnit>()

  init(layout: Layout, concepts: [String: Concept]) {
    for (aspect, words) in MeasureWords.aspects { add(words, .aspect(aspect)) }
    for (base, words) in MeasureWords.comparisons { add(words, .comparison(base)) }
    for (direction, words) in MeasureWords.directions { add(words, .direction(direction)) }
    add(MeasureWords.shares, .share)
    add(MeasureWords.reasons, .reason)
    add(MeasureWords.parts, .parts)
    add(MeasureWords.nothing, .none)
    add(MeasureWords.distributives, .distributive)
    add(MeasureWords.fillers, .filler)
    for (unit, words) in MeasureWords.moneyUnits {
      for word in words { measureWords.insert(word, .money(unit)) }
    }
    for word in Set(MeasureWords.countUnits.flatMap(\.1)) {
      measureWords.insert(word, .count(word))
    }
    measureWords.insert("%", .percent)
    add(layout.labels, section: nil, concepts: concepts)
    for section in layout.sections { add(section.labels, section: section.id, concepts: concepts) }
  }

  /// What a phrase means in a section: the section's own label, then a general one, then a word.
  func meaning(of entries: [Entry], in section: String) -> Entry? {
    var general: Entry?
    var word: Entry?
    for entry in entries {
      switch entry {
      case .label(let index):
        if labels[index].section == section { return entry }
        if labels[index].section == nil { general = general ?? entry }
      case .word: word = word ?? entry
      }
    }
    return general ?? word
  }

  private mutating func add(_ words: [String], _ word: Word) {
    for phrase in words { phrases.insert(phrase, .word(word)) }
  }

  private mutating func add(_ rules: [LabelRule], section: String?, concepts: [String: Concept]) {
    var indices: [String: [Int]] = [:]
    for rule in rules {
      guard let concept = concepts[rule.concept] else { continue }
      labels.append(
        Label(
          concept: concept, dimensions: rule.dimensions,
          leavesSectionDimensions: rule.leavesSectionDimensions, after: rule.after,
          section: section))
      let own = labels.count - 1
      for name in rule.pair {
        guard let concept = concepts[name] else { continue }
        labels[own].pair.append(labels.count)
        labels.append(
          Label(
            concept: concept, dimensions: rule.dimensions,
            leavesSectionDimensions: rule.leavesSectionDimensions, section: section))
      }
      for phrase in rule.labels {
        let key = (section ?? "") + "/" + phrase
        for other in indices[key, default: []] {
          labels[other].alternatives.append(own)
          labels[own].alternatives.append(other)
        }
        indices[key, default: []].append(own)
        phrases.insert(phrase, .label(own))
      }
    }
  }
}
