internal import ReportModel

extension Shape where Value == DoubtfulFigure {
  /// A figure that was understood in part.
  static var doubtful: Shape<DoubtfulFigure> {
    .record(
      "doubtfulFigure", "A figure of which a part of the meaning is open; it is no fact.",
      [
        Property("id", "d1, d2 … in the order of the source.", .string) { $0.id },
        Property("reason", "What is open.", .rawValue) { $0.reason },
        Property("value", "The number in the digits printed.", .amount) { $0.value },
        .nullable("unit", "The unit printed; null where nothing says it.", .rawValue) { $0.unit },
        Property("label", "The label printed; empty where there is none.", .string) { $0.label },
        .list("readings", "What it may be, the likeliest first; at most four.", .reading) {
          $0.readings
        },
        .nullable(
          "section", "The section or statement it stands in; null where no rule knows it.", .string
        ) { $0.section },
        Property("source", "The place of the figure.", .source) { $0.source },
      ])
  }
}

extension Shape where Value == DoubtfulReading {
  /// One of the things that it may be.
  static var reading: Shape<DoubtfulReading> {
    .record(
      "doubtfulReading", "One of the things that a doubtful figure may be.", oneLine: true,
      [
        .nullable("concept", "What it would count; null where that is open.", .string) {
          $0.concept
        },
        .nullable("aspect", "Which side of it; null where that is open.", .rawValue) {
          $0.aspect
        },
        Property("dimensions", "What would narrow it down.", .narrowing) { $0.dimensions },
      ])
  }
}
