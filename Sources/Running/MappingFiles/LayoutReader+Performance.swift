import MappingModel
import ReportModel

extension LayoutReader {
  // MARK: Performance tables

  static func performance(_ node: StrictNode) throws(MappingError) -> PerformanceRule {
    let fields = try node.fields(["fields", "fund_rows", "fund_columns", "indicator_columns"])
    return PerformanceRule(
      fields: try known(fields["fields"]), fundRows: try names(fields["fund_rows"], known: nil),
      fundColumns: try known(fields["fund_columns"]),
      indicatorColumns: try known(fields["indicator_columns"]))
  }

  /// The same for fields of a closed list.
  private static func known<Field: RawRepresentable<String> & CaseIterable>(
    _ node: StrictNode?
  ) throws(MappingError) -> [String: Field] {
    try names(node, known: Field.allCases.map(\.rawValue)).compactMapValues(Field.init)
  }

  /// «field: [label, …]» turned round into label → field.
  private static func names(
    _ node: StrictNode?, known: [String]?
  ) throws(MappingError) -> [String: String] {
    var names: [String: String] = [:]
    for (key, value) in try node?.entries() ?? [] {
      if let known, !known.contains(key.text) {
        throw key.node.error(
          "unknown field «\(key.text)»; did you mean "
            + "«\(Spelling.nearest(to: key.text, in: known))»?")
      }
      for label in try value.list() {
        let text = try label.text()
        if let other = names[text] {
          throw label.error("«\(text)» already stands for «\(other)»; a label has one meaning")
        }
        names[text] = key.text
      }
    }
    return names
  }
}
