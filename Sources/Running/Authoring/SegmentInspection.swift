package import Conversion
internal import DocumentModel
internal import ReportModel

/// Shows people where the segmenter cut a report.
package struct SegmentInspection {
  private let stages: Converter.Stages
  private let rules: [String?]

  /// What the segmenter made of a report that the converter read.
  package init(of stages: Converter.Stages, with converter: Converter) {
    self.stages = stages
    rules = converter.sectionRules(of: stages)
  }

  private var document: Document { stages.document }
  private var segmented: SegmentedReport { stages.segmented }

  /// The title, the tree of sections with the rule of each, the tables as they were joined.
  package func describe() -> String {
    (identity() + sections() + tables() + performanceTables()).joined(separator: "\n") + "\n"
  }

  private func identity() -> [String] {
    let layout = stages.report.identity.layout
    let match = "layout \(layout.id) \(layout.score)" + layout.seen.map { " «\($0)»" }.joined()
    let year = segmented.fiscalYear.map(String.init) ?? "none"
    let notes = segmented.findings.map { "\($0.severity) \($0.code): \($0.message)" }
    let name = "institution \(segmented.institution ?? "none"); year \(year)"
    guard let title = segmented.title else {
      return ["no title", "\(name); \(segmented.kind)"] + notes + [match]
    }
    return [
      "title «\(DumpText.visible(title.text))»" + DumpPlace.mark
        + DumpPlace.of(leaf: title.leaf, in: document),
      "\(name), in the title \(title.fiscalYear.map(String.init) ?? "none"); \(segmented.kind)",
    ] + notes + [match]
  }

  private func sections() -> [String] {
    var depths: [Int] = []
    return zip(segmented.sections, rules).map { section, rule in
      let depth = section.parent.map { depths[$0] + 1 } ?? 0
      depths.append(depth)
      let heading =
        section.headingLeaf == nil
        ? "(before the first heading)" : DumpText.short(section.ordinal + section.heading)
      let content = DumpText.counted(section.items.map { Self.kind($0, in: section) })
      return String(repeating: "  ", count: depth) + "\(heading)  →\(rule ?? "no rule")"
        + (content.isEmpty ? "" : ": " + content)
        + (section.headingLeaf.map { DumpPlace.mark + DumpPlace.of(leaf: $0, in: document) } ?? "")
    }
  }

  private static func kind(_ item: Section.Item, in section: Section) -> String {
    switch item {
    case .table: "tables"
    case .paragraph(let leaf, _) where leaf == section.headingLeaf: "in the heading's line"
    case .paragraph: "paragraphs"
    }
  }

  private func tables() -> [String] {
    segmented.tables.map { table in
      var parts = ["table \(table.rows)×\(table.columns)"]
      if let title = table.title {
        parts.append("«\(DumpText.title(document.string(ofLeaf: title)))»")
      }
      if let unit = table.unit { parts.append("unit \(unit)") }
      if table.captionRows > 0 { parts.append("\(table.captionRows) rows of caption") }
      if table.blocks.count > 1 { parts.append("joined of \(table.blocks.count)") }
      let captions = table.captions.filter { $0 != table.title }
        .map { "«\(DumpText.short(document.string(ofLeaf: $0)))»" }
      if !captions.isEmpty { parts.append("under " + captions.joined(separator: " ")) }
      return parts.joined(separator: ", ") + DumpPlace.mark
        + table.blocks.map { DumpPlace.of(block: $0, in: document) }.joined(separator: ", ")
    }
  }

  private func performanceTables() -> [String] {
    segmented.performanceTables.map { table in
      let unit = table.unit.map { "\($0)" } ?? "none"
      return "performance table, \(table.scope), unit \(unit), "
        + "\(table.fields.count) fields, \(table.funds.rows.count) funds, "
        + "\(table.goals.count) goals, \(table.indicators.rows.count) indicators, "
        + (table.total == nil ? "no total: " : "total: ")
        + table.indicators.columns.map { DumpText.short($0, to: 12) }.joined(separator: " | ")
        + DumpPlace.mark + DumpPlace.of(block: table.block, in: document)
    }
  }
}
