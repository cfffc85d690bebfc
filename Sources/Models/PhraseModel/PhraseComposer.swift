internal import ValueModel

/// Reads noun phrases by a vocabulary: titles, headings, heads of columns, labels of rows.
package struct PhraseComposer: Sendable {
  /// What a phrase may be cut into.
  package let vocabulary: PhraseVocabulary

  /// A composer of a vocabulary.
  package init(_ vocabulary: PhraseVocabulary) { self.vocabulary = vocabulary }

  private var lexicon: Lexicon { vocabulary.lexicon }

  /// The reading of a stretch of matching form.
  ///
  /// Numbers of lists, «其中:», a unit in a bracket at the end and years are taken off first: what is left is
  /// cut into words.
  ///
  /// `around`: what stands around the phrase, as for ``Lexicon/naming(of:around:where:)``.
  /// `choose`: which of several words of one text holds here; by default the morpheme.
  package func reading(
    of text: [UInt8], in whole: Range<Int>, around: FeatureSet = FeatureSet(),
    choose: ([PhraseVocabulary.Word]) -> PhraseVocabulary.Word? = Self.morpheme
  ) -> PhraseReading {
    var reading = PhraseReading()
    var range = trimmed(whole, of: text)
    stripFront(&range, of: text, &reading)
    stripBack(&range, of: text, &reading)
    var start = range.lowerBound
    var stretches: [Range<Int>] = []
    while let year = Self.year(in: start..<range.upperBound, of: text) {
      if reading.year == nil { reading.year = year.value }
      stretches.append(start..<year.range.lowerBound)
      start = year.range.upperBound
    }
    stretches.append(start..<range.upperBound)
    for stretch in stretches where !stretch.isEmpty {
      reading.pieces += PhraseCut.pieces(of: text, in: stretch, by: vocabulary, choose: choose)
    }
    settle(&reading, around: around)
    return reading
  }

  /// The morpheme among words of one text.
  @Sendable package static func morpheme(
    _ words: [PhraseVocabulary.Word]
  ) -> PhraseVocabulary.Word? {
    words.first { if case .morpheme = $0 { true } else { false } }
  }

  // MARK: Alternatives

  /// Joins the features of the pieces; of morphemes with several readings those that name a concept and
  /// leave least of the phrase unsaid.
  private func settle(_ reading: inout PhraseReading, around: FeatureSet) {
    var words: [[FeatureSet]] = []
    for piece in reading.pieces {
      switch piece.word {
      case .morpheme(let number): words.append(lexicon.morphemes[number].readings)
      case .label(let label): reading.labels.append(label)
      case .functionClass, .functionItem, .economicItem:
        if let word = piece.word { reading.names.append(word) }
      case nil: reading.unknown.append(piece.range)
      }
    }
    reading.features = lexicon.joined(words, around: around)
  }

  // MARK: Marks around the phrase

  private func trimmed(_ range: Range<Int>, of text: [UInt8]) -> Range<Int> {
    var range = range
    while let first = range.first, text[first] == 0x20 { range = first + 1..<range.upperBound }
    while let last = range.last, text[last] == 0x20 || text[last] == UInt8(ascii: ":") {
      range = range.lowerBound..<last
    }
    return range
  }

  private func stripFront(
    _ range: inout Range<Int>, of text: [UInt8], _ reading: inout PhraseReading
  ) {
    // A number, «其中:», a number behind it: no phrase has more.
    for _ in 0..<3 {
      let slice = text[range]
      if let number = ListNumber(in: slice, as: .heading), number.end < range.upperBound {
        reading.number = reading.number ?? Self.level(of: number.form)
        range = number.end..<range.upperBound
      } else if let end = Self.end(of: ["其中:", "其中"], at: range, in: text) {
        reading.isPart = true
        range = end..<range.upperBound
      } else if let end = Self.end(of: ["减:"], at: range, in: text) {
        reading.isSubtracted = true
        range = end..<range.upperBound
      } else if let end = Self.end(of: ["加:"], at: range, in: text) {
        range = end..<range.upperBound
      } else {
        break
      }
    }
  }

  private static func level(of form: ListNumber.Form) -> Int {
    switch form {
    case .part: 0
    case .chinese: 1
    case .bracketedChinese: 2
    case .arabic: 3
    case .bracketedArabic: 4
    }
  }

  /// Takes brackets off the end: a unit («(万元)»), a number of a part («(一)», «(续)»).
  private func stripBack(
    _ range: inout Range<Int>, of text: [UInt8], _ reading: inout PhraseReading
  ) {
    for _ in 0..<2 {
      guard range.last.map({ text[$0] == UInt8(ascii: ")") }) ?? false,
        let open = text[range].lastIndex(of: UInt8(ascii: "(")), open > range.lowerBound
      else { return }
      var inner = open + 1..<range.upperBound - 1
      if let end = Self.end(of: ["单位:", "金额单位:"], at: inner, in: text) {
        inner = end..<inner.upperBound
      }
      if let unit = lexicon.unit(of: text[inner]) {
        reading.unit = reading.unit ?? unit
      } else if !Self.isPartNumber(text[inner]) {
        return
      }
      range = range.lowerBound..<open
    }
  }

  private static func isPartNumber(_ text: ArraySlice<UInt8>) -> Bool {
    if text.elementsEqual("续".utf8) || text.elementsEqual("续表".utf8) { return true }
    if text.count <= 2, !text.isEmpty, text.allSatisfy({ (0x30...0x39).contains($0) }) {
      return true
    }
    return !text.isEmpty
      && ChineseNumeral.end(
        ofRunAt: text.startIndex, in: text, among: [.digits, .ten], most: 3) == text.endIndex
  }

  private static func end(of words: [String], at range: Range<Int>, in text: [UInt8]) -> Int? {
    for word in words where range.count > word.utf8.count && text[range].starts(with: word.utf8) {
      return range.lowerBound + word.utf8.count
    }
    return nil
  }

  /// The first «2024年», «2024年度» of a range.
  static func year(
    in range: Range<Int>, of text: [UInt8]
  ) -> (value: Int, range: Range<Int>)? {
    var index = range.lowerBound
    while index + 4 <= range.upperBound {
      guard (0x30...0x39).contains(text[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < range.upperBound, (0x30...0x39).contains(text[end]) { end += 1 }
      let value = end - index == 4 ? text[index..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) } : 0
      if (1949...2100).contains(value) {
        for word in ["年度", "年"] where text[end..<range.upperBound].starts(with: word.utf8) {
          // «2017年初», «2017年末»: the point of time keeps its «年».
          let behind = end + word.utf8.count
          let isPoint = ["初", "末", "底", "终"].contains {
            text[behind..<range.upperBound].starts(with: $0.utf8)
          }
          return (value, index..<(isPoint ? end : behind))
        }
        if end == range.upperBound { return (value, index..<end) }
      }
      index = end
    }
    return nil
  }
}
