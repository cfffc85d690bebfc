internal import ReportModel

/// Compares the two sides of a relation.
struct Comparison {
  let formula: Formula
  let quantities: [Quantity]

  static func holds(_ left: Ratio, _ relation: Formula.Relation, _ right: Ratio) -> Bool {
    switch relation {
    case .equal: left == right
    case .atMost: left <= right
    case .atLeast: right <= left
    case .below: left < right
    case .above: right < left
    }
  }

  /// `pass` where the printed figures agree to the last digit (a rate: is what the other figures give
  /// when rounded half up), `rounding` where the true values that they were rounded from can agree.
  func status(_ left: Evaluated, _ right: Evaluated) -> CheckStatus {
    if Self.holds(left.value, formula.relation, right.value) { return .pass }
    switch formula.relation {
    case .equal: break
    case .atMost: return left.low <= right.high ? .rounding : .fail
    case .atLeast: return right.low <= left.high ? .rounding : .fail
    case .below: return left.low < right.high ? .rounding : .fail
    case .above: return right.low < left.high ? .rounding : .fail
    }
    let isRate = formula.left.isRate || formula.right.isRate
    if let scale = printedScale(left) {
      if isRate, rounds(right.value, to: left.value, scale: scale, .halfUp) { return .pass }
      // 10/16 = 0.625 printed 0.62; 2/3 printed 66.66; 8.14 printed 8.1.
      for rule in [Ratio.Rounding.halfUp, .halfToEven, .towardZero]
      where rounds(right.value, to: left.value, scale: scale, rule) { return .rounding }
    }
    if !isRate, let scale = printedScale(right),
      rounds(left.value, to: right.value, scale: scale, .halfUp)
    {
      return .rounding
    }
    return left.low <= right.high && right.low <= left.high ? .rounding : .fail
  }

  /// The decimals of a side that is one printed figure.
  private func printedScale(_ side: Evaluated) -> Int? {
    guard side.figures.count == 1 else { return nil }
    let quantity = quantities[side.figures[0]]
    if case .exact = quantity.precision { return nil }
    return quantity.printed.scale + (quantity.unit?.yuanExponent.map { 4 - $0 } ?? 0)
  }

  private func rounds(_ value: Ratio, to printed: Ratio, scale: Int, _ rule: Ratio.Rounding) -> Bool
  {
    guard scale >= 0, let rounded = value.rounded(scale: scale, rule) else { return false }
    return Ratio(rounded) == printed
  }
}

extension Evaluator {
  /// Both sides of a formula; the finest decimals in either tell how finely all are printed.
  mutating func sides(
    of formula: Formula, lead: Int
  ) throws(NoValue) -> (left: Evaluated, right: Evaluated) {
    let left = try bareValue(formula.left, lead: lead)
    let right = try bareValue(formula.right, lead: lead)
    let finest = finest(of: left.figures + right.figures)
    return (
      formula.left.isRate
        ? try value(formula.left, lead: lead, finest: finest)
        : try withBounds(left, finest: finest),
      formula.right.isRate
        ? try value(formula.right, lead: lead, finest: finest)
        : try withBounds(right, finest: finest)
    )
  }
}
