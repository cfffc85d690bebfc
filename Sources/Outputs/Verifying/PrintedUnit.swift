/// The words for units of money, read anew without the tool's own.
enum PrintedUnit {
  /// The powers of ten that amounts of money are told in.
  static let powers: [Unicode.Scalar: Int] = [
    "百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "萬": 4, "亿": 8, "億": 8, "元": 0, "圆": 0, "圓": 0,
    "角": -1, "分": -2,
  ]

  /// The power of ten that leads from the unit that begins a text to yuan; nil where none does. What is
  /// counted in 万 without a word for money may be anything.
  static func exponent(of text: some Sequence<Unicode.Scalar>) -> Int? {
    var exponent = 0
    for scalar in text {
      guard let power = powers[scalar], power >= 0 else { return nil }
      if power == 0 { return exponent }
      exponent += power
    }
    return nil
  }

  /// The same for the unit that a text ends with: «1,871.38万元».
  static func exponent(endOf text: String) -> Int? {
    let scalars = Array(text.unicodeScalars)
    guard let digit = scalars.lastIndex(where: NumberBounds.isDigit) else { return nil }
    return exponent(of: scalars[(digit + 1)...].filter { !$0.properties.isWhitespace })
  }
}
