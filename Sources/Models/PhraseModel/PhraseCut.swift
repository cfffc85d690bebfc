/// Cuts a phrase into words: as few unknown characters as can be, then as few words.
///
/// Greedy search from the left would cut «公共安全» at «共» and «计划生育» at «计»: a morpheme of one
/// character beside text that nobody knows is taken for no morpheme.
package enum PhraseCut {
  /// A word, or a run of characters that no word covers (`word` is nil).
  package struct Piece: Sendable, Equatable {
    /// Where it stands.
    package var range: Range<Int>
    /// What it is.
    package var word: PhraseVocabulary.Word?
  }

  /// What the last piece before a place was.
  private enum Last: Int { case known, tight, unknown }

  private struct Step {
    var cost = Int.max
    /// Where the last piece began, and what stood before it.
    var start = 0
    var before = Last.known
    /// The place of its word among those found; -1 for unknown text. Words hold texts, and steps are copied
    /// often.
    var word: Int32 = -1
  }

  private static let unknownCost = 1 << 12
  /// What a lone character costs beside unknown text: as much as two unknown ones.
  private static let tightCost = 2 << 12

  /// The pieces of a range of UTF-8 text, in order. Linear in the text for words of bounded length.
  ///
  /// `choose`: which of the words of one text holds here; nil where none does.
  package static func pieces(
    of text: [UInt8], in range: Range<Int>, by vocabulary: PhraseVocabulary,
    choose: ([PhraseVocabulary.Word]) -> PhraseVocabulary.Word?
  ) -> [Piece] {
    let count = range.count
    guard count > 0 else { return [] }
    var found: [PhraseVocabulary.Word] = []
    var steps = [Step](repeating: Step(), count: (count + 1) * 3)
    steps[Last.known.rawValue].cost = 0
    for offset in 0..<count {
      let here = offset * 3
      guard steps[here..<here + 3].contains(where: { $0.cost < Int.max }) else { continue }
      let position = range.lowerBound + offset
      let length = characterLength(text[position])
      for last in [Last.known, .tight, .unknown] {
        let cost = steps[here + last.rawValue].cost
        guard cost < Int.max else { continue }
        let beside = last == .tight ? tightCost : 0
        reach(
          min(count, offset + length), .unknown,
          cost + unknownCost + beside + (last == .unknown ? 0 : 1), from: offset, last, -1, &steps)
      }
      vocabulary.forEachWord(in: text, at: position, end: range.upperBound) { end, words in
        guard let word = choose(words) else { return }
        found.append(word)
        let place = Int32(found.count - 1)
        var isTight = false
        if case .morpheme(let number) = word {
          isTight = vocabulary.lexicon.morphemes[number].isTight
        }
        for last in [Last.known, .tight, .unknown] {
          let cost = steps[here + last.rawValue].cost
          guard cost < Int.max else { continue }
          let beside = isTight && last == .unknown ? tightCost : 0
          reach(
            end - range.lowerBound, isTight ? .tight : .known, cost + 1 + beside, from: offset,
            last,
            place, &steps)
        }
      }
    }
    return walk(steps, of: found, count: count, from: range.lowerBound)
  }

  private static func reach(
    _ end: Int, _ last: Last, _ cost: Int, from start: Int, _ before: Last,
    _ word: Int32, _ steps: inout [Step]
  ) {
    let place = end * 3 + last.rawValue
    if cost < steps[place].cost {
      steps[place] = Step(cost: cost, start: start, before: before, word: word)
    }
  }

  private static func walk(
    _ steps: [Step], of found: [PhraseVocabulary.Word], count: Int, from origin: Int
  ) -> [Piece] {
    var pieces: [Piece] = []
    var end = count
    var last =
      [Last.known, .tight, .unknown].min {
        steps[count * 3 + $0.rawValue].cost < steps[count * 3 + $1.rawValue].cost
      } ?? .known
    while end > 0 {
      let step = steps[end * 3 + last.rawValue]
      let range = origin + step.start..<origin + end
      let word = step.word < 0 ? nil : found[Int(step.word)]
      if word == nil, let next = pieces.last, next.word == nil {
        pieces[pieces.count - 1].range = range.lowerBound..<next.range.upperBound
      } else {
        pieces.append(Piece(range: range, word: word))
      }
      end = step.start
      last = step.before
    }
    return pieces.reversed()
  }

  private static func characterLength(_ lead: UInt8) -> Int {
    switch lead {
    case ..<0xC0: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }
}
