internal import MappingModel
package import ReportModel

/// The relations that a report was asked: which of them touch a figure, and what each would say if
/// figures had other values.
///
/// Nothing is changed by asking, and nothing is looked up again: the figures of a relation are those that
/// were found when it was first asked, so that an answer costs only its arithmetic. For example, with
/// the rule `income.total = income.current_year + balance.opening` and a report that prints 10.00,
/// 3.00 and 2.00:
///
///     let relations = ReportChecker(rules: rules).relations(of: report)
///     if let part = relations.figure(named: "f2") {  // income.current_year, 3.00
///       for relation in relations.touching(part) {
///         relations.answer(of: relation)  // fail, difference 5
///         relations.answer(of: relation, substituting: [part: eight])  // pass, difference 0
///         relations.solution(of: relation, for: part)  // 8.00
///       }
///     }
///
/// A relation is its position in the report's list of checks. Only those with a result are here: what is
/// not applicable says nothing of a figure, and named checks but `same_value` compute nothing.
package struct RelationIndex {
  /// A figure of the report that takes part in checks; only the index that gave it may be asked of it.
  package struct Figure: Hashable, Sendable {
    /// Its position in the table of quantities.
    let position: Int
  }

  /// What a relation says of some values.
  package struct Answer: Equatable, Sendable {
    /// `notApplicable` where the values give none, as with a base of zero.
    package let status: CheckStatus
    /// The left side less the right one, in ten thousand yuan for money, with at most twelve decimals; nil
    /// where there is none.
    package let difference: Amount?
  }

  let outcomes: [Outcome]
  let evaluator: Evaluator
  let found: FoundFigures
  private let formulas: [CompiledFormula]
  private let uses: FigureUses

  init(_ outcomes: [Outcome], formulas: [CompiledFormula], _ checked: CheckedReport) {
    self.outcomes = outcomes
    self.formulas = formulas
    evaluator = checked.evaluator
    found = checked.found
    uses = FigureUses(outcomes, checked)
  }

  // MARK: Figures and their relations

  /// The figure with the id of a fact or the JSON pointer of a record's field, as results name them. It
  /// looks through all figures.
  package func figure(named name: String) -> Figure? {
    evaluator.table.quantities.indices.first { evaluator.table.name(of: $0) == name }
      .map { Figure(position: $0) }
  }

  /// The relations that take this figure, ascending; it must be a figure of this index.
  package func touching(_ figure: Figure) -> [Int] { uses.relations(of: figure.position) }

  /// The figures that a relation takes, the first one of its left side first.
  package func figures(of relation: Int) -> [Figure] {
    guard outcomes.indices.contains(relation), let asked = outcomes[relation].asked else {
      return []
    }
    return found.positions[asked.figures].map { Figure(position: $0) }
  }

  // MARK: Answers

  /// What a relation says of the printed values, but for those that are substituted: in the unit in which
  /// each figure is printed.
  package func answer(
    of relation: Int, substituting values: [Figure: Amount] = [:]
  ) -> Answer {
    var substitution = Substitution.none
    for (figure, value) in values {
      guard
        let value = QuantityTable.value(
          value, evaluator.table.quantities[figure.position].unit)
      else { return Answer(status: .notApplicable, difference: nil) }
      substitution.set(figure.position, value)
    }
    guard let told = said(by: relation, substitution) else {
      return Answer(status: .notApplicable, difference: nil)
    }
    let difference = Ratio.difference(told.left.value, told.right.value)
    return Answer(
      status: evaluator.status(of: told.formula, told.left, told.right, in: found),
      difference: difference?.amount(most: 12))
  }

  /// The value of one figure with which both sides are equal, in its printed unit and rounded to its
  /// printed decimals. Nil where the relation is none of equal sums, or where the figure is on both
  /// sides alike.
  package func solution(of relation: Int, for figure: Figure) -> Amount? {
    guard outcomes.indices.contains(relation), let asked = outcomes[relation].asked,
      isOfSums(relation),
      let gap = Ratio.difference(asked.right.value, asked.left.value)
    else { return nil }
    let quantity = evaluator.table.quantities[figure.position]
    // How much the gap grows when one is added to the figure tells how often it is added or taken away.
    guard let probe = Ratio.sum(quantity.value, Ratio(1)),
      let told = said(by: relation, Substitution(figure.position, probe)),
      let moved = Ratio.difference(told.right.value, told.left.value),
      let slope = Ratio.difference(moved, gap), !slope.isZero,
      let step = Ratio.quotient(gap, slope),
      let value = Ratio.difference(quantity.value, step)
    else { return nil }
    let shift = quantity.unit?.yuanExponent.map { 4 - $0 } ?? 0
    return value.shifted(shift)?.rounded(scale: quantity.printed.scale)
  }

  /// The status that a relation would have.
  func status(of relation: Int, _ substitution: Substitution) -> CheckStatus {
    guard let told = said(by: relation, substitution) else { return .notApplicable }
    return evaluator.status(of: told.formula, told.left, told.right, in: found)
  }

  /// Whether a relation asks that two sides be equal, and does not only bound one.
  func isEquation(_ relation: Int) -> Bool {
    outcomes[relation].asked.map { formulas[$0.formula].comparison == .equal } ?? false
  }

  /// Whether it is an equation in which figures are only added and taken away.
  private func isOfSums(_ relation: Int) -> Bool {
    guard isEquation(relation), let asked = outcomes[relation].asked else { return false }
    return !formulas[asked.formula].left.isRate && !formulas[asked.formula].right.isRate
  }

  /// Both sides of a relation; nil where it has none, or where they have no value.
  private func said(
    by relation: Int, _ substitution: Substitution
  ) -> (formula: CompiledFormula, left: Evaluated, right: Evaluated)? {
    guard outcomes.indices.contains(relation), let asked = outcomes[relation].asked else {
      return nil
    }
    let formula = formulas[asked.formula]
    let sides = try? evaluator.sides(
      of: formula, asked.left.found, asked.right.found, in: found, substituting: substitution)
    return sides.map { (formula, $0.left, $0.right) }
  }
}

/// The relations of every figure.
private struct FigureUses {
  /// The relations of one figure after those of the other.
  private var list: [Int32]
  /// Per figure, where its relations begin; one more at the end.
  private var starts: [Int]

  init(_ outcomes: [Outcome], _ checked: CheckedReport) {
    starts = Array(repeating: 0, count: checked.evaluator.table.quantities.count + 1)
    list = []
    let count = starts.count - 1
    Self.visit(outcomes, checked.found, count) { position, _ in starts[position + 1] += 1 }
    for position in 1..<starts.count { starts[position] += starts[position - 1] }
    var next = starts
    list = Array(repeating: 0, count: starts[starts.count - 1])
    Self.visit(outcomes, checked.found, count) { position, relation in
      list[next[position]] = Int32(relation)
      next[position] += 1
    }
  }

  /// Ascending.
  func relations(of position: Int) -> [Int] {
    list[starts[position]..<starts[position + 1]].map { Int($0) }
  }

  /// Every figure of every relation with a result, once.
  private static func visit(
    _ outcomes: [Outcome], _ found: FoundFigures, _ count: Int,
    _ body: (_ position: Int, _ relation: Int) -> Void
  ) {
    var lastSeen = Array(repeating: -1, count: count)
    for relation in outcomes.indices where outcomes[relation].status != .notApplicable {
      guard let asked = outcomes[relation].asked else { continue }
      for index in asked.figures {
        let position = found.positions[index]
        guard lastSeen[position] != relation else { continue }
        lastSeen[position] = relation
        body(position, relation)
      }
    }
  }
}
