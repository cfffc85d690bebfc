internal import ReportModel

extension Shape where Value == TextRemark {
  /// What a reader would remark on a text.
  static var remark: Shape<TextRemark> {
    .record(
      "remark", "What a careful reader would remark on a text of the report.", oneLine: true,
      [
        Property("id", "The rule, by its id in the remark files.", .string) { $0.id },
        Property("severity", "How much it matters.", .rawValue) { $0.severity },
        Property("message", "In words, with the text and its place.", .message) { $0.message },
        Property("source", "The text remarked on.", .source) { $0.source },
      ])
  }
}
