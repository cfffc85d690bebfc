package import Conversion
internal import DocumentModel
internal import Mapping
internal import ReportModel

/// Shows people what the mapping made of a report.
package struct FactInspection {
  private let stages: Converter.Stages

  /// What the mapping made of a report that the converter read.
  package init(of stages: Converter.Stages) { self.stages = stages }

  private var report: Report { stages.report }

  /// Facts by the place they stand in, figures that are none, records, checks that do not hold.
  package func describe() -> String {
    let lines =
      counts() + notes() + facts() + DoubtInspection.lines(of: report) + unmapped()
      + RecordInspection.lines(of: report) + CheckInspection.lines(of: report)
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Figures

  private func counts() -> [String] {
    let coverage = report.coverage
    let reasons = FigureAccounts.accounts(of: report, in: stages.normalized).compactMap {
      if case .explained(let reason) = $0.outcome { reason.words } else { nil }
    }
    return [
      "\(report.identity.layout.id): \(report.facts.count) facts; \(coverage.figures) figures: "
        + "\(coverage.mapped) mapped, \(coverage.explained) explained, "
        + (coverage.doubtful == 0 ? "" : "\(coverage.doubtful) doubtful, ")
        + "\(coverage.unmapped) unmapped"
    ] + (reasons.isEmpty ? [] : ["explained in paragraphs: " + DumpText.counted(reasons)])
  }

  /// What the reader noticed stands in its own dump.
  private func notes() -> [String] {
    let codes = Set(stages.document.findings.map(\.code))
    return report.notes.filter { !codes.contains($0.code) }.map {
      "\($0.severity) \($0.code): \(DumpText.visible($0.message))"
    }
  }

  private func unmapped() -> [String] {
    report.unmapped.map { figure in
      "unmapped \(DumpText.short(figure.text)) \(figure.reason.rawValue), behind "
        + "«\(DumpText.visible(figure.words))»" + DumpPlace.mark + Explanation.place(figure.source)
    }
  }

  // MARK: Facts

  /// One line a paragraph or table, one a rule, under it one a row or concept.
  private func facts() -> [String] {
    var lines: [String] = []
    for block in Self.runs(of: report.facts, { $0.source.block }) {
      let (heading, indentation) = heading(block[0].source.block)
      lines.append(
        heading + DumpPlace.mark
          + DumpPlace.of(block: block[0].source.block, in: stages.document))
      for group in Self.runs(of: block, rule) {
        let shared = Shared(group)
        lines.append("  by \(rule(of: group[0]))\(shared.text)")
        lines += Self.runs(of: group) { $0.source.row }.flatMap {
          row($0, shared, indentation: indentation)
        }
      }
    }
    return lines
  }

  /// What names a block, and how far its text is indented.
  private func heading(_ block: Int) -> (text: String, indentation: Int) {
    switch stages.document.blocks[block].content {
    case .paragraph(let paragraph):
      let text = stages.document.string(ofLeaf: paragraph.leaf)
      return (
        "«\(DumpText.short(DumpText.trimmed(text), to: 20))»", DumpText.indentation(of: text)
      )
    case .table:
      let table = stages.segmented.tables.first { $0.blocks.contains(block) }
      let title = table?.title.map { stages.document.string(ofLeaf: $0) } ?? "without a title"
      return ("table «\(DumpText.title(title))»", 0)
    }
  }

  /// The rule without what its facts say themselves: the layout, and the concept at its end.
  private func rule(of fact: Fact) -> String {
    let rule = fact.rule
    return (rule.layout == report.identity.layout.id ? "" : rule.layout + "/") + rule.section
      + (rule.concept == fact.concept ? "" : "/" + rule.concept)
  }

  /// What all facts of a group agree in, said once for all of them.
  private struct Shared {
    var aspect: Aspect?
    var unit: Unit?

    init(_ facts: [Fact]) {
      let first = facts[0]
      let amounts = facts.filter { $0.unit != .percent }
      if facts.allSatisfy({ $0.aspect == first.aspect }) { aspect = first.aspect }
      if let unit = amounts.first?.unit, amounts.allSatisfy({ $0.unit == unit }) {
        self.unit = unit
      }
    }

    var text: String {
      (aspect.map { ", \($0.rawValue)" } ?? "") + (unit.map { ", \($0.rawValue)" } ?? "")
    }
  }

  /// One line per concept; a row of a table on one line, with what all of it is about in front.
  private func row(_ facts: [Fact], _ shared: Shared, indentation: Int) -> [String] {
    let concepts = Self.runs(of: facts) { Self.subject($0, without: [:]) }
    func figures(_ facts: [Fact]) -> String {
      let reasons = Set(facts.map { $0.reason ?? "" })
      let reason = reasons.count == 1 ? facts[0].reason : nil
      return facts.map { fact in
        Self.figure(fact, shared, indentation: indentation)
          + (reason == nil ? fact.reason.map(Self.because) ?? "" : "")
      }.joined(separator: ", ") + (reason.map(Self.because) ?? "")
    }
    guard let row = facts[0].source.row else {
      return concepts.map { "    \(Self.subject($0[0], without: [:])): " + figures($0) }
    }
    let dimensions = facts[0].dimensions.filter { name, value in
      facts.allSatisfy { $0.dimensions[name] == value }
    }
    let parts = concepts.map { Self.subject($0[0], without: dimensions) + " " + figures($0) }
    return ["    r\(row)" + Self.text(of: dimensions) + ": " + parts.joined(separator: "; ")]
  }

  private static func because(_ reason: String) -> String {
    " because «\(DumpText.short(reason, to: 8))»"
  }

  private static func subject(_ fact: Fact, without shared: [String: String]) -> String {
    fact.concept + text(of: fact.dimensions.filter { shared[$0.key] == nil })
  }

  private static func text(of dimensions: [String: String]) -> String {
    dimensions.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
  }

  /// Where in its paragraph or row a figure stands and what it says; a percentage needs no unit.
  private static func figure(_ fact: Fact, _ shared: Shared, indentation: Int) -> String {
    var words = [
      fact.source.column.map { "c\($0)" } ?? String(fact.source.start - indentation)
    ]
    if shared.aspect == nil { words.append(fact.aspect.rawValue) }
    words.append(fact.value.description)
    let isPlain = fact.unit == .percent && fact.aspect.rawValue.hasSuffix("percent")
    if !isPlain, fact.unit != shared.unit { words.append(fact.unit.rawValue) }
    return words.joined(separator: " ") + DoubtInspection.mark(fact.trust)
  }

  /// Neighbours that agree in something, together.
  private static func runs<Key: Equatable>(
    of facts: [Fact], _ key: (Fact) -> Key
  ) -> [[Fact]] {
    var runs: [[Fact]] = []
    for fact in facts {
      if let last = runs.last, key(last[0]) == key(fact) {
        runs[runs.count - 1].append(fact)
      } else {
        runs.append([fact])
      }
    }
    return runs
  }
}
