/// The figures that stand in the places of the formulas that were asked.
///
/// A place is a reference of a formula. Most hold one figure; one that is optional may hold none, and
/// `sum` and `children` hold all that they add up. Everything is in one list, so that what is kept of
/// a relation is a few plain numbers.
struct FoundFigures {
  /// Positions in the table of quantities, in the order in which the formulas name them.
  private(set) var positions: [Int] = []
  /// How many figures each place holds, in the same order.
  private(set) var counts: [Int32] = []

  /// How much of the lists is filled.
  struct End {
    var figures: Int
    var places: Int
  }

  /// The current end, to which ``forget(from:)`` may go back.
  var end: End { End(figures: positions.count, places: counts.count) }

  /// A place with one figure.
  mutating func append(_ position: Int) {
    positions.append(position)
    counts.append(1)
  }

  /// A place with these figures.
  mutating func append(_ several: [Int]) {
    positions += several
    counts.append(Int32(several.count))
  }

  /// A place without a figure.
  mutating func appendNothing() { counts.append(0) }

  /// A side that is this one figure.
  mutating func appendSide(_ position: Int) -> FoundSide {
    append(position)
    return FoundSide(figures: positions.count - 1..<positions.count, firstPlace: counts.count - 1)
  }

  /// Removes what was appended since.
  mutating func forget(from end: End) {
    positions.removeLast(positions.count - end.figures)
    counts.removeLast(counts.count - end.places)
  }

  /// Moves what was appended since `middle` before what was appended since `start`.
  mutating func moveLast(since middle: End, before start: End) {
    Self.exchange(&positions, start.figures, middle.figures)
    Self.exchange(&counts, start.places, middle.places)
  }

  /// In place: slices of arrays would be copied.
  private static func exchange<Element>(_ list: inout [Element], _ start: Int, _ middle: Int) {
    let end = list.count
    reverse(&list, start, middle)
    reverse(&list, middle, end)
    reverse(&list, start, end)
  }

  private static func reverse<Element>(_ list: inout [Element], _ start: Int, _ end: Int) {
    var (first, last) = (start, end - 1)
    while first < last {
      list.swapAt(first, last)
      first += 1
      last -= 1
    }
  }
}

/// What was found for one side of a formula.
struct FoundSide {
  /// Its figures in ``FoundFigures/positions``.
  var figures: Range<Int>
  /// Its first place in ``FoundFigures/counts``.
  var firstPlace: Int
  /// An optional figure is not printed.
  var lacksPart = false
  /// It adds up a list that nothing proves to be complete.
  var isListing = false
}
