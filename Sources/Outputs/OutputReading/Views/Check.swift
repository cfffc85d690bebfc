package import ReportModel

extension Output {
  /// What one accounting relation found.
  package struct Check: Sendable {
    private let node: OutputNode
    /// Its position in the output's list.
    package let index: Int

    init(_ node: OutputNode, index: Int) {
      self.node = node
      self.index = index
    }

    /// The id of the rule.
    package var id: String { node.words("id") }
    /// Whether it holds; nil for what this program does not know.
    package var status: CheckStatus? { CheckStatus(rawValue: node.words("status")) }
    /// How much it matters; nil for what this program does not know.
    package var severity: CheckSeverity? { CheckSeverity(rawValue: node.words("severity")) }
    /// The digits that the other figures give.
    package var expected: String? { node["expected"]?.digits }
    /// The digits that were asked.
    package var actual: String? { node["actual"]?.digits }
    /// The digits of the difference.
    package var difference: String? { node["difference"]?.digits }
    /// Facts by id, then fields of records by pointer; of each the one asked first.
    package var figures: [String] {
      ["facts", "records"].flatMap { node[$0]?.elements.compactMap(\.text) ?? [] }
    }
    /// In words; empty where it simply holds.
    package var message: CheckResult.Message {
      let message = node["message"]
      return .init(zh: message?.words("zh") ?? "", en: message?.words("en") ?? "")
    }
  }

  /// A value that is likely misprinted.
  package struct Suspect: Sendable {
    private let node: OutputNode

    init(_ node: OutputNode) { self.node = node }

    /// A fact's id, or the JSON pointer of a record's field.
    package var figure: String { node.words("figure") }
    /// The digits printed.
    package var printed: String { node["printed"]?.digits ?? "" }
    /// The digits that would make relations hold.
    package var proposed: String { node["proposed"]?.digits ?? "" }
    /// What would have happened to it.
    package var slip: String { node.words("slip") }
    /// How many checks would hold then.
    package var resolves: Int { node["resolves"]?.elements.count ?? 0 }
  }
}
