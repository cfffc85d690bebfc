import ValueModel

/// What the Map stage notices.
extension NoticeCode {
  /// A code stands beside another name than the classification has for it.
  static let classificationName = NoticeCode(rawValue: "classification.name")
  /// No layout was recognized.
  static let commonLayout = NoticeCode(rawValue: "layout.common")
  /// The document is a form that nobody has filled in.
  static let template = NoticeCode(rawValue: "kind.template")
  /// The document is a budget.
  static let notFinalAccounts = NoticeCode(rawValue: "kind.not_final_accounts")
}
