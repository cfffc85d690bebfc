package import DocumentModel

/// Shows people where the segmenter cut a report.
package enum SegmentInspection {
  /// The title, the tree of sections and the performance tables.
  package static func describe(
    _ segmented: SegmentedReport, of normalized: NormalizedDocument
  ) -> String {
    var lines: [String] = []
    if let title = segmented.title {
      lines.append("title: \(DocumentInspection.oneLine(title.text))")
      lines.append(
        "institution: \(title.institution ?? "-")   fiscal year: "
          + "\(title.fiscalYear.map(String.init) ?? "-")   kind: \(title.kind.rawValue)")
    } else {
      lines.append("title: none")
    }
    var depths: [Int] = []
    for (index, section) in segmented.sections.enumerated() {
      let depth = section.parent.map { depths[$0] + 1 } ?? 0
      depths.append(depth)
      let indentation = String(repeating: "  ", count: depth)
      let heading =
        section.headingLeaf == nil
        ? "(before the first heading)"
        : DocumentInspection.oneLine(section.ordinal + " " + section.heading)
      lines.append("\(indentation)\(index) \(heading)   [\(section.items.count) items]")
    }
    for table in segmented.performanceTables {
      lines.append(
        "performance table in block \(table.block): \(table.scope.rawValue), unit "
          + "\(table.unit ?? "-"), \(table.fields.count) fields, \(table.funds.rows.count) funds, "
          + "\(table.goals.count) goals, \(table.indicators.rows.count) indicators")
      lines.append("    columns: " + table.indicators.columns.joined(separator: " | "))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
