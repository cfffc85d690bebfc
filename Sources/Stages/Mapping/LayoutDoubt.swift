import ReportModel
import ValueModel

/// Says of a report that its layout is not understood: where doubt is the rule, the few facts that are
/// left deserve a look, too.
enum LayoutDoubt {
  /// Fewer doubtful figures than this say nothing of a whole report.
  static let least = 10

  /// The note that tells it; nil where most figures are facts.
  static func note(on report: Report) -> Note? {
    let doubtful = report.doubtful.count
    guard doubtful >= least, doubtful > report.facts.count else { return nil }
    return Note(
      severity: .warning, code: .layoutNotUnderstood,
      message: "the layout is not understood: \(doubtful) figures are doubtful and "
        + "\(report.facts.count) are facts; no mapping file may know such reports yet")
  }
}
