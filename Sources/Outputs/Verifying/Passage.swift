/// What stands at a place of a source and around it, in one way of reading it.
final class Passage {
  /// Without white space and what takes no room.
  let scalars: [Unicode.Scalar]
  /// Of each of ``scalars``, whether white space stands before it in the source.
  let isApart: [Bool]
  /// Of each of ``scalars``, how many characters stand before it in the source.
  private let offsets: [Int32]
  /// Where in ``scalars`` a quoted text must stand; nil where it may stand anywhere in them.
  let place: Range<Int>?

  /// The text at a place, of which a quoted text may be a part.
  init(_ text: some Sequence<Unicode.Scalar>) {
    (scalars, isApart, offsets) = Self.squeezed(text)
    place = nil
  }

  /// The text at a place with what stands before and behind it.
  init(
    _ text: some Sequence<Unicode.Scalar>, before: some Sequence<Unicode.Scalar>,
    behind: some Sequence<Unicode.Scalar>
  ) {
    (scalars, isApart, offsets) = Self.squeezed(Array(before) + Array(text) + Array(behind))
    let start = Self.squeezed(before).scalars.count
    place = start..<start + Self.squeezed(text).scalars.count
  }

  /// A text without white space, which readers join and break, and without marks that take no room.
  static func squeezed(
    _ text: some Sequence<Unicode.Scalar>
  ) -> (scalars: [Unicode.Scalar], isApart: [Bool], offsets: [Int32]) {
    var scalars: [Unicode.Scalar] = []
    var isApart: [Bool] = []
    var offsets: [Int32] = []
    var offset: Int32 = 0
    var isBehindSpace = false
    for scalar in text {
      defer { offset += 1 }
      if scalar.properties.isWhitespace {
        isBehindSpace = true
      } else if scalar != "\u{200B}", scalar != "\u{FEFF}" {
        scalars.append(scalar)
        isApart.append(isBehindSpace)
        offsets.append(offset)
        isBehindSpace = false
      }
    }
    return (scalars, isApart, offsets)
  }

  /// How a quoted text stands here.
  enum Standing: Comparable {
    case whole
    /// A digit, a separator, a sign or a unit of its number stands before or behind it.
    case cut
    case absent
  }

  /// How a quoted text stands here.
  ///
  /// - Parameters:
  ///   - quoted: the text, squeezed.
  ///   - figure: the figure that it is to be; nil for a text.
  ///   - start: where it is said to begin, which is looked at first; readers count a bit otherwise.
  ///   - effort: how many comparisons may still be made.
  /// - Returns: the best way in which it stands anywhere here.
  func standing(
    of quoted: [Unicode.Scalar], as figure: QuotedPlace.Figure?, near start: Int,
    effort: inout Int
  ) -> Standing {
    guard !quoted.isEmpty else { return .whole }
    if let place {
      guard scalars[place].elementsEqual(quoted) else { return .absent }
      return isWhole(place, as: figure) ? .whole : .cut
    }
    let near = position(behind: start - 4)
    let found = standing(of: quoted, as: figure, from: near..<near + 64, &effort)
    return found == .whole
      ? found : standing(of: quoted, as: figure, from: 0..<scalars.count, &effort)
  }

  private func standing(
    of quoted: [Unicode.Scalar], as figure: QuotedPlace.Figure?, from range: Range<Int>,
    _ effort: inout Int
  ) -> Standing {
    var best = Standing.absent
    var start = range.lowerBound
    while start < range.upperBound, start + quoted.count <= scalars.count, effort > 0 {
      effort -= 1
      if scalars[start] == quoted[0],
        scalars[start..<start + quoted.count].elementsEqual(quoted)
      {
        if isWhole(start..<start + quoted.count, as: figure) { return .whole }
        best = .cut
      }
      start += 1
    }
    return best
  }

  /// The first of ``scalars`` that has so many characters before it in the source.
  private func position(behind offset: Int) -> Int {
    var (low, high) = (0, offsets.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(offsets[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
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
