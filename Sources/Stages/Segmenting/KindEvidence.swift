import DocumentModel
import ValueModel

/// Tells what kind of document a report is: by its title, else by its headings and the titles of its
/// tables, else by what its text speaks of.
struct KindEvidence {
  /// Of the whole text.
  let words: AccountsWords
  /// Of the headings and of the titles of tables.
  let headings: AccountsWords

  /// The kind that a title names, in matching form; `unknown` where it says 决算 and not whose.
  func kind(ofTitle text: ArraySlice<UInt8>) -> ReportKind {
    func has(_ word: String) -> Bool { ByteRun.contains(word, in: text) }
    if TitleText.placeholders.contains(where: has), words.amounts <= 2 * words.blanks {
      return .template
    }
    let own = AccountsWords(text)
    if has("部门决算") { return .departmentFinalAccounts }
    if has("单位决算") { return .unitFinalAccounts }
    if has("部门预算") { return .departmentBudget }
    if has("单位预算") { return .unitBudget }
    if Self.ofGovernments.contains(where: has) {
      return has("预算草案") || own.finalAccounts == 0 && !has("预算执行")
        ? .governmentBudget : .governmentFinalAccounts
    }
    if own.threePublic > 0 {
      return own.finalAccounts > 0 || own.budget == 0 ? .threePublicStatement : .departmentBudget
    }
    if own.budget > 0, own.finalAccounts == 0 { return isOfUnit ? .unitBudget : .departmentBudget }
    return own.finalAccounts > 0 ? ofFinalAccounts() : .unknown
  }

  /// The kind of a document that has no title.
  func kindWithoutTitle() -> ReportKind {
    if isPlan { return isOfUnit ? .unitBudget : .departmentBudget }
    if words.threePublic > 0, words.whole + words.wholeReport == 0,
      words.finalAccounts > 0 || words.budget == 0
    {
      return .threePublicStatement
    }
    guard words.finalAccounts > 0 else { return .unknown }
    if words.government > 1, words.department + words.unit == 0 { return .governmentFinalAccounts }
    return ofFinalAccounts()
  }

  private var isPlan: Bool {
    // A self-evaluation names the budget of what it tells.
    guard words.evaluation * Self.lead < words.budget else { return false }
    return headings.finalAccounts + headings.budget > 0
      ? headings.budget > headings.finalAccounts
      : words.budget >= Self.fewest && words.finalAccounts * Self.lead < words.budget
  }

  private func ofFinalAccounts() -> ReportKind {
    if words.department == words.unit, headings.department == headings.unit { return .unknown }
    return isOfUnit ? .unitFinalAccounts : .departmentFinalAccounts
  }

  /// Whether it speaks of 单位 more often than of 部门, first in its headings.
  private var isOfUnit: Bool {
    headings.unit != headings.department
      ? headings.unit > headings.department : words.unit > words.department
  }

  private static let fewest = 3
  private static let lead = 4
  private static let ofGovernments = [
    "财政决算", "财政收支决算", "总决算", "预算执行情况", "财政预算", "预算草案", "政府预算", "决算草案",
  ]
}

extension ReportKind {
  /// Whether it is the report of one body, and not of a whole area.
  var isOfBody: Bool {
    switch self {
    case .departmentFinalAccounts, .unitFinalAccounts, .departmentBudget, .unitBudget: true
    case .governmentFinalAccounts, .governmentBudget, .threePublicStatement, .template, .unknown,
      .notAReport:
      false
    }
  }
}
