internal import ReportModel

/// The numbers and words of one outcome, for people and programs.
struct Wording {
  let actual: Amount?
  let expected: Amount?
  let difference: Amount?
  let tolerance: Amount?
  let message: CheckResult.Message?

  private static let mostParts = 12

  init(
    outcome: Outcome, rule: CheckRule, lead: Int, left: Evaluated, right: Evaluated,
    table: QuantityTable
  ) {
    let quantity = table.quantities[lead]
    // A left side of one figure is told as printed; all else in the lead's unit.
    let shift = quantity.unit?.yuanExponent.map { 4 - $0 } ?? 0
    let decimals = max(quantity.printed.scale, 0)
    func told(_ value: Ratio, finer: Int = 0) -> Amount? {
      value.shifted(shift)?.amount(most: min(decimals + finer, 12))
    }
    if quantity.isDate {
      actual = nil
      expected = nil
    } else {
      actual = left.figures == [lead] ? quantity.printed : told(left.value, finer: 4)
      expected = told(right.value, finer: outcome.formula?.right.isRate == true ? 2 : 4)
    }
    difference = Ratio.difference(left.value, right.value).flatMap { told($0, finer: 4) }
    let margins = [
      Ratio.difference(left.high, left.value), Ratio.difference(right.high, right.value),
      Ratio.difference(right.value, right.low),
    ].compactMap(\.self)
    let widest =
      margins.count == 3
      ? Ratio.sum(margins[0], margins[1] < margins[2] ? margins[2] : margins[1]) : nil
    tolerance = widest.flatMap { told($0, finer: 4) }
    guard outcome.status == .fail || outcome.status == .rounding else {
      message = nil
      return
    }
    message = Self.message(
      outcome, rule, left, right, table, actual: actual, expected: expected, difference: difference,
      tolerance: tolerance)
  }

  private static func message(
    _ outcome: Outcome, _ rule: CheckRule, _ left: Evaluated, _ right: Evaluated,
    _ table: QuantityTable,
    actual: Amount?, expected: Amount?, difference: Amount?, tolerance: Amount?
  ) -> CheckResult.Message {
    func words(_ amount: Amount?) -> String { amount?.description ?? "?" }
    let relation = outcome.formula?.relation.rawValue ?? "="
    let first = left.figures.first.map { Self.figure($0, table) }
    let others = (left.figures.dropFirst() + right.figures).prefix(mostParts)
      .map { Self.figure($0, table) }
    let rest = left.figures.count - 1 + right.figures.count - others.count
    let isRounding = outcome.status == .rounding
    if actual == nil, let first, let second = others.first {
      return .init(
        zh: "\(rule.statementZh)：\(first.zh)；\(second.zh)",
        en: "\(rule.statementEn): \(first.en); \(second.en)")
    }
    let zh =
      rule.statementZh + "：" + (first?.zh ?? "") + "；"
      + (others.isEmpty ? "" : "依据 " + others.map(\.zh).joined(separator: "、"))
      + (rest > 0 ? " 等\(rest + others.count)项" : "")
      + "。应\(relation == "=" ? "为" : relation) \(words(expected))，实为 \(words(actual))，差 \(words(difference))"
      + (isRounding ? "，在四舍五入允许范围 \(words(tolerance)) 之内" : "，容差 \(words(tolerance))")
    let en =
      rule.statementEn + ": " + (first?.en ?? "")
      + (others.isEmpty ? "" : "; from " + others.map(\.en).joined(separator: ", "))
      + (rest > 0 ? " and \(rest) more" : "")
      + "; expected \(relation == "=" ? "" : relation + " ")\(words(expected)), printed \(words(actual)), "
      + "difference \(words(difference))"
      + (isRounding ? ", which rounding explains" : ", tolerance \(words(tolerance))")
    return .init(zh: zh, en: en)
  }

  private static func figure(_ position: Int, _ table: QuantityTable) -> (zh: String, en: String) {
    let quantity = table.quantities[position]
    let origin = table.origin(of: position)
    let label = origin.label.isEmpty ? "" : "«\(origin.label)» "
    let value =
      quantity.isDate
      ? origin.source.text : quantity.printed.description + (quantity.unit == .percent ? "%" : "")
    return (
      "\(label)\(value)（\(Place.zh(origin.source))）",
      "\(label)\(value) (\(Place.en(origin.source)))"
    )
  }
}

/// Where a figure stands, in words.
enum Place {
  static func zh(_ source: SourceReference) -> String {
    if let line = source.line { return "第\(line)行" }
    if let page = source.page { return "第\(page)页" + cell(source, "第", "行第", "列") }
    if let sheet = source.sheet, let cell = source.cell { return "\(sheet)!\(cell)" }
    return "第\(source.block + 1)块" + cell(source, "第", "行第", "列")
  }

  static func en(_ source: SourceReference) -> String {
    if let line = source.line { return "line \(line)" }
    if let page = source.page { return "page \(page)" + cell(source, " row ", " column ", "") }
    if let sheet = source.sheet, let cell = source.cell { return "\(sheet)!\(cell)" }
    return "block \(source.block + 1)" + cell(source, " row ", " column ", "")
  }

  private static func cell(
    _ source: SourceReference, _ row: String, _ column: String, _ end: String
  ) -> String {
    guard let r = source.row, let c = source.column else { return "" }
    return "\(row)\(r + 1)\(column)\(c + 1)\(end)"
  }
}
