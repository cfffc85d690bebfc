internal import ReportModel

/// One printed figure as formulas see it. Plain numbers only, so that copying one costs no reference
/// counting; what it is called in the report is its ``FigureOrigin``.
struct Quantity {
  /// What it is.
  var key: QuantityKey
  /// In ten thousand yuan for money, in the printed unit for everything else.
  var value: Ratio
  /// As printed, in the printed unit.
  var printed: Amount
  var unit: Unit?
  /// How a printed value relates to the true one.
  var precision: Precision
  /// The value is a ``DayNumber``: messages quote its text, and it has no digits that could be misprinted.
  var isDate = false

  /// How finely a value is printed.
  enum Precision {
    /// A count, a target: exactly what is printed.
    case exact
    /// Rounded to its last printed decimal.
    case printed
    /// Rounded, but zeros at the end are often left out: to how many decimals is told by the finest of the
    /// figures that are compared with it.
    case trimmed
  }

  /// Printed decimals, counted in ten thousand yuan for money; negative where tens are the last digit.
  var scale: Int { printed.scale + (unit?.yuanExponent.map { 4 - $0 } ?? 0) }
}

/// Gives every text a number, so that comparing names is comparing numbers. 0 stands for no text.
struct Interner {
  private var numbers: [ExactText: Int32] = [:]
  private(set) var texts: [String] = [""]

  /// The number of a text, which gets one if it has none.
  mutating func number(_ text: String) -> Int32 {
    let key = ExactText(text)
    if let known = numbers[key] { return known }
    let number = Int32(texts.count)
    numbers[key] = number
    texts.append(text)
    return number
  }

  /// The text with this number; empty where there is none.
  func text(_ number: Int32) -> String {
    texts.indices.contains(Int(number)) ? texts[Int(number)] : ""
  }
}
