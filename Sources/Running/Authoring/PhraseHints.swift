internal import Conversion
internal import Mapping
internal import ReportModel

/// What the lexicon makes of words that no figure was read with, for an author to go on from.
struct PhraseHints {
  private let converter: Converter
  private let layout: String

  /// Phrases are read as the report's layout reads them.
  init(of stages: Converter.Stages, with converter: Converter) {
    self.converter = converter
    layout = stages.report.identity.layout.id
  }

  /// The concepts that the words may name, and what of them no word of the lexicon covers.
  func lines(for words: String) -> [String] {
    let account = converter.account(ofPhrase: words, layout: layout)
    guard let reading = account?.reading, !reading.isEmpty else {
      return ["names no concept; explain --phrase tells what is known of it"]
    }
    return reading
  }
}
