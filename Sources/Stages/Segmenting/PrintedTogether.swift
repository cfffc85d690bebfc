import DocumentModel

/// Tells by their places on a page which lines were set as one.
struct PrintedTogether {
  private let document: Document

  init(_ document: Document) { self.document = document }

  /// Whether two lines are those of one title: one below the other with no more between them than lines
  /// have, in one size, about one middle.
  func isAbove(_ first: Int, _ second: Int) -> Bool {
    guard case .page(let page, let upper) = document.leaves[first].locator,
      case .page(page, let lower) = document.leaves[second].locator
    else { return false }
    let height = lower.bottom - lower.top
    let gap = lower.top - upper.bottom
    let middles = (upper.left + upper.right) - (lower.left + lower.right)
    return height > 0 && abs(upper.bottom - upper.top - height) * 8 <= height && gap >= -height / 4
      && gap * 5 <= height * 3 && abs(middles) <= 2 * height
  }
}
