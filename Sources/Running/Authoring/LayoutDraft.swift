package import Conversion
internal import DocumentModel
internal import Mapping
internal import MappingFiles
internal import MappingModel
internal import ReportModel

/// Writes the beginning of a layout file for a report that is not fully mapped: what is left over,
/// each with the nearest things that are known, for a person to decide.
package struct LayoutDraft {
  private let stages: Converter.Stages
  private let rules: [String?]
  private let nearest: NearestLabels
  private let hints: PhraseHints

  /// What is left over of a report that the converter read.
  package init(of stages: Converter.Stages, with converter: Converter) {
    self.stages = stages
    hints = PhraseHints(of: stages, with: converter)
    rules = converter.sectionRules(of: stages)
    nearest = NearestLabels(layout: converter.layout(of: stages))
  }

  /// A YAML file that loads as it is and says nothing yet: everything found stands in comments.
  package func yaml(named id: String) -> String {
    let report = stages.report
    let coverage = report.coverage
    var lines = [
      "# Draft of a layout, from \(report.identity.source.file): \(coverage.figures) figures, "
        + "\(coverage.mapped) mapped, \(coverage.explained) explained, \(coverage.doubtful) doubtful, "
        + "\(coverage.unmapped) left.",
      "# It was read with «\(report.identity.layout.id)». Take the comment signs off the lines you want;",
      "# then: juesuan mapping lint, juesuan mapping test, juesuan mapping coverage DIR.",
      "version: 1", "layout: \(id)", "extends: common", "",
      "# Headings of this report; keep three to eight that other layouts do not have.",
    ]
    let headings = stages.segmented.sections.map { general($0.heading) }.filter { !$0.isEmpty }
    lines.append("recognize:")
    lines += headings.isEmpty ? ["  []"] : []
    if headings.isEmpty { lines[lines.count - 2] = "# recognize: []" }
    if headings.isEmpty { lines.removeLast() }
    var seen: Set<String> = []
    lines += headings.filter { seen.insert($0).inserted }.prefix(12).map {
      "  - \(Self.quoted($0))"
    }
    lines += sections() + labels() + tables()
    return lines.joined(separator: "\n") + "\n"
  }

  /// What of a text other reports of the layout have, too: the longest piece without year and body.
  private func general(_ text: String) -> String {
    var pieces = [text]
    for word in [SpecificText.year(in: text), stages.segmented.title?.institution] {
      guard let word, !word.isEmpty else { continue }
      pieces = pieces.flatMap { $0.split(separator: word).map(String.init) }
    }
    return pieces.max { $0.utf8.count < $1.utf8.count } ?? ""
  }

  // MARK: Parts

  private func sections() -> [String] {
    var lines = [
      "",
      "# Sections whose heading no rule knows (their figures are read with the general labels):",
    ]
    var found = false
    for (section, rule) in zip(stages.segmented.sections, rules)
    where rule == nil && !section.heading.isEmpty {
      found = true
      let guess = nearest.nearestSection(to: section.heading)
      lines.append("#   «\(section.heading)»")
      if let guess {
        lines.append(
          "#     nearest: section \(guess.id), which knows «\(guess.heading)» (\(guess.score) %)")
      }
    }
    if !found { return ["", "# Every section is known."] }
    lines += [
      "# sections:", "#   - id: other", "#     content: text", "#     headings: [\"…\"]",
    ]
    return lines
  }

  /// Whether a label could tell what the figure is.
  private static func lacksLabel(_ account: FigureAccount) -> Bool {
    switch account.outcome {
    case .unmapped: true
    case .doubtful(let figure):
      [.openConcept, .unknownWords, .unknownRow].contains(figure.reason)
    case .facts, .field, .explained: false
    }
  }

  private func labels() -> [String] {
    var groups: [String: (count: Int, place: String)] = [:]
    for account in FigureAccounts.accounts(of: stages.report, in: stages.normalized) {
      guard Self.lacksLabel(account), !account.words.isEmpty, account.source.row == nil else {
        continue
      }
      let words = general(account.words)
      groups[words, default: (0, Explanation.place(account.source))].count += 1
    }
    if groups.isEmpty { return ["", "# No figure of the text is left."] }
    var lines = [
      "",
      "# Words before figures that became no facts, the most frequent first, with what the lexicon reads",
      "# in them. Labels are written «concept: [words]».",
      "# labels:",
    ]
    let ranked = groups.sorted {
      $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key
    }
    for (words, group) in ranked.prefix(60) {
      lines.append("#   «\(words)» \(group.count) × (\(group.place))")
      lines += hints.lines(for: words).map { "#     " + $0 }
      for candidate in nearest.nearest(to: words, count: 3) {
        lines.append(
          "#     \(candidate.concept): [\(Self.quoted(words))]   # like «\(candidate.label)», "
            + "\(candidate.score) %")
      }
    }
    return lines
  }

  private func tables() -> [String] {
    let known = Set(stages.report.statements.filter { !$0.isListedOnly }.map(\.title))
    var lines: [String] = []
    for table in stages.segmented.tables {
      guard let title = table.title else { continue }
      let text = stages.document.string(ofLeaf: title)
      guard !known.contains(text), !known.contains(DocumentInspection.oneLine(text)),
        !stages.segmented.performanceTables.contains(where: { table.blocks.contains($0.block) })
      else { continue }
      lines.append("#   «\(table.titleText)»: \(table.rows) rows, \(table.columns) columns")
    }
    if lines.isEmpty { return ["", "# Every table with a title is known."] }
    return ["", "# Tables whose title no statement goes by:"] + lines + [
      "# statements:", "#   three_public:", "#     titles: [\"…\"]",
    ]
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"").joined(separator: "\\\"") + "\""
  }
}
