package import MappingModel

/// Ranks the labels of a layout by likeness to words that no rule knows.
package struct NearestLabels: Sendable {
  /// A label with what it stands for.
  package struct Candidate: Sendable, Equatable {
    package var label: String
    package var concept: String
    /// Shared pairs of characters in hundredths of all (Dice's coefficient).
    package var score: Int
  }

  private let labels: [(text: String, concept: String, pairs: Set<[UInt32]>)]
  private let sections: [(id: String, heading: String, pairs: Set<[UInt32]>)]

  /// The labels and headings of one layout.
  package init(layout: Layout) {
    var seen: Set<String> = []
    labels = (layout.labels + layout.sections.flatMap(\.labels)).flatMap { rule in
      rule.labels.map { ($0, rule.concept) }
    }.filter { seen.insert($0.0 + "/" + $0.1).inserted }.map { ($0.0, $0.1, Self.pairs($0.0)) }
    sections = layout.sections.flatMap { section in
      section.headings.map { (section.id, $0, Self.pairs($0)) }
    }
  }

  /// The best candidates, one for each concept, the likest first.
  package func nearest(to words: String, count: Int) -> [Candidate] {
    let pairs = Self.pairs(words)
    var best: [String: Candidate] = [:]
    for label in labels {
      let score = Self.likeness(pairs, label.pairs)
      guard score > 20, score > best[label.concept]?.score ?? 0 else { continue }
      best[label.concept] = Candidate(label: label.text, concept: label.concept, score: score)
    }
    return Array(
      best.values.sorted { $0.score != $1.score ? $0.score > $1.score : $0.concept < $1.concept }
        .prefix(count))
  }

  /// The section whose heading is most like a heading.
  package func nearestSection(to heading: String) -> (id: String, heading: String, score: Int)? {
    let pairs = Self.pairs(heading)
    let ranked = sections.map { ($0.id, $0.heading, Self.likeness(pairs, $0.pairs)) }
    return ranked.filter { $0.2 > 20 }.max { $0.2 < $1.2 }.map {
      (id: $0.0, heading: $0.1, score: $0.2)
    }
  }

  private static func pairs(_ text: String) -> Set<[UInt32]> {
    let scalars = text.unicodeScalars.map(\.value)
    return Set(zip(scalars, scalars.dropFirst()).map { [$0, $1] })
  }

  private static func likeness(_ first: Set<[UInt32]>, _ second: Set<[UInt32]>) -> Int {
    let total = first.count + second.count
    return total == 0 ? 0 : 200 * first.intersection(second).count / total
  }
}
