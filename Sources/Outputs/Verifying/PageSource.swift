internal import OutputReading
internal import PDFPages

/// PDF: the glyphs within a box of a page, and on the page and the next where a paragraph goes on.
final class PageSource: OriginalText {
  private let pages: PDFDocument
  private var contents: [Int: PageGlyphs] = [:]

  init?(_ bytes: [UInt8]) {
    guard let pages = try? PDFDocument(bytes) else { return nil }
    self.pages = pages
  }

  private func glyphs(_ page: Int) -> PageGlyphs? {
    if let known = contents[page] { return known }
    guard page >= 1, page <= pages.count, let content = try? pages.page(page) else { return nil }
    let glyphs = PageGlyphs(content)
    contents[page] = glyphs
    return glyphs
  }

  func passages(at place: Output.Place) -> [Passage] {
    guard let number = place.page, let box = place.box, let page = glyphs(number) else { return [] }
    let quoted = Passage.squeezed(place.text.unicodeScalars).scalars
    let orders = page.orders(within: box)
    // Drawn as one text it tells best what belongs together.
    if let first = orders.first(where: { $0.contains(quoted) }) { return [first] }
    // A page break parts a paragraph or cell: its end stands on the next page, or behind one that it fills.
    let others = [number + 1, number + 2].flatMap { glyphs($0)?.orders ?? [] }
    for order in orders {
      guard let cut = order.end(thatBegins: quoted), cut < quoted.count else { continue }
      let rest = Array(quoted[cut...])
      if others.contains(where: { $0.contains(rest) }) {
        return [Passage(order.scalars + rest)]
      }
    }
    for order in orders {
      if let other = others.first(where: {
        order.scalars.count + $0.scalars.count >= quoted.count
          && Passage(order.scalars + $0.scalars).contains(quoted)
      }) {
        return [Passage(order.scalars + other.scalars)]
      }
    }
    return orders
  }
}

/// The glyphs of a page, by where they are.
private final class PageGlyphs {
  private let glyphs: [Glyph]
  /// The run that each glyph belongs to: glyphs drawn as one text without a gap.
  private let runs: [Range<Int>]
  /// Of each tenth part of an inch, from the page's top, the runs with a glyph whose middle is in it.
  private var bands: [Int: [Int]] = [:]
  private static let band: Float = 7.2
  /// All of the page in the orders in which a text may go on here.
  private(set) lazy var orders = [
    Self.passage(glyphs), Self.passage(Self.inLines(glyphs) { $0.left }),
  ]

  init(_ content: PageContent) {
    glyphs = content.glyphs
    var runs: [Range<Int>] = []
    var start = 0
    for index in glyphs.indices {
      let next = index + 1
      if next < glyphs.count, GlyphRuns.goesOn(glyphs[index], glyphs[next]), !glyphs[next].begins {
        continue
      }
      runs.append(start..<next)
      start = next
    }
    self.runs = runs
    for (number, run) in runs.enumerated() {
      for band in Set(run.map { Self.band(glyphs[$0].center.y) }) {
        bands[band, default: []].append(number)
      }
    }
  }

  private static func band(_ y: Float) -> Int {
    y.isFinite ? Int((min(max(y, -1e5), 1e5) / band).rounded(.down)) : 0
  }

  /// What stands in a box, in the order in which it is drawn and in those in which it can be read: a run
  /// that begins or ends outside is taken whole, so that it is seen where the box cuts it.
  func orders(within box: [Int]) -> [Passage] {
    let top = Self.band(Float(box[1]) / 10 - 1)
    let bottom = Self.band(Float(box[3]) / 10 + 1)
    guard top <= bottom else { return [] }
    let near = Set((top...bottom).flatMap { bands[$0] ?? [] }).sorted()
    var within: [Glyph] = []
    var whole: [Glyph] = []
    for number in near {
      let own = runs[number].filter { Self.isWithin(glyphs[$0], box) }
      guard !own.isEmpty else { continue }
      within += own.map { glyphs[$0] }
      whole += glyphs[runs[number]]
    }
    let drawn = Self.passage(whole)
    let read = [Self.inLines(within) { $0.left }, Self.inLines(within) { $0.center.x }]
    return [drawn, Self.passage(within)] + read.map(Self.passage)
  }

  private static func isWithin(_ glyph: Glyph, _ box: [Int]) -> Bool {
    let center = glyph.center
    return center.x * 10 >= Float(box[0]) - 10 && center.x * 10 <= Float(box[2]) + 10
      && center.y * 10 >= Float(box[1]) - 10 && center.y * 10 <= Float(box[3]) + 10
  }

  private static func inLines(_ glyphs: [Glyph], by place: (Glyph) -> Float) -> [Glyph] {
    glyphs.sorted { first, second in
      abs(first.baseline - second.baseline) > first.size / 2
        ? first.baseline < second.baseline : place(first) < place(second)
    }
  }

  /// White space stands where glyphs do not go on.
  private static func passage(_ glyphs: [Glyph]) -> Passage {
    var scalars: [Unicode.Scalar] = []
    for (index, glyph) in glyphs.enumerated() {
      if index > 0, !GlyphRuns.goesOn(glyphs[index - 1], glyph) || glyph.begins {
        scalars.append(" ")
      }
      scalars.append(glyph.scalar)
    }
    return Passage(scalars)
  }
}

extension Passage {
  fileprivate func contains(_ quoted: [Unicode.Scalar]) -> Bool {
    var effort = Int.max
    return standing(of: quoted, as: nil, near: 0, effort: &effort) != .absent
  }

  /// How many of a text's first characters are what this ends with.
  fileprivate func end(thatBegins text: [Unicode.Scalar]) -> Int? {
    for count in stride(from: min(scalars.count, text.count), to: 0, by: -1)
    where text[..<count].elementsEqual(scalars.suffix(count)) {
      return count
    }
    return nil
  }
}
