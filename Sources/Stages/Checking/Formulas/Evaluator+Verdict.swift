internal import MappingModel
internal import ReportModel

/// Compares the two sides of a relation.
enum Comparison {
  static func holds(_ left: Ratio, _ sign: Formula.Relation, _ right: Ratio) -> Bool {
    switch sign {
    case .equal: left == right
    case .atMost: left <= right
    case .atLeast: right <= left
    case .below: left < right
    case .above: right < left
    }
  }

  static func rounds(_ value: Ratio, to printed: Ratio, scale: Int, _ rule: Ratio.Rounding) -> Bool
  {
    guard scale >= 0, let rounded = value.rounded(scale: scale, rule) else { return false }
    return Ratio(rounded) == printed
  }
}

extension Evaluator {
  /// `pass` where the printed figures agree to the last digit (a rate: is what the other figures give
  /// when rounded half up), `rounding` where the true values that they were rounded from can agree.
  func status(of relation: Relation, _ left: Evaluated, _ right: Evaluated) -> CheckStatus {
    if Comparison.holds(left.value, relation.sign, right.value) { return .pass }
    switch relation.sign {
    case .equal: break
    case .atMost: return left.low <= right.high ? .rounding : .fail
    case .atLeast: return right.low <= left.high ? .rounding : .fail
    case .below: return left.low < right.high ? .rounding : .fail
    case .above: return right.low < left.high ? .rounding : .fail
    }
    let isRate = relation.left.isRate || relation.right.isRate
    if let scale = printedScale(left) {
      if isRate, Comparison.rounds(right.value, to: left.value, scale: scale, .halfUp) {
        return .pass
      }
      // 10/16 = 0.625 printed 0.62; 2/3 printed 66.66; 8.14 printed 8.1.
      if Comparison.rounds(right.value, to: left.value, scale: scale, .halfUp)
        || Comparison.rounds(right.value, to: left.value, scale: scale, .halfToEven)
        || Comparison.rounds(right.value, to: left.value, scale: scale, .towardZero)
      {
        return .rounding
      }
    }
    if !isRate, let scale = printedScale(right),
      Comparison.rounds(left.value, to: right.value, scale: scale, .halfUp)
    {
      return .rounding
    }
    return left.low <= right.high && right.low <= left.high ? .rounding : .fail
  }

  /// The decimals of a side that is one printed figure.
  private func printedScale(_ side: Evaluated) -> Int? {
    guard side.figures.count == 1 else { return nil }
    let position = taken[side.figures.lowerBound]
    if case .exact = table.quantities[position].precision { return nil }
    return table.quantities[position].scale
  }
}
