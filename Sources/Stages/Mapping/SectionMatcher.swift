import DocumentModel
import MappingModel

/// Finds the rule of each section by its heading's text.
struct SectionMatcher {
  private let rules: [SectionRule]
  /// Per rule, its headings as UTF-8.
  private let known: [[[UInt8]]]

  init(rules: [SectionRule]) {
    self.rules = rules
    known = rules.map { $0.headings.map { Array($0.utf8) } }
  }

  /// Per section, the rule whose heading is the longest one within the section's heading; a section
  /// that matches none, or a wider rule than its parent's, takes its parent's.
  func match(_ sections: [Section]) -> [SectionRule?] {
    var matched: [SectionRule?] = []
    matched.reserveCapacity(sections.count)
    for section in sections {
      let parent = section.parent.flatMap { matched[$0] }
      let own = rule(for: section.heading)
      let isWider = (own?.narrowness ?? 0) < parent?.narrowness ?? 0
      matched.append(isWider ? parent : own ?? parent)
    }
    return matched
  }

  private func rule(for heading: String) -> SectionRule? {
    guard !heading.isEmpty else { return nil }
    let text = Array(heading.utf8)
    var best: (length: Int, rule: Int)?
    for (index, headings) in known.enumerated() {
      // «决算报表说明» tells what the statements say and is no list of them.
      if rules[index].content == .statements, heading.hasSuffix("说明") { continue }
      for candidate in headings
      where candidate.count > best?.length ?? 0 && ByteSearch.contains(candidate, in: text) {
        best = (candidate.count, index)
      }
    }
    return best.map { rules[$0.rule] }
  }
}

/// Chooses the layout of a report by the headings that tell it.
struct LayoutRecognizer {
  /// A layout, the share of its telling headings that are there, and these headings.
  struct Match {
    var layout: Layout
    /// In hundredths.
    var score: Int
    var seen: [String]
  }

  let layouts: [Layout]

  /// The layout most of whose telling headings are there (three in five at least), else `common`;
  /// the score is that share in hundredths.
  func recognize(_ sections: [Section]) -> Match? {
    guard let common = layouts.first(where: { $0.recognizedBy.isEmpty }) ?? layouts.first else {
      return nil
    }
    let headings = sections.map { Array($0.heading.utf8) }
    var best: Match?
    for layout in layouts where !layout.recognizedBy.isEmpty {
      let seen = layout.recognizedBy.filter { expected in
        let word = Array(expected.utf8)
        return headings.contains { ByteSearch.contains(word, in: $0) }
      }
      let score = seen.count * 100 / layout.recognizedBy.count
      // Of two that fit alike the one that asks for more is the closer description.
      let isBetter =
        score > best?.score ?? 0
        || score == best?.score && seen.count > best?.seen.count ?? 0
      if score >= 60, isBetter { best = Match(layout: layout, score: score, seen: seen) }
    }
    return best ?? Match(layout: common, score: 0, seen: [])
  }
}
