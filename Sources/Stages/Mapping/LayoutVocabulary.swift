import MappingModel
import PhraseModel
import ReportModel

/// All that phrases of one layout's reports are read by: the lexicon, the layout's labels, the names of
/// the classifications and the measure words.
///
/// An object: sentences and cells hand it on, and as a value it would be copied each time.
final class LayoutVocabulary: Sendable {
  /// One label rule with the concept it leads to.
  struct Label: Sendable {
    var concept: Concept
    var dimensions: [String: String]
    var leavesSectionDimensions: Bool
    /// The section the label holds in; nil for all.
    var section: String?
  }

  /// The roles of cells read so far.
  let roles = BoundedCache<HeadRole.Key, HeadRole>(capacity: 8192)
  let words: PhraseVocabulary
  let terms: LexiconTerms
  let finder: ConceptFinder
  let labels: [Label]
  let measureWords: PhraseTrie<PrintedUnit>
  let functions: Classification
  /// The classes whose names say no more than what a fund pays out («国有资本经营预算支出»): in a sentence the fund is
  /// meant.
  let classFunds: [String: FeatureSet]
  /// The classes' names without «支出», as lists of them print it now and then, each with the whole name.
  let classStems: [(stem: [UInt8], name: String)]
  /// Sections in which functional items are listed by their bare names.
  private let itemSections: Set<String>

  init(layout: Layout, mapping: MappingSet) {
    var words = PhraseVocabulary(lexicon: mapping.lexicon)
    terms = LexiconTerms(mapping.lexicon)
    // Before anything else is put into the words: the class's own name would be found for itself.
    classFunds = Self.funds(ofClasses: mapping.functions.classNames, by: words, terms)
    var labels: [Label] = []
    func add(_ rules: [LabelRule], section: String?) {
      for rule in rules {
        guard let concept = mapping.concepts[rule.concept] else { continue }
        for text in rule.labels { words.insert(text, .label(labels.count)) }
        labels.append(
          Label(
            concept: concept, dimensions: rule.dimensions,
            leavesSectionDimensions: rule.leavesSectionDimensions, section: section))
      }
    }
    for name in mapping.functions.classNames { words.insert(name, .functionClass(name)) }
    for name in mapping.functions.itemNames where name.utf8.count >= 12 {
      words.insert(name, .functionItem(name))
    }
    for name in mapping.economic.classNames where name.utf8.count >= 12 {
      for text in Self.spellings(ofEconomic: name) { words.insert(text, .economicItem(name)) }
    }
    add(layout.labels, section: nil)
    for section in layout.sections { add(section.labels, section: section.id) }
    self.words = words
    self.labels = labels
    itemSections = Set(layout.sections.filter(\.listsFunctions).map(\.id))
    functions = mapping.functions
    classStems = mapping.functions.classNames.filter { $0.hasSuffix("支出") }.map {
      (Array($0.utf8.dropLast(6)), $0)
    }.filter { $0.stem.count >= Self.shortestStem }.sorted { $0.stem.count > $1.stem.count }
    finder = ConceptFinder(terms: terms, concepts: mapping.concepts, labels: labels)
    var measureWords = PhraseTrie<PrintedUnit>()
    for (name, texts) in mapping.lexicon.units {
      guard let unit = Unit(rawValue: name) else { continue }
      for text in texts where measureWords.values(of: text).isEmpty {
        let printed: PrintedUnit =
          unit == .percent
          ? .percent : unit.yuanExponent == nil ? .count(text) : .money(unit)
        measureWords.insert(text, printed)
      }
    }
    self.measureWords = measureWords
  }

  private static func funds(
    ofClasses names: [String], by morphemes: PhraseVocabulary, _ terms: LexiconTerms
  ) -> [String: FeatureSet] {
    let composer = PhraseComposer(morphemes)
    return names.reduce(into: [:]) { funds, name in
      let reading = composer.reading(of: Array(name.utf8), in: 0..<name.utf8.count)
      guard reading.unknown.isEmpty, terms.fund(of: reading.features) != nil,
        terms.has(reading.features, terms.expenditure)
      else { return }
      funds[name] = reading.features
    }
  }

  /// In bytes: three characters.
  private static let shortestStem = 9

  /// «对个人和家庭的补助» is printed with and without «的» and «支出».
  private static func spellings(ofEconomic name: String) -> Set<String> {
    var names: Set<String> = [name, name.hasSuffix("支出") ? name : name + "支出"]
    for name in names where name.contains("的") {
      names.insert(String(name.filter { $0 != "的" }))
    }
    return names
  }

  /// What a text means in a section: the section's own label, then a general one, then a name, then a
  /// morpheme.
  func chosen(
    of words: [PhraseVocabulary.Word], in section: String
  ) -> PhraseVocabulary.Word? {
    var general: PhraseVocabulary.Word?
    var name: PhraseVocabulary.Word?
    var morpheme: PhraseVocabulary.Word?
    for word in words {
      switch word {
      case .label(let index):
        if labels[index].section == section { return word }
        if labels[index].section == nil { general = general ?? word }
      case .functionClass, .economicItem: name = name ?? word
      case .functionItem: if itemSections.contains(section) { name = name ?? word }
      case .morpheme: morpheme = morpheme ?? word
      }
    }
    return general ?? name ?? morpheme
  }
}
