internal import ReportModel
internal import ValueModel

/// A free text of a performance table that has figures in it.
struct PerformanceText {
  var table: Int
  var pointer: String
  var field: PerformanceEvaluation.Field
  var figures: [FigureInText]

  /// The texts of all tables that have figures, table by table.
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
    for number in report.performance.indices {
      let table = report.performance[number]
      for row in table.goals.indices {
        add(table.goals[row].expected, number) { "goals/\(row)/expected" }
        add(table.goals[row].actual, number) { "goals/\(row)/actual" }
      }
      for row in table.indicators.indices {
        add(table.indicators[row].deviation, number) { "indicators/\(row)/deviation" }
      }
    }
    return texts
  }
}

/// A figure in a free text, and what stands before and after it.
struct FigureInText {
  var value: Amount
  /// The unit behind it («万元», «元», «亿元», «%»), or else the first character of the word behind it; empty
  /// where a punctuation mark or the end of the text follows.
  var unit: String
  /// Whether words of a rate («率», «率为», «率达到») stand right before it.
  var followsRate: Bool

  private static let rateWords = ["率", "率为", "率达", "率达到", "率是", "率:", "率：", "比例为", "比重为"].map {
    Array($0.unicodeScalars)
  }
  private static let marks: Set<Unicode.Scalar> = [
    "。", "，", ",", "；", ";", "、", "）", ")", "\n",
  ]
  private static let units = (MoneyWord.withUnit.map(\.rawValue) + ["%", "％", "个百分点"]).map {
    Array($0.unicodeScalars)
  }

  /// The figures of a text, from left to right.
  static func all(in text: String) -> [FigureInText] {
    var figures: [FigureInText] = []
    // Most texts have no figure, which their bytes tell at once.
    guard hasDigit(text) else { return figures }
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

  /// Whether there is a digit, ASCII or full-width (UTF-8: EF BC 90 to 99).
  private static func hasDigit(_ text: String) -> Bool {
    var last: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) { return true }
      if last == (0xEF, 0xBC), (0x90...0x99).contains(byte) { return true }
      last = (last.1, byte)
    }
    return false
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
    // A full-width comma separates clauses, not thousands.
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
