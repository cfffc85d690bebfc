extension Output {
  /// One official statement.
  package struct Statement: Sendable {
    private let node: OutputNode

    init(_ node: OutputNode) { self.node = node }

    /// Its JSON pointer.
    package var pointer: String { node.pointer }
    /// The title printed.
    package var title: String { node.words("title") }
    /// What its amounts are printed in.
    package var unit: String? { node["unit"]?.text }
    /// Whether the report only names it.
    package var isListedOnly: Bool { node["listedOnly"]?.isTrue ?? false }
    /// Columns of amounts from left to right, by id with the heads above them.
    package var columns: [(id: String, label: String)] {
      (node["columns"]?.elements ?? []).compactMap { column in
        column["id"]?.text.map { ($0, column["label"]?.text ?? $0) }
      }
    }
    /// Rows from top to bottom.
    package var rows: [StatementRow] { (node["rows"]?.elements ?? []).map(StatementRow.init) }
    /// Where the title stands.
    package var place: Place? { node.place("source") }
  }

  /// One row of a statement.
  package struct StatementRow: Sendable {
    private let node: OutputNode

    init(_ node: OutputNode) { self.node = node }

    /// Its JSON pointer.
    package var pointer: String { node.pointer }
    /// The code printed.
    package var code: String? { node["code"]?.text }
    /// The label printed.
    package var label: String? { node["label"]?.text }
    /// 1 … 3 for class, category, item.
    package var level: Int? { node["level"]?.integer }
    /// Which side of the statement it is on, where that has two.
    package var side: String? { node["side"]?.text }
    /// The digits in a column, by its id; nil where nothing is printed.
    package func digits(_ column: String) -> String? { node["values"]?[column]?.digits }
    /// Whether a column tells anything.
    package func tells(_ column: String) -> Bool { node["values"]?[column] != nil }
    /// Where `code`, `label` or the value of a column stands.
    package func place(_ name: String) -> Place? { node["sources"]?.place(name) }
  }
}
