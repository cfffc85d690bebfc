internal import OutputReading
internal import PDFPages

/// PDF: the glyphs within a box of a page, and on the page and the next where a paragraph goes on.
final class PageSource: OriginalText {
  private let pages: PDFDocument
  private var contents: [Int: PageContent] = [:]

  init?(_ bytes: [UInt8]) {
    guard let pages = try? PDFDocument(bytes) else { return nil }
    self.pages = pages
  }

  private func content(_ page: Int) -> PageContent? {
    if let known = contents[page] { return known }
    guard page >= 1, page <= pages.count, let content = try? pages.page(page) else { return nil }
    contents[page] = content
    return content
  }

  func text(at place: Output.Place) -> String? {
    guard let page = place.page, let box = place.box, let content = content(page) else {
      return nil
    }
    let within = content.glyphs.filter { glyph in
      let center = glyph.center
      return center.x * 10 >= Float(box[0]) - 10 && center.x * 10 <= Float(box[2]) + 10
        && center.y * 10 >= Float(box[1]) - 10 && center.y * 10 <= Float(box[3]) + 10
    }
    let orders = [within, inLines(within) { $0.left }, inLines(within) { $0.center.x }]
      .map(Self.text)
    let quoted = place.text.filter { !$0.isWhitespace }
    if let whole = orders.first(where: { $0.contains(quoted) }) { return whole }
    // A page break parts a paragraph or cell: its end stands on the next page, or behind one that it fills.
    let others = [page + 1, page + 2].flatMap { number in
      let next = self.content(number)?.glyphs ?? []
      return [Self.text(next), Self.text(inLines(next) { $0.left })]
    }
    for order in orders {
      guard let cut = Self.cut(quoted, endingIn: order) else { continue }
      let rest = String(quoted.dropFirst(cut))
      if others.contains(where: { $0.contains(rest) }) { return order + rest }
    }
    for order in orders {
      if let whole = others.map({ order + $0 }).first(where: { $0.contains(quoted) }) {
        return whole
      }
    }
    return orders[0]
  }

  /// How many of a text's first characters are what another one ends with.
  private static func cut(_ text: String, endingIn other: String) -> Int? {
    let characters = Array(text)
    let end = Array(other)
    for count in stride(from: min(characters.count, end.count), to: 0, by: -1)
    where characters[..<count].elementsEqual(end.suffix(count)) {
      return count
    }
    return nil
  }

  private func inLines(_ glyphs: [Glyph], by place: (Glyph) -> Float) -> [Glyph] {
    glyphs.sorted { first, second in
      abs(first.baseline - second.baseline) > first.size / 2
        ? first.baseline < second.baseline : place(first) < place(second)
    }
  }

  private static func text(_ glyphs: [Glyph]) -> String {
    var scalars = String.UnicodeScalarView()
    for glyph in glyphs { scalars.append(glyph.scalar) }
    return String(scalars)
  }
}
