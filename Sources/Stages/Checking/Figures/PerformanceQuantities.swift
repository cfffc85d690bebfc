internal import MappingModel
internal import ReportModel
internal import ValueModel

/// The figures of performance tables (绩效自评表) as quantities.
///
/// `funds.ROW` with the aspects initial_budget, annual_budget, executed, weight, execution_rate and
/// score; `indicator` with weight, score, completion_rate, actual, and the target under its comparator
/// (target, target_at_least, target_above, target_at_most, target_below) or as a date (target_date,
/// actual_date, in days); `cost` for what an indicator of cost says in the table's own unit; `result`
/// with weight and score for the row 总分. Dimensions: scope, table, row.
struct PerformanceQuantities {
  let year: Int?

  /// Appends the quantities of all tables.
  func add(_ tables: [PerformanceEvaluation], to quantities: inout QuantityTable) {
    guard !tables.isEmpty else { return }
    let words = Words(&quantities)
    for number in tables.indices {
      var writer = Writer(
        words: words, table: number, scope: quantities.number(tables[number].scope.rawValue))
      writer.add(
        words.tables, words.count, Amount(unscaled: 1, scale: 0), .table, to: &quantities)
      funds(tables[number], &writer, &quantities)
      for row in tables[number].indicators.indices {
        writer.row = row
        writer.isOfRow = true
        add(tables[number].indicators, &writer, &quantities)
      }
      writer.isOfRow = false
      writer.add(
        words.result, words.weight, tables[number].total?.weight?.value, .totalWeight,
        to: &quantities)
      writer.add(
        words.result, words.score, tables[number].total?.score?.value, .totalScore, .trimmed,
        to: &quantities)
    }
  }

  /// In the order of their names, in which the quantities of a row follow each other.
  private static let fundFields = PerformanceEvaluation.FundField.allCases.sorted {
    $0.rawValue < $1.rawValue
  }

  private func funds(
    _ table: PerformanceEvaluation, _ writer: inout Writer, _ quantities: inout QuantityTable
  ) {
    for row in table.funds.indices {
      guard let id = table.funds[row].id else { continue }
      let concept = quantities.number("funds." + id)
      writer.row = row
      for figure in Self.fundFields {
        guard let value = table.funds[row].figures[figure]?.value else { continue }
        let words = writer.words
        let money = table.unit ?? .tenThousandYuan
        let (aspect, unit, precision): (Int32, Unit?, Quantity.Precision) =
          switch figure {
          case .initialBudget: (words.initialBudget, money, .trimmed)
          case .annualBudget: (words.annualBudget, money, .trimmed)
          case .executed: (words.executed, money, .trimmed)
          case .weight: (words.weight, nil, .exact)
          case .executionRate: (words.executionRate, nil, .printed)
          case .score: (words.score, nil, .trimmed)
          }
        writer.add(
          concept, aspect, value, .fund(figure), precision, unit: unit, to: &quantities)
      }
    }
  }

  /// The indicator in the writer's row.
  private func add(
    _ indicators: [PerformanceEvaluation.Indicator], _ writer: inout Writer,
    _ quantities: inout QuantityTable
  ) {
    let row = writer.row
    let words = writer.words
    let concept = words.indicator
    writer.add(concept, words.weight, indicators[row].weight?.value, .weight, to: &quantities)
    writer.add(
      concept, words.score, indicators[row].score?.value, .score, .trimmed, to: &quantities)
    writer.add(
      concept, words.completionRate, indicators[row].completionRate?.value, .completionRate,
      .printed, to: &quantities)
    guard let target = indicators[row].target, let actual = indicators[row].actual else { return }
    if let wanted = target.value, let reached = actual.value, target.unit == actual.unit {
      writer.add(
        concept, words.aspect(of: target.comparator), wanted, .target, to: &quantities)
      writer.add(concept, words.wanted, wanted, .target, to: &quantities)
      writer.add(concept, words.actual, reached, .actual, to: &quantities)
      if let unit = actual.unit.flatMap({ MoneyWord($0) })?.unit,
        isOfCost(indicators[row])
      {
        writer.add(
          words.cost, words.executed, reached, .actual, .trimmed, unit: unit, to: &quantities)
      }
    } else if let wanted = DayNumber(target.text, year: year),
      let reached = DayNumber(actual.text, year: year)
    {
      writer.add(
        concept, words.targetDate, Amount(unscaled: Int64(wanted.value), scale: 0), .targetDay,
        to: &quantities)
      writer.add(
        concept, words.actualDate, Amount(unscaled: Int64(reached.value), scale: 0), .actualDay,
        to: &quantities)
    }
  }

  private func isOfCost(_ indicator: PerformanceEvaluation.Indicator) -> Bool {
    ((indicator.level1?.text ?? "") + (indicator.level2?.text ?? "")).contains("成本")
  }

  /// The numbers of the names that every table uses.
  private struct Words {
    let tables, indicator, result, cost, performance: Int32
    let count, weight, score, executed, initialBudget, annualBudget, executionRate: Int32
    let completionRate, wanted, actual, targetDate, actualDate: Int32
    let target, targetAtLeast, targetAbove, targetAtMost, targetBelow: Int32

    init(_ quantities: inout QuantityTable) {
      tables = quantities.number("tables")
      indicator = quantities.number("indicator")
      result = quantities.number("result")
      cost = quantities.number("cost")
      performance = quantities.number("performance")
      count = quantities.number("count")
      weight = quantities.number("weight")
      score = quantities.number("score")
      executed = quantities.number("executed")
      initialBudget = quantities.number("initial_budget")
      annualBudget = quantities.number("annual_budget")
      executionRate = quantities.number("execution_rate")
      completionRate = quantities.number("completion_rate")
      wanted = quantities.number("wanted")
      actual = quantities.number("actual")
      targetDate = quantities.number("target_date")
      actualDate = quantities.number("actual_date")
      target = quantities.number("target")
      targetAtLeast = quantities.number("target_at_least")
      targetAbove = quantities.number("target_above")
      targetAtMost = quantities.number("target_at_most")
      targetBelow = quantities.number("target_below")
    }

    /// The aspect of a target with this comparator.
    func aspect(of comparator: String?) -> Int32 {
      switch comparator {
      case ">=", "≥": targetAtLeast
      case ">": targetAbove
      case "<=", "≤": targetAtMost
      case "<": targetBelow
      default: target
      }
    }
  }

  /// Adds quantities of one table.
  private struct Writer {
    let words: Words
    let table: Int
    let scope: Int32
    var row = 0
    /// Whether quantities get the row as a dimension: indicators do, rows of funds differ by concept.
    var isOfRow = false

    func add(
      _ concept: Int32, _ aspect: Int32, _ printed: Amount?, _ part: RecordField.Part,
      _ precision: Quantity.Precision = .exact, unit: Unit? = nil,
      to quantities: inout QuantityTable
    ) {
      guard let printed, let value = QuantityTable.value(printed, unit) else { return }
      var key = QuantityKey()
      key[.concept] = concept
      key[.aspect] = aspect
      key[.section] = words.performance
      key[.scope] = scope
      key[.table] = Int32(table + 1)
      if isOfRow { key[.row] = Int32(row + 1) }
      let isDate =
        switch part {
        case .targetDay, .actualDay: true
        default: false
        }
      quantities.append(
        Quantity(
          key: key, value: value, printed: printed, unit: unit, precision: precision,
          isDate: isDate),
        .record(RecordField(table: table, row: row, part: part)))
    }
  }
}
