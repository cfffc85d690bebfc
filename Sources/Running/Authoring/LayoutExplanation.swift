package import Conversion
internal import DocumentModel
internal import MappingModel
internal import ReportModel

/// Tells why a report was read with its layout and not with another.
package struct LayoutExplanation {
  private let taken: String
  private let layouts: [(id: String, headings: [String], seen: [String])]

  /// What a converter knows of the layouts for a report that it read.
  package init(of stages: Converter.Stages, with converter: Converter) {
    taken = stages.report.identity.layout.id
    let found = stages.segmented.sections.map(\.heading)
    layouts = converter.layouts.filter { !$0.recognizedBy.isEmpty }.map { layout in
      let seen = layout.recognizedBy.filter { word in found.contains { $0.contains(word) } }
      return (layout.id, layout.recognizedBy, seen)
    }
  }

  /// The layout that was taken, then the others, the likeliest first, with what each lacks.
  package func describe() -> String {
    var lines = ["read with «\(taken)»"]
    if layouts.isEmpty { lines.append("no other layout was asked for") }
    let ranked = layouts.sorted {
      let (first, second) = (
        $0.seen.count * $1.headings.count, $1.seen.count * $0.headings.count
      )
      return first != second ? first > second : $0.id < $1.id
    }
    for layout in ranked {
      let count = "\(layout.seen.count) of \(layout.headings.count) headings seen"
      let verdict =
        layout.id == taken
        ? "taken"
        : layout.seen.count * 5 < layout.headings.count * 3
          ? "not taken: three in five are needed" : "not taken: «\(taken)» fits better"
      lines.append("\(layout.id): \(count); \(verdict)")
      let missing = layout.headings.filter { !layout.seen.contains($0) }
      if !layout.seen.isEmpty, !missing.isEmpty {
        lines.append("  no heading has: " + missing.map { "«\($0)»" }.joined(separator: ", "))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
