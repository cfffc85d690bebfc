internal import PDFPages

/// Tells to which cell of a grid each glyph belongs.
///
/// A word that reaches beyond the line of its cell is not cut there: it belongs to the cell in which most
/// of it stands, as it does for whoever looks at the page. Of a figure that must be certain; where it is
/// not, the figure is in doubt.
struct PDFCellOwners {
  /// Per glyph, in the order in which they were drawn, the cell; -1 for none.
  private(set) var owners: [Int]
  /// Glyphs before which a hole stands, since nobody can tell whose the figure is that they begin.
  private(set) var holes: [Int] = []

  private let glyphs: [Glyph]
  /// By cell, how many digits have their middle in it.
  private var digits: [Int: Int] = [:]

  /// `cell` tells in which cell the middle of a glyph lies.
  init(of glyphs: [Glyph], cell: (Glyph) -> Int) {
    self.glyphs = glyphs
    owners = glyphs.map(cell)
    for (glyph, owner) in zip(glyphs, owners) where Self.isDigit(glyph) {
      digits[owner, default: 0] += 1
    }
    var start = 0
    for index in glyphs.indices {
      if index + 1 < glyphs.count, goesOn(at: index) { continue }
      settle(start...index)
      start = index + 1
    }
    // A mark that hangs over the edge belongs to the word it was drawn behind.
    for index in glyphs.indices.dropFirst()
    where Self.hangs(glyphs[index], behind: glyphs[index - 1]) {
      if owners[index - 1] >= 0 { owners[index] = owners[index - 1] }
    }
  }

  /// Whether a glyph and the next one are of one word. A label that ends at a line and a figure that
  /// begins there are two, and so are labels that were drawn each for itself.
  private func goesOn(at index: Int) -> Bool {
    let (glyph, next) = (glyphs[index], glyphs[index + 1])
    guard GlyphRuns.goesOn(glyph, next) else { return false }
    if owners[index] == owners[index + 1] { return true }
    return Self.isOfFigure(glyph) == Self.isOfFigure(next)
      && (Self.isOfFigure(next) || !next.begins)
  }

  private static func isOfFigure(_ glyph: Glyph) -> Bool {
    switch glyph.scalar {
    case "0"..."9", ".", ",", "-", "%": true
    default: false
    }
  }

  private static func isDigit(_ glyph: Glyph) -> Bool { ("0"..."9").contains(glyph.scalar) }

  // MARK: Words over lines

  /// Gives a word to the cell that holds most of what is shown of it.
  private mutating func settle(_ run: ClosedRange<Int>) {
    guard let first = owners[run].first, owners[run].contains(where: { $0 != first }) else {
      return
    }
    let pieces = pieces(of: run)
    if pieces.count > 1 {
      for piece in pieces { give(piece) }
    } else if run.allSatisfy({ Self.isOfFigure(glyphs[$0]) }) {
      settle(figure: run)
    } else {
      give(run)
    }
  }

  /// The figures that were drawn each for itself and touch at a line; one piece where that is not certain.
  private func pieces(of run: ClosedRange<Int>) -> [ClosedRange<Int>] {
    var pieces: [ClosedRange<Int>] = []
    var start = run.lowerBound
    for index in run.dropFirst() where glyphs[index].begins {
      pieces.append(start...(index - 1))
      start = index
    }
    pieces.append(start...run.upperBound)
    // Digits may be drawn one by one.
    let areFigures = pieces.allSatisfy { piece in
      piece.count > 1 && piece.contains { Self.isDigit(glyphs[$0]) }
        && piece.count { glyphs[$0].scalar == "." } <= 1
        && Self.isDigit(glyphs[piece.upperBound])
        && (Self.isDigit(glyphs[piece.lowerBound]) || glyphs[piece.lowerBound].scalar == "-")
    }
    guard areFigures, Set(pieces.map { most(of: $0)?.owner ?? -1 }).count == pieces.count else {
      return [run]
    }
    return pieces
  }

  /// A figure in one piece: certainly one where its neighbour has a figure of its own, or where it has the
  /// form of an amount and stands for the most part in its cell.
  private mutating func settle(figure run: ClosedRange<Int>) {
    guard let most = most(of: run) else { return }
    var own: [Int: Int] = [:]
    for index in run where Self.isDigit(glyphs[index]) { own[owners[index], default: 0] += 1 }
    let neighboursHaveFigures = own.keys.allSatisfy { cell in
      cell == most.owner || cell < 0 || digits[cell, default: 0] > own[cell, default: 0]
    }
    let points = run.count { glyphs[$0].scalar == "." }
    let isMost =
      most.count * PDFTolerances.certainShare.denominator
      >= run.count * PDFTolerances.certainShare.numerator
    if points > 1 || !neighboursHaveFigures && (points == 0 || !isMost) {
      holes.append(run.lowerBound)
    }
    give(run)
  }

  private mutating func give(_ run: ClosedRange<Int>) {
    guard let most = most(of: run) else { return }
    for index in run { owners[index] = most.owner }
  }

  /// The cell that holds most of what is shown of a word.
  private func most(of run: ClosedRange<Int>) -> (owner: Int, count: Int)? {
    var counts: [(owner: Int, count: Int)] = []
    for index in run where !glyphs[index].isClipped {
      if let known = counts.indices.last, counts[known].owner == owners[index] {
        counts[known].count += 1
      } else {
        counts.append((owners[index], 1))
      }
    }
    guard let most = counts.map(\.count).max() else { return nil }
    return counts.first { $0.count == most }
  }

  private static let hangingMarks: Set<Unicode.Scalar> = [
    "，", "。", "；", "、", "：", "）", "”", "》", "！", "？",
  ]

  private static func hangs(_ glyph: Glyph, behind last: Glyph) -> Bool {
    hangingMarks.contains(glyph.scalar) && glyph.baseline == last.baseline
      && abs(glyph.left - last.right) < PDFTolerances.hangingMark * glyph.size
  }
}
