package import ReportModel

extension Output {
  /// What a careful reader would remark on a text.
  package struct Remark: Sendable {
    private let node: OutputNode
    /// Its position in the output's list.
    package let index: Int

    init(_ node: OutputNode, index: Int) {
      self.node = node
      self.index = index
    }

    /// The id of the rule.
    package var id: String { node.words("id") }
    /// How much it matters; nil for what this program does not know.
    package var severity: CheckSeverity? { CheckSeverity(rawValue: node.words("severity")) }
    /// In words.
    package var message: CheckResult.Message {
      let message = node["message"]
      return .init(zh: message?.words("zh") ?? "", en: message?.words("en") ?? "")
    }
    /// Where the text stands.
    package var place: Place? { node.place("source") }
    /// The JSON pointer of the record.
    package var pointer: String { "/remarks/\(index)" }
  }
}
