internal import MappingModel
internal import ReportModel
internal import ValueModel

/// An amount that a performance table has in 万元 and its text tells in 元 with the same digits.
struct UnitInTextCheck: NamedCheck {
  let id: NamedCheckID = "unit_in_text"

  func outcomes(of rule: CheckRule, at index: Int, in checked: inout CheckedReport) -> [Outcome] {
    let report = checked.report
    var outcomes: [Outcome] = []
    // Texts come table by table.
    var amounts: [TableAmount] = []
    var table: Int?
    for text in checked.texts {
      for figure in text.figures where figure.value.unscaled != 0 {
        guard let unit = MoneyWord(figure.unit)?.unit else { continue }
        if table != text.table {
          table = text.table
          amounts = Self.amounts(of: report.performance[text.table], number: text.table)
        }
        let same = amounts.filter { Ratio($0.value) == Ratio(figure.value) }
        guard let first = same.first else { continue }
        let isSlip = !same.contains { $0.unit == unit }
        outcomes.append(
          Outcome(
            rule: index, status: isSlip ? .fail : .pass,
            remark: Remark(
              message: isSlip
                ? Self.wording(rule, figure, text.field.source, first, report) : nil,
              records: [text.pointer, first.place.pointer], actual: figure.value)))
      }
    }
    return outcomes
  }

  private static func wording(
    _ rule: CheckRule, _ figure: FigureInText, _ source: SourceReference, _ inTable: TableAmount,
    _ report: Report
  ) -> CheckResult.Message {
    let printed = figure.value.description + figure.unit
    let amount = "\(inTable.value)\(name(inTable.unit))"
    let place = inTable.place.source(in: report.performance)
    return .init(
      zh: rule.statementZh + "：文字为 \(printed)（\(PlaceWords.zh(source))），"
        + "表中为 \(amount)（\(PlaceWords.zh(place))）",
      en: rule.statementEn + ": the text has \(printed) (\(PlaceWords.en(source))), "
        + "the table \(amount) (\(PlaceWords.en(place)))")
  }

  private static func name(_ unit: Unit) -> String {
    MoneyWord.withUnit.first { $0.unit == unit }?.rawValue ?? unit.rawValue
  }

  /// An amount of a performance table.
  private struct TableAmount {
    var value: Amount
    var unit: Unit
    var place: RecordField
  }

  /// The funds of a table, and what its indicators tell in a unit of money.
  private static func amounts(of table: PerformanceEvaluation, number: Int) -> [TableAmount] {
    var amounts: [TableAmount] = []
    for row in table.funds.indices {
      for field in [PerformanceEvaluation.FundField.initialBudget, .annualBudget, .executed] {
        guard let value = table.funds[row].figures[field]?.value else { continue }
        amounts.append(
          TableAmount(
            value: value, unit: table.unit ?? .tenThousandYuan,
            place: RecordField(table: number, row: row, part: .fund(field))))
      }
    }
    for row in table.indicators.indices {
      if let value = table.indicators[row].target?.value,
        let unit = table.indicators[row].target?.unit.flatMap({ MoneyWord($0) })?.unit
      {
        amounts.append(
          TableAmount(
            value: value, unit: unit, place: RecordField(table: number, row: row, part: .target)))
      }
      if let value = table.indicators[row].actual?.value,
        let unit = table.indicators[row].actual?.unit.flatMap({ MoneyWord($0) })?.unit
      {
        amounts.append(
          TableAmount(
            value: value, unit: unit, place: RecordField(table: number, row: row, part: .actual)))
      }
    }
    return amounts
  }
}
