/// A few words in matching form, to be compared with cells: made bytes once, and compared by their
/// lengths first.
struct WordList: Sendable {
  private let words: [[UInt8]]

  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
  }

  /// Whether a text is one of them.
  func contains(_ text: ArraySlice<UInt8>) -> Bool {
    words.contains { $0.count == text.count && text.elementsEqual($0) }
  }

  /// Whether one of them stands anywhere within a stretch of a text.
  func occurs(in range: Range<Int>, of text: [UInt8]) -> Bool {
    words.contains { word in
      word.count <= range.count && ByteSearch.firstRange(of: word, in: range, of: text) != nil
    }
  }
}
