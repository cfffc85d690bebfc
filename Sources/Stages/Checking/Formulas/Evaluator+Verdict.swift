internal import MappingModel
internal import ReportModel

extension Formula.Comparison {
  /// Whether two values compare so.
  func holds(_ left: Ratio, _ right: Ratio) -> Bool {
    switch self {
    case .equal: left == right
    case .atMost: left <= right
    case .atLeast: right <= left
    case .below: left < right
    case .above: right < left
    }
  }
}

/// The last step of an evaluation: how the two sides compare.
extension Evaluator {
  /// `pass` where the printed figures agree to the last digit (a rate: where it is what the other figures
  /// give, rounded half up), `rounding` where the true values that they were rounded from can agree.
  func status(
    of formula: CompiledFormula, _ left: Evaluated, _ right: Evaluated, in found: FoundFigures
  ) -> CheckStatus {
    if formula.comparison.holds(left.value, right.value) { return .pass }
    switch formula.comparison {
    case .equal: break
    case .atMost: return left.low <= right.high ? .rounding : .fail
    case .atLeast: return right.low <= left.high ? .rounding : .fail
    case .below: return left.low < right.high ? .rounding : .fail
    case .above: return right.low < left.high ? .rounding : .fail
    }
    let isRate = formula.left.isRate || formula.right.isRate
    if let scale = printedScale(left, found) {
      if isRate, Self.rounds(right.value, to: left.value, scale: scale, .halfUp) { return .pass }
      // 10/16 = 0.625 printed 0.62; 2/3 printed 66.66; 8.14 printed 8.1.
      if Self.rounds(right.value, to: left.value, scale: scale, .halfUp)
        || Self.rounds(right.value, to: left.value, scale: scale, .halfToEven)
        || Self.rounds(right.value, to: left.value, scale: scale, .towardZero)
      {
        return .rounding
      }
    }
    if !isRate, let scale = printedScale(right, found),
      Self.rounds(left.value, to: right.value, scale: scale, .halfUp)
    {
      return .rounding
    }
    return left.low <= right.high && right.low <= left.high ? .rounding : .fail
  }

  /// How a printed rate was cut to its decimals, where that shows: the two ways give different digits.
  enum Cutting {
    /// 10.158 printed 10.16.
    case rounded
    /// 10.158 printed 10.15, which no rounding of the figures can explain.
    case truncated
  }

  /// How the rate of a relation was cut; nil where it is no rate, or where both ways give what is printed.
  func cutting(
    of formula: CompiledFormula, _ left: Evaluated, _ right: Evaluated, in found: FoundFigures
  ) -> Cutting? {
    guard formula.comparison == .equal, formula.left.isRate || formula.right.isRate,
      let scale = printedScale(left, found)
    else { return nil }
    let isRounded = Self.rounds(right.value, to: left.value, scale: scale, .halfUp)
    let isTruncated = Self.rounds(right.value, to: left.value, scale: scale, .towardZero)
    guard isRounded != isTruncated else { return nil }
    if isRounded { return .rounded }
    return left.low <= right.high && right.low <= left.high ? nil : .truncated
  }

  /// The decimals of a side that is one rounded figure; nil for any other.
  private func printedScale(_ side: Evaluated, _ found: FoundFigures) -> Int? {
    guard side.figures.count == 1 else { return nil }
    let position = found.positions[side.figures.lowerBound]
    if case .exact = table.quantities[position].precision { return nil }
    return table.quantities[position].scale
  }

  private static func rounds(
    _ value: Ratio, to printed: Ratio, scale: Int, _ rule: Ratio.Rounding
  ) -> Bool {
    guard scale >= 0, let rounded = value.rounded(scale: scale, rule) else { return false }
    return Ratio(rounded) == printed
  }
}
