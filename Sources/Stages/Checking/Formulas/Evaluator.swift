internal import MappingModel
internal import ReportModel

/// The value of an expression with the bounds that rounding leaves it, and the figures it took.
struct Evaluated {
  var value = Ratio.zero
  var low = Ratio.zero
  var high = Ratio.zero
  /// Where the evaluator's list holds the positions of the quantities, in the order in which the
  /// formula names them.
  var figures = 0..<0
  /// A part that may be printed was not.
  var lacksPart = false
  /// A list of parts, whose being complete nothing proves.
  var isListing = false
}

/// Why an expression has no value.
enum NoValue: Error {
  /// The figure of this node is not printed.
  case missing(node: Int)
  /// It would be divided by zero.
  case zeroBase
  /// It holds only under a condition that is not met.
  case condition
  /// The same figure is printed with several values.
  case ambiguous
  case tooLarge
}

/// Evaluates relations over the quantities of a report.
///
/// One object for all: as a value it would be copied on the way, the table with it.
final class Evaluator {
  let table: QuantityTable
  /// Printed figures count as rounded by so many half units: 1, or 2 where the publisher says that
  /// conversions of units left differences (尾数误差).
  var slack: Int = 1
  /// Values to be taken instead of those printed; two at most.
  var substitutes: [(position: Int, value: Ratio)] = []
  /// Positions of the quantities that all values took which are still wanted: one list, so that values
  /// are plain numbers.
  private(set) var taken: [Int] = []
  /// Whether bounds are carried along; sums get theirs from their figures in the end.
  private var carriesBounds = true
  /// Finest printed decimals of the money and scores that the formula takes, in ten thousand yuan.
  private var finest = 0
  /// What is said of the parts of the expression under way.
  private var lacksPart = false
  private var isListing = false

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

  /// Forgets what was taken since the list had this length.
  func forget(from length: Int) { taken.removeLast(taken.count - length) }

  // MARK: Sides

  /// Both sides of a relation; the finest decimals in either tell how finely all are printed. All
  /// figures are looked for around the lead.
  func sides(
    of relation: Relation, lead: Int
  ) throws(NoValue) -> (left: Evaluated, right: Evaluated) {
    let left = try bareValue(relation.left, of: relation, lead: lead)
    let right = try bareValue(relation.right, of: relation, lead: lead)
    finest = max(finest(of: left.figures), finest(of: right.figures))
    return (
      try bounded(left, relation.left, of: relation, lead: lead),
      try bounded(right, relation.right, of: relation, lead: lead)
    )
  }

  /// The value alone: its bounds are the value itself.
  func bareValue(
    _ side: Relation.Side, of relation: Relation, lead: Int
  ) throws(NoValue) -> Evaluated {
    carriesBounds = false
    lacksPart = false
    isListing = false
    let start = taken.count
    let value = try evaluate(side.top, of: relation, lead).value
    return Evaluated(
      value: value, low: value, high: value, figures: start..<taken.count, lacksPart: lacksPart,
      isListing: isListing)
  }

  /// A side with the bounds that its figures leave it.
  private func bounded(
    _ bare: Evaluated, _ side: Relation.Side, of relation: Relation, lead: Int
  ) throws(NoValue) -> Evaluated {
    guard side.isRate else { return try sumWithBounds(bare) }
    carriesBounds = true
    // It takes the same figures once more.
    let length = taken.count
    let interval = try evaluate(side.top, of: relation, lead)
    forget(from: length)
    var result = bare
    result.value = interval.value
    result.low = interval.low
    result.high = interval.high
    return result
  }

  private func sumWithBounds(_ sum: Evaluated) throws(NoValue) -> Evaluated {
    var margin = Ratio.zero
    for index in sum.figures {
      guard let wider = Ratio.sum(margin, half(of: taken[index], finest)) else { throw .tooLarge }
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

  /// Two figures as they are compared with each other.
  func pair(
    _ one: Int, _ other: Int
  ) throws(NoValue) -> (left: Evaluated, right: Evaluated) {
    let start = taken.count
    taken.append(one)
    taken.append(other)
    let finest = finest(of: start..<start + 2)
    let left = try bounded(one, finest: finest)
    let right = try bounded(other, finest: finest)
    return (
      Evaluated(
        value: left.value, low: left.low, high: left.high, figures: start..<start + 1),
      Evaluated(
        value: right.value, low: right.low, high: right.high, figures: start + 1..<start + 2)
    )
  }

  /// The finest decimals among the trimmed figures of these, that were taken.
  private func finest(of figures: Range<Int>) -> Int {
    var finest = 0
    for index in figures {
      let position = taken[index]
      guard case .trimmed = table.quantities[position].precision,
        table.quantities[position].printed.unscaled != 0
      else { continue }
      finest = max(finest, table.quantities[position].scale)
    }
    return finest
  }

  // MARK: Expressions

  private func evaluate(
    _ node: Int, of relation: Relation, _ lead: Int
  ) throws(NoValue) -> Interval {
    switch relation.nodes[node] {
    case .number(let number): return Interval(Ratio(Int128(number)))
    case .figure(let change, let isOptional):
      // The figure that stands nearest to the lead; the lead itself where it fits.
      guard let position = table.nearest(key(change, lead), to: lead) else {
        guard isOptional else { throw .missing(node: node) }
        lacksPart = true
        return Interval(.zero)
      }
      return try take(position)
    case .sum(let change, let isPartial):
      let positions = table.positions(key(change, lead))
      guard !positions.isEmpty else { throw .missing(node: node) }
      let result = try total(positions)
      if isPartial, !namesZeros(positions) { isListing = true }
      return result
    case .largest(let change):
      let largest = table.positions(key(change, lead))
        .max { table.quantities[$0].value < table.quantities[$1].value }
      guard let largest else { throw .missing(node: node) }
      return try take(largest)
    case .children(let change, let dimension):
      return try children(node, key(change, lead), dimension, lead)
    case .plus(let left, let right):
      return try combined(
        try evaluate(left, of: relation, lead), try evaluate(right, of: relation, lead))
    case .minus(let left, let right):
      // What the right side lacks is told first; its figures come last.
      let start = taken.count
      let subtrahend = try evaluate(right, of: relation, lead)
      let middle = taken.count
      let minuend = try evaluate(left, of: relation, lead)
      exchange(start..<middle, middle..<taken.count)
      return try combined(
        minuend,
        Interval(
          value: subtrahend.value.negated, low: subtrahend.high.negated,
          high: subtrahend.low.negated))
    case .times(let left, let right):
      return try product(
        try evaluate(left, of: relation, lead), try evaluate(right, of: relation, lead))
    case .over(let left, let right):
      return try quotient(
        try evaluate(left, of: relation, lead), try evaluate(right, of: relation, lead))
    }
  }

  /// What a reference asks for, seen from the lead.
  private func key(_ change: KeyChange, _ lead: Int) -> QuantityKey {
    table.quantities[lead].key.changed(by: change)
  }

  /// Puts the second of two neighbouring parts of the list first.
  private func exchange(_ first: Range<Int>, _ second: Range<Int>) {
    reverse(first)
    reverse(second)
    reverse(first.lowerBound..<second.upperBound)
  }

  private func reverse(_ part: Range<Int>) {
    var (first, last) = (part.lowerBound, part.upperBound - 1)
    while first < last {
      taken.swapAt(first, last)
      first += 1
      last -= 1
    }
  }

  /// A printed figure as a part of the expression under way.
  private func take(_ position: Int) throws(NoValue) -> Interval {
    taken.append(position)
    return carriesBounds ? try bounded(position, finest: finest) : Interval(value(at: position))
  }

  private func value(at position: Int) -> Ratio {
    for substitute in substitutes where substitute.position == position { return substitute.value }
    return table.quantities[position].value
  }

  private func bounded(_ position: Int, finest: Int) throws(NoValue) -> Interval {
    let value = value(at: position)
    let half = half(of: position, finest)
    guard let margin = slack == 1 ? half : Ratio.product(half, Ratio(Int128(slack))),
      let low = Ratio.difference(value, margin), let high = Ratio.sum(value, margin)
    else { throw .tooLarge }
    return Interval(value: value, low: low, high: high)
  }

  /// How far the true value may lie from the printed one.
  private func half(of position: Int, _ finest: Int) -> Ratio {
    let quantity = table.quantities[position]
    switch quantity.precision {
    case .exact: return .zero
    case .printed: return Ratio.halfUnit(scale: quantity.printed.scale)
    case .trimmed:
      let own = quantity.scale
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
    guard let one = operation(left.low, right.low), let two = operation(left.low, right.high),
      let three = operation(left.high, right.low), let four = operation(left.high, right.high)
    else { throw .tooLarge }
    result.widen(to: one)
    result.widen(to: two)
    result.widen(to: three)
    result.widen(to: four)
    return result
  }

  // MARK: Figures

  /// Who prints zeros leaves nothing out.
  private func namesZeros(_ positions: [Int]) -> Bool {
    positions.contains { table.quantities[$0].value.isZero }
  }

  private func total(_ positions: [Int]) throws(NoValue) -> Interval {
    var result = Interval(.zero)
    for position in positions { result = try combined(result, try take(position)) }
    return result
  }

  private func children(
    _ node: Int, _ key: QuantityKey, _ dimension: Dimension, _ lead: Int
  ) throws(NoValue) -> Interval {
    let parent = table.quantities[lead].key
    let isInList = !table.interner.text(parent[.section]).hasPrefix("table.")
    guard let tree = CodeTree(table.positions(key), of: dimension, in: table)
    else { throw .ambiguous }
    let positions = tree.children(
      of: table.interner.text(parent[dimension]), named: table.label(of: lead),
      isListing: isInList)
    guard !positions.isEmpty else { throw .missing(node: node) }
    let result = try total(positions)
    if isInList, !namesZeros(positions) { isListing = true }
    return result
  }
}
