package import ReportModel

/// Shows people the facts of a report.
package enum FactInspection {
  /// One line a fact, tab-separated, with a head; then what was not mapped.
  package static func describe(_ report: Report) -> String {
    var lines = ["id\tconcept\taspect\tdimensions\tvalue\tunit\tlabel\tblock\ttext"]
    for fact in report.facts {
      let dimensions = fact.dimensions.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      lines.append(
        [
          fact.id, fact.concept, fact.aspect.rawValue, dimensions.joined(separator: ","),
          fact.value.description, fact.unit.rawValue, fact.label, String(fact.source.block),
          fact.source.text,
        ].map(DocumentInspection.oneLine).joined(separator: "\t"))
    }
    for figure in report.unmapped {
      lines.append(
        "# unmapped: \(DocumentInspection.oneLine(figure.text)) in block \(figure.source.block): "
          + figure.reason)
    }
    let coverage = report.coverage
    lines.append(
      "# \(coverage.figures) figures: \(coverage.mapped) mapped, \(coverage.explained) explained, "
        + "\(coverage.unmapped) unmapped")
    return lines.joined(separator: "\n") + "\n"
  }
}
