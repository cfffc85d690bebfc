package import ReportModel

/// The Check stage: a report and the relations of the check files give results, and the values that
/// most likely are wrong where relations fail.
package struct ReportChecker: Sendable {
  private let rules: [CheckRule]
  private let interner: Interner
  private let openings: [KeyOpening]

  package init(rules: [CheckRule]) {
    var interner = Interner()
    self.rules = rules.map { rule in
      guard case .formulas(let formulas) = rule.test else { return rule }
      var rule = rule
      rule.test = .formulas(formulas.map { $0.numbered(by: &interner) })
      for aspect in rule.aspects { _ = interner.number(aspect) }
      return rule
    }
    self.interner = interner
    openings = Set(rules.flatMap(\.openings)).sorted { $0.order < $1.order }
  }

  /// Ids and statements of the rules, in their order.
  package var statements: [(id: String, zh: String, en: String)] {
    rules.map { ($0.id, $0.statementZh, $0.statementEn) }
  }

  /// See ``QuantityTable/alike``: some 4,000 figures of one kind. Real reports stay below a hundredth.
  private static let mostAlike = 50_000_000

  /// The report with its checks and suspects filled in, or with a note that tells why not; nothing else
  /// of it changes. The relations are those of final accounts: a budget is not asked.
  package func check(_ report: Report) -> Report {
    guard !report.facts.isEmpty || !report.performance.isEmpty,
      !report.identity.kind.hasSuffix("_budget")
    else { return report }
    var report = report
    var evaluator = Evaluator(table: QuantityTable(report, interner: interner, openings: openings))
    guard evaluator.table.alike <= Self.mostAlike else {
      report.notes.append(
        Note(
          severity: "warning", code: "checks.too_many_figures",
          message:
            "so many figures are of one kind that the relations between them were not checked; "
            + "no report prints so many: look whether this is several reports in one file"))
      return report
    }
    // A publisher that says so is believed: its roundings may be off by one unit each.
    if report.notes.contains(where: { $0.code == "rounding_note" }) { evaluator.slack = 2 }
    let texts = PerformanceText.all(of: report)
    var outcomes: [Outcome] = []
    for (index, rule) in rules.enumerated() {
      switch rule.test {
      case .formulas(let formulas):
        outcomes += FormulaRun(index: index, rule: rule, formulas: formulas).outcomes(&evaluator)
      case .named(let test): outcomes += named(test, index, rule, report, texts, evaluator)
      }
    }
    report.checks = outcomes.map { $0.result(by: rules[$0.rule], in: evaluator.table) }
    report.suspects = SuspectSearch(rules: rules, outcomes: outcomes, evaluator: evaluator)
      .suspects()
    return report
  }

  private func named(
    _ test: CheckRule.NamedTest, _ index: Int, _ rule: CheckRule, _ report: Report,
    _ texts: [PerformanceText], _ evaluator: Evaluator
  ) -> [Outcome] {
    switch test {
    case .sameValue: SameValueTest(index: index).outcomes(evaluator)
    case .percentSign: PercentSignTest(index: index, rule: rule).outcomes(report, texts)
    case .unitInText: UnitInTextTest(index: index, rule: rule).outcomes(report, texts)
    case .unitCost: UnitCostTest(index: index, rule: rule).outcomes(report)
    }
  }
}

/// A result with what it was computed from.
struct Outcome {
  /// Index of the rule.
  var rule: Int
  var status: CheckStatus
  /// The relation that decided; nil for named tests.
  var formula: Formula?
  /// As a number of the table's interner.
  var aspect: Int32 = 0
  /// The figure that was asked; nil where the rule could not be asked of any.
  var lead: Int?
  var left: Evaluated?
  var right: Evaluated?
  /// What a named test found, or why nothing was asked.
  var message: CheckResult.Message?
  /// Pointers of records, for named tests.
  var records: [String] = []
  var actual: Amount?
  var expected: Amount?
  var facts: [String] = []
  /// The list that was added up may not name everything.
  var isListing = false

  func result(by rule: CheckRule, in table: QuantityTable) -> CheckResult {
    var result = CheckResult(id: rule.id, status: status, severity: rule.severity)
    result.message = message
    result.records = records
    result.facts = facts
    result.actual = actual
    result.expected = expected
    guard let lead, let left, let right else { return result }
    var seen: Set<Int> = []
    for position in left.figures + right.figures where seen.insert(position).inserted {
      let name = table.origin(of: position).name
      if table.quantities[position].isRecord {
        result.records.append(name)
      } else {
        result.facts.append(name)
      }
    }
    let words = Wording(
      outcome: self, rule: rule, lead: lead, left: left, right: right, table: table)
    result.actual = words.actual
    result.expected = words.expected
    result.difference = words.difference
    result.tolerance = words.tolerance
    if let told = words.message { result.message = told }
    return result
  }
}
