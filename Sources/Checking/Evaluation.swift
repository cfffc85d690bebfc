internal import ReportModel

/// The value of an expression with the bounds that rounding leaves it, and the figures it took.
struct Evaluated {
  var value: Ratio
  var low: Ratio
  var high: Ratio
  /// Positions of the quantities, in the order in which the formula names them.
  var figures: [Int] = []
  /// A part that may be printed was not.
  var lacksPart = false
  /// A list of parts, whose being complete nothing proves.
  var isListing = false
}

/// Why an expression has no value.
enum NoValue: Error {
  /// This figure is not printed.
  case missing(Formula.Reference)
  /// It would be divided by zero.
  case zeroBase
  /// It holds only under a condition that is not met.
  case condition
  /// The same figure is printed with several values.
  case ambiguous
  case tooLarge
}

/// Evaluates formulas over the quantities of a report.
struct Evaluator {
  var table: QuantityTable
  /// Aspects that references without one are asked with.
  var aspect: Int32 = 0
  var isReportWide = false
  /// Printed figures count as rounded by so many half units: 1, or 2 where the publisher says that
  /// conversions of units left differences (尾数误差).
  var slack: Int = 1
  /// Values to be taken instead of those printed; two at most.
  var substitutes: [(position: Int, value: Ratio)] = []
  /// Whether bounds are carried along; sums get theirs from their figures in the end.
  private var carriesBounds = true
  /// Finest printed decimals of the money and scores that the formula takes, in ten thousand yuan.
  private var finest = 0
  /// What the expression under way has taken so far: its figures, and what is said of its parts.
  private var taken = Evaluated(value: .zero, low: .zero, high: .zero)

  /// A value and its bounds.
  private struct Interval {
    var value: Ratio
    var low: Ratio
    var high: Ratio

    init(_ value: Ratio) { self.init(value: value, low: value, high: value) }

    init(value: Ratio, low: Ratio, high: Ratio) {
      self.value = value
      self.low = low
      self.high = high
    }

    mutating func widen(to bound: Ratio) {
      if bound < low { low = bound }
      if high < bound { high = bound }
    }
  }

  init(table: QuantityTable) { self.table = table }

  /// The value of one side. All figures are looked for around the lead.
  mutating func value(
    _ expression: Formula.Expression, lead: Int, finest: Int
  ) throws(NoValue) -> Evaluated {
    self.finest = finest
    carriesBounds = true
    return try evaluated(expression, lead)
  }

  /// The value alone: its bounds are the value itself.
  mutating func bareValue(
    _ expression: Formula.Expression, lead: Int
  ) throws(NoValue) -> Evaluated {
    carriesBounds = false
    return try evaluated(expression, lead)
  }

  private mutating func evaluated(
    _ expression: Formula.Expression, _ lead: Int
  ) throws(NoValue) -> Evaluated {
    taken.figures = []
    taken.lacksPart = false
    taken.isListing = false
    let interval = try evaluate(expression, lead)
    taken.value = interval.value
    taken.low = interval.low
    taken.high = interval.high
    return taken
  }

  /// A sum with the bounds that its figures leave it.
  mutating func withBounds(_ sum: Evaluated, finest: Int) throws(NoValue) -> Evaluated {
    self.finest = finest
    var margin = Ratio.zero
    for position in sum.figures {
      guard let wider = Ratio.sum(margin, half(of: table.quantities[position], finest)) else {
        throw .tooLarge
      }
      margin = wider
    }
    guard let margin = slack == 1 ? margin : Ratio.product(margin, Ratio(Int128(slack))),
      let low = Ratio.difference(sum.value, margin), let high = Ratio.sum(sum.value, margin)
    else { throw .tooLarge }
    var result = sum
    result.low = low
    result.high = high
    return result
  }

  /// One figure as it is compared with another.
  func bounds(_ position: Int, beside other: Int) throws(NoValue) -> Evaluated {
    let interval = try bounded(position, finest: finest(of: [position, other]))
    return Evaluated(
      value: interval.value, low: interval.low, high: interval.high, figures: [position])
  }

  /// The finest decimals among the trimmed figures of these positions.
  func finest(of positions: [Int]) -> Int {
    positions.reduce(0) { finest, position in
      let quantity = table.quantities[position]
      guard case .trimmed = quantity.precision, quantity.printed.unscaled != 0 else {
        return finest
      }
      return max(finest, scale(of: quantity))
    }
  }

  private func scale(of quantity: Quantity) -> Int {
    quantity.printed.scale + (quantity.unit?.yuanExponent.map { 4 - $0 } ?? 0)
  }

  // MARK: Expressions

  private mutating func evaluate(
    _ expression: Formula.Expression, _ lead: Int
  ) throws(NoValue) -> Interval {
    switch expression {
    case .number(let number): return Interval(Ratio(Int128(number)))
    case .figure(let reference):
      guard let position = position(of: reference, lead) else {
        guard reference.isOptional else { throw .missing(reference) }
        taken.lacksPart = true
        return Interval(.zero)
      }
      return try take(position)
    case .sum(let reference, let dimension): return try sum(reference, dimension, lead)
    case .largest(let reference, let dimension):
      let positions = table.positions(key(of: reference, lead).opened(dimension))
      let largest = positions.max { table.quantities[$0].value < table.quantities[$1].value }
      guard let largest else { throw .missing(reference) }
      return try take(largest)
    case .children(let reference, let dimension):
      return try children(reference, dimension, lead)
    case .plus(let left, let right):
      return try combined(try evaluate(left, lead), try evaluate(right, lead))
    case .minus(let left, let right):
      // What the right side lacks is told first; its figures come last.
      let start = taken.figures.count
      let subtrahend = try evaluate(right, lead)
      let figures = taken.figures[start...]
      taken.figures.removeSubrange(start...)
      let minuend = try evaluate(left, lead)
      taken.figures += figures
      return try combined(
        minuend,
        Interval(
          value: subtrahend.value.negated, low: subtrahend.high.negated,
          high: subtrahend.low.negated))
    case .times(let left, let right):
      return try product(try evaluate(left, lead), try evaluate(right, lead))
    case .over(let left, let right):
      return try quotient(try evaluate(left, lead), try evaluate(right, lead))
    }
  }

  /// A printed figure as a part of the expression under way.
  private mutating func take(_ position: Int) throws(NoValue) -> Interval {
    taken.figures.append(position)
    return carriesBounds ? try bounded(position, finest: finest) : Interval(value(at: position))
  }

  private func value(at position: Int) -> Ratio {
    for substitute in substitutes where substitute.position == position { return substitute.value }
    return table.quantities[position].value
  }

  private func bounded(_ position: Int, finest: Int) throws(NoValue) -> Interval {
    let value = value(at: position)
    let half = half(of: table.quantities[position], finest)
    guard let margin = slack == 1 ? half : Ratio.product(half, Ratio(Int128(slack))),
      let low = Ratio.difference(value, margin), let high = Ratio.sum(value, margin)
    else { throw .tooLarge }
    return Interval(value: value, low: low, high: high)
  }

  /// How far the true value may lie from the printed one.
  private func half(of quantity: Quantity, _ finest: Int) -> Ratio {
    switch quantity.precision {
    case .exact: return .zero
    case .printed: return Ratio.halfUnit(scale: quantity.printed.scale)
    case .trimmed:
      let own = scale(of: quantity)
      // A score or a weight without decimals is exact.
      if quantity.unit == nil, finest == 0 { return .zero }
      return Ratio.halfUnit(scale: own >= 0 ? max(own, finest) : own)
    }
  }

  private func combined(_ left: Interval, _ right: Interval) throws(NoValue) -> Interval {
    guard let value = Ratio.sum(left.value, right.value) else { throw .tooLarge }
    if !carriesBounds { return Interval(value) }
    guard let low = Ratio.sum(left.low, right.low), let high = Ratio.sum(left.high, right.high)
    else { throw .tooLarge }
    return Interval(value: value, low: low, high: high)
  }

  private func product(_ left: Interval, _ right: Interval) throws(NoValue) -> Interval {
    try spanned(left, right, Ratio.product)
  }

  private func quotient(_ left: Interval, _ right: Interval) throws(NoValue) -> Interval {
    guard !right.value.isZero else { throw .zeroBase }
    // A divisor that rounding may bring to zero leaves no bounds: the value alone counts then, with a
    // margin of itself.
    if right.low.isNegative != right.high.isNegative || right.low.isZero || right.high.isZero {
      guard let value = Ratio.quotient(left.value, right.value),
        let double = Ratio.sum(value, value)
      else { throw .tooLarge }
      var result = Interval(value)
      result.widen(to: .zero)
      result.widen(to: double)
      return result
    }
    return try spanned(left, right, Ratio.quotient)
  }

  /// What an operation makes of the values, spanning what it makes of their bounds.
  private func spanned(
    _ left: Interval, _ right: Interval, _ operation: (Ratio, Ratio) -> Ratio?
  ) throws(NoValue) -> Interval {
    guard let value = operation(left.value, right.value) else { throw .tooLarge }
    var result = Interval(value)
    if !carriesBounds { return result }
    for one in [left.low, left.high] {
      for two in [right.low, right.high] {
        guard let corner = operation(one, two) else { throw .tooLarge }
        result.widen(to: corner)
      }
    }
    return result
  }

  // MARK: Figures

  /// What a reference asks for, seen from the lead.
  func key(of reference: Formula.Reference, _ lead: Int) -> QuantityKey {
    var key = table.quantities[lead].key
    let numbers = reference.numbers
    if let concept = numbers.concept { key[.concept] = concept }
    key[.aspect] = numbers.aspect ?? aspect
    for (dimension, value) in numbers.dimensions { key[dimension] = value }
    if let section = numbers.section {
      key[.section] = section
    } else if isReportWide {
      key[.section] = QuantityKey.any
    }
    return key
  }

  /// The figure that stands nearest to the lead; the lead itself where it fits.
  private func position(of reference: Formula.Reference, _ lead: Int) -> Int? {
    table.nearest(key(of: reference, lead), to: lead)
  }

  private mutating func sum(
    _ reference: Formula.Reference, _ dimension: Dimension, _ lead: Int
  ) throws(NoValue) -> Interval {
    let positions = table.positions(key(of: reference, lead).opened(dimension))
    guard !positions.isEmpty else { throw .missing(reference) }
    let result = try total(positions)
    // Costs and uses of vehicles are listed as far as they seem worth it.
    let isPartial = dimension == .vehicleUse || reference.concept == "cost"
    if isPartial, !namesZeros(positions) { taken.isListing = true }
    return result
  }

  /// Who prints zeros leaves nothing out.
  private func namesZeros(_ positions: [Int]) -> Bool {
    positions.contains { table.quantities[$0].value.isZero }
  }

  private mutating func total(_ positions: [Int]) throws(NoValue) -> Interval {
    var result = Interval(.zero)
    for position in positions { result = try combined(result, try take(position)) }
    return result
  }

  private mutating func children(
    _ reference: Formula.Reference, _ dimension: Dimension, _ lead: Int
  ) throws(NoValue) -> Interval {
    let key = key(of: reference, lead)
    let parent = table.quantities[lead].key
    let isListing = !table.interner.text(parent[.section]).hasPrefix("table.")
    guard
      let tree = CodeTree(table.positions(key.opened(dimension)), of: dimension, in: table)
    else { throw .ambiguous }
    let positions = tree.children(
      of: table.interner.text(parent[dimension]), named: table.origin(of: lead).label,
      isListing: isListing)
    guard !positions.isEmpty else { throw .missing(reference) }
    let result = try total(positions)
    if isListing, !namesZeros(positions) { taken.isListing = true }
    return result
  }
}
