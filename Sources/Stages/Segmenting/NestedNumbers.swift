import ValueModel

/// Finds lists of headings that begin at «(一)» again inside a section of the same style and after which the outer
/// numbers go on: «(五)», «(一)», «(二)», «(六)».
enum NestedNumbers {
  /// The blocks of the headings that stand inside a section of their own style.
  ///
  /// Without the number that goes on behind it, an inner list cannot be told from one whose wider heading was lost.
  static func blocks(of headings: [Int: Heading]) -> Set<Int> {
    var nested: Set<Int> = []
    // Per style the headings since the last wider one.
    var runs: [Int: [(block: Int, number: Int)]] = [:]
    func close(from level: Int) {
      for (style, run) in runs where style >= level {
        nested.formUnion(inner(run))
        runs[style] = nil
      }
    }
    for (block, heading) in headings.sorted(by: { $0.key < $1.key }) {
      guard !heading.ordinal.isEmpty else { continue }
      close(from: heading.level + 1)
      let printed = Array((heading.ordinal + "x").utf8)
      guard let number = ListNumber(in: printed[...], as: .entry)?.value else { continue }
      runs[heading.level, default: []].append((block, number))
    }
    close(from: 0)
    return nested
  }

  /// The members of lists that begin again within a run and end before the number that follows the outer one.
  private static func inner(_ run: [(block: Int, number: Int)]) -> Set<Int> {
    var blocks: Set<Int> = []
    var index = 1
    while index < run.count {
      let outer = run[index - 1].number
      var end = index
      guard run[index].number == 1 else {
        index += 1
        continue
      }
      while end + 1 < run.count, run[end + 1].number == run[end].number + 1 { end += 1 }
      if end + 1 < run.count, run[end + 1].number == outer + 1 {
        blocks.formUnion(run[index...end].map(\.block))
      }
      index = end + 1
    }
    return blocks
  }
}
