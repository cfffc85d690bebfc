/// A view over the tables: SQL that SQLite and PostgreSQL both understand.
package struct ReportView: Sendable {
  package var name: String
  /// Chinese label.
  package var zh: String
  package var description: String
  /// The query.
  package var sql: String
}

/// The views that people look at first.
///
/// With twins, every exact number has a whole number of ten-thousandths beside it, named with `_e4`, as
/// in SQLite.
package func reportViews(twins: Bool) -> [ReportView] {
  let writer = ViewWriter(twins: twins)
  return [
    writer.publications, writer.incomeExpenditure, writer.functionExpenditure, writer.threePublic,
    writer.yearOverYear, writer.performance, writer.failedChecks, writer.suspects, writer.coverage,
  ]
}

private struct ViewWriter {
  var twins: Bool

  /// A number's column, and its twin.
  private func number(_ expression: (_ suffix: String) -> String, as name: String) -> String {
    let exact = "\(expression("")) AS \(name)"
    return twins ? exact + ",\n  \(expression("_e4")) AS \(name)_e4" : exact
  }

  /// The first figure of a concept in the report `r`: all money, no other body, the report's year.
  private func first(_ concept: String, _ aspect: String = "actual", as name: String) -> String {
    number({ figure(concept, aspect, $0) }, as: name)
  }

  private func figure(_ concept: String, _ aspect: String, _ suffix: String) -> String {
    "(SELECT f.yuan\(suffix) FROM facts f WHERE f.report_id = r.id AND f.concept = '\(concept)' "
      + "AND f.aspect = '\(aspect)' AND f.fund IS NULL AND f.function IS NULL "
      + "AND f.economic IS NULL AND f.entity IS NULL AND f.year IS NULL "
      + "ORDER BY f.fact_index LIMIT 1)"
  }

  /// Income or expenditure in all, also where the report tells both in one figure.
  private func total(_ concept: String, as name: String) -> String {
    number(
      {
        "COALESCE(\(figure(concept, "actual", $0)), "
          + "\(figure("income_expenditure.total", "actual", $0)))"
      }, as: name)
  }

  private let head = "SELECT r.id AS report_id, r.institution, r.fiscal_year"

  var publications: ReportView {
    ReportView(
      name: "v_reports", zh: "报告（去重）",
      description: "Reports, of several publications of one report (the same key) only one: that "
        + "with the most figures mapped.",
      sql: """
        SELECT r.* FROM reports r WHERE r.institution IS NULL OR r.fiscal_year IS NULL
        OR NOT EXISTS (SELECT 1 FROM reports o WHERE o.key = r.key
          AND (o.mapped > r.mapped OR (o.mapped = r.mapped AND o.id < r.id)))
        """)
  }

  var incomeExpenditure: ReportView {
    ReportView(
      name: "v_income_expenditure", zh: "收入支出总体情况",
      description: "Of each report income, expenditure and balances, in yuan.",
      sql: head + ",\n  "
        + [
          total("income.total", as: "income_total_yuan"),
          first("income.current_year", as: "income_current_year_yuan"),
          first("income.fiscal_appropriation", as: "income_fiscal_yuan"),
          total("expenditure.total", as: "expenditure_total_yuan"),
          first("expenditure.current_year", as: "expenditure_current_year_yuan"),
          first("expenditure.basic", as: "expenditure_basic_yuan"),
          first("expenditure.project", as: "expenditure_project_yuan"),
          first("balance.opening", as: "balance_opening_yuan"),
          first("balance.closing", as: "balance_closing_yuan"),
        ].joined(separator: ",\n  ") + "\nFROM v_reports r")
  }

  var functionExpenditure: ReportView {
    ReportView(
      name: "v_function_expenditure", zh: "支出按功能分类",
      description: "Expenditure by functional item, with the names of the item and its class.",
      sql: head
        + """
        , f.fact_id, f.aspect, f.fund, f.function,
          i.zh AS function_zh, c.code AS class, c.zh AS class_zh, c.en AS class_en, f.label,
          f.unit, \(number({ "f.value" + $0 }, as: "value")),
          \(number({ "f.yuan" + $0 }, as: "yuan"))
        FROM v_reports r JOIN facts f ON f.report_id = r.id
        LEFT JOIN codes i ON i.scheme = 'function' AND i.code = f.function
        LEFT JOIN codes c ON c.scheme = 'function' AND c.code = substr(f.function, 1, 3)
        WHERE f.concept = 'expenditure.function'
        """)
  }

  var threePublic: ReportView {
    let columns = [
      ("three_public.total", "total"), ("three_public.abroad", "abroad"),
      ("three_public.vehicle", "vehicle"), ("three_public.vehicle_purchase", "vehicle_purchase"),
      ("three_public.vehicle_running", "vehicle_running"), ("three_public.reception", "reception"),
    ].flatMap { concept, name in
      [
        first(concept, as: name + "_yuan"),
        first(concept, "initial_budget", as: name + "_budget_yuan"),
      ]
    }
    return ReportView(
      name: "v_three_public", zh: "三公经费",
      description:
        "The three public expenses (三公经费: trips abroad, vehicles, receptions), spent and "
        + "budgeted, in yuan.",
      sql: head + ",\n  " + columns.joined(separator: ",\n  ") + "\nFROM v_reports r")
  }

  /// The figure of the same thing nearest before or behind a change.
  private func beside(_ aspect: String, _ column: String, before: Bool) -> String {
    let order =
      before ? "< c.fact_index ORDER BY f.fact_index DESC" : "> c.fact_index ORDER BY f.fact_index"
    let same = [
      "fund", "function", "economic", "government_economic", "funding", "vehicle_use", "entity",
      "project",
    ].map {
      "COALESCE(f.\($0), '') = COALESCE(c.\($0), '')"
    }.joined(separator: " AND ")
    return "(SELECT f.\(column) FROM facts f WHERE f.report_id = c.report_id "
      + "AND f.concept = c.concept AND f.aspect = '\(aspect)' AND f.year IS NULL AND \(same) "
      + "AND f.fact_index \(order) LIMIT 1)"
  }

  var yearOverYear: ReportView {
    ReportView(
      name: "v_year_over_year", zh: "与上年相比",
      description:
        "Changes against the prior year as the reports tell them, with the figure itself, "
        + "the percentage and the reason.",
      sql: head
        + """
        , c.fact_id, c.concept, n.zh AS concept_zh, c.fund,
          c.function, c.label, \(number({ beside("actual", "yuan" + $0, before: true) }, as: "actual_yuan")),
          \(number({ "c.yuan" + $0 }, as: "change_yuan")),
          \(number({ beside("change_percent", "value" + $0, before: false) }, as: "change_percent")),
          c.reason
        FROM v_reports r JOIN facts c ON c.report_id = r.id AND c.aspect = 'change'
        LEFT JOIN concepts n ON n.id = c.concept
        """)
  }

  var performance: ReportView {
    ReportView(
      name: "v_performance", zh: "绩效自评",
      description: "Self-evaluations with their funds in all and their scores.",
      sql: head
        + """
        , p.evaluation_index, p.scope, p.name,
          \(number({ "f.annual_budget_yuan" + $0 }, as: "annual_budget_yuan")),
          \(number({ "f.executed_yuan" + $0 }, as: "executed_yuan")),
          \(number({ "f.execution_rate" + $0 }, as: "execution_rate")),
          \(number({ "p.total_score" + $0 }, as: "total_score"))
        FROM v_reports r JOIN performance_projects p ON p.report_id = r.id
        LEFT JOIN performance_funds f ON f.report_id = p.report_id
          AND f.evaluation_index = p.evaluation_index AND f.fund_id = 'total'
        """)
  }

  var failedChecks: ReportView {
    ReportView(
      name: "v_failed_checks", zh: "不平的勾稽关系",
      description: "Accounting relations that do not hold, with both figures and the difference.",
      sql: head
        + """
        , r.source_file, k.check_index, k.check_id, k.severity,
          \(number({ "k.expected" + $0 }, as: "expected")),
          \(number({ "k.actual" + $0 }, as: "actual")),
          \(number({ "k.difference" + $0 }, as: "difference")),
          k.message_zh, k.message_en
        FROM reports r JOIN checks k ON k.report_id = r.id WHERE k.status = 'fail'
        """)
  }

  var suspects: ReportView {
    ReportView(
      name: "v_suspects", zh: "疑似误印",
      description: "Values that are likely misprinted, with their labels where they are facts.",
      sql: head
        + """
        , s.figure, f.label, \(number({ "s.printed" + $0 }, as: "printed")),
          \(number({ "s.proposed" + $0 }, as: "proposed")), s.slip, s.breaks
        FROM reports r JOIN suspects s ON s.report_id = r.id
        LEFT JOIN facts f ON f.report_id = s.report_id AND f.fact_id = s.figure
        """)
  }

  var coverage: ReportView {
    ReportView(
      name: "v_coverage", zh: "识别情况",
      description: "What became of the figures, by layout.",
      sql: """
        SELECT layout, COUNT(*) AS reports, SUM(figures) AS figures, SUM(mapped) AS mapped,
          SUM(explained) AS explained, SUM(doubtful) AS doubtful, SUM(unmapped) AS unmapped
        FROM reports GROUP BY layout
        """)
  }
}
