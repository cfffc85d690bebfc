import MappingModel
import Synchronization

/// Vocabularies by layout, each built when a report first needs it: a run over one province's reports
/// builds one.
final class VocabularyCache: Sendable {
  private let mapping: MappingSet
  private let built = Mutex<[String: LayoutVocabulary]>([:])

  init(mapping: MappingSet) {
    self.mapping = mapping
  }

  /// The vocabulary of a layout; the first one to ask builds it, others wait.
  func vocabulary(for layout: Layout) -> LayoutVocabulary {
    built.withLock { vocabularies in
      if let vocabulary = vocabularies[layout.id] { return vocabulary }
      let vocabulary = LayoutVocabulary(layout: layout, mapping: mapping)
      vocabularies[layout.id] = vocabulary
      return vocabulary
    }
  }
}
