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
    for fact in report.facts where fact.unit == .percent {
      outcomes.append(Outcome(rule: index, status: .pass, facts: [fact.id]))
    }
    return outcomes
  }

  private func outcome(_ value: String, _ pointer: String, _ source: SourceReference) -> Outcome {
    Outcome(
      rule: index, status: .fail,
      message: .init(
        zh: rule.statementZh + "：\(value)（\(Place.zh(source))）之后没有 %",
        en: rule.statementEn + ": no % stands behind \(value) (\(Place.en(source)))"),
      records: [pointer])
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
          amounts = Self.amounts(of: report.performance[text.table])
        }
        let same = amounts.filter { Ratio($0.value) == Ratio(figure.value) }
        guard let first = same.first, let unit = Self.units[figure.unit] else { continue }
        let isSlip = !same.contains { $0.unit == unit }
        let printed = figure.value.description + figure.unit
        outcomes.append(
          Outcome(
            rule: index, status: isSlip ? .fail : .pass,
            message: isSlip
              ? .init(
                zh: rule.statementZh + "：文字为 \(printed)（\(Place.zh(text.field.source))），"
                  + "表中为 \(first.value)\(Self.name(first.unit))（\(Place.zh(first.source))）",
                en: rule.statementEn
                  + ": the text has \(printed) (\(Place.en(text.field.source))), "
                  + "the table \(first.value)\(Self.name(first.unit)) (\(Place.en(first.source)))")
              : nil,
            records: [text.pointer, "/performance/\(text.table)" + first.pointer],
            actual: figure.value))
      }
    }
    return outcomes
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
    var pointer: String
    var source: SourceReference
  }

  private static func amounts(of table: PerformanceEvaluation) -> [TableAmount] {
    var amounts: [TableAmount] = []
    for (row, fund) in table.funds.enumerated() {
      for field in ["initialBudget", "annualBudget", "executed"] {
        guard let figure = fund.figures[field], let value = figure.value else { continue }
        amounts.append(
          TableAmount(
            value: value, unit: table.unit ?? .tenThousandYuan, pointer: "/funds/\(row)/\(field)",
            source: figure.source))
      }
    }
    for (row, indicator) in table.indicators.enumerated() {
      for (name, measure) in [("target", indicator.target), ("actual", indicator.actual)] {
        guard let measure, let value = measure.value, let unit = measure.unit.flatMap({ units[$0] })
        else { continue }
        amounts.append(
          TableAmount(
            value: value, unit: unit, pointer: "/indicators/\(row)/\(name)/value",
            source: measure.source))
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
    for (number, table) in report.performance.enumerated() {
      guard let total = table.funds.first(where: { $0.id == "total" })?.figures["executed"]?.value
      else { continue }
      for (row, indicator) in table.indicators.enumerated() {
        guard let actual = indicator.actual, let value = actual.value,
          let parts = actual.unit?.split(separator: "/", omittingEmptySubsequences: false),
          parts.count == 2, parts[0] == "万元" || parts[0] == "元"
        else { continue }
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
            message: holds
              ? nil
              : .init(
                zh: rule.statementZh + "：\(actual.text)（\(Place.zh(actual.source))），"
                  + "\(total) 除以 \(quantity) 为 \(words)",
                en: rule.statementEn + ": \(actual.text) (\(Place.en(actual.source))), but "
                  + "\(total) over \(quantity) is \(words)"),
            records: ["/performance/\(number)/indicators/\(row)/actual/value"], actual: value,
            expected: expected))
      }
    }
    return outcomes
  }
}

/// A free text of a report's performance tables with figures in it.
struct PerformanceText {
  var table: Int
  var pointer: String
  var field: PerformanceEvaluation.Field
  var figures: [FigureInText]

  static func all(of report: Report) -> [PerformanceText] {
    var texts: [PerformanceText] = []
    func add(_ field: PerformanceEvaluation.Field?, _ table: Int, _ pointer: () -> String) {
      guard let field else { return }
      let figures = FigureInText.all(in: field.text)
      guard !figures.isEmpty else { return }
      texts.append(
        PerformanceText(
          table: table, pointer: "/performance/\(table)/" + pointer(), field: field,
          figures: figures))
    }
    for (number, table) in report.performance.enumerated() {
      for (row, goal) in table.goals.enumerated() {
        add(goal.expected, number) { "goals/\(row)/expected" }
        add(goal.actual, number) { "goals/\(row)/actual" }
      }
      for (row, indicator) in table.indicators.enumerated() {
        add(indicator.deviation, number) { "indicators/\(row)/deviation" }
      }
    }
    return texts
  }
}

/// A figure in a free text with what stands around it.
struct FigureInText {
  var value: Amount
  /// «万元», «元», «亿元», «%», or another word's first sign; empty before a mark or the end.
  var unit: String
  /// «率», «率为», «率达到» stands before it.
  var followsRate: Bool

  private static let rateWords = ["率", "率为", "率达", "率达到", "率是", "率:", "率：", "比例为", "比重为"].map {
    Array($0.unicodeScalars)
  }
  private static let marks: Set<Unicode.Scalar> = [
    "。", "，", ",", "；", ";", "、", "）", ")", "\n",
  ]
  private static let units = ["万元", "亿元", "元", "%", "％", "个百分点"].map { Array($0.unicodeScalars) }

  static func all(in text: String) -> [FigureInText] {
    var figures: [FigureInText] = []
    // Most texts have no figure: a look at the bytes is enough for them.
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) || $0 == 0xEF }) else {
      return figures
    }
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      guard isDigit(scalars[index]) else {
        index += 1
        continue
      }
      let start = index
      var digits: [UInt8] = []
      while index < scalars.count, isPart(scalars, index) {
        digits.append(UInt8(truncatingIfNeeded: half(scalars[index]).value))
        index += 1
      }
      guard let value = Amount(parsing: digits) else { continue }
      while index < scalars.count, scalars[index] == " " { index += 1 }
      let before = scalars[..<start]
      figures.append(
        FigureInText(
          value: value, unit: unit(scalars[index...]),
          followsRate: rateWords.contains { before.suffix($0.count).elementsEqual($0) }))
    }
    return figures
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(half(scalar).value)
  }

  /// A digit, or a point or comma between digits.
  private static func isPart(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    if isDigit(scalars[index]) { return true }
    // A full-width comma parts clauses, not thousands.
    guard [".", "．", ","].contains(scalars[index]), index + 1 < scalars.count else { return false }
    return isDigit(scalars[index + 1])
  }

  /// Full-width digits and point as ASCII.
  private static func half(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF0E...0xFF19).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private static func unit(_ rest: ArraySlice<Unicode.Scalar>) -> String {
    for word in units where rest.starts(with: word) { return string(word[...]) }
    guard let next = rest.first, !marks.contains(next) else { return "" }
    return String(next)
  }
}
