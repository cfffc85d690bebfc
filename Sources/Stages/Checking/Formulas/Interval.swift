/// A value, and between which bounds the true one lies that it was rounded from.
struct Interval {
  let value: Ratio
  private let bounds: Bounds

  private enum Bounds {
    /// As far to both sides. Margins of sums add up, so that a sum costs two additions a figure.
    case margin(Ratio)
    case between(Ratio, Ratio)
  }

  /// A value that was not rounded.
  init(exact value: Ratio) { self.init(value, margin: .zero) }

  /// A value that may be off by a margin to both sides.
  init(_ value: Ratio, margin: Ratio) { self.init(value, .margin(margin)) }

  private init(_ value: Ratio, _ bounds: Bounds) {
    self.value = value
    self.bounds = bounds
  }

  /// The bounds.
  func ends() throws(NoValue) -> (low: Ratio, high: Ratio) {
    switch bounds {
    case .between(let low, let high): return (low, high)
    case .margin(let margin):
      if margin.isZero { return (value, value) }
      guard let low = Ratio.difference(value, margin), let high = Ratio.sum(value, margin)
      else { throw .tooLarge }
      return (low, high)
    }
  }

  /// The interval mirrored at zero.
  var negated: Interval {
    switch bounds {
    case .margin: Interval(value.negated, bounds)
    case .between(let low, let high):
      Interval(value.negated, .between(high.negated, low.negated))
    }
  }

  /// The sum; its bounds are the sums of the bounds.
  static func sum(_ first: Interval, _ second: Interval) throws(NoValue) -> Interval {
    guard let value = Ratio.sum(first.value, second.value) else { throw .tooLarge }
    if case .margin(let one) = first.bounds, case .margin(let other) = second.bounds {
      if one.isZero { return Interval(value, margin: other) }
      guard let margin = Ratio.sum(one, other) else { throw .tooLarge }
      return Interval(value, margin: margin)
    }
    let (one, other) = (try first.ends(), try second.ends())
    guard let low = Ratio.sum(one.low, other.low), let high = Ratio.sum(one.high, other.high)
    else { throw .tooLarge }
    return Interval(value, .between(low, high))
  }

  /// The product; its bounds are the extremes of the products of the bounds.
  static func product(_ first: Interval, _ second: Interval) throws(NoValue) -> Interval {
    try spanned(first, second, Ratio.product)
  }

  /// The quotient, accordingly; throws where the divisor is zero.
  static func quotient(_ first: Interval, _ second: Interval) throws(NoValue) -> Interval {
    guard !second.value.isZero else { throw .zeroBase }
    guard !second.isExact else { return try spanned(first, second, Ratio.quotient) }
    let divisor = try second.ends()
    // A divisor that rounding may bring to zero leaves no bounds: the value alone counts then, with a
    // margin of itself.
    if divisor.low.isNegative != divisor.high.isNegative || divisor.low.isZero
      || divisor.high.isZero
    {
      guard let value = Ratio.quotient(first.value, second.value),
        let double = Ratio.sum(value, value)
      else { throw .tooLarge }
      return Interval(
        value, value.isNegative ? .between(double, .zero) : .between(.zero, double))
    }
    return try spanned(first, second, Ratio.quotient)
  }

  private var isExact: Bool {
    if case .margin(let margin) = bounds { return margin.isZero }
    return false
  }

  /// What an operation makes of the values, spanning all that it makes of their bounds.
  private static func spanned(
    _ first: Interval, _ second: Interval, _ operation: (Ratio, Ratio) -> Ratio?
  ) throws(NoValue) -> Interval {
    guard let value = operation(first.value, second.value) else { throw .tooLarge }
    if first.isExact, second.isExact { return Interval(exact: value) }
    let (one, other) = (try first.ends(), try second.ends())
    var (low, high) = (value, value)
    func widen(_ left: Ratio, _ right: Ratio) throws(NoValue) {
      guard let bound = operation(left, right) else { throw .tooLarge }
      if bound < low { low = bound }
      if high < bound { high = bound }
    }
    try widen(one.low, other.low)
    if !second.isExact { try widen(one.low, other.high) }
    if !first.isExact {
      try widen(one.high, other.low)
      if !second.isExact { try widen(one.high, other.high) }
    }
    return Interval(value, .between(low, high))
  }
}
