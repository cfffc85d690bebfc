package import MappingModel
package import ReportModel
internal import ValueModel

/// The Check stage: asks a report the relations of the check files, and where some fail, which printed
/// values are most likely wrong.
///
/// The figures of the report become a table of quantities (Figures). Each rule's formulas are asked of the
/// figures that they begin with, or its named check is (Formulas, NamedChecks). Results are made of the
/// outcomes (Results), and failed ones are searched for suspects (Suspects).
package struct ReportChecker: Sendable {
  private let rules: [CheckRule]
  /// How each rule is asked of final accounts.
  private let finalAccounts: [Test]
  /// How each rule is asked of budgets.
  private let budgets: [Test]
  /// The built-in formulas, then those of all rules.
  private let formulas: [CompiledFormula]
  private let interner: Interner
  private let openings: [KeyOpening]

  private enum Test: Sendable {
    case formulas([Question])
    case named(any NamedCheck)
  }

  /// The ids of the checks that are not formulas: those that a check file may name.
  package static let namedChecks: [NamedCheckID] = NamedChecks.all.map(\.id)

  /// A checker of these rules. A named check that does not exist is a mistake of the program: check files
  /// are read with ``namedChecks`` and refuse others.
  package init(rules: [CheckRule]) {
    var interner = Interner()
    var formulas = CompiledFormula.builtIn
    finalAccounts = Self.tests(rules, inBudget: false, &formulas, &interner)
    budgets = Self.tests(rules, inBudget: true, &formulas, &interner)
    self.rules = rules
    self.formulas = formulas
    self.interner = interner
    openings = Set(rules.flatMap(\.openings)).sorted { $0.order < $1.order }
  }

  private static func tests(
    _ rules: [CheckRule], inBudget isBudget: Bool, _ formulas: inout [CompiledFormula],
    _ interner: inout Interner
  ) -> [Test] {
    rules.map { rule in
      let aspects = rule.aspects(inBudget: isBudget)
      switch rule.test {
      case .named(let id):
        guard let check = NamedChecks.check(id) else {
          preconditionFailure("no named check «\(id.rawValue)»; add it to NamedChecks.all")
        }
        return aspects.isEmpty ? .formulas([]) : .named(check)
      case .formulas(let written):
        return .formulas(
          aspects.map { name in
            let aspect = interner.number(name)
            let start = formulas.count
            formulas += written.map {
              CompiledFormula(
                $0, aspect: aspect, isReportWide: rule.isReportWide, &interner)
            }
            return Question(
              leads: written.first?.lead.map {
                LeadFilter($0, of: rule, aspect: aspect, &interner)
              }, formulas: start..<formulas.count)
          })
      }
    }
  }

  /// Ids and statements of the rules, in their order.
  package var statements: [(id: String, zh: String, en: String)] {
    rules.map { ($0.id, $0.statementZh, $0.statementEn) }
  }

  /// The most that ``QuantityTable/alike`` may be: about 7,000 figures of one concept and aspect. Real reports
  /// stay below a hundredth of it.
  private static let mostAlike = 50_000_000

  /// The report with its checks and suspects filled in, or with a note that tells why not. Of facts that a
  /// relation holds in their places the structure is proved; nothing else of it changes.
  package func check(_ report: Report) -> Report {
    guard isAsked(report) else { return report }
    var checked = checked(report)
    var report = report
    guard checked.evaluator.table.alike <= Self.mostAlike else {
      report.notes.append(
        Note(
          severity: .warning, code: .tooManyFigures,
          message:
            "so many figures are of one kind that the relations between them were not checked; "
            + "no report prints so many: look whether this is several reports in one file"))
      return report
    }
    let outcomes = outcomes(&checked, of: report)
    var results = ResultWriter(checked, rules: rules, formulas: formulas)
    report = StructureProof(outcomes, formulas: formulas, checked).applied(to: report)
    report.checks = outcomes.map { results.result(of: $0) }
    if outcomes.contains(where: { $0.status == .fail && $0.asked != nil }) {
      let relations = RelationIndex(outcomes, formulas: formulas, checked)
      report.suspects = SuspectSearch(relations).suspects()
    }
    return report
  }

  /// The relations that ``check(_:)`` asks of a report; none where it asks nothing.
  package func relations(of report: Report) -> RelationIndex {
    var checked = checked(report)
    let isAsked = isAsked(report) && checked.evaluator.table.alike <= Self.mostAlike
    let outcomes = isAsked ? outcomes(&checked, of: report) : []
    return RelationIndex(outcomes, formulas: formulas, checked)
  }

  private func isAsked(_ report: Report) -> Bool {
    !report.facts.isEmpty || !report.performance.isEmpty
  }

  private func checked(_ report: Report) -> CheckedReport {
    // Where the publisher says that its roundings leave differences, each figure may be off by a whole unit.
    let slack = report.notes.contains { $0.code == .roundingNote } ? 2 : 1
    let table = QuantityTable(report, interner: interner, openings: openings)
    return CheckedReport(report, Evaluator(table: table, slack: slack))
  }

  private func outcomes(_ checked: inout CheckedReport, of report: Report) -> [Outcome] {
    let tests = report.identity.kind.isBudget ? budgets : finalAccounts
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(checked.evaluator.table.quantities.count)
    for index in rules.indices {
      switch tests[index] {
      case .formulas(let questions):
        FormulaRun(
          rule: index, needsMajority: rules[index].needsMajority, questions: questions,
          formulas: formulas
        ).append(to: &outcomes, &checked)
      case .named(let check):
        outcomes += check.outcomes(of: rules[index], at: index, in: &checked)
      }
    }
    Evidence.settleTruncation(&outcomes, checked.evaluator, checked.found, formulas)
    Evidence.settleTables(&outcomes, checked.evaluator.table, checked.found, report)
    return outcomes
  }
}

extension NoticeCode {
  fileprivate static let tooManyFigures = NoticeCode(rawValue: "checks.too_many_figures")
}
