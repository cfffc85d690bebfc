import TextLibraries

/// Counts the text in each element of a page, and finds by it the element that holds the article.
struct HTMLContainers {
  private struct Container {
    var parent: Int
    /// Bytes of text outside links, in it and below.
    var text = 0
    var isKnown: Bool
    /// Paragraphs with an amount, in it and below.
    var amounts = 0
  }

  private var all: [Container] = [Container(parent: -1, isKnown: false)]
  private(set) var current = 0

  /// What content systems call the element of the article.
  private static let knownNames: Set<String> = [
    "zoom", "article", "content", "con_txt", "ucap-content", "trs_editor", "trs_preappend",
    "custom_unionstyle", "vsbcontent", "v_news_content", "news_conent_two_text", "j-fontcontent",
    "pages_content", "article-content", "article_content", "articlecontent", "xxgk_content",
    "bt-content", "conn", "news_content", "detail-content", "view", "textbody", "contentbox",
  ]
  private static let mostContainers = 500_000

  mutating func begin(_ attributes: MarkupAttributes) {
    let names = [attributes["id"], attributes["class"]].compactMap { $0 }
    let isKnown = names.contains { name in
      name.split(separator: " ").contains { part in
        let word = part.lowercased()
        return Self.knownNames.contains(word) || word.hasPrefix("vsbcontent")
      }
    }
    guard all.count < Self.mostContainers else { return }
    all.append(Container(parent: current, isKnown: isKnown))
    current = all.count - 1
  }

  mutating func end() { current = max(0, all[current].parent) }

  mutating func count(text: Int) { all[current].text += text }

  mutating func noteAmount() { all[current].amounts += 1 }

  /// The article's element, or the innermost one around it outside of which no amount stands: what
  /// has amounts is no navigation, and two halves of a report may stand side by side.
  func article() -> Int {
    let amounts = totals(\.amounts)
    var article = likeliest()
    while all[article].parent >= 0, amounts[article] < amounts[0] {
      article = all[article].parent
    }
    return article
  }

  /// A known element with a good part of the text, else the innermost one that holds most of it.
  private func likeliest() -> Int {
    let totals = totals(\.text)
    let total = totals[0]
    var known: Int?
    for index in all.indices where all[index].isKnown && totals[index] * 10 >= total * 4 {
      // Deeper ones come later; one that keeps nearly all of the outer one's text is the closer fit.
      if let outer = known, totals[index] * 10 < totals[outer] * 9 { continue }
      known = index
    }
    if let known { return known }
    var best = 0
    for index in all.indices where totals[index] * 10 >= total * 7 { best = index }
    return best
  }

  /// The sums over each element and all below it.
  private func totals(_ part: (Container) -> Int) -> [Int] {
    var totals = all.map(part)
    for index in all.indices.reversed() where all[index].parent >= 0 {
      totals[all[index].parent] += totals[index]
    }
    return totals
  }

  /// Whether a container is the article's or within it.
  func isWithin(_ container: Int, article: Int) -> Bool {
    var index = container
    while index > article { index = all[index].parent }
    return index == article
  }
}
