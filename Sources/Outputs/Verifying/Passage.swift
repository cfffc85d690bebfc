/// What stands at a place of a source and around it, in one way of reading it.
final class Passage {
  /// Without white space and what takes no room.
  let scalars: [Unicode.Scalar]
  /// Of each of ``scalars``, whether white space stands before it in the source.
  let isApart: [Bool]
  /// Where in ``scalars`` a quoted text must stand; nil where it may stand anywhere in them.
  let place: Range<Int>?

  /// The text at a place, of which a quoted text may be a part.
  init(_ text: some Sequence<Unicode.Scalar>) {
    (scalars, isApart) = Self.squeezed(text)
    place = nil
  }

  /// The text at a place with what stands before and behind it.
  init(
    _ text: some Sequence<Unicode.Scalar>, before: some Sequence<Unicode.Scalar>,
    behind: some Sequence<Unicode.Scalar>
  ) {
    (scalars, isApart) = Self.squeezed(Array(before) + Array(text) + Array(behind))
    let start = Self.squeezed(before).scalars.count
    place = start..<start + Self.squeezed(text).scalars.count
  }

  /// A text without white space, which readers join and break, and without marks that take no room.
  static func squeezed(
    _ text: some Sequence<Unicode.Scalar>
  ) -> (scalars: [Unicode.Scalar], isApart: [Bool]) {
    var scalars: [Unicode.Scalar] = []
    var isApart: [Bool] = []
    var isBehindSpace = false
    for scalar in text {
      if scalar.properties.isWhitespace {
        isBehindSpace = true
      } else if scalar != "\u{200B}", scalar != "\u{FEFF}" {
        scalars.append(scalar)
        isApart.append(isBehindSpace)
        isBehindSpace = false
      }
    }
    return (scalars, isApart)
  }

  /// How a quoted text stands here.
  enum Standing: Comparable {
    case whole
    /// A digit, a separator, a sign or a unit of its number stands before or behind it.
    case cut
    case absent
  }

  /// How a quoted text stands here; `figure` is the figure that it is to be, nil for a text, and `effort`
  /// how many comparisons may still be made.
  func standing(
    of quoted: [Unicode.Scalar], as figure: QuotedPlace.Figure?, effort: inout Int
  ) -> Standing {
    guard let first = quoted.first else { return .whole }
    if let place {
      guard scalars[place].elementsEqual(quoted) else { return .absent }
      return isWhole(place, as: figure) ? .whole : .cut
    }
    var best = Standing.absent
    var start = 0
    while start + quoted.count <= scalars.count, effort > 0 {
      effort -= 1
      if scalars[start] == first, scalars[start..<start + quoted.count].elementsEqual(quoted) {
        if isWhole(start..<start + quoted.count, as: figure) { return .whole }
        best = .cut
      }
      start += 1
    }
    return best
  }

  private func isWhole(_ range: Range<Int>, as figure: QuotedPlace.Figure?) -> Bool {
    guard let figure else { return true }
    let isApartBehind = range.upperBound == scalars.count || isApart[range.upperBound]
    return NumberBounds(
      before: isApart[range.lowerBound] ? [] : scalars[..<range.lowerBound].suffix(16),
      quoted: scalars[range],
      behind: isApartBehind ? [] : scalars[range.upperBound...].prefix(16)
    ).areWhole(figure)
  }
}
