internal import MappingModel
internal import ReportModel
internal import ValueModel

/// «平均每平方米费用 0.37万元/平方米» is the amount spent over the square metres of the same table.
struct UnitCostCheck: NamedCheck {
  let id: NamedCheckID = "unit_cost"

  func outcomes(of rule: CheckRule, at index: Int, in checked: inout CheckedReport) -> [Outcome] {
    var outcomes: [Outcome] = []
    let report = checked.report
    for number in report.performance.indices {
      let table = report.performance[number]
      guard let total = table.funds.first(where: { $0.id == "total" })?.figures[.executed]?.value
      else { continue }
      for row in table.indicators.indices {
        // Few units are of something for each of something.
        guard let unit = table.indicators[row].actual?.unit, unit.utf8.contains(UInt8(ascii: "/")),
          let actual = table.indicators[row].actual, let value = actual.value
        else { continue }
        let parts = unit.split(separator: "/", omittingEmptySubsequences: false)
        // Nothing costs hundreds of millions a piece.
        guard parts.count == 2, let money = MoneyWord(String(parts[0])),
          money == .tenThousand || money == .yuan
        else { continue }
        let counted = table.indicators.filter { $0.actual?.unit == String(parts[1]) }
        guard counted.count == 1, let quantity = counted[0].actual?.value, quantity.unscaled > 0,
          let wanted = Ratio.quotient(Ratio(total), Ratio(quantity))?
            .shifted(money == .yuan ? 4 : 0)
        else { continue }
        let holds =
          wanted.rounded(scale: value.scale).map { Ratio($0) == Ratio(value) } ?? false
        let expected = wanted.rounded(scale: min(value.scale + 4, 12))
        outcomes.append(
          Outcome(
            rule: index, status: holds ? .pass : .fail,
            remark: Remark(
              message: holds ? nil : Self.wording(rule, actual, total, over: quantity, expected),
              records: [RecordField(table: number, row: row, part: .actual).pointer],
              actual: value, expected: expected)))
      }
    }
    return outcomes
  }

  private static func wording(
    _ rule: CheckRule, _ actual: PerformanceEvaluation.Measure, _ total: Amount,
    over quantity: Amount, _ expected: Amount?
  ) -> CheckResult.Message {
    let words = expected?.description ?? "?"
    return .init(
      zh: rule.statementZh + "：\(actual.text)（\(PlaceWords.zh(actual.source))），"
        + "\(total) 除以 \(quantity) 为 \(words)",
      en: rule.statementEn + ": \(actual.text) (\(PlaceWords.en(actual.source))), but "
        + "\(total) over \(quantity) is \(words)")
  }
}
