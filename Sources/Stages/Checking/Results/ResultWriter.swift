internal import MappingModel
internal import ReportModel

/// Makes results of outcomes.
struct ResultWriter {
  private let table: QuantityTable
  private let found: FoundFigures
  private let rules: [CheckRule]
  private let formulas: [CompiledFormula]
  /// Names of figures once told: most are told again.
  private var names: [String?]
  /// Per figure, the last outcome that named it.
  private var lastNamed: [Int]
  private var outcomes = 0

  init(_ checked: CheckedReport, rules: [CheckRule], formulas: [CompiledFormula]) {
    table = checked.evaluator.table
    found = checked.found
    self.rules = rules
    self.formulas = formulas
    names = Array(repeating: nil, count: table.quantities.count)
    lastNamed = Array(repeating: 0, count: names.count)
  }

  /// The result as the report will have it.
  mutating func result(of outcome: Outcome) -> CheckResult {
    var result = CheckResult(
      id: rules[outcome.rule].id, status: outcome.status, severity: rules[outcome.rule].severity)
    if let remark = outcome.remark {
      result.message = remark.message
      result.records = remark.records
      result.facts = remark.facts
      result.actual = remark.actual
      result.expected = remark.expected
    }
    guard let asked = outcome.asked else { return result }
    outcomes += 1
    for index in asked.figures {
      let position = found.positions[index]
      guard lastNamed[position] != outcomes else { continue }
      lastNamed[position] = outcomes
      if table.origin(of: position).isRecord {
        result.records.append(name(of: position))
      } else {
        result.facts.append(name(of: position))
      }
    }
    let formula = formulas[asked.formula]
    let numbers = ToldNumbers(
      lead: table.quantities[asked.lead], isLead: isLead(asked), asked.left, asked.right,
      isRate: formula.right.isRate)
    result.actual = numbers.actual
    result.expected = numbers.expected
    result.difference = numbers.difference
    result.tolerance = numbers.tolerance
    if outcome.status == .fail || outcome.status == .rounding {
      let wording = Wording(
        isRounding: outcome.status == .rounding, comparison: formula.comparison,
        rule: rules[outcome.rule], table: table, found: found)
      result.message = wording.message(asked.left, asked.right, numbers)
    }
    return result
  }

  /// Whether the left side is the figure that was asked.
  private func isLead(_ asked: AskedRelation) -> Bool {
    asked.left.figures.count == 1
      && found.positions[asked.left.figures.lowerBound] == asked.lead
  }

  private mutating func name(of position: Int) -> String {
    if let known = names[position] { return known }
    let name = table.name(of: position)
    names[position] = name
    return name
  }
}
