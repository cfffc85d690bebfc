internal import MappingModel
internal import PhraseModel
internal import ReportModel

/// What the lexicon makes of a phrase, in lines for people.
package struct PhraseAccount: Sendable {
  /// One word or unknown run each: «收入  object:income».
  package var words: [String]
  /// What the phrase says as a title, a head or a label.
  package var reading: [String]
  /// What it is within a sentence, one part each.
  package var sentence: [String]

  /// `text`: the phrase in matching form.
  init(of text: [UInt8], in vocabulary: LayoutVocabulary) {
    let terms = vocabulary.terms
    let composed = PhraseComposer(vocabulary.words).reading(of: text, in: text.indices) {
      vocabulary.chosen(of: $0, in: "")
    }
    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
    words = composed.pieces.map { piece in
      string(piece.range) + "  " + Self.word(piece.word, in: vocabulary)
    }
    var reading: [String] = []
    let noun = Noun(
      features: terms.noun(of: composed.features),
      label: composed.labels.last)
    func concept(_ found: FoundConcept?) -> String? {
      guard let found else { return nil }
      let dimensions = found.dimensions.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
      return found.concept.id + dimensions.joined()
        + (found.isPartial ? " (and more than that)" : "")
    }
    if let money = concept(vocabulary.finder.money(noun, around: FeatureSet())) {
      reading.append("concept of an amount: " + money)
    }
    for word in vocabulary.finder.unitsOfWord.keys.sorted() {
      guard
        let count = concept(vocabulary.finder.count(noun, word: word, around: FeatureSet()))
      else { continue }
      reading.append("concept of a count in \(word): " + count)
    }
    if let fund = terms.fund(of: composed.features) { reading.append("fund: " + fund) }
    if let aspect = terms.aspect(of: composed.features) {
      reading.append("aspect: " + aspect.rawValue)
    }
    if let year = composed.year { reading.append("year: \(year)") }
    if let unit = composed.unit { reading.append("unit: " + unit) }
    for name in composed.names { reading.append("name: " + Self.word(name, in: vocabulary)) }
    if !composed.unknown.isEmpty {
      reading.append("unknown: " + composed.unknown.map(string).joined(separator: ", "))
    }
    self.reading = reading
    let tokens = MeasureTokenizer(
      vocabulary: vocabulary, text: text, section: "", institution: []
    ).tokens(in: text.indices)
    sentence = tokens.map { token in
      string(token.range) + "  " + Self.part(token.kind, terms)
    }
  }

  private static func word(
    _ word: PhraseVocabulary.Word?, in vocabulary: LayoutVocabulary
  ) -> String {
    let lexicon = vocabulary.words.lexicon
    switch word {
    case nil: return "unknown"
    case .morpheme(let number):
      return lexicon.morphemes[number].readings.map { features in
        features.isEmpty
          ? "nothing"
          : features.indices.map { lexicon.features[$0].description }.joined(separator: " & ")
      }.joined(separator: " | ")
    case .label(let index): return "label of " + vocabulary.labels[index].concept.id
    case .functionClass(let name): return "functional class «\(name)»"
    case .functionItem(let name): return "functional item «\(name)»"
    case .economicItem(let name): return "economic item «\(name)»"
    }
  }

  private static func part(_ kind: MeasureToken.Kind, _ terms: LexiconTerms) -> String {
    func features(_ noun: Noun) -> String {
      noun.features.indices.map { terms.lexicon.features[$0].description }.joined(separator: " & ")
    }
    switch kind {
    case .noun(let noun): return "noun: " + features(noun)
    case .side(let noun): return "side: " + features(noun)
    default: return "\(kind)"
    }
  }
}

extension ReportMapper {
  /// What a layout's lexicon and labels make of a phrase in matching form; nil where there is no such layout.
  package func account(ofPhrase text: [UInt8], layout id: String) -> PhraseAccount? {
    vocabulary(ofLayout: id).map { PhraseAccount(of: text, in: $0) }
  }
}

extension PhraseAccount: CustomStringConvertible {
  /// The words, the reading and the parts of a sentence, one a line.
  package var description: String {
    func list(_ title: String, _ lines: [String]) -> String {
      title + "\n" + lines.map { "  \($0)\n" }.joined()
    }
    return list("words", words) + list("as a title, a head or a label", reading)
      + list("in a sentence", sentence)
  }
}
