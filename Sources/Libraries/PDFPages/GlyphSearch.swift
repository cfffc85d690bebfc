/// Finds where a text that a reader took from a page is drawn on it.
package struct GlyphSearch {
  private let glyphs: [Glyph]

  package init(_ content: PageContent) { glyphs = content.glyphs }

  /// One line's part of a range; points from the top-left corner of the page.
  package struct Piece: Equatable {
    package var left: Float
    package var top: Float
    package var right: Float
    package var bottom: Float
    /// On the page behind the one that was asked.
    package var isOnNextPage: Bool

    package init(left: Float, top: Float, right: Float, bottom: Float, isOnNextPage: Bool) {
      self.left = left
      self.top = top
      self.right = right
      self.bottom = bottom
      self.isOnNextPage = isOnNextPage
    }
  }

  /// Where a paragraph's box ends, how many glyphs of others may lie in it, at most; this also bounds
  /// the search.
  private static let strangers = 400

  /// The pieces of each range of a text whose glyphs lie within `box`, and on the next page where it
  /// goes on there; nil for all where the glyphs do not spell the text. Ranges are code points of
  /// the text, a box is left, top, right, bottom in points.
  package func pieces(
    of ranges: [Range<Int>], in text: String, within box: (Float, Float, Float, Float),
    next: GlyphSearch?
  ) -> [[Piece]]? {
    let scalars = Array(text.unicodeScalars)
    let positions = scalars.indices.filter { !Self.isBlank(scalars[$0]) }
    let printed = positions.map { scalars[$0] }
    guard !printed.isEmpty else { return nil }
    let within = glyphs.filter { glyph in
      let (x, y) = glyph.center
      return x >= box.0 - 1 && x <= box.2 + 1 && y >= box.1 - 1 && y <= box.3 + 1
    }
    for order in [within, Self.inLines(within)] {
      guard let found = Self.spelled(printed, by: order, next: next?.glyphs) else { continue }
      var glyphOf: [Int: (glyph: Glyph, isNext: Bool)] = [:]
      for (position, glyph) in zip(positions, found) { glyphOf[position] = glyph }
      return ranges.map { range in Self.joined(range.compactMap { glyphOf[$0] }) }
    }
    return nil
  }

  /// The glyphs that spell a text, the first of them in `order`.
  private static func spelled(
    _ text: [Unicode.Scalar], by order: [Glyph], next: [Glyph]?
  ) -> [(glyph: Glyph, isNext: Bool)]? {
    let scalars = order.map(\.scalar)
    if order.count >= text.count, order.count - text.count <= strangers,
      let start = first(text[...], in: scalars)
    {
      return order[start..<start + text.count].map { ($0, false) }
    }
    // A page's end tears the paragraph: what lies here is its beginning, the rest is on the next.
    guard let next, order.count < text.count + strangers, !order.isEmpty else { return nil }
    for start in 0..<min(order.count, strangers) where scalars[start] == text[0] {
      let head = scalars[start...]
      guard head.count < text.count, head.elementsEqual(text[..<head.count]) else { continue }
      let rest = text[head.count...]
      for continued in [next, inLines(next)] {
        guard let at = first(rest, in: continued.map(\.scalar)) else { continue }
        return order[start...].map { ($0, false) }
          + continued[at..<at + rest.count].map { ($0, true) }
      }
    }
    return nil
  }

  private static func first(
    _ needle: ArraySlice<Unicode.Scalar>, in text: [Unicode.Scalar]
  ) -> Int? {
    guard let initial = needle.first, needle.count <= text.count else { return nil }
    let last = min(text.count - needle.count, strangers * 4)
    return (0...last).first { start in
      text[start] == initial && text[start..<start + needle.count].elementsEqual(needle)
    }
  }

  private static func inLines(_ glyphs: [Glyph]) -> [Glyph] {
    // Baselines by steps, so that the order is one: nearness alone is not transitive.
    var lines: [(baseline: Float, glyphs: [Glyph])] = []
    for glyph in glyphs.sorted(by: { $0.baseline < $1.baseline }) {
      if let line = lines.last, glyph.baseline - line.baseline <= glyph.size / 2 {
        lines[lines.count - 1].glyphs.append(glyph)
      } else {
        lines.append((glyph.baseline, [glyph]))
      }
    }
    return lines.flatMap { $0.glyphs.sorted { $0.left < $1.left } }
  }

  /// Neighbours on one line share a piece.
  private static func joined(_ glyphs: [(glyph: Glyph, isNext: Bool)]) -> [Piece] {
    var pieces: [Piece] = []
    var baseline: Float = -.infinity
    for (glyph, isNext) in glyphs {
      if abs(glyph.baseline - baseline) < glyph.size / 2, let last = pieces.last,
        last.isOnNextPage == isNext
      {
        pieces[pieces.count - 1] = Piece(
          left: min(last.left, glyph.left), top: min(last.top, glyph.top),
          right: max(last.right, glyph.right), bottom: max(last.bottom, glyph.bottom),
          isOnNextPage: isNext)
      } else {
        pieces.append(
          Piece(
            left: glyph.left, top: glyph.top, right: glyph.right, bottom: glyph.bottom,
            isOnNextPage: isNext))
        baseline = glyph.baseline
      }
    }
    return pieces
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x2000...0x200F).contains(scalar.value)
      || scalar.value == 0xFEFF || scalar.value < 0x20
  }
}
