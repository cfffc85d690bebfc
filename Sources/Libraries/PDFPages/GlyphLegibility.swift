/// What a person makes of glyphs that do not stand side by side on a line: raised and lowered digits are
/// written as such, and figures that are drawn over each other or struck through are a hole.
extension PageContent {
  mutating func settleLegibility() {
    var rows = GlyphRows(glyphs)
    if rows.isEmpty { return }
    settleShifts(rows)
    rows = GlyphRows(glyphs)
    var bad = OverprintedFigures.found(in: self, rows)
    bad.formUnion(StruckFigures.found(in: self, rows))
    guard !bad.isEmpty else { return }
    dig(bad)
  }

  // MARK: Raised and lowered digits

  /// Glyph sizes: a mark begins where the word before it ends.
  private static let reach: ClosedRange<Float> = -0.25...0.35
  /// Glyph sizes between the baselines of a mark and its line: of two fonts in a line they differ by a tenth.
  private static let raised: ClosedRange<Float> = 0.12...0.8
  private static let lowered: ClosedRange<Float> = -0.4 ... -0.06
  /// Shares of its line's size: a larger digit off the line must stand further off, behind a figure.
  private static let smaller: Float = 0.85
  private static let raisedFigure: ClosedRange<Float> = 0.15...0.8
  private static let loweredFigure: ClosedRange<Float> = -0.5 ... -0.15

  private static let longestMark = 2

  private typealias Shift = (isRaised: Bool, baseline: Float)

  private mutating func settleShifts(_ rows: GlyphRows) {
    var shifts: [Int: Shift] = [:]
    // Most digits go on with the one that was drawn before them.
    for index in glyphs.indices where glyphs[index].turn == 0 && glyphs[index].isDigit {
      if index > 0, GlyphRuns.goesOn(glyphs[index - 1], glyphs[index]) {
        if let known = shifts[index - 1] { shifts[index] = known }
      } else if isMark(from: index), let shift = shift(of: index, rows) {
        shifts[index] = shift
      }
    }
    for (index, shift) in shifts {
      let digit = glyphs[index].scalar.value - 0x30
      let form: UInt32 =
        switch (shift.isRaised, digit) {
        case (true, 1): 0xB9
        case (true, 2): 0xB2
        case (true, 3): 0xB3
        case (true, _): 0x2070 + digit
        case (false, _): 0x2080 + digit
        }
      glyphs[index].scalar = Unicode.Scalar(form) ?? glyphs[index].scalar
      glyphs[index].baseline = shift.baseline
    }
  }

  /// Whether no more digits than those of a mark are drawn from here on: more are a figure of a line of its own.
  private func isMark(from start: Int) -> Bool {
    var end = start + 1
    while end < glyphs.count, GlyphRuns.goesOn(glyphs[end - 1], glyphs[end]),
      glyphs[end].isOfFigure
    {
      if !glyphs[end].isDigit || end - start >= Self.longestMark { return false }
      end += 1
    }
    return true
  }

  /// Where a digit stands to the line of the word that ends before it.
  private func shift(of index: Int, _ rows: GlyphRows) -> Shift? {
    let glyph = glyphs[index]
    for other in rows.near(glyph.baseline, within: 2 * glyph.size) where other != index {
      let base = glyphs[other]
      guard base.size > 0, glyph.size <= base.size, base.left < glyph.left,
        Self.reach.contains((glyph.left - base.right) / base.size)
      else { continue }
      let rise = (base.baseline - glyph.baseline) / base.size
      let isSmall = glyph.size <= Self.smaller * base.size
      guard isSmall || base.isOfFigure else { continue }
      let isRaised = (isSmall ? Self.raised : Self.raisedFigure).contains(rise)
      guard isRaised || (isSmall ? Self.lowered : Self.loweredFigure).contains(rise) else {
        continue
      }
      // A figure of the next cell may begin there.
      let isDivided = lines.contains {
        !$0.isHorizontal && $0.position > base.right - 1 && $0.position < glyph.left + 1
          && $0.start <= glyph.baseline && $0.end >= glyph.baseline - glyph.size
      }
      return isDivided ? nil : (isRaised, base.baseline)
    }
    return nil
  }

  // MARK: Holes

  /// Puts one hole in the place of glyphs that stand beside each other.
  private mutating func dig(_ bad: Set<Int>) {
    let order = bad.sorted {
      let (one, other) = (glyphs[$0], glyphs[$1])
      return (one.baseline, one.left, $0) < (other.baseline, other.left, $1)
    }
    var hole: Int?
    var dropped: Set<Int> = []
    for index in order {
      unreadable.append(glyphs[index])
      if let open = hole,
        abs(glyphs[open].baseline - glyphs[index].baseline) < glyphs[index].size / 2,
        glyphs[index].left - glyphs[open].right < 0.3 * glyphs[index].size,
        glyphs[index].left >= glyphs[open].left
      {
        glyphs[open].right = max(glyphs[open].right, glyphs[index].right)
        dropped.insert(index)
      } else {
        glyphs[index].scalar = "\u{FFFC}"
        hole = index
      }
    }
    glyphs = glyphs.indices.filter { !dropped.contains($0) }.map { glyphs[$0] }
  }
}

extension Glyph {
  var isDigit: Bool { ("0"..."9").contains(scalar) }

  /// A part of a figure.
  var isOfFigure: Bool { isDigit || scalar == "." || scalar == "," }
}

/// Finds the upright glyphs of a page by their baselines.
struct GlyphRows {
  private static let step: Float = 6
  /// A row of more is no line of text, and comparing its glyphs would cost time.
  private static let longest = 3000

  private var rows: [Int: [Int]] = [:]

  init(_ glyphs: [Glyph]) {
    for index in glyphs.indices where glyphs[index].turn == 0 {
      rows[Self.row(glyphs[index].baseline), default: []].append(index)
    }
  }

  var isEmpty: Bool { rows.isEmpty }

  private static func row(_ baseline: Float) -> Int { Int(min(max(baseline, -1e6), 1e6) / step) }

  /// Glyphs whose baselines may be so near.
  func near(_ baseline: Float, within distance: Float) -> [Int] {
    var found: [Int] = []
    let distance = min(max(distance, 0), 200)
    for row in Self.row(baseline - distance)...Self.row(baseline + distance) {
      guard let more = rows[row], found.count + more.count <= Self.longest else { continue }
      found += more
    }
    return found
  }
}

/// Figures of two words that are drawn over each other: nobody can tell the digits of one from those of the
/// other.
enum OverprintedFigures {
  /// Glyph sizes by which two drawings of one glyph may differ, to look bold.
  private static let shadow: Float = 0.2
  /// Glyph sizes between baselines: what lies further apart can be read one below the other.
  private static let sameRow: Float = 0.55
  /// Shares of the narrower glyph.
  private static let overlap: Float = 0.3
  /// Upright lines that are looked at; more are a drawing.
  private static let mostRulings = 4000

  static func found(in content: PageContent, _ rows: GlyphRows) -> Set<Int> {
    let glyphs = content.glyphs
    let runs = runs(of: glyphs)
    var bad: Set<Int> = []
    let figures = glyphs.indices.filter {
      glyphs[$0].turn == 0 && glyphs[$0].isOfFigure && !glyphs[$0].isClipped
    }.sorted {
      let (one, other) = (glyphs[$0], glyphs[$1])
      return one.baseline != other.baseline ? one.baseline < other.baseline : one.left < other.left
    }
    let rulings = content.lines.filter { !$0.isHorizontal }.prefix(mostRulings)
    var start = 0
    while start < figures.count {
      var end = start + 1
      while end < figures.count,
        glyphs[figures[end]].baseline - glyphs[figures[start]].baseline
          <= sameRow * glyphs[figures[start]].size
      { end += 1 }
      let row = figures[start..<end].sorted { glyphs[$0].left < glyphs[$1].left }
      look(row, glyphs, runs, rulings, &bad)
      start = end
    }
    return bad
  }

  private struct Runs {
    var numbers: [Int]
    /// By number: where the first and the last of its glyphs begin.
    var first: [Float]
    var last: [Float]
  }

  private static func runs(of glyphs: [Glyph]) -> Runs {
    var runs = Runs(numbers: [], first: [], last: [])
    for index in glyphs.indices {
      if index == 0 || !GlyphRuns.goesOn(glyphs[index - 1], glyphs[index]) {
        runs.first.append(glyphs[index].left)
        runs.last.append(glyphs[index].left)
      }
      runs.numbers.append(runs.first.count - 1)
      runs.last[runs.last.count - 1] = max(runs.last[runs.last.count - 1], glyphs[index].left)
    }
    return runs
  }

  private static func look(
    _ row: [Int], _ glyphs: [Glyph], _ runs: Runs, _ rulings: ArraySlice<RulingLine>,
    _ bad: inout Set<Int>
  ) {
    guard var last = row.first else { return }
    for index in row.dropFirst() {
      let (one, other) = (glyphs[last], glyphs[index])
      let isShadow =
        one.scalar == other.scalar && abs(one.left - other.left) < shadow * other.size
      if isShadow { continue }
      defer { last = index }
      let (a, b) = (runs.numbers[last], runs.numbers[index])
      let width = min(one.right - one.left, other.right - other.left)
      guard a != b, other.left < one.right - overlap * width,
        abs(one.left - other.left) < shadow * other.size || runs.last[a] > other.left,
        !isDivided(runs.first[a], runs.first[b], at: other, rulings)
      else { continue }
      bad.insert(last)
      bad.insert(index)
    }
  }

  /// Whether a line stands between the beginnings of two words: they are in two cells, and one is too wide.
  private static func isDivided(
    _ one: Float, _ other: Float, at glyph: Glyph, _ rulings: ArraySlice<RulingLine>
  ) -> Bool {
    let y = glyph.baseline - 0.3 * glyph.size
    return rulings.contains {
      $0.position > min(one, other) + 0.5 && $0.position <= max(one, other) + 1
        && $0.start <= y && $0.end >= y
    }
  }
}

/// Figures that a line strikes through.
enum StruckFigures {
  /// Glyph sizes above the baseline at which a line strikes text through.
  private static let height: ClosedRange<Float> = 0.12...0.55
  /// Glyph sizes by which it may be longer than what it strikes; the lines of tables are longer.
  private static let excess: Float = 0.7
  private static let longest: Float = 400
  private static let mostWork = 20_000_000

  static func found(in content: PageContent, _ rows: GlyphRows) -> Set<Int> {
    var bad: Set<Int> = []
    var work = 0
    for line in content.lines
    where line.isHorizontal && line.end - line.start <= longest && work < mostWork {
      let near = rows.near(line.position, within: 30)
      work += near.count
      let struck = near.filter { index in
        let glyph = content.glyphs[index]
        let x = glyph.center.x
        return x >= line.start && x <= line.end
          && height.contains((glyph.baseline - line.position) / max(glyph.size, 0.01))
      }
      guard let left = struck.map({ content.glyphs[$0].left }).min(),
        let right = struck.map({ content.glyphs[$0].right }).max(),
        let size = struck.map({ content.glyphs[$0].size }).max(),
        line.start >= left - excess * size, line.end <= right + excess * size
      else { continue }
      bad.formUnion(struck.filter { content.glyphs[$0].isOfFigure })
    }
    return bad
  }
}
