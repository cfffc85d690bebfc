internal import ValueModel

/// The width at which a page broke the lines of a whole text, where that is beyond doubt: many lines
/// end at it, in the middle of a sentence.
///
/// With it a line is known to be full, so that its paragraph goes on even where the line happens to
/// end with a sentence, and a short one is known to be the last of its paragraph.
struct PageWidth {
  /// Fewer full lines prove no width.
  private static let fewestFull = 8
  /// Narrower than any page, wider than any.
  private static let plausible = 30...200
  /// The marks that may not begin a line take the room of their word; a page that stretches its
  /// lines ends them as much before the edge.
  private static let slack = 3

  /// The columns of a full line.
  let columns: Int

  /// Finds the width among the lines of text with these indices; nil where there is none.
  init?(_ lines: TextLines, of texts: [Int], widths: [Int]) {
    // For each width, the lines of it that evidently go on, and all lines.
    var broken = [Int](repeating: 0, count: Self.plausible.upperBound + 1)
    var torn = broken
    var all = broken
    var longer = 0
    for index in texts {
      if widths[index] < all.count { all[widths[index]] += 1 } else { longer += 1 }
    }
    for (line, next) in zip(texts, texts.dropFirst())
    where next == line + 1 && widths[line] < broken.count {
      let text = lines.text[lines.lines[line].range]
      let follow = lines.text[lines.lines[next].range]
      if !LineShape.endsSentence(text) && !LineShape.startsParagraph(follow)
        && !LineShape.isCaption(follow)
      {
        broken[widths[line]] += 1
        if LineShape.isTorn(text, from: follow) { torn[widths[line]] += 1 }
      }
    }
    var columns = 0
    var most = 0
    var evident = 0
    for width in Self.plausible {
      let count = broken[width - Self.slack...width].reduce(0, +)
      guard count >= most, broken[width] > 0 else { continue }
      (columns, most) = (width, count)
      evident = torn[width - Self.slack...width].reduce(0, +)
    }
    // Headings may be longer than the width; in a text of whole paragraphs most lines are.
    let long = all.dropFirst(columns * 2 / 3).reduce(longer, +)
    let tooLong = all.dropFirst(columns + 3).reduce(longer, +)
    // Of names of one length none is torn.
    guard most >= Self.fewestFull, evident * 12 >= most, most * 3 >= long, tooLong * 3 <= most
    else { return nil }
    self.columns = columns
  }

  /// Whether the paragraph of a line goes on with the text of the next line, which begins none by
  /// itself.
  func joins(_ line: ArraySlice<UInt8>, width: Int, to next: ArraySlice<UInt8>) -> Bool {
    // What is longer was not broken at this width: a heading. A mark may hang over.
    guard width <= columns + 2, !LineShape.isWholeHeading(line, before: next) else { return false }
    let room = columns - width
    let piece = LineShape.firstPieceWidth(of: next)
    if LineShape.endsSentence(line) {
      // A paragraph, too, may end where the line is full: the year begins most of the next ones.
      return room < piece && !LineShape.startsWithYear(next)
    }
    return room < piece + 2 || room < columns / 4 && LineShape.isTorn(line, from: next)
  }
}
