internal import PDFPages

/// A run of glyphs on one baseline with no wide gap in it.
struct PDFLine {
  var glyphs: [Glyph]
  var left: Float
  var right: Float
  var top: Float
  var bottom: Float
  var baseline: Float
  /// The usual glyph size.
  var size: Float

  /// The width of what no line end may tear: a run of ASCII or one hanzi, with the marks behind it.
  var firstWordWidth: Float {
    guard let first = glyphs.first else { return 0 }
    var end = glyphs.index(after: glyphs.startIndex)
    if ["(", "（", "“", "《", "〔"].contains(first.scalar), end < glyphs.endIndex {
      end += 1
    } else if first.scalar.isASCII {
      while end < glyphs.endIndex, glyphs[end].scalar.isASCII { end += 1 }
    }
    let marks: Set<Unicode.Scalar> = [
      "，", "。", "；", "、", "：", "）", "”", "！", "？", "%", "％", ")", ":", ",", ";",
    ]
    while end < glyphs.endIndex {
      if marks.contains(glyphs[end].scalar) {
        end += 1
      } else if glyphs[end].scalar == "“", end + 1 < glyphs.endIndex {
        // Word processors break neither before nor behind a quotation mark.
        end += 2
      } else {
        break
      }
    }
    return glyphs[end - 1].right - first.left
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  /// The text, with a space where the gap between two glyphs is wide enough.
  var text: [UInt8] {
    var text: [UInt8] = []
    var last: Glyph?
    for glyph in glyphs {
      if let last {
        // Between Latin letters the space is narrower than between anything else.
        let isLatin = Self.isLetter(last.scalar) && Self.isLetter(glyph.scalar)
        let space = isLatin ? PDFTolerances.latinSpace : PDFTolerances.space
        if glyph.left - last.right > space * max(last.size, glyph.size) { text.append(0x20) }
      }
      text += Array(String(glyph.scalar).utf8)
      last = glyph
    }
    return text
  }
}

/// Puts glyphs into lines.
enum PDFTextLines {
  /// Lines from top to bottom; pieces further apart than `gap` glyph sizes are lines of their own.
  static func lines(of glyphs: [Glyph], splitAtGap gap: Float) -> [PDFLine] {
    // Two glyphs drawn over each other (a shadow for bold) are one.
    let sorted = glyphs.sorted {
      $0.baseline != $1.baseline ? $0.baseline < $1.baseline : $0.left < $1.left
    }
    var rows: [[Glyph]] = []
    var rowBaseline: Float = 0
    for glyph in sorted {
      if let last = rows.indices.last,
        abs(glyph.baseline - rowBaseline) <= PDFTolerances.sameBaseline * glyph.size
      {
        rows[last].append(glyph)
      } else {
        rows.append([glyph])
        rowBaseline = glyph.baseline
      }
    }
    return rows.flatMap { split($0.sorted { $0.left < $1.left }, at: gap) }
  }

  private static func split(_ row: [Glyph], at gap: Float) -> [PDFLine] {
    var pieces: [[Glyph]] = []
    for glyph in row {
      guard let last = pieces.last?.last else {
        pieces.append([glyph])
        continue
      }
      if last.scalar == glyph.scalar,
        abs(last.left - glyph.left) < PDFTolerances.shadow * glyph.size
      {
        continue
      }
      if glyph.left - last.right > gap * max(last.size, glyph.size) {
        pieces.append([glyph])
      } else {
        pieces[pieces.count - 1].append(glyph)
      }
    }
    return pieces.map(line)
  }

  private static func line(_ glyphs: [Glyph]) -> PDFLine {
    var line = PDFLine(
      glyphs: glyphs, left: .infinity, right: 0, top: .infinity, bottom: 0,
      baseline: glyphs.first?.baseline ?? 0, size: 0)
    for glyph in glyphs {
      line.left = min(line.left, glyph.left)
      line.right = max(line.right, glyph.right)
      line.top = min(line.top, glyph.top)
      line.bottom = max(line.bottom, glyph.bottom)
    }
    line.size = glyphs.map(\.size).sorted()[glyphs.count / 2]
    return line
  }
}
