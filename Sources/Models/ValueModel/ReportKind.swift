/// What kind of document a report is, as its title says; the raw value is what the output says.
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
  /// A form that nobody has filled in.
  case template
  /// The title does not say.
  case unknown

  /// Whether it tells what is planned: its figures are budgets, and the relations of final accounts
  /// are not asked of them.
  package var isBudget: Bool {
    switch self {
    case .departmentBudget, .unitBudget: true
    case .template, .departmentFinalAccounts, .unitFinalAccounts, .threePublicStatement,
      .governmentFinalAccounts, .unknown:
      false
    }
  }
}

extension ReportKind: CustomStringConvertible {
  /// What the output says.
  package var description: String { rawValue }
}
