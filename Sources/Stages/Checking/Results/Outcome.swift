internal import ReportModel

/// A result with what it was computed from.
struct Outcome {
  /// Index of the rule.
  var rule: Int
  var status: CheckStatus
  /// Nil where a named check says all, or where nothing could be asked.
  var asked: AskedRelation?
  /// Nil where the relation that was asked says all.
  var remark: Remark?
  /// It failed for a list that may not name every item.
  var isListing = false
}

/// A formula as it was asked of one figure.
struct AskedRelation {
  /// Number of the formula.
  var formula: Int
  /// The figure that was asked.
  var lead: Int
  var left: Evaluated
  var right: Evaluated

  /// The figures of both sides in ``FoundFigures/positions``.
  var figures: Range<Int> { left.figures.lowerBound..<right.figures.upperBound }
}

/// What a named check found, or why nothing was asked. Few outcomes have one: a reference, so that the
/// others are plain numbers.
final class Remark: Sendable {
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

  convenience init(zh: String, en: String) {
    self.init(message: CheckResult.Message(zh: zh, en: en))
  }
}
