/// Glyphs that were drawn one behind the other without a gap: a word, a figure, a line of hanzi.
package enum GlyphRuns {
  /// Glyph sizes between the end of a glyph and the beginning of the next one, which may overlap a bit.
  private static let gap: Float = 0.12
  private static let overlap: Float = 0.08
  /// Glyph sizes between the baselines of one run.
  private static let sameBaseline: Float = 0.05

  /// Whether a glyph goes on with the word that the one drawn before it belongs to.
  package static func goesOn(_ last: Glyph, _ glyph: Glyph) -> Bool {
    guard last.turn == glyph.turn else { return false }
    let size = max(last.size, glyph.size)
    guard abs(last.baseline - glyph.baseline) <= sameBaseline * size else { return false }
    let distance =
      switch glyph.turn {
      case 1: glyph.top - last.bottom
      case 2: last.left - glyph.right
      case 3: last.top - glyph.bottom
      default: glyph.left - last.right
      }
    return distance <= gap * size && distance >= -overlap * size
  }
}

extension PageContent {
  /// Takes away the words of which nothing is shown; of others, the hidden end is kept.
  mutating func dropHiddenRuns() {
    guard glyphs.contains(where: \.isClipped) else { return }
    var kept: [Glyph] = []
    kept.reserveCapacity(glyphs.count)
    var start = 0
    for index in glyphs.indices {
      let isLast = index + 1 == glyphs.count
      guard isLast || !GlyphRuns.goesOn(glyphs[index], glyphs[index + 1]) else { continue }
      let run = glyphs[start...index]
      if run.contains(where: { !$0.isClipped }) { kept += run } else { unseen += run }
      start = index + 1
    }
    glyphs = kept
  }
}
