import MappingFiles
import MappingModel
import PhraseModel
import TestSupport

/// The project's own lexicon, and readings by it as lines.
enum ProjectLexicon {
  static let lexicon: Lexicon = {
    do {
      return try MappingSet.load(from: Repository.mappings).lexicon
    } catch {
      fatalError("unreachable: the committed mapping files are valid: \(error)")
    }
  }()

  static let vocabulary = PhraseVocabulary(lexicon: lexicon)

  static func reading(of phrase: String) -> PhraseReading {
    let text = Array(phrase.utf8)
    return PhraseComposer(vocabulary).reading(of: text, in: text.indices)
  }

  /// The words that a phrase is cut into; a run that nobody knows has a question mark.
  static func words(of phrase: String) -> String {
    cut(phrase, by: vocabulary)
  }

  static func cut(_ phrase: String, by vocabulary: PhraseVocabulary) -> String {
    let text = Array(phrase.utf8)
    return PhraseCut.pieces(
      of: text, in: text.indices, by: vocabulary, choose: PhraseComposer.morpheme
    ).map { piece in
      String(decoding: text[piece.range], as: UTF8.self) + (piece.word == nil ? "?" : "")
    }.joined(separator: " ")
  }

  /// Features in the order of their names, so that the order of the file does not matter.
  static func features(_ set: FeatureSet, of lexicon: Lexicon = lexicon) -> String {
    set.indices.map { lexicon.features[$0].description }.sorted().joined(separator: " ")
  }
}
