internal import ReportModel

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
        Property("dimensions", "What narrows the concept down.", .narrowing) { $0.dimensions },
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
        Property("trust", "How well it stands.", .trust) { $0.trust },
        Property("source", "The place of the figure.", .source) { $0.source },
        Property("rule", "layout/section/concept: the rule that took the figure.", .string) {
          $0.rule.description
        },
      ])
  }
}

extension Shape where Value == Trust {
  /// How well a fact stands.
  static var trust: Shape<Trust> {
    .record(
      "trust", "How each feature of a fact is known, and one word in sum.", oneLine: true,
      [
        Property(
          "grade",
          "proved: arithmetic holds it in its place, and nothing is a convention; else read.",
          .rawValue
        ) { $0.grade },
        Property("structure", "Which number belongs to which words.", .rawValue) { $0.structure },
        Property("concept", "What is counted.", .rawValue) { $0.concept },
        Property("fund", "Which kind of money.", .rawValue) { $0.fund },
        Property("aspect", "Final amount, budget, change ….", .rawValue) { $0.aspect },
        Property("year", "Which year.", .rawValue) { $0.year },
        Property("unit", "What it is counted in.", .rawValue) { $0.unit },
      ])
  }
}

extension Shape where Value == [String: String] {
  /// What narrows a concept down, of a fact or of a reading.
  static var narrowing: Shape {
    .dimensions([
      ("fund", "Kind of money; absent: all money."), ("function", "Functional item."),
      ("economic", "Economic item."),
      ("government_economic", "Item of the government's own economic classification."),
      (
        "funding",
        "Which money of a kind: `carryover`, `current_year`, or a source beside the treasury "
          + "(`special_account`, `institutional`, `business`, `superior_subsidy`, `affiliated_remittance`, "
          + "`other`, `unit_funds`, `other_money`)."
      ),
      ("vehicle_use", "What a vehicle is used for."),
      ("entity", "Another body that the figure is about."),
      ("project", "The project that the figure is about."),
      ("year", "The year, where it is not the report's."),
    ])
  }
}
