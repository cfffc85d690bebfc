internal import ReportModel

/// The figures of performance tables (绩效自评表) as quantities.
///
/// `funds.ROW` with the aspects initial_budget, annual_budget, executed, weight, execution_rate and
/// score; `indicator` with weight, score, completion_rate, actual, and the target under its comparator
/// (target, target_at_least, target_above, target_at_most, target_below) or as a date (target_date,
/// actual_date, in days); `cost` for what an indicator of cost says in the table's own unit; `result`
/// with weight and score for the row 总分. Dimensions: scope, table, row.
struct PerformanceQuantities {
  let year: Int?

  func add(_ tables: [PerformanceEvaluation], to quantities: inout QuantityTable) {
    // Moved, not copied: the table of quantities is large.
    var writer = Writer(quantities: consume quantities)
    for (number, table) in tables.enumerated() {
      writer.number = number
      writer.scope = table.scope
      writer.add(
        "tables", "count", Amount(unscaled: 1, scale: 0), table.source, "",
        label: table.name?.text ?? "")
      funds(table, &writer)
      for (row, indicator) in table.indicators.enumerated() {
        add(indicator, row: row, of: table, &writer)
      }
      if let total = table.total {
        writer.add("result", "weight", total.weight, "/total/weight", label: "总分")
        writer.add("result", "score", total.score, "/total/score", label: "总分")
      }
    }
    quantities = writer.quantities
  }

  private static let fundAspects = [
    "initialBudget": "initial_budget", "annualBudget": "annual_budget", "executed": "executed",
    "weight": "weight", "executionRate": "execution_rate", "score": "score",
  ]

  private func funds(_ table: PerformanceEvaluation, _ writer: inout Writer) {
    for (row, fund) in table.funds.enumerated() {
      guard let id = fund.id else { continue }
      for field in fund.figures.keys.sorted() {
        guard let aspect = Self.fundAspects[field] else { continue }
        writer.add(
          "funds." + id, aspect, fund.figures[field], "/funds/\(row)/\(field)",
          label: fund.label.text,
          unit: ["weight", "executionRate", "score"].contains(field)
            ? nil : table.unit ?? .tenThousandYuan)
      }
    }
  }

  private func add(
    _ indicator: PerformanceEvaluation.Indicator, row: Int, of table: PerformanceEvaluation,
    _ writer: inout Writer
  ) {
    let label = indicator.level3?.text ?? indicator.level2?.text ?? ""
    let place = "/indicators/\(row)"
    writer.row = row
    defer { writer.row = nil }
    writer.add("indicator", "weight", indicator.weight, place + "/weight", label: label)
    writer.add("indicator", "score", indicator.score, place + "/score", label: label)
    writer.add(
      "indicator", "completion_rate", indicator.completionRate, place + "/completionRate",
      label: label)
    guard let target = indicator.target, let actual = indicator.actual else { return }
    if let wanted = target.value, let reached = actual.value, target.unit == actual.unit {
      writer.add(
        "indicator", Self.aspect(of: target.comparator), wanted, target.source,
        place + "/target/value", label: label)
      writer.add(
        "indicator", "wanted", wanted, target.source, place + "/target/value", label: label)
      writer.add(
        "indicator", "actual", reached, actual.source, place + "/actual/value", label: label)
      let words = (indicator.level1?.text ?? "") + (indicator.level2?.text ?? "")
      if words.contains("成本"), let unit = Self.money[actual.unit ?? ""] {
        writer.add(
          "cost", "executed", reached, actual.source, place + "/actual/value", label: label,
          unit: unit)
      }
    } else if let wanted = DayNumber(target.text, year: year),
      let reached = DayNumber(actual.text, year: year)
    {
      writer.add(
        "indicator", "target_date", Amount(unscaled: Int64(wanted.value), scale: 0),
        target.source, place + "/target", label: label)
      writer.add(
        "indicator", "actual_date", Amount(unscaled: Int64(reached.value), scale: 0),
        actual.source, place + "/actual", label: label)
    }
  }

  private static let money: [String: Unit] = [
    "万元": .tenThousandYuan, "元": .yuan, "亿元": .hundredMillionYuan,
  ]

  private static func aspect(of comparator: String?) -> String {
    switch comparator {
    case ">=", "≥": "target_at_least"
    case ">": "target_above"
    case "<=", "≤": "target_at_most"
    case "<": "target_below"
    default: "target"
    }
  }

  /// Adds quantities of one table after the other.
  private struct Writer {
    var number = 0 {
      didSet { place = "/performance/\(number)" }
    }
    var scope = ""
    var row: Int?
    /// The JSON pointer of the table.
    private var place = ""
    /// Words that recur with every figure, with their numbers: few enough to be looked along.
    private var words: [(text: String, number: Int32)] = []

    private mutating func number(_ word: String) -> Int32 {
      for known in words where known.text == word { return known.number }
      let number = quantities.number(word)
      words.append((word, number))
      return number
    }
    var quantities: QuantityTable

    init(quantities: consuming QuantityTable) { self.quantities = quantities }

    mutating func add(
      _ concept: String, _ aspect: String, _ figure: PerformanceEvaluation.Figure?,
      _ pointer: String, label: String, unit: Unit? = nil
    ) {
      guard let figure, let value = figure.value else { return }
      add(concept, aspect, value, figure.source, pointer, label: label, unit: unit)
    }

    mutating func add(
      _ concept: String, _ aspect: String, _ value: Amount, _ source: SourceReference,
      _ pointer: String, label: String, unit: Unit? = nil
    ) {
      guard let number = QuantityTable.value(value, unit) else { return }
      var key = QuantityKey()
      key[.concept] = self.number(concept)
      key[.aspect] = self.number(aspect)
      key[.section] = self.number("performance")
      key[.scope] = self.number(scope)
      key[.table] = Int32(self.number + 1)
      if let row { key[.row] = Int32(row + 1) }
      let precision: Quantity.Precision =
        if unit != nil {
          .trimmed
        } else if aspect.hasSuffix("rate") {
          .printed
        } else if aspect == "score" {
          .trimmed
        } else {
          .exact
        }
      quantities.append(
        Quantity(
          key: key, value: number, printed: value, unit: unit, precision: precision,
          isRecord: true, isDate: aspect.hasSuffix("_date")),
        FigureOrigin(label: label, source: source, name: place + pointer))
    }
  }
}

/// A day as a number that grows by one a day: «2024年12月15日前», «12月10日».
struct DayNumber {
  let value: Int

  /// A date without a year belongs to `year`.
  init?(_ text: String, year: Int?) {
    var numbers: [Int] = []
    var marks: [Character] = []
    var digits = ""
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else if "年月日".contains(character), !digits.isEmpty {
        guard let number = Int(digits) else { return nil }
        numbers.append(number)
        marks.append(character)
        digits = ""
      } else if !digits.isEmpty {
        return nil
      }
    }
    guard digits.isEmpty else { return nil }
    switch marks {
    case ["年", "月", "日"]: self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    case ["月", "日"]:
      guard let year else { return nil }
      self.init(year: year, month: numbers[0], day: numbers[1])
    default: return nil
    }
  }

  /// Days in the proleptic Gregorian calendar.
  private init?(year: Int, month: Int, day: Int) {
    guard (1900...2200).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    let shifted = month <= 2 ? year - 1 : year
    let months = (month + 9) % 12
    value =
      365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * months + 2) / 5 + day
  }
}
