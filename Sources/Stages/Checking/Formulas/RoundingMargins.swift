internal import ReportModel

/// How far the true value of a figure may lie from the printed one.
struct RoundingMargins {
  /// By how many half units of its last decimal a figure may be off: 1, or 2 where the publisher says
  /// that conversions of units left differences (尾数误差).
  var halfUnits: Int
  /// The finest decimals of the figures that are compared, see ``Quantity/Precision/trimmed``.
  var finest: Int

  /// Every figure counts as exactly what is printed.
  static let none = RoundingMargins(halfUnits: 0, finest: 0)

  /// The margin of one figure to both sides, in ten thousand yuan for money.
  func margin(of quantity: Quantity) -> Ratio {
    let half: Ratio
    switch quantity.precision {
    case .exact: return .zero
    case .printed: half = Ratio.halfUnit(scale: quantity.printed.scale)
    case .trimmed:
      let own = quantity.scale
      // A score or a weight without decimals is exact.
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
    RoundingMargins(
      halfUnits: slack,
      finest: max(finest(of: left.figures, in: found), finest(of: right.figures, in: found)))
  }

  private func finest(of figures: Range<Int>, in found: FoundFigures) -> Int {
    var finest = 0
    for index in figures {
      let position = found.positions[index]
      guard case .trimmed = table.quantities[position].precision,
        table.quantities[position].printed.unscaled != 0
      else { continue }
      finest = max(finest, table.quantities[position].scale)
    }
    return finest
  }
}
