/// Looks for words byte by byte. The texts are normalized already; `String` would normalize them again
/// before it compares them, which costs ten times as much.
extension String {
  /// Whether a word stands anywhere in it.
  func holds(_ word: String) -> Bool {
    var (text, word) = (self, word)
    // Safe: borrowed within the closures; the word is no longer than the text, so each slice lies
    // in it.
    return text.withUTF8 { text in
      word.withUTF8 { word in
        guard let lead = word.first else { return true }
        guard text.count >= word.count else { return false }
        for start in 0...(text.count - word.count) where text[start] == lead {
          if text[start..<(start + word.count)].elementsEqual(word) { return true }
        }
        return false
      }
    }
  }

  /// Whether it begins with a word.
  func begins(with word: String) -> Bool { utf8.starts(with: word.utf8) }

  /// Whether it ends with a word.
  func ends(with word: String) -> Bool {
    utf8.count >= word.utf8.count && utf8.suffix(word.utf8.count).elementsEqual(word.utf8)
  }

  /// Whether it is a word.
  func isExactly(_ word: String) -> Bool {
    utf8.count == word.utf8.count && utf8.elementsEqual(word.utf8)
  }
}
