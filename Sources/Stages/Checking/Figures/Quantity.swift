internal import ReportModel

/// One printed figure as formulas see it: plain numbers, so that taking one costs no counting of
/// references. What it is called in the report is its ``FigureOrigin``.
struct Quantity {
  var key: QuantityKey
  /// In ten thousand yuan for money, in the printed unit for everything else.
  var value: Ratio
  var printed: Amount
  var unit: Unit?
  /// How a printed value relates to the true one.
  var precision: Precision
  /// A day, counted: told by its text, and of no decimal system that digits could slip in.
  var isDate = false
  enum Precision {
    /// A count, a target: exactly what is printed.
    case exact
    /// Rounded to its last printed decimal.
    case printed
    /// Rounded, but zeros at the end are left out as often as not: the finest figure of the same unit
    /// in the relation tells to how many decimals.
    case trimmed
  }

  /// Decimals, in ten thousand yuan for money.
  var scale: Int { printed.scale + (unit?.yuanExponent.map { 4 - $0 } ?? 0) }
}

/// Gives every text a number, 0 being none.
struct Interner {
  private var numbers: [ExactText: Int32] = [:]
  private(set) var texts: [String] = [""]

  mutating func number(_ text: String) -> Int32 {
    let key = ExactText(text)
    if let known = numbers[key] { return known }
    let number = Int32(texts.count)
    numbers[key] = number
    texts.append(text)
    return number
  }

  func text(_ number: Int32) -> String {
    texts.indices.contains(Int(number)) ? texts[Int(number)] : ""
  }
}
