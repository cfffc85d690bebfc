internal import ReportModel

/// How far the true value of a figure may lie from the printed one.
struct RoundingMargins {
  /// By how many half units of its last decimal a figure may be off: 1, or 2 where the publisher says
  /// that conversions of units left differences (尾数误差).
  var halfUnits: Int
  /// The finest decimals of the figures that are compared, see ``Quantity/Precision/trimmed``; for each unit that
  /// they are printed in, as amounts in 万元 are rounded more coarsely than those in 元 beside them.
  var finest = FinestDecimals()

  /// Every figure counts as exactly what is printed.
  static let none = RoundingMargins(halfUnits: 0)

  /// The margin of one figure to both sides, in ten thousand yuan for money.
  func margin(of quantity: Quantity) -> Ratio {
    let half: Ratio
    switch quantity.precision {
    case .exact: return .zero
    case .printed: half = Ratio.halfUnit(scale: quantity.printed.scale)
    case .trimmed:
      let own = quantity.scale
      // A score or a weight without decimals is exact.
      let finest = finest[quantity.unit]
      if quantity.unit == nil, finest == 0 { return .zero }
      half = Ratio.halfUnit(scale: own >= 0 ? max(own, finest) : own)
    }
    switch halfUnits {
    case 0: return .zero
    case 1: return half
    default: return Ratio.product(half, Ratio(Int128(halfUnits))) ?? half
    }
  }
}

extension Evaluator {
  /// The margins of the figures of one relation: zeros at the end of an amount are often left out, so
  /// the finest of them tells to how many decimals all were rounded.
  func margins(
    _ left: FoundSide, _ right: FoundSide, in found: FoundFigures
  ) -> RoundingMargins {
    var margins = RoundingMargins(halfUnits: slack)
    for figures in [left.figures, right.figures] {
      for index in figures {
        let quantity = table.quantities[found.positions[index]]
        guard case .trimmed = quantity.precision, quantity.printed.unscaled != 0 else { continue }
        margins.finest.meet(quantity.scale, in: quantity.unit)
      }
    }
    return margins
  }
}

/// The most decimals met, by the unit of the figures.
struct FinestDecimals {
  private var yuan = 0
  private var tenThousand = 0
  private var hundredMillion = 0
  private var others = 0

  /// The most met in a unit.
  subscript(unit: Unit?) -> Int {
    switch unit?.yuanExponent {
    case 0: yuan
    case 4: tenThousand
    case 8: hundredMillion
    default: others
    }
  }

  /// Meets a figure of a unit.
  mutating func meet(_ scale: Int, in unit: Unit?) {
    switch unit?.yuanExponent {
    case 0: yuan = max(yuan, scale)
    case 4: tenThousand = max(tenThousand, scale)
    case 8: hundredMillion = max(hundredMillion, scale)
    default: others = max(others, scale)
    }
  }
}
