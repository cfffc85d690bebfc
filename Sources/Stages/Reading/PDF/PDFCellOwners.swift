internal import PDFPages

/// Tells to which cell of a grid each glyph belongs.
///
/// A word that reaches beyond the line of its cell is not cut there: it belongs to the cell in which most
/// of it stands, as it does for whoever looks at the page.
enum PDFCellOwners {
  /// Per glyph, in the order in which they were drawn, the cell; -1 for none. `cell` tells in which one
  /// its middle lies.
  static func owners(of glyphs: [Glyph], cell: (Glyph) -> Int) -> [Int] {
    var owners = glyphs.map(cell)
    var start = 0
    for index in glyphs.indices {
      if index + 1 < glyphs.count, goesOn(at: index, glyphs, owners) { continue }
      settle(start...index, glyphs, &owners)
      start = index + 1
    }
    // A mark that hangs over the edge belongs to the word it was drawn behind.
    for index in glyphs.indices.dropFirst() where hangs(glyphs[index], behind: glyphs[index - 1]) {
      if owners[index - 1] >= 0 { owners[index] = owners[index - 1] }
    }
    return owners
  }

  /// Whether a glyph and the next one are of one word. A label that ends at a line and a figure that
  /// begins there are two, and so are labels that were drawn each for itself.
  private static func goesOn(at index: Int, _ glyphs: [Glyph], _ owners: [Int]) -> Bool {
    let (glyph, next) = (glyphs[index], glyphs[index + 1])
    guard GlyphRuns.goesOn(glyph, next) else { return false }
    if owners[index] == owners[index + 1] { return true }
    return isOfFigure(glyph) == isOfFigure(next) && (isOfFigure(next) || !next.begins)
  }

  private static func isOfFigure(_ glyph: Glyph) -> Bool {
    switch glyph.scalar {
    case "0"..."9", ".", ",", "-", "%": true
    default: false
    }
  }

  /// Gives a word to the cell that holds most of what is shown of it.
  private static func settle(_ run: ClosedRange<Int>, _ glyphs: [Glyph], _ owners: inout [Int]) {
    guard let first = owners[run].first, owners[run].contains(where: { $0 != first }) else {
      return
    }
    var counts: [(owner: Int, count: Int)] = []
    for index in run where !glyphs[index].isClipped {
      if let known = counts.indices.last, counts[known].owner == owners[index] {
        counts[known].count += 1
      } else {
        counts.append((owners[index], 1))
      }
    }
    guard let most = counts.map(\.count).max(), let best = counts.first(where: { $0.count == most })
    else { return }
    for index in run { owners[index] = best.owner }
  }

  private static let hangingMarks: Set<Unicode.Scalar> = [
    "，", "。", "；", "、", "：", "）", "”", "》", "！", "？",
  ]

  private static func hangs(_ glyph: Glyph, behind last: Glyph) -> Bool {
    hangingMarks.contains(glyph.scalar) && glyph.baseline == last.baseline
      && abs(glyph.left - last.right) < PDFTolerances.hangingMark * glyph.size
  }
}
