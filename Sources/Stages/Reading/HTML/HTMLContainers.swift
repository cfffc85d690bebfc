import TextLibraries

/// Counts the text in each element of a page, and finds by it the element that holds the article.
struct HTMLContainers {
  private struct Container {
    var parent: Int
    /// Bytes of text outside links, in it and below.
    var text = 0
    var isKnown: Bool
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

  /// The article's element: a known one with a good part of the text, else the innermost one that
  /// holds most of it.
  func article() -> Int {
    var totals = all.map(\.text)
    for index in all.indices.reversed() where all[index].parent >= 0 {
      totals[all[index].parent] += totals[index]
    }
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

  /// Whether a container is the article's or within it.
  func isWithin(_ container: Int, article: Int) -> Bool {
    var index = container
    while index > article { index = all[index].parent }
    return index == article
  }
}
