/// A text that a rule remarks on.
struct TextFinding: Equatable {
  /// The text, in the document's own.
  var range: Range<Int>
  /// What more there is to say, in Chinese and in English; empty where the rule's statement says all.
  var zh = ""
  var en = ""
}

/// Where a pattern of a rule stands, with its named groups.
struct PatternMatch {
  /// All of it, in the text that was searched: the matching form, but for rules on what is printed.
  var range: Range<Int>
  /// By name, the groups that took part.
  var groups: [String: Range<Int>]

  /// The groups that rules may ask for.
  static let names = ["year", "first", "second", "word", "name", "code", "body", "purpose"]
}
