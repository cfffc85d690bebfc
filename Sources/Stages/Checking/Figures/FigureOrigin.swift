internal import ReportModel

/// Where a quantity was printed: a fact, or a field of a performance table. Only indices are kept; names
/// and labels are looked up when a result is written.
enum FigureOrigin {
  case fact(Int)
  case record(RecordField)

  /// Whether it is a field of a performance table and not a fact.
  var isRecord: Bool {
    switch self {
    case .fact: false
    case .record: true
    }
  }
}

/// A field of a performance table.
struct RecordField {
  /// Index of the table.
  var table: Int
  /// Index of the row of funds or of the indicator.
  var row = 0
  var part: Part

  /// Which field of the table, or of its row.
  enum Part {
    case table
    case fund(PerformanceEvaluation.FundField)
    case weight, score, completionRate, target, actual, targetDay, actualDay
    case totalWeight, totalScore
  }

  /// Its JSON pointer.
  var pointer: String {
    var pointer: [UInt8] = []
    pointer.reserveCapacity(48)
    pointer += "/performance/".utf8
    pointer += String(table).utf8
    switch part {
    case .table: break
    case .fund(let figure):
      pointer += "/funds/".utf8
      pointer += String(row).utf8
      pointer += "/".utf8
      pointer += figure.rawValue.utf8
    case .weight, .score, .completionRate, .target, .actual, .targetDay, .actualDay:
      pointer += "/indicators/".utf8
      pointer += String(row).utf8
      pointer += end.utf8
    case .totalWeight, .totalScore: pointer += end.utf8
    }
    return String(decoding: pointer, as: UTF8.self)
  }

  /// The part of the pointer that follows the row.
  private var end: String {
    switch part {
    case .table, .fund: ""
    case .weight: "/weight"
    case .score: "/score"
    case .completionRate: "/completionRate"
    case .target: "/target/value"
    case .actual: "/actual/value"
    case .targetDay: "/target"
    case .actualDay: "/actual"
    case .totalWeight: "/total/weight"
    case .totalScore: "/total/score"
    }
  }

  /// The label of the row as printed.
  func label(in tables: [PerformanceEvaluation]) -> String {
    let table = tables[table]
    switch part {
    case .table: return table.name?.text ?? ""
    case .fund: return table.funds[row].label.text
    case .weight, .score, .completionRate, .target, .actual, .targetDay, .actualDay:
      let indicator = table.indicators[row]
      return indicator.level3?.text ?? indicator.level2?.text ?? ""
    case .totalWeight, .totalScore: return "总分"
    }
  }

  /// The place of the field; that of the table where the field has none.
  func source(in tables: [PerformanceEvaluation]) -> SourceReference {
    let table = tables[table]
    let source =
      switch part {
      case .table: table.source
      case .fund(let figure): table.funds[row].figures[figure]?.source
      case .weight: table.indicators[row].weight?.source
      case .score: table.indicators[row].score?.source
      case .completionRate: table.indicators[row].completionRate?.source
      case .target, .targetDay: table.indicators[row].target?.source
      case .actual, .actualDay: table.indicators[row].actual?.source
      case .totalWeight: table.total?.weight?.source
      case .totalScore: table.total?.score?.source
      }
    return source ?? table.source
  }
}
