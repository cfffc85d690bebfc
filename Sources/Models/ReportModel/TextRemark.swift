/// What a careful reader would remark on a text of the report: a reason that is announced and not given, a year
/// that cannot be meant. It changes nothing else of the report.
package struct TextRemark: Sendable, Equatable {
  /// The id of the rule.
  package var id: String
  /// How much it matters.
  package var severity: CheckSeverity
  /// In words, with the text and its place.
  package var message: CheckResult.Message
  /// The text remarked on.
  package var source: SourceReference

  /// A remark with all it tells.
  package init(
    id: String, severity: CheckSeverity, message: CheckResult.Message, source: SourceReference
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.source = source
  }
}
