/// All words that a phrase may be cut into: the morphemes of the lexicon, the labels of a layout and the
/// names of a classification.
package struct PhraseVocabulary: Sendable {
  /// What a word is.
  package enum Word: Sendable, Equatable {
    /// The number of a morpheme of the lexicon.
    case morpheme(Int)
    /// A label of the layout, by a number of the layout's own.
    case label(Int)
    /// The name of a functional class (类).
    case functionClass(String)
    /// The name of a functional category or item (款, 项).
    case functionItem(String)
    /// The name of an economic class or item.
    case economicItem(String)
  }

  /// The morphemes and frames.
  package let lexicon: Lexicon
  private var trie = PhraseTrie<Word>()

  /// The words of a lexicon, to which others may be added.
  package init(lexicon: Lexicon) {
    self.lexicon = lexicon
    for (number, morpheme) in lexicon.morphemes.enumerated() {
      trie.insert(morpheme.text, .morpheme(number))
    }
  }

  /// Adds a word in matching form.
  package mutating func insert(_ text: String, _ word: Word) { trie.insert(text, word) }

  /// Calls `body` for each word that begins at a place, the shortest first.
  package func forEachWord(
    in text: [UInt8], at position: Int, end: Int, _ body: (_ end: Int, _ words: [Word]) -> Void
  ) {
    trie.forEachMatch(in: text, at: position, end: end, body)
  }
}
