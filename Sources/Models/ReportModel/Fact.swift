/// One figure of the report with its meaning and its place.
///
/// «2024年度收入总计1,871.38万元» gives the concept `income.total`, the aspect `actual`, the value
/// 1871.38 and the unit 万元.
package struct Fact: Sendable, Equatable {
  /// `f1`, `f2` … in source order.
  package var id: String
  /// A concept id of the taxonomy: `income.total`.
  package var concept: String
  /// Which side of the concept it tells: final figure, budget, change ….
  package var aspect: Aspect
  /// Sorted by name when emitted: `fund`, `function`, `economic`, `vehicle_use`,
  /// `entity`, `project`, `year`.
  package var dimensions: [String: String]
  /// The number in the digits printed; a decrease is negative.
  package var value: Amount
  /// What it is printed in.
  package var unit: Unit
  /// The label as printed (or the label path of a functional item).
  package var label: String
  /// The reason that the report gives for a change, as printed.
  package var reason: String?
  /// Where it stands.
  package var source: SourceReference
  /// The rule that took the figure.
  package var rule: RuleReference
  /// How each of its features is known.
  package var trust: Trust
  /// The code in `function` was found by name in a row of the classification that nobody has read off
  /// a published document.
  package var codeIsUnverified = false

  /// A fact; what is left out is not there.
  package init(
    id: String, concept: String, aspect: Aspect, dimensions: [String: String] = [:],
    value: Amount, unit: Unit, label: String, reason: String? = nil, source: SourceReference,
    rule: RuleReference, trust: Trust = Trust()
  ) {
    self.id = id
    self.concept = concept
    self.aspect = aspect
    self.dimensions = dimensions
    self.value = value
    self.unit = unit
    self.label = label
    self.reason = reason
    self.source = source
    self.rule = rule
    self.trust = trust
  }

  /// The value in yuan for money, exact; nil for everything else.
  package var yuan: Amount? {
    value.inYuan(printedIn: unit)
  }
}

/// What a figure says of its concept: the final amount, what was budgeted, how it changed. The raw
/// value is what the output says.
package enum Aspect: String, Sendable, CaseIterable {
  /// 决算数, of the year that is reported on.
  case actual
  /// 年初预算数, before anything was adjusted.
  case initialBudget = "initial_budget"
  /// 全年预算数 or 调整预算数, as it stood at the end of the year.
  case annualBudget = "annual_budget"
  /// The final amount of the year before.
  case priorYear = "prior_year"
  /// The final amount less that of the year before.
  case change
  /// The same in percent of the year before.
  case changePercent = "change_percent"
  /// The final amount less the budget.
  case budgetChange = "budget_change"
  /// The same in percent of the budget.
  case budgetChangePercent = "budget_change_percent"
  /// What it is of a larger whole, in percent.
  case sharePercent = "share_percent"
  /// What it is of the budget, in percent.
  case completionPercent = "completion_percent"
  /// 预决算差异率: how far it lies from the budget, in percent.
  case variancePercent = "variance_percent"
}
