internal import ReportModel

extension Shape where Value == CheckResult {
  /// The outcome of one accounting relation.
  static var check: Shape<CheckResult> {
    .record(
      "check", "The outcome of one accounting relation asked of one set of figures.", oneLine: true,
      [
        Property("id", "The relation, by its id in the check files.", .string) { $0.id },
        Property("status", "Whether it holds; rounding: as far as rounding allows.", .rawValue) {
          $0.status
        },
        Property("severity", "How much it matters where it fails.", .rawValue) { $0.severity },
        .nullable("expected", "What the other figures give, in the unit of actual.", .amount) {
          $0.expected
        },
        .nullable("actual", "The printed value that was asked.", .amount) { $0.actual },
        .nullable("difference", "actual less expected.", .amount) { $0.difference },
        .nullable("tolerance", "How far rounding alone can set the two apart.", .amount) {
          $0.tolerance
        },
        .list("facts", "Ids of the facts taken, the one asked first.", .string) { $0.facts },
        .list("records", "JSON pointers of the record fields taken.", .string) { $0.records },
        .nullable("message", "In words; null where it simply holds.", .message) { $0.message },
      ])
  }
}

extension Shape where Value == CheckResult.Message {
  /// A text in both languages.
  static var message: Shape<CheckResult.Message> {
    .record(
      "message", "A text for people in both languages.",
      [
        Property("zh", "Chinese.", .string) { $0.zh },
        Property("en", "English.", .string) { $0.en },
      ])
  }
}

extension Shape where Value == Suspect {
  /// A value that is likely misprinted.
  static var suspect: Shape<Suspect> {
    .record(
      "suspect", "A printed value that, changed in one way, would make failed relations hold.",
      oneLine: true,
      [
        Property("figure", "A fact's id or the JSON pointer of a record's field.", .string) {
          $0.figure
        },
        Property("printed", "The value printed.", .amount) { $0.printed },
        Property("proposed", "The value that would make them hold; never taken over.", .amount) {
          $0.proposed
        },
        Property("slip", "What would have happened to it.", .rawValue) { $0.slip },
        .list("resolves", "Positions in checks that would hold then, from 0.", .count) {
          $0.resolves
        },
        Property("breaks", "How many checks would no longer hold.", .count) { $0.breaks },
      ])
  }
}
