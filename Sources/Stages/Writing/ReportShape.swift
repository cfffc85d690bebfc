internal import ReportModel

/// The definition of `juesuan-report/1`.
enum ReportShape {
  /// The name that outputs carry.
  static let name = Report.schema

  /// Built once; every output and the schema come from it.
  static let root: Shape<Report> = .record(
    "document", "One published final-accounts report in canonical form.",
    [
      Property("schema", "The version of this form.", .enumeration([name])) { _ in name },
      Property("report", "Which report this is.", .identity) { $0.identity },
      Property("overview", "What the body does and how it is divided.", .overview) { $0.overview },
      .list("facts", "Figures with their meaning, in the order of the source.", .fact) {
        $0.facts
      },
      .list("statements", "The official statements that are held or listed.", .statement) {
        $0.statements
      },
      .list("performance", "Performance self-evaluation tables.", .performance) {
        $0.performance
      },
      .list("glossary", "Terms and what the report says they mean.", .glossaryEntry) {
        $0.glossary
      },
      .list(
        "checks", "What the accounting relations found, in the order of the check files.", .check
      ) {
        $0.checks
      },
      .list("suspects", "Values that are most likely misprinted, the likeliest first.", .suspect) {
        $0.suspects
      },
      .list("unmapped", "Figures that no rule took.", .unmapped) { $0.unmapped },
      Property("coverage", "What became of the figures of the source.", .coverage) { $0.coverage },
      .list("notes", "What was noticed on the way.", .note) { $0.notes },
    ])
}

extension Shape where Value == Fact {
  /// A figure with its meaning.
  static var fact: Shape<Fact> {
    .record(
      "fact", "One figure with its meaning and its place.",
      [
        Property("id", "f1, f2 … in the order of the source.", .string) { $0.id },
        Property("concept", "What is counted: income.total ….", .string) { $0.concept },
        Property("aspect", "Which side of the concept: actual, budget, change ….", .rawValue) {
          $0.aspect
        },
        Property(
          "dimensions", "What narrows the concept down.",
          .dimensions([
            ("fund", "Kind of money; absent: all money."), ("function", "Functional item."),
            ("economic", "Economic item."), ("vehicle_use", "What a vehicle is used for."),
            ("entity", "Another body that the figure is about."),
            ("year", "The year, where it is not the report's."),
          ])
        ) { $0.dimensions },
        Property("value", "The number in the digits printed; decreases are negative.", .amount) {
          $0.value
        },
        Property("unit", "The unit printed.", .rawValue) { $0.unit },
        .nullable("yuan", "Money in yuan, exact; null for everything else.", .amount) {
          $0.yuan
        },
        Property("label", "The label printed.", .string) { $0.label },
        .omissible(
          "codeStatus", "«unverified»: the code was found by an unverified name.",
          .enumeration(["unverified"])
        ) { $0.codeIsUnverified ? "unverified" : nil },
        .nullable("reason", "The reason given for a change; null where none is.", .string) {
          $0.reason
        },
        Property("source", "The place of the figure.", .source) { $0.source },
        Property("rule", "layout/section/concept: the rule that took the figure.", .string) {
          $0.rule.description
        },
      ])
  }
}
