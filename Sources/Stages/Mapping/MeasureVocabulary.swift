import MappingModel
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
    /// Concept that the same paragraph must name by another label, for labels with two readings.
    var beside: String?
    var onlyAtClauseStart = false
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
    /// Name of a functional class or item.
    case function(String)
    /// Name of a category or item, which is one only where functional items are listed.
    case functionItem(String)
  }

  enum Word: Sendable {
    case aspect(Aspect), comparison(ComparisonBase), direction(Direction)
    case budgetDirection(Direction), relativeYear(Int)
    case share, reason, parts, none, filler, distributive, copula, equates, entity, ownBody
  }

  private(set) var labels: [Label] = []
  private(set) var phrases = PhraseTrie<Entry>()
  /// Sections in which functional items are listed by their bare names.
  private var itemSections: Set<String> = []
  private(set) var measureWords = PhraseTrie<PrintedUnit>()

  init(layout: Layout, mapping: MappingSet) {
    let concepts = mapping.concepts
    for (aspect, words) in MeasureWords.aspects { add(words, .aspect(aspect)) }
    for (base, words) in MeasureWords.comparisons { add(words, .comparison(base)) }
    for (direction, words) in MeasureWords.directions { add(words, .direction(direction)) }
    add(MeasureWords.shares, .share)
    add(MeasureWords.reasons, .reason)
    add(MeasureWords.parts, .parts)
    add(MeasureWords.nothing, .none)
    add(MeasureWords.distributives, .distributive)
    add(MeasureWords.fillers, .filler)
    add(MeasureWords.copulas, .copula)
    add(MeasureWords.equates, .equates)
    add(MeasureWords.entities, .entity)
    add(MeasureWords.ownBodies, .ownBody)
    for (direction, words) in MeasureWords.budgetDirections {
      add(words, .budgetDirection(direction))
    }
    for (offset, words) in MeasureWords.relativeYears { add(words, .relativeYear(offset)) }
    for (unit, words) in MeasureWords.moneyUnits {
      for word in words { measureWords.insert(word, .money(unit)) }
    }
    for word in Set(MeasureWords.countUnits.flatMap(\.1)) {
      measureWords.insert(word, .count(word))
    }
    measureWords.insert("%", .percent)
    for name in mapping.functions.classNames { phrases.insert(name, .function(name)) }
    for name in mapping.functions.itemNames where name.utf8.count >= 12 {
      phrases.insert(name, .functionItem(name))
    }
    itemSections = Set(layout.sections.filter(\.listsFunctions).map(\.id))
    add(layout.labels, section: nil, concepts: concepts)
    for section in layout.sections { add(section.labels, section: section.id, concepts: concepts) }
  }

  /// What a phrase means in a section: the section's own label, then a general one, then a word.
  func meaning(of entries: [Entry], in section: String) -> Entry? {
    var general: Entry?
    var word: Entry?
    for entry in entries {
      switch entry {
      case .function: word = word ?? entry
      case .functionItem(let name):
        if itemSections.contains(section) { word = word ?? .function(name) }
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

  /// Every phrase gets labels of its own, so that its other readings are those of this very text.
  private mutating func add(_ rules: [LabelRule], section: String?, concepts: [String: Concept]) {
    for rule in rules {
      guard let concept = concepts[rule.concept] else { continue }
      let pair = rule.pair.compactMap { concepts[$0] }.map { concept in
        labels.append(Label(rule, concept: concept, section: section))
        return labels.count - 1
      }
      for phrase in rule.labels {
        var label = Label(rule, concept: concept, section: section)
        label.pair = pair
        let own = labels.count
        label.alternatives = phrases.values(of: phrase).compactMap { entry in
          guard case .label(let other) = entry, labels[other].section == section else { return nil }
          return other
        }
        for other in label.alternatives { labels[other].alternatives.append(own) }
        labels.append(label)
        phrases.insert(phrase, .label(own))
      }
    }
  }
}

extension MeasureVocabulary.Label {
  fileprivate init(_ rule: LabelRule, concept: Concept, section: String?) {
    self.init(
      concept: concept, dimensions: rule.dimensions,
      leavesSectionDimensions: rule.leavesSectionDimensions, after: rule.after,
      beside: rule.beside, onlyAtClauseStart: rule.onlyAtClauseStart, section: section)
  }
}
