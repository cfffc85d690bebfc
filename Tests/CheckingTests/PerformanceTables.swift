import ReportModel
import ValueModel
import Testing

extension PerformanceEvaluation {
  private static let place = SourceReference(block: 3, start: 0, end: 1, text: "", line: 30)

  /// A performance table with one row of funds and texts about what was reached.
  static func spending(
    _ executed: String, unit: Unit? = .tenThousandYuan, goals: [String] = [],
    reached: [(text: String, value: String, unit: String)] = []
  ) throws -> PerformanceEvaluation {
    var table = PerformanceEvaluation(scope: .project, unit: unit, source: place)
    table.funds = [
      FundRow(
        id: "total", label: Field(text: "资金总额", source: place),
        figures: [
          .executed: Figure(value: try amount(executed), text: executed, source: place)
        ])
    ]
    table.goals = goals.map { Goal(actual: Field(text: $0, source: place)) }
    table.indicators = try reached.map {
      var indicator = Indicator()
      indicator.actual = Measure(
        text: $0.text, value: try amount($0.value), unit: $0.unit, source: place)
      return indicator
    }
    return table
  }
}
