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
  /// Values to be taken instead of those printed, by position.
  var substitutes: [Int: Ratio] = [:]
  /// Whether bounds are carried along; sums get theirs from their figures in the end.
  private var carriesBounds = true
  /// Finest printed decimals of the money and scores that the formula takes, in ten thousand yuan.
  private var finest = 0

  init(table: QuantityTable) { self.table = table }

  /// The value of one side. All figures are looked for around the lead.
  mutating func value(
    _ expression: Formula.Expression, lead: Int, finest: Int
  ) throws(NoValue) -> Evaluated {
    self.finest = finest
    carriesBounds = true
    return try evaluate(expression, lead)
  }

  /// The value alone: its bounds are the value itself.
  mutating func bareValue(
    _ expression: Formula.Expression, lead: Int
  ) throws(NoValue) -> Evaluated {
    carriesBounds = false
    return try evaluate(expression, lead)
  }

  /// A sum with the bounds that its figures leave it.
  mutating func withBounds(_ sum: Evaluated, finest: Int) throws(NoValue) -> Evaluated {
    self.finest = finest
    var margin = Ratio.zero
    for position in sum.figures {
      guard let wider = Ratio.sum(margin, half(of: table.quantities[position])) else {
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
    var evaluator = self
    evaluator.finest = finest(of: [position, other])
    evaluator.carriesBounds = true
    return try evaluator.bounded(position)
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

  private func evaluate(
    _ expression: Formula.Expression, _ lead: Int
  ) throws(NoValue) -> Evaluated {
    switch expression {
    case .number(let number):
      let value = Ratio(Int128(number))
      return Evaluated(value: value, low: value, high: value)
    case .figure(let reference):
      guard let position = position(of: reference, lead) else {
        guard reference.isOptional else { throw .missing(reference) }
        var nothing = Evaluated(value: .zero, low: .zero, high: .zero)
        nothing.lacksPart = true
        return nothing
      }
      return try bounded(position)
    case .sum(let reference, let dimension): return try sum(reference, dimension, lead)
    case .largest(let reference, let dimension):
      let positions = table.positions(key(of: reference, lead).opened(dimension))
      let largest = positions.max { table.quantities[$0].value < table.quantities[$1].value }
      guard let largest else { throw .missing(reference) }
      return try bounded(largest)
    case .children(let reference, let dimension):
      return try children(reference, dimension, lead)
    case .plus(let left, let right):
      return try combined(try evaluate(left, lead), try evaluate(right, lead))
    case .minus(let left, let right):
      var right = try evaluate(right, lead)
      (right.value, right.low, right.high) = (
        right.value.negated, right.high.negated, right.low.negated
      )
      return try combined(try evaluate(left, lead), right)
    case .times(let left, let right):
      return try product(try evaluate(left, lead), try evaluate(right, lead))
    case .over(let left, let right):
      return try quotient(try evaluate(left, lead), try evaluate(right, lead))
    }
  }

  private func bounded(_ position: Int) throws(NoValue) -> Evaluated {
    let quantity = table.quantities[position]
    var value = quantity.value
    if !substitutes.isEmpty, let other = substitutes[position] { value = other }
    if !carriesBounds {
      return Evaluated(value: value, low: value, high: value, figures: [position])
    }
    let half = half(of: quantity)
    guard let margin = Ratio.product(half, Ratio(Int128(slack))),
      let low = Ratio.difference(value, margin), let high = Ratio.sum(value, margin)
    else { throw .tooLarge }
    return Evaluated(value: value, low: low, high: high, figures: [position])
  }

  /// How far the true value may lie from the printed one.
  private func half(of quantity: Quantity) -> Ratio {
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

  private func combined(
    _ left: Evaluated, _ right: Evaluated
  ) throws(NoValue) -> Evaluated {
    if !carriesBounds {
      guard let value = Ratio.sum(left.value, right.value) else { throw .tooLarge }
      return Evaluated(
        value: value, low: value, high: value, figures: left.figures + right.figures,
        lacksPart: left.lacksPart || right.lacksPart, isListing: left.isListing || right.isListing)
    }
    guard let value = Ratio.sum(left.value, right.value), let low = Ratio.sum(left.low, right.low),
      let high = Ratio.sum(left.high, right.high)
    else { throw .tooLarge }
    return Evaluated(
      value: value, low: low, high: high, figures: left.figures + right.figures,
      lacksPart: left.lacksPart || right.lacksPart, isListing: left.isListing || right.isListing)
  }

  private func product(_ left: Evaluated, _ right: Evaluated) throws(NoValue) -> Evaluated {
    let corners = [
      (left.low, right.low), (left.low, right.high), (left.high, right.low),
      (left.high, right.high),
    ]
    .compactMap { Ratio.product($0.0, $0.1) }
    guard let value = Ratio.product(left.value, right.value), corners.count == 4 else {
      throw .tooLarge
    }
    return Self.spanned(value, corners, left, right)
  }

  private func quotient(_ left: Evaluated, _ right: Evaluated) throws(NoValue) -> Evaluated {
    guard !right.value.isZero else { throw .zeroBase }
    guard let value = Ratio.quotient(left.value, right.value) else { throw .tooLarge }
    // A divisor that rounding may bring to zero leaves no bounds: the value alone counts then, with a
    // margin of itself.
    if right.low.isNegative != right.high.isNegative || right.low.isZero || right.high.isZero {
      guard let double = Ratio.sum(value, value) else { throw .tooLarge }
      return Self.spanned(value, [.zero, double], left, right)
    }
    let corners = [
      (left.low, right.low), (left.low, right.high), (left.high, right.low),
      (left.high, right.high),
    ]
    .compactMap { Ratio.quotient($0.0, $0.1) }
    guard corners.count == 4 else { throw .tooLarge }
    return Self.spanned(value, corners, left, right)
  }

  private static func spanned(
    _ value: Ratio, _ corners: [Ratio], _ left: Evaluated, _ right: Evaluated
  ) -> Evaluated {
    var result = Evaluated(
      value: value, low: value, high: value, figures: left.figures + right.figures,
      lacksPart: left.lacksPart || right.lacksPart, isListing: left.isListing || right.isListing)
    for corner in corners {
      if corner < result.low { result.low = corner }
      if result.high < corner { result.high = corner }
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

  private func sum(
    _ reference: Formula.Reference, _ dimension: Dimension, _ lead: Int
  ) throws(NoValue) -> Evaluated {
    let positions = table.positions(key(of: reference, lead).opened(dimension))
    guard !positions.isEmpty else { throw .missing(reference) }
    var result = try total(positions)
    // Costs and uses of vehicles are listed as far as they seem worth it.
    let isPartial = dimension == .vehicleUse || reference.concept == "cost"
    result.isListing = isPartial && !namesZeros(positions)
    return result
  }

  /// Who prints zeros leaves nothing out.
  private func namesZeros(_ positions: [Int]) -> Bool {
    positions.contains { table.quantities[$0].value.isZero }
  }

  private func total(_ positions: [Int]) throws(NoValue) -> Evaluated {
    var result = Evaluated(value: .zero, low: .zero, high: .zero)
    result.figures.reserveCapacity(positions.count)
    for position in positions {
      let part = try bounded(position)
      guard let value = Ratio.sum(result.value, part.value),
        let low = carriesBounds ? Ratio.sum(result.low, part.low) : value,
        let high = carriesBounds ? Ratio.sum(result.high, part.high) : value
      else { throw .tooLarge }
      result.value = value
      result.low = low
      result.high = high
      result.figures.append(position)
    }
    return result
  }

  private func children(
    _ reference: Formula.Reference, _ dimension: Dimension, _ lead: Int
  ) throws(NoValue) -> Evaluated {
    let key = key(of: reference, lead)
    let parent = table.quantities[lead]
    let isListing = !table.interner.text(parent.key[.section]).hasPrefix("table.")
    guard
      let tree = CodeTree(table.positions(key.opened(dimension)), of: dimension, in: table)
    else { throw .ambiguous }
    let positions = tree.children(
      of: table.interner.text(parent.key[dimension]), named: parent.label, isListing: isListing)
    guard !positions.isEmpty else { throw .missing(reference) }
    var result = try total(positions)
    result.isListing = isListing && !namesZeros(positions)
    return result
  }
}
