internal import ReportModel

/// Shows the shapes of a report's records; the figures in them are seen in the facts.
enum RecordInspection {
  /// One line a statement and an evaluation, and what the text says of the institution.
  static func lines(of report: Report) -> [String] {
    statements(report) + report.performance.flatMap(evaluation) + texts(report)
  }

  private static func statements(_ report: Report) -> [String] {
    report.statements.map { statement in
      let name = "statement \(statement.id ?? "unknown") «\(DumpText.short(statement.title))»"
      if statement.isListedOnly { return name + ", only listed" }
      let rows = statement.rows
      let texts = rows.map { "\($0.code ?? "") \($0.label ?? "") \($0.side?.rawValue ?? "")" }
      return name + (statement.isEmpty ? ", empty" : "")
        + ", \(statement.unit?.rawValue ?? "no unit"), \(rows.count) rows "
        + "(\(rows.count { $0.code != nil }) with a code, "
        + "\(DumpText.digest(texts.joined(separator: "\n")))), "
        + "\(rows.reduce(0) { $0 + $1.values.count }) values in "
        + statement.columns.map(\.id).joined(separator: " ")
    }
  }

  private static func evaluation(_ evaluation: PerformanceEvaluation) -> [String] {
    let indicators = evaluation.indicators
    var lines = [
      "evaluation \(evaluation.scope) «\(text(evaluation.name))», "
        + "\(evaluation.unit?.rawValue ?? "no unit"), \(evaluation.goals.count) goals, "
        + "\(indicators.count) indicators, total "
        + "\(figure(evaluation.total?.weight)) \(figure(evaluation.total?.score))"
    ]
    lines += evaluation.funds.map { row in
      "  \(row.id ?? "«\(text(row.label))»"): "
        + row.figures.sorted { $0.key.rawValue < $1.key.rawValue }.map {
          "\($0.key.rawValue) \(figure($0.value))"
        }
        .joined(separator: ", ")
    }
    lines += indicators.map { row in
      "  \(text(row.level3 ?? row.level2 ?? row.level1)): \(figure(row.weight)) | "
        + "\(measure(row.target)) | \(measure(row.actual)) | \(figure(row.score))"
    }
    return lines
  }

  private static func text(_ field: PerformanceEvaluation.Field?) -> String {
    field.map { DumpText.short($0.text, to: 16) } ?? "–"
  }

  private static func figure(_ figure: PerformanceEvaluation.Figure?) -> String {
    guard let figure else { return "–" }
    return figure.value?.description ?? "«\(DumpText.short(figure.text, to: 8))»"
  }

  private static func measure(_ measure: PerformanceEvaluation.Measure?) -> String {
    guard let measure else { return "–" }
    guard let value = measure.value else { return "«\(DumpText.short(measure.text, to: 8))»" }
    return (measure.comparator ?? "") + value.description + (measure.unit ?? "")
  }

  private static func texts(_ report: Report) -> [String] {
    let lists = [
      ("functions", report.overview.functions.map(\.text)),
      ("divisions", report.overview.divisions.map(\.name)),
      ("terms", report.glossary.map { $0.term + $0.definition }),
    ]
    return lists.filter { !$0.1.isEmpty }.map { name, texts in
      "\(texts.count) \(name) (\(DumpText.digest(texts.joined(separator: "\n")))), the first: "
        + DumpText.short(texts[0], to: 16)
    }
  }
}
