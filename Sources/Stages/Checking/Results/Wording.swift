internal import MappingModel
internal import ReportModel

/// The numbers of one outcome in the units and decimals in which they are written.
struct ToldNumbers {
  let actual: Amount?
  let expected: Amount?
  let difference: Amount?
  let tolerance: Amount?

  /// `isLead` where the left side is the figure that was asked, `isRate` where the right one is
  /// computed as a rate.
  init(lead quantity: Quantity, isLead: Bool, _ left: Evaluated, _ right: Evaluated, isRate: Bool) {
    // A left side that is just the lead is given as printed; everything else in the lead's unit.
    let shift = quantity.unit?.yuanExponent.map { 4 - $0 } ?? 0
    let decimals = max(quantity.printed.scale, 0)
    func told(_ value: Ratio, finer: Int) -> Amount? {
      let value = shift == 0 ? value : value.shifted(shift)
      return value?.amount(most: min(decimals + finer, 12))
    }
    if quantity.isDate {
      actual = nil
      expected = nil
    } else {
      actual = isLead ? quantity.printed : told(left.value, finer: 4)
      expected = told(right.value, finer: isRate ? 2 : 4)
    }
    difference = Ratio.difference(left.value, right.value).flatMap { told($0, finer: 4) }
    tolerance = Self.tolerance(left, right).flatMap { told($0, finer: 4) }
  }

  /// How far the two sides may differ by rounding alone.
  private static func tolerance(_ left: Evaluated, _ right: Evaluated) -> Ratio? {
    guard let ofLeft = Ratio.difference(left.high, left.value),
      let above = Ratio.difference(right.high, right.value),
      let below = Ratio.difference(right.value, right.low)
    else { return nil }
    return Ratio.sum(ofLeft, above < below ? below : above)
  }
}

/// Says in words why a relation does not hold, or holds only by rounding.
struct Wording {
  let isRounding: Bool
  let comparison: Formula.Comparison
  let rule: CheckRule
  let table: QuantityTable
  let found: FoundFigures

  private static let mostParts = 12

  /// Both sides with the places of their figures, and how far they are apart.
  func message(
    _ left: Evaluated, _ right: Evaluated, _ numbers: ToldNumbers
  ) -> CheckResult.Message {
    func words(_ amount: Amount?) -> String { amount?.description ?? "?" }
    let (actual, expected) = (numbers.actual, numbers.expected)
    let (difference, tolerance) = (numbers.difference, numbers.tolerance)
    let sign = comparison.rawValue
    let figures = found.positions[left.figures] + found.positions[right.figures]
    let first = left.figures.isEmpty ? nil : figure(figures[figures.startIndex])
    let others = figures.dropFirst(left.figures.isEmpty ? 0 : 1).prefix(Self.mostParts)
      .map { figure($0) }
    let rest = left.figures.count - 1 + right.figures.count - others.count
    if actual == nil, let first, let second = others.first {
      return .init(
        zh: "\(rule.statementZh)：\(first.zh)；\(second.zh)",
        en: "\(rule.statementEn): \(first.en); \(second.en)")
    }
    let zh =
      rule.statementZh + "：" + (first?.zh ?? "") + "；"
      + (others.isEmpty ? "" : "依据 " + others.map(\.zh).joined(separator: "、"))
      + (rest > 0 ? " 等\(rest + others.count)项" : "")
      + "。应\(sign == "=" ? "为" : sign) \(words(expected))，实为 \(words(actual))，差 \(words(difference))"
      + (isRounding ? "，在四舍五入允许范围 \(words(tolerance)) 之内" : "，容差 \(words(tolerance))")
    let en =
      rule.statementEn + ": " + (first?.en ?? "")
      + (others.isEmpty ? "" : "; from " + others.map(\.en).joined(separator: ", "))
      + (rest > 0 ? " and \(rest) more" : "")
      + "; expected \(sign == "=" ? "" : sign + " ")\(words(expected)), printed \(words(actual)), "
      + "difference \(words(difference))"
      + (isRounding ? ", which rounding explains" : ", tolerance \(words(tolerance))")
    return .init(zh: zh, en: en)
  }

  private func figure(_ position: Int) -> (zh: String, en: String) {
    let quantity = table.quantities[position]
    let source = table.source(of: position)
    let name = table.label(of: position)
    let label = name.isEmpty ? "" : "«\(name)» "
    let value =
      quantity.isDate
      ? source.text : quantity.printed.description + (quantity.unit == .percent ? "%" : "")
    return (
      "\(label)\(value)（\(PlaceWords.zh(source))）",
      "\(label)\(value) (\(PlaceWords.en(source)))"
    )
  }
}
