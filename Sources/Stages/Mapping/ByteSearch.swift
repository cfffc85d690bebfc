/// Searches in UTF-8 text. The standard library's search for a collection in a collection is generic
/// and costs many times as much.
enum ByteSearch {
  /// The first place of a word in a range of the text; nil where it is not there.
  static func firstRange(of word: [UInt8], in range: Range<Int>, of text: [UInt8]) -> Range<Int>? {
    guard let first = word.first, range.count >= word.count else { return nil }
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    // Safe: the range lies in the text by the precondition, and `last` leaves room for the whole
    // word.
    return text.withUnsafeBufferPointer { text in
      // The first byte of a hanzi is that of a thousand others; the second one tells more.
      let second = word.count > 1 ? word[1] : nil
      var index = range.lowerBound
      let last = range.upperBound - word.count
      while index <= last {
        if text[index] == first, second.map({ text[index + 1] == $0 }) ?? true {
          var offset = 1
          while offset < word.count, text[index + offset] == word[offset] { offset += 1 }
          if offset == word.count { return index..<index + word.count }
        }
        index += 1
      }
      return nil
    }
  }

  /// The first of some words that is anywhere in the text, which is read once.
  static func first(of words: [String], in text: [UInt8]) -> String? {
    let bytes = words.map { Array($0.utf8) }
    var isLead = Array(repeating: false, count: 256)
    for word in bytes { if let lead = word.first { isLead[Int(lead)] = true } }
    var best = words.count
    for index in text.indices where isLead[Int(text[index])] {
      for number in 0..<best {
        let word = bytes[number]
        guard word.count <= text.count - index else { continue }
        var offset = 0
        while offset < word.count, text[index + offset] == word[offset] { offset += 1 }
        if offset == word.count {
          best = number
          break
        }
      }
    }
    return best < words.count ? words[best] : nil
  }

  /// Whether a word is anywhere in the text.
  static func contains(_ word: [UInt8], in text: [UInt8]) -> Bool {
    firstRange(of: word, in: text.indices, of: text) != nil
  }
}
