/// Stretches that copying sites and word processors leave in a text and that are not part of it.
/// Each function gives the end of the stretch that begins at a position, or nil.
enum SourceNoise {
  /// A reading in Pinyin, which a mirror sets behind a Han character: «(cái)», or «(hu» where the
  /// end of the text cuts it.
  static func pinyin(
    _ source: borrowing Span<UInt8>, fromBracket position: Int, before end: Int
  ) -> Int? {
    var place = readScalar(source, at: position, before: end).end
    var letters = 0
    var hasVowel = false
    while place < end {
      let scalar = readScalar(source, at: place, before: end)
      switch scalar.value {
      // Tone marks that stand apart from their vowel.
      case 0x300, 0x301, 0x304, 0x308, 0x30C: break
      case 0x29, 0xFF09: return letters > 0 && hasVowel ? scalar.end : nil
      default:
        guard let isVowel = pinyinLetters[scalar.value] else { return nil }
        hasVowel = hasVowel || isVowel
        letters += 1
      }
      // No syllable is longer than «zhuang».
      if letters > 6 || scalar.end - position > 40 { return nil }
      place = scalar.end
    }
    return letters > 0 ? end : nil
  }

  /// A field code or a mark of Word that an export wrote out: «[bookmark: _GoBack]»,
  /// «PAGEREF _Toc25831 \h 3», «Deleted: ».
  static func debris(
    _ source: borrowing Span<UInt8>, from position: Int, before end: Int
  ) -> Int? {
    let bracket = UInt8(ascii: "[")
    if source[position] != bracket, position > 0, isLetter(source[position - 1]) { return nil }
    var place = position
    switch source[position] {
    case bracket:
      guard skip("[bookmark:", source, &place, end) else { return nil }
      // Word's names have up to 40 characters.
      let limit = min(end, place + 160)
      while place < limit {
        place += 1
        if source[place - 1] == UInt8(ascii: "]") { return place }
      }
      return nil
    case UInt8(ascii: "D"):
      return skip("Deleted:", source, &place, end) ? place : nil
    default:
      guard skip("PAGEREF", source, &place, end) else { return nil }
      skipSpaces(source, &place, end)
      guard skip("_Toc", source, &place, end) else { return nil }
      skipDigits(source, &place, end)
      let name = place
      skipSpaces(source, &place, end)
      if place < end, source[place] == UInt8(ascii: "\\") { place += 1 }
      guard skip("h", source, &place, end) else { return name }
      let flag = place
      skipSpaces(source, &place, end)
      let digits = place
      skipDigits(source, &place, end)
      return place > digits ? place : flag
    }
  }

  private static func skip(
    _ word: StaticString, _ source: borrowing Span<UInt8>, _ place: inout Int, _ end: Int
  ) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end - place >= count else { return false }
    var matches = true
    // Safe: `count` is that of the word, and so many bytes are left in the source.
    word.withUTF8Buffer { bytes in
      // Short words: the whole of it is compared.
      for offset in 0..<count where source[place + offset] != bytes[offset] { matches = false }
    }
    if matches { place += count }
    return matches
  }

  private static func skipSpaces(
    _ source: borrowing Span<UInt8>, _ place: inout Int, _ end: Int
  ) {
    while place < end, source[place] == 0x20 || source[place] == 0x09 { place += 1 }
  }

  private static func skipDigits(
    _ source: borrowing Span<UInt8>, _ place: inout Int, _ end: Int
  ) {
    while place < end, 0x30...0x39 ~= source[place] { place += 1 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20
  }

  /// The letters of Pinyin, and whether each is a vowel.
  private static let pinyinLetters: [UInt32: Bool] = {
    var letters: [UInt32: Bool] = [:]
    for scalar in "bcdfghjklmnpqrstvwxyzɡńňǹḿ".unicodeScalars { letters[scalar.value] = false }
    for scalar in "aeiouāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜêɑ".unicodeScalars {
      letters[scalar.value] = true
    }
    return letters
  }()
}
