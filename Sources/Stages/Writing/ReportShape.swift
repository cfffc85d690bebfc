internal import ReportModel

/// The definition of `juesuan-report/2`.
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
      .list("performance", "Performance tables: targets and self-evaluations.", .performance) {
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
      .list("remarks", "What a careful reader would remark on its texts, rule by rule.", .remark) {
        $0.remarks
      },
      .list("doubtful", "Figures of which a part of the meaning is open; no facts.", .doubtful) {
        $0.doubtful
      },
      .list("unmapped", "Figures that no rule took.", .unmapped) { $0.unmapped },
      Property("coverage", "What became of the figures of the source.", .coverage) { $0.coverage },
      .list("notes", "What was noticed on the way.", .note) { $0.notes },
      .contentDigest("SHA-256 of all that stands before it, by which an edited output is told."),
    ])
}
