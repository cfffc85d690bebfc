extension Output {
  /// A performance self-evaluation table.
  package struct Evaluation: Sendable {
    private let node: OutputNode

    init(_ node: OutputNode) { self.node = node }

    /// Its JSON pointer.
    package var pointer: String { node.pointer }
    /// Whether it is about all expenditure of the body and not one project.
    package var isOverall: Bool { node.words("scope") == "overall" }
    /// What is evaluated.
    package var name: Field { Field("name", of: node) }
    /// The department in charge.
    package var supervisingDepartment: Field { Field("supervisingDepartment", of: node) }
    /// The body that carries it out.
    package var implementingUnit: Field { Field("implementingUnit", of: node) }
    /// What its amounts are printed in.
    package var unit: String? { node["unit"]?.text }
    /// Budget and execution.
    package var funds: [Fund] { list("funds").map { Fund(node: $0) } }
    /// What was to be reached.
    package var goals: [Goal] { list("goals").map { Goal(node: $0) } }
    /// By what it is measured.
    package var indicators: [Indicator] { list("indicators").map(Indicator.init) }
    /// The sum of all scores; nil where none is printed.
    package var total: Total? { node["total"].flatMap { $0.isNull ? nil : Total(node: $0) } }

    private func list(_ name: String) -> [OutputNode] { node[name]?.elements ?? [] }
  }

  /// One line of an evaluation's funds.
  package struct Fund: Sendable {
    fileprivate let node: OutputNode

    /// What money it is.
    package var label: Field { Field("label", of: node) }
    /// The names of its numbers in the order of the form's columns.
    package static let numberNames = [
      "initialBudget", "annualBudget", "executed", "weight", "executionRate", "score",
    ]
    /// Its numbers in that order.
    package var numbers: [Field] { Self.numberNames.map { Field($0, of: node) } }
    /// The points that it can give.
    package var weight: Field { Field("weight", of: node) }
    /// The points given.
    package var score: Field { Field("score", of: node) }
  }

  /// One goal of an evaluation.
  package struct Goal: Sendable {
    fileprivate let node: OutputNode

    /// What was to be reached.
    package var expected: Field { Field("expected", of: node) }
    /// What was reached.
    package var actual: Field { Field("actual", of: node) }
  }

  /// The sum of an evaluation.
  package struct Total: Sendable {
    fileprivate let node: OutputNode

    /// The points that could be had.
    package var weight: Field { Field("weight", of: node) }
    /// The points given.
    package var score: Field { Field("score", of: node) }
  }
}
