internal import ReportModel

/// A result with what it was computed from.
struct Outcome {
  /// Index of the rule.
  var rule: Int
  var status: CheckStatus
  /// Number of the relation that decided; nil for named tests.
  var relation: Int?
  /// The figure that was asked; nil where the rule could not be asked of any.
  var lead: Int?
  var sides: (left: Evaluated, right: Evaluated)?
  /// Nil where the figures and the relation say all.
  var finding: Finding?
  /// The list that was added up may not name everything.
  var isListing = false
}

/// What a named test found, or why nothing was asked. Few outcomes have one: a reference, so that the
/// others are plain numbers.
final class Finding: Sendable {
  let message: CheckResult.Message?
  /// Pointers of records.
  let records: [String]
  let facts: [String]
  let actual: Amount?
  let expected: Amount?

  init(
    message: CheckResult.Message? = nil, records: [String] = [], facts: [String] = [],
    actual: Amount? = nil, expected: Amount? = nil
  ) {
    self.message = message
    self.records = records
    self.facts = facts
    self.actual = actual
    self.expected = expected
  }
}
