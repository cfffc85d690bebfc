/// Finds where a text that a reader took from a page is drawn on it.
package struct GlyphSearch {
  private let glyphs: [Glyph]

  package init(_ content: PageContent) { glyphs = content.glyphs }

  /// The boxes (left, top, right, bottom in points, one a line) of each range of a text whose glyphs
  /// lie within `box`; nil for all where the glyphs there do not spell the text, which may go on
  /// over the page's end.
  ///
  /// - Parameter ranges: code points of `text`.
  package func boxes(
    of ranges: [Range<Int>], in text: String, within box: (Float, Float, Float, Float)
  ) -> [[(Float, Float, Float, Float)]]? {
    let scalars = Array(text.unicodeScalars)
    let printed = scalars.indices.filter { !Self.isBlank(scalars[$0]) }
    guard !printed.isEmpty else { return nil }
    let within = glyphs.filter { glyph in
      let (x, y) = glyph.center
      return x >= box.0 - 1 && x <= box.2 + 1 && y >= box.1 - 1 && y <= box.3 + 1
    }
    for order in [within, Self.inLines(within)] {
      // A paragraph's box holds hardly more than its own glyphs; this also bounds the search.
      guard order.count >= printed.count, order.count - printed.count <= 400,
        let start = Self.first(printed.map { scalars[$0] }, in: order.map(\.scalar))
      else { continue }
      var glyphOf: [Int: Glyph] = [:]
      for (offset, position) in printed.enumerated() { glyphOf[position] = order[start + offset] }
      return ranges.map { range in Self.joined(range.compactMap { glyphOf[$0] }) }
    }
    return nil
  }

  private static func first(_ needle: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
    guard needle.count <= text.count else { return nil }
    return (0...(text.count - needle.count)).first { start in
      text[start] == needle[0] && text[start..<start + needle.count].elementsEqual(needle)
    }
  }

  private static func inLines(_ glyphs: [Glyph]) -> [Glyph] {
    glyphs.sorted { first, second in
      abs(first.baseline - second.baseline) > min(first.size, second.size) / 2
        ? first.baseline < second.baseline : first.left < second.left
    }
  }

  /// Neighbours on one line share a box.
  private static func joined(_ glyphs: [Glyph]) -> [(Float, Float, Float, Float)] {
    var boxes: [(Float, Float, Float, Float)] = []
    var baseline: Float = -.infinity
    for glyph in glyphs {
      if abs(glyph.baseline - baseline) < glyph.size / 2, let last = boxes.last {
        boxes[boxes.count - 1] = (
          min(last.0, glyph.left), min(last.1, glyph.top), max(last.2, glyph.right),
          max(last.3, glyph.bottom)
        )
      } else {
        boxes.append((glyph.left, glyph.top, glyph.right, glyph.bottom))
        baseline = glyph.baseline
      }
    }
    return boxes
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x2000...0x200F).contains(scalar.value)
      || scalar.value == 0xFEFF || scalar.value < 0x20
  }
}
