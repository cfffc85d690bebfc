internal import MappingModel
internal import ReportModel

/// A rate is printed with its %: what the mapping stage could not take for want of it, and rates in the
/// texts of performance tables.
struct PercentSignTest {
  let index: Int
  let rule: CheckRule

  func outcomes(_ report: Report, _ texts: [PerformanceText]) -> [Outcome] {
    var outcomes: [Outcome] = []
    for (number, figure) in report.unmapped.enumerated() where figure.reason == "no_percent_sign" {
      outcomes.append(outcome(figure.text, "/unmapped/\(number)", figure.source))
    }
    for text in texts {
      for figure in text.figures
      where figure.unit.isEmpty && figure.followsRate && figure.value.scale > 0 {
        outcomes.append(outcome(figure.value.description, text.pointer, text.field.source))
      }
    }
    for number in report.facts.indices where report.facts[number].unit == .percent {
      outcomes.append(
        Outcome(
          rule: index, status: .pass, finding: Finding(facts: [report.facts[number].id])))
    }
    return outcomes
  }

  private func outcome(_ value: String, _ pointer: String, _ source: SourceReference) -> Outcome {
    Outcome(
      rule: index, status: .fail,
      finding: Finding(
        message: .init(
          zh: rule.statementZh + "：\(value)（\(Place.zh(source))）之后没有 %",
          en: rule.statementEn + ": no % stands behind \(value) (\(Place.en(source)))"),
        records: [pointer]))
  }
}

/// An amount that a performance table has in 万元 and its text tells in 元 with the same digits.
struct UnitInTextTest {
  let index: Int
  let rule: CheckRule

  func outcomes(_ report: Report, _ texts: [PerformanceText]) -> [Outcome] {
    var outcomes: [Outcome] = []
    // Texts come table by table.
    var amounts: [TableAmount] = []
    var table: Int?
    for text in texts {
      for figure in text.figures
      where Self.units[figure.unit] != nil && figure.value.unscaled != 0 {
        if table != text.table {
          table = text.table
          amounts = Self.amounts(of: report.performance[text.table], number: text.table)
        }
        let same = amounts.filter { Ratio($0.value) == Ratio(figure.value) }
        guard let first = same.first, let unit = Self.units[figure.unit] else { continue }
        let isSlip = !same.contains { $0.unit == unit }
        outcomes.append(
          Outcome(
            rule: index, status: isSlip ? .fail : .pass,
            finding: Finding(
              message: isSlip ? slip(figure, text.field.source, first, report) : nil,
              records: [text.pointer, first.place.pointer], actual: figure.value)))
      }
    }
    return outcomes
  }

  private func slip(
    _ figure: FigureInText, _ source: SourceReference, _ inTable: TableAmount, _ report: Report
  ) -> CheckResult.Message {
    let printed = figure.value.description + figure.unit
    let amount = "\(inTable.value)\(Self.name(inTable.unit))"
    let place = inTable.place.source(in: report.performance)
    return .init(
      zh: rule.statementZh + "：文字为 \(printed)（\(Place.zh(source))），"
        + "表中为 \(amount)（\(Place.zh(place))）",
      en: rule.statementEn + ": the text has \(printed) (\(Place.en(source))), "
        + "the table \(amount) (\(Place.en(place)))")
  }

  private static let units: [String: Unit] = [
    "元": .yuan, "万元": .tenThousandYuan, "亿元": .hundredMillionYuan,
  ]

  private static func name(_ unit: Unit) -> String {
    units.first { $0.value == unit }?.key ?? unit.rawValue
  }

  private struct TableAmount {
    var value: Amount
    var unit: Unit
    var place: RecordField
  }

  private static func amounts(of table: PerformanceEvaluation, number: Int) -> [TableAmount] {
    var amounts: [TableAmount] = []
    for row in table.funds.indices {
      for field in [RecordField.FundFigure.initialBudget, .annualBudget, .executed] {
        guard let value = table.funds[row].figures[field.rawValue]?.value else { continue }
        amounts.append(
          TableAmount(
            value: value, unit: table.unit ?? .tenThousandYuan,
            place: RecordField(table: number, row: row, part: .fund(field))))
      }
    }
    for row in table.indicators.indices {
      if let value = table.indicators[row].target?.value,
        let unit = table.indicators[row].target?.unit.flatMap({ units[$0] })
      {
        amounts.append(
          TableAmount(
            value: value, unit: unit, place: RecordField(table: number, row: row, part: .target)))
      }
      if let value = table.indicators[row].actual?.value,
        let unit = table.indicators[row].actual?.unit.flatMap({ units[$0] })
      {
        amounts.append(
          TableAmount(
            value: value, unit: unit, place: RecordField(table: number, row: row, part: .actual)))
      }
    }
    return amounts
  }
}

/// «平均每平方米费用 0.37万元/平方米» is the amount spent over the square metres of the same table.
struct UnitCostTest {
  let index: Int
  let rule: CheckRule

  func outcomes(_ report: Report) -> [Outcome] {
    var outcomes: [Outcome] = []
    for number in report.performance.indices {
      let table = report.performance[number]
      guard let total = table.funds.first(where: { $0.id == "total" })?.figures["executed"]?.value
      else { continue }
      for row in table.indicators.indices {
        // Few units are of something for each of something.
        guard let unit = table.indicators[row].actual?.unit, unit.utf8.contains(UInt8(ascii: "/")),
          let actual = table.indicators[row].actual, let value = actual.value
        else { continue }
        let parts = unit.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == "万元" || parts[0] == "元" else { continue }
        let counted = table.indicators.filter { $0.actual?.unit == String(parts[1]) }
        guard counted.count == 1, let quantity = counted[0].actual?.value, quantity.unscaled > 0,
          let wanted = Ratio.quotient(Ratio(total), Ratio(quantity))?
            .shifted(parts[0] == "元" ? 4 : 0)
        else { continue }
        let holds =
          wanted.rounded(scale: value.scale).map { Ratio($0) == Ratio(value) } ?? false
        let expected = wanted.rounded(scale: min(value.scale + 4, 12))
        let words = expected?.description ?? "?"
        outcomes.append(
          Outcome(
            rule: index, status: holds ? .pass : .fail,
            finding: Finding(
              message: holds
                ? nil
                : .init(
                  zh: rule.statementZh + "：\(actual.text)（\(Place.zh(actual.source))），"
                    + "\(total) 除以 \(quantity) 为 \(words)",
                  en: rule.statementEn + ": \(actual.text) (\(Place.en(actual.source))), but "
                    + "\(total) over \(quantity) is \(words)"),
              records: [RecordField(table: number, row: row, part: .actual).pointer],
              actual: value, expected: expected)))
      }
    }
    return outcomes
  }
}
