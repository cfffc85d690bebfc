/// What kind of document a report is; the raw value is what the output says.
package enum ReportKind: String, Sendable, CaseIterable {
  /// 部门决算: a department with the units below it.
  case departmentFinalAccounts = "department_final_accounts"
  /// 单位决算: one unit.
  case unitFinalAccounts = "unit_final_accounts"
  /// 部门预算: what a department plans to spend.
  case departmentBudget = "department_budget"
  /// 单位预算: what one unit plans to spend.
  case unitBudget = "unit_budget"
  /// A page about the three public expenses (三公经费) alone.
  case threePublicStatement = "three_public_statement"
  /// 财政决算: a whole government.
  case governmentFinalAccounts = "government_final_accounts"
  /// 财政预算: what a whole government plans.
  case governmentBudget = "government_budget"
  /// A form that nobody has filled in.
  case template
  /// No report: a page that was not found, news, a list of attachments, a law, an empty page.
  case notAReport = "not_a_report"
  /// Nothing says it: a part of a report.
  case unknown

  /// Whether it tells what is planned: its figures are budgets, and the relations of final accounts
  /// are not asked of them.
  package var isBudget: Bool {
    switch self {
    case .departmentBudget, .unitBudget, .governmentBudget: true
    case .template, .departmentFinalAccounts, .unitFinalAccounts, .threePublicStatement,
      .governmentFinalAccounts, .notAReport, .unknown:
      false
    }
  }
}

extension ReportKind: CustomStringConvertible {
  /// What the output says.
  package var description: String { rawValue }
}
