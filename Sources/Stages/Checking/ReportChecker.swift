package import MappingModel
package import ReportModel

/// The Check stage: a report and the relations of the check files give results, and the values that
/// most likely are wrong where relations fail.
package struct ReportChecker: Sendable {
  private let rules: [CheckRule]
  /// Per rule, what its formulas ask; nothing for a named test.
  private let questions: [[Question]]
  private let relations: [Relation]
  private let interner: Interner
  private let openings: [KeyOpening]

  package init(rules: [CheckRule]) {
    var interner = Interner()
    // The first: ``SameValueTest/relation``.
    var relations: [Relation] = [.samePair]
    questions = rules.map { rule in
      guard case .formulas(let formulas) = rule.test else { return [] }
      return rule.aspects.map { name in
        let aspect = interner.number(name)
        let start = relations.count
        relations += formulas.map {
          Relation($0, aspect: aspect, isReportWide: rule.isReportWide, &interner)
        }
        return Question(
          leads: formulas.first?.lead.map {
            LeadFilter($0, of: rule, aspect: aspect, &interner)
          }, relations: start..<relations.count)
      }
    }
    self.rules = rules
    self.relations = relations
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
    let evaluator = Evaluator(table: QuantityTable(report, interner: interner, openings: openings))
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
    outcomes.reserveCapacity(evaluator.table.quantities.count)
    for index in rules.indices {
      switch rules[index].test {
      case .formulas:
        FormulaRun(
          index: index, needsMajority: rules[index].needsMajority, questions: questions[index],
          relations: relations
        ).append(to: &outcomes, evaluator)
      case .named(let test): outcomes += named(test, index, report, texts, evaluator)
      }
    }
    var results = ResultWriter(evaluator: evaluator, rules: rules, relations: relations)
    report.checks = outcomes.map { results.result(of: $0) }
    report.suspects = SuspectSearch(outcomes: outcomes, relations: relations).suspects(evaluator)
    return report
  }

  private func named(
    _ test: CheckRule.NamedTest, _ index: Int, _ report: Report, _ texts: [PerformanceText],
    _ evaluator: Evaluator
  ) -> [Outcome] {
    let rule = rules[index]
    return switch test {
    case .sameValue: SameValueTest(index: index).outcomes(evaluator)
    case .percentSign: PercentSignTest(index: index, rule: rule).outcomes(report, texts)
    case .unitInText: UnitInTextTest(index: index, rule: rule).outcomes(report, texts)
    case .unitCost: UnitCostTest(index: index, rule: rule).outcomes(report)
    }
  }
}
