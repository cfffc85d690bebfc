internal import MappingModel
internal import ReportModel

/// Makes results of outcomes.
struct ResultWriter {
  private let evaluator: Evaluator
  private let rules: [CheckRule]
  private let relations: [Relation]
  /// Names of figures that were told, which most often are told again.
  private var names: [String?]
  /// Per figure, the last outcome that named it.
  private var lastNamed: [Int]
  private var outcomes = 0

  init(evaluator: Evaluator, rules: [CheckRule], relations: [Relation]) {
    self.evaluator = evaluator
    self.rules = rules
    self.relations = relations
    names = Array(repeating: nil, count: evaluator.table.quantities.count)
    lastNamed = Array(repeating: 0, count: names.count)
  }

  mutating func result(of outcome: Outcome) -> CheckResult {
    var result = CheckResult(
      id: rules[outcome.rule].id, status: outcome.status, severity: rules[outcome.rule].severity)
    if let finding = outcome.finding {
      result.message = finding.message
      result.records = finding.records
      result.facts = finding.facts
      result.actual = finding.actual
      result.expected = finding.expected
    }
    guard let lead = outcome.lead, let sides = outcome.sides, let relation = outcome.relation else {
      return result
    }
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
    let numbers = ToldNumbers(
      lead: evaluator.table.quantities[lead], isLead: isLead(sides.left, lead), sides.left,
      sides.right, isRate: relations[relation].right.isRate)
    result.actual = numbers.actual
    result.expected = numbers.expected
    result.difference = numbers.difference
    result.tolerance = numbers.tolerance
    if outcome.status == .fail || outcome.status == .rounding {
      let wording = Wording(
        isRounding: outcome.status == .rounding, sign: relations[relation].sign,
        rule: rules[outcome.rule], evaluator: evaluator)
      result.message = wording.message(sides.left, sides.right, numbers)
    }
    return result
  }

  /// Whether a side is the figure that was asked.
  private func isLead(_ side: Evaluated, _ lead: Int) -> Bool {
    side.figures.count == 1 && evaluator.taken[side.figures.lowerBound] == lead
  }

  private mutating func name(of position: Int) -> String {
    if let known = names[position] { return known }
    let name = evaluator.table.name(of: position)
    names[position] = name
    return name
  }
}
