internal import ReportModel

/// A report under check: what checks look at, and the figures that they found.
struct CheckedReport {
  let report: Report
  let evaluator: Evaluator
  /// The figures of all relations asked so far.
  var found = FoundFigures()
  /// The free texts of its performance tables, read when a check first asks for them.
  lazy var texts = PerformanceText.all(of: report)

  init(_ report: Report, _ evaluator: Evaluator) {
    self.report = report
    self.evaluator = evaluator
  }
}
