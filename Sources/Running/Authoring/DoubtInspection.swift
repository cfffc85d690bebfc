internal import ReportModel

/// How dumps and explanations tell what is known of a figure's meaning and how.
enum DoubtInspection {
  /// One line a doubtful figure.
  static func lines(of report: Report) -> [String] {
    report.doubtful.map { figure in
      "doubtful \(figure.value) \(figure.unit?.rawValue ?? "?") \(figure.reason.rawValue) "
        + "«\(DumpText.short(figure.label))»" + (readings(figure).map { ": " + $0 } ?? "")
        + DumpPlace.mark + Explanation.place(figure.source)
    }
  }

  /// What it may be; nil where nothing is known.
  static func readings(_ figure: DoubtfulFigure) -> String? {
    figure.readings.isEmpty
      ? nil : figure.readings.map(text).joined(separator: " | ")
  }

  private static func text(of reading: DoubtfulReading) -> String {
    let dimensions = reading.dimensions.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
    return (reading.concept ?? "?") + " " + (reading.aspect?.rawValue ?? "?") + dimensions.joined()
  }

  /// What is not simply printed, «✓» for a proved grade; empty where all is printed.
  static func mark(_ trust: Trust) -> String {
    guard trust != Trust() else { return "" }
    let structure: Footing = trust.grade == .proved ? .proved : .printed
    let features = [
      ("structure", trust.structure, structure), ("concept", trust.concept, .printed),
      ("fund", trust.fund, .printed), ("aspect", trust.aspect, .printed),
      ("year", trust.year, .printed), ("unit", trust.unit, .printed),
    ]
    let others = features.filter { $0.1 != $0.2 }.map { " \($0.0):\($0.1.rawValue)" }
    return (trust.grade == .proved ? " ✓" : "") + others.joined()
  }
}
