internal import ReportModel

/// Where a quantity was printed: a fact, or a field of a performance table, by their numbers. Texts are
/// looked up where a result is told.
enum FigureOrigin {
  case fact(Int)
  case record(RecordField)

  /// A field of a record; else a fact.
  var isRecord: Bool {
    switch self {
    case .fact: false
    case .record: true
    }
  }
}

/// A field of a performance table.
struct RecordField {
  /// The table's number, from 0.
  var table: Int
  /// Of funds and of indicators, from 0.
  var row = 0
  var part: Part

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

  /// What stands behind the row.
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

  /// As printed.
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
