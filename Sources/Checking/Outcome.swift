internal import ReportModel

/// A result with what it was computed from.
struct Outcome {
  /// Index of the rule.
  var rule: Int
  var status: CheckStatus
  /// Number of the relation that decided; nil for named tests.
  var relation: Int?
  /// The figure that was asked; nil where the rule could not be asked of any.
  var lead: Int?
  var sides: (left: Evaluated, right: Evaluated)?
  /// Nil where the figures and the relation say all.
  var finding: Finding?
  /// The list that was added up may not name everything.
  var isListing = false
}

/// What a named test found, or why nothing was asked. Few outcomes have one: a reference, so that the
/// others are plain numbers.
final class Finding: Sendable {
  let message: CheckResult.Message?
  /// Pointers of records.
  let records: [String]
  let facts: [String]
  let actual: Amount?
  let expected: Amount?

  init(
    message: CheckResult.Message? = nil, records: [String] = [], facts: [String] = [],
    actual: Amount? = nil, expected: Amount? = nil
  ) {
    self.message = message
    self.records = records
    self.facts = facts
    self.actual = actual
    self.expected = expected
  }
}

/// Makes results of outcomes.
struct ResultWriter {
  private let evaluator: Evaluator
  /// Names of figures that were told, which most often are told again.
  private var names: [String?]
  /// Per figure, the last outcome that named it.
  private var lastNamed: [Int]
  private var outcomes = 0

  init(evaluator: Evaluator) {
    self.evaluator = evaluator
    names = Array(repeating: nil, count: evaluator.table.quantities.count)
    lastNamed = Array(repeating: 0, count: names.count)
  }

  mutating func result(
    of outcome: Outcome, by rule: CheckRule, _ relation: Relation?
  ) -> CheckResult {
    var result = CheckResult(id: rule.id, status: outcome.status, severity: rule.severity)
    if let finding = outcome.finding {
      result.message = finding.message
      result.records = finding.records
      result.facts = finding.facts
      result.actual = finding.actual
      result.expected = finding.expected
    }
    guard let lead = outcome.lead, let sides = outcome.sides, let relation else { return result }
    outcomes += 1
    let figures = sides.left.figures.lowerBound..<sides.right.figures.upperBound
    for index in figures {
      let position = evaluator.taken[index]
      guard lastNamed[position] != outcomes else { continue }
      lastNamed[position] = outcomes
      if evaluator.table.origin(of: position).isRecord {
        result.records.append(name(of: position))
      } else {
        result.facts.append(name(of: position))
      }
    }
    let words = Wording(
      status: outcome.status, relation: relation, rule: rule, lead: lead, left: sides.left,
      right: sides.right, evaluator: evaluator)
    result.actual = words.actual
    result.expected = words.expected
    result.difference = words.difference
    result.tolerance = words.tolerance
    if let told = words.message { result.message = told }
    return result
  }

  private mutating func name(of position: Int) -> String {
    if let known = names[position] { return known }
    let name = evaluator.table.name(of: position)
    names[position] = name
    return name
  }
}
