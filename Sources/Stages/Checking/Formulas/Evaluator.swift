internal import MappingModel

/// Evaluates formulas over the quantities of a report, in two phases: which figures stand in their
/// places (Evaluator+Finding.swift), and what these give (here). Nothing of it changes on the way.
///
/// A class, since as a value it would be copied with its table wherever it is handed on.
final class Evaluator {
  let table: QuantityTable
  /// See ``RoundingMargins/halfUnits``.
  let slack: Int

  init(table: QuantityTable, slack: Int = 1) {
    self.table = table
    self.slack = slack
  }

  /// Both sides of a formula over the figures that were found for them.
  func sides(
    of formula: CompiledFormula, _ left: FoundSide, _ right: FoundSide, in found: FoundFigures,
    substituting substitution: Substitution = .none
  ) throws(NoValue) -> (left: Evaluated, right: Evaluated) {
    let margins = margins(left, right, in: found)
    return (
      try evaluated(formula.left, of: formula, left, in: found, margins, substitution),
      try evaluated(formula.right, of: formula, right, in: found, margins, substitution)
    )
  }

  /// Whether a condition of a formula holds for the lead, by the values as printed.
  func holds(
    _ condition: CompiledFormula.Condition, of formula: CompiledFormula, lead: Int,
    _ found: inout FoundFigures
  ) throws(NoValue) -> Bool {
    let left = try value(of: condition.left, of: formula, lead: lead, &found)
    let right = try value(of: condition.right, of: formula, lead: lead, &found)
    return condition.comparison.holds(left, right)
  }

  private func value(
    of side: CompiledFormula.Side, of formula: CompiledFormula, lead: Int,
    _ found: inout FoundFigures
  ) throws(NoValue) -> Ratio {
    let end = found.end
    let places = try find(side, of: formula, lead: lead, &found)
    let side = try evaluated(side, of: formula, places, in: found, .none, .none)
    found.forget(from: end)
    return side.value
  }

  private func evaluated(
    _ side: CompiledFormula.Side, of formula: CompiledFormula, _ places: FoundSide,
    in found: FoundFigures, _ margins: RoundingMargins, _ substitution: Substitution
  ) throws(NoValue) -> Evaluated {
    var state = EvaluationState(
      place: places.firstPlace, figure: places.figures.lowerBound, margins: margins,
      substitution: substitution)
    let interval = try interval(side.top, of: formula, in: found, &state)
    let ends = try interval.ends()
    return Evaluated(value: interval.value, low: ends.low, high: ends.high, found: places)
  }

  // MARK: Expressions

  private func interval(
    _ node: Int, of formula: CompiledFormula, in found: FoundFigures,
    _ state: inout EvaluationState
  ) throws(NoValue) -> Interval {
    switch formula.nodes[node] {
    case .number(let number): return Interval(exact: Ratio(Int128(number)))
    case .figure, .sum, .children, .largest: return try nextPlace(in: found, &state)
    case .plus(let left, let right):
      return try Interval.sum(
        try interval(left, of: formula, in: found, &state),
        try interval(right, of: formula, in: found, &state))
    case .minus(let left, let right):
      return try Interval.sum(
        try interval(left, of: formula, in: found, &state),
        try interval(right, of: formula, in: found, &state).negated)
    case .times(let left, let right):
      return try Interval.product(
        try interval(left, of: formula, in: found, &state),
        try interval(right, of: formula, in: found, &state))
    case .over(let left, let right):
      return try Interval.quotient(
        try interval(left, of: formula, in: found, &state),
        try interval(right, of: formula, in: found, &state))
    }
  }

  /// The figures of the next place, added up.
  private func nextPlace(
    in found: FoundFigures, _ state: inout EvaluationState
  ) throws(NoValue) -> Interval {
    let end = state.figure + Int(found.counts[state.place])
    state.place += 1
    guard state.figure < end else { return Interval(exact: .zero) }
    var total = figure(at: found.positions[state.figure], state)
    state.figure += 1
    while state.figure < end {
      total = try Interval.sum(total, figure(at: found.positions[state.figure], state))
      state.figure += 1
    }
    return total
  }

  private func figure(at position: Int, _ state: EvaluationState) -> Interval {
    Interval(
      state.substitution.value(at: position) ?? table.quantities[position].value,
      margin: state.margins.margin(of: table.quantities[position]))
  }
}

/// How far one side was evaluated, and how its figures count.
private struct EvaluationState {
  /// The next place, and the next figure, in ``FoundFigures``.
  var place: Int
  var figure: Int
  let margins: RoundingMargins
  let substitution: Substitution
}

/// The value of one side of a formula with the bounds that rounding leaves it, and the figures it took.
struct Evaluated {
  var value: Ratio
  var low: Ratio
  var high: Ratio
  var found: FoundSide

  /// Its figures in ``FoundFigures/positions``.
  var figures: Range<Int> { found.figures }
}

/// Why an expression has no value.
enum NoValue: Error {
  /// The figure of this node is not printed.
  case missing(node: Int)
  /// It would be divided by zero.
  case zeroBase
  /// It holds only under a condition that is not met.
  case condition
  /// The same figure is printed with several values.
  case ambiguous
  case tooLarge

  /// The reason in words, for the message of a rule that could not be asked.
  func reason(in formula: CompiledFormula) -> String {
    switch self {
    case .missing(let node): "not printed: \(formula.words(of: node))"
    case .zeroBase: "the base is zero"
    case .condition: "the condition is not met"
    case .ambiguous: "a figure is printed with two values"
    case .tooLarge: "a figure is too large to compute with"
    }
  }
}
