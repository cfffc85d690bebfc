internal import MappingModel
internal import ReportModel

/// Looks for the one printed value that, changed in a way in which values are misprinted, would make
/// failed relations hold. Nothing is corrected.
struct SuspectSearch {
  let outcomes: [Outcome]
  let relations: [Relation]
  /// A value that only one relation speaks against is no better suspected than its neighbours, but
  /// it is told where the slip is a plain one.
  private static let mostSuspects = 20
  private static let mostFigures = 60
  /// A figure that is asked after more often is the sum of half the report.
  private static let mostRelations = 400
  /// How many figures away a neighbour may stand.
  private static let reach = 2

  func suspects(_ evaluator: Evaluator) -> [Suspect] {
    var figures: Set<Int> = []
    for outcome in outcomes where outcome.status == .fail && outcome.lead != nil {
      guard let sides = outcome.sides else { continue }
      figures.formUnion(evaluator.taken[sides.left.figures])
      figures.formUnion(evaluator.taken[sides.right.figures])
    }
    guard !figures.isEmpty else { return [] }
    let index = OutcomeIndex(outcomes, evaluator)
    var found: [Suspect] = []
    for position in figures.sorted().prefix(Self.mostFigures) {
      guard let best = best(for: position, index, evaluator) else { continue }
      found.append(best)
    }
    return Array(
      found.sorted { first, second in
        (second.resolves.count - second.breaks, first.slip.order, first.resolves.first ?? 0)
          < (first.resolves.count - first.breaks, second.slip.order, second.resolves.first ?? 0)
      }.prefix(Self.mostSuspects))
  }

  /// The change of one figure that mends most and breaks least.
  private func best(
    for position: Int, _ index: OutcomeIndex, _ evaluator: Evaluator
  ) -> Suspect? {
    let quantity = evaluator.table.quantities[position]
    guard !quantity.isDate else { return nil }
    let own = index.outcomes(of: position)
    guard own.count <= Self.mostRelations else { return nil }
    let failing = own.filter { outcomes[$0].status == .fail }
    var best: Suspect?
    let candidates = candidates(for: position, failing, evaluator)
    defer { evaluator.substitutes = [] }
    for candidate in candidates {
      guard let value = QuantityTable.value(candidate.value, quantity.unit) else { continue }
      evaluator.substitutes = [(position, value)]
      var asked = own
      if let other = candidate.exchangedWith {
        evaluator.substitutes.append((other, quantity.value))
        asked = Set(own + index.outcomes(of: other)).sorted()
      }
      // Were all mended and nothing broken, would it be better than what is known?
      let failed = asked.count { outcomes[$0].status == .fail }
      if let best, !Self.isBetter(failed, candidate.slip, than: best) { continue }
      // What mends nothing need not be asked what it breaks.
      let resolves = asked.filter { index in
        guard outcomes[index].status == .fail else { return false }
        let status = status(of: outcomes[index], evaluator)
        return status == .pass || status == .rounding
      }
      if resolves.isEmpty
        || best.map({ resolves.count <= $0.resolves.count - $0.breaks - 1 }) ?? false
      {
        continue
      }
      let breaks = asked.count { index in
        guard outcomes[index].status != .fail else { return false }
        return status(of: outcomes[index], evaluator) == .fail
      }
      guard resolves.count > breaks else { continue }
      let suspect = Suspect(
        figure: evaluator.table.name(of: position), printed: quantity.printed,
        proposed: candidate.value,
        slip: candidate.slip, resolves: resolves, breaks: breaks)
      let gain = resolves.count - breaks
      if best.map({ Self.isBetter(gain, candidate.slip, than: $0) }) ?? true { best = suspect }
    }
    return best
  }

  /// Whether a change that mends so many relations more than it breaks is the better one; of as
  /// many, the plainer one is.
  private static func isBetter(_ gain: Int, _ slip: Suspect.Slip, than other: Suspect) -> Bool {
    let known = other.resolves.count - other.breaks
    return gain == known ? slip.order < other.slip.order : gain > known
  }

  private func status(of outcome: Outcome, _ evaluator: Evaluator) -> CheckStatus {
    let length = evaluator.taken.count
    defer { evaluator.forget(from: length) }
    guard let number = outcome.relation, let sides = sides(of: outcome, evaluator) else {
      return .notApplicable
    }
    return evaluator.status(of: relations[number], sides.left, sides.right)
  }

  /// Both sides with the values that stand in for others.
  private func sides(
    of outcome: Outcome, _ evaluator: Evaluator
  ) -> (left: Evaluated, right: Evaluated)? {
    guard let number = outcome.relation, let lead = outcome.lead, let sides = outcome.sides else {
      return nil
    }
    if number == SameValueTest.relation {
      return try? evaluator.pair(
        evaluator.taken[sides.left.figures.lowerBound],
        evaluator.taken[sides.right.figures.lowerBound])
    }
    return try? evaluator.sides(of: relations[number], lead: lead)
  }

  // MARK: Candidates

  private struct Candidate {
    var value: Amount
    var slip: Suspect.Slip
    /// The figure that would hold this one's value.
    var exchangedWith: Int?
  }

  /// What may have been meant, the plainer slips first.
  private func candidates(
    for position: Int, _ failing: [Int], _ evaluator: Evaluator
  ) -> [Candidate] {
    let quantity = evaluator.table.quantities[position]
    let isMoney = quantity.unit?.yuanExponent != nil
    // A number of things has no sign that could be wrong.
    let isSigned = isMoney || quantity.unit == .percent
    var candidates: [Candidate] = []
    // What a relation of sums asks for is the value itself; how it differs tells the slip. For a
    // rate all slips are tried; a bound that is passed says nothing of what was meant.
    var isUnsolved = false
    for index in failing {
      guard let wanted = wanted(of: position, in: outcomes[index], evaluator) else {
        isUnsolved = isUnsolved || sign(of: outcomes[index]) == .equal
        continue
      }
      candidates.append(
        Candidate(value: wanted, slip: MisprintKind.slip(from: quantity.printed, to: wanted)))
    }
    if isUnsolved {
      candidates += MisprintKind.variants(of: quantity.printed)
        .filter { (isMoney || $0.1 != .unit) && (isSigned || $0.1 != .sign) }
        .map { Candidate(value: $0.0, slip: $0.1) }
    }
    let source = evaluator.table.source(of: position)
    for neighbour in position - Self.reach...position + Self.reach
    where evaluator.table.quantities.indices.contains(neighbour) {
      let other = evaluator.table.quantities[neighbour]
      let place = evaluator.table.source(of: neighbour)
      guard other.unit == quantity.unit, place.block == source.block, place.row == source.row,
        other.value != quantity.value
      else { continue }
      candidates.append(Candidate(value: other.printed, slip: .column))
      candidates.append(
        Candidate(value: other.printed, slip: .exchanged, exchangedWith: neighbour))
    }
    return candidates
  }

  private func sign(of outcome: Outcome) -> Formula.Relation? {
    outcome.relation.map { relations[$0].sign }
  }

  /// The value that would make both sides of a sum equal.
  private func wanted(
    of position: Int, in outcome: Outcome, _ evaluator: Evaluator
  ) -> Amount? {
    guard let number = outcome.relation, !relations[number].left.isRate,
      !relations[number].right.isRate, relations[number].sign == .equal,
      let sides = outcome.sides,
      let difference = Ratio.difference(sides.right.value, sides.left.value)
    else { return nil }
    let quantity = evaluator.table.quantities[position]
    // Whether the figure is added or taken away shows when one is added to it.
    guard let probe = Ratio.sum(quantity.value, Ratio(1)) else { return nil }
    evaluator.substitutes = [(position, probe)]
    guard let moved = gap(of: outcome, evaluator),
      let slope = Ratio.difference(moved, difference), !slope.isZero,
      let step = Ratio.quotient(difference, slope),
      let value = Ratio.difference(quantity.value, step)
    else { return nil }
    let shift = quantity.unit?.yuanExponent.map { 4 - $0 } ?? 0
    return value.shifted(shift)?.rounded(scale: quantity.printed.scale)
  }

  private func gap(of outcome: Outcome, _ evaluator: Evaluator) -> Ratio? {
    let length = evaluator.taken.count
    defer { evaluator.forget(from: length) }
    guard let sides = sides(of: outcome, evaluator) else { return nil }
    return Ratio.difference(sides.right.value, sides.left.value)
  }
}

/// Which outcomes took a figure.
private struct OutcomeIndex {
  /// The outcomes of one figure after those of the other.
  private var list: [Int32]
  /// Per figure, where its outcomes begin; one more at the end.
  private var starts: [Int]

  init(_ outcomes: [Outcome], _ evaluator: Evaluator) {
    starts = Array(repeating: 0, count: evaluator.table.quantities.count + 1)
    list = []
    Self.visit(outcomes, evaluator) { position, _ in starts[position + 1] += 1 }
    for position in 1..<starts.count { starts[position] += starts[position - 1] }
    var next = starts
    list = Array(repeating: 0, count: starts[starts.count - 1])
    Self.visit(outcomes, evaluator) { position, index in
      list[next[position]] = Int32(index)
      next[position] += 1
    }
  }

  /// Ascending.
  func outcomes(of position: Int) -> [Int] {
    list[starts[position]..<starts[position + 1]].map { Int($0) }
  }

  /// Every figure of every outcome that could be asked, once.
  private static func visit(
    _ outcomes: [Outcome], _ evaluator: Evaluator, _ body: (_ position: Int, _ index: Int) -> Void
  ) {
    var lastSeen = Array(repeating: -1, count: evaluator.table.quantities.count)
    for index in outcomes.indices where outcomes[index].status != .notApplicable {
      guard let sides = outcomes[index].sides else { continue }
      for place in sides.left.figures.lowerBound..<sides.right.figures.upperBound {
        let position = evaluator.taken[place]
        guard lastSeen[position] != index else { continue }
        lastSeen[position] = index
        body(position, index)
      }
    }
  }
}

extension Suspect.Slip {
  /// The plainer the smaller.
  var order: Int {
    switch self {
    case .digitsSwapped: 0
    case .sign: 1
    case .exchanged: 1
    case .unit: 2
    case .decimalPoint: 3
    case .digitDropped: 4
    case .digitAdded: 5
    case .digitChanged: 6
    case .column: 7
    case .other: 8
    }
  }
}

/// How values are misprinted.
enum MisprintKind {
  /// Values that may have been printed as this one: without the slip.
  static func variants(of printed: Amount) -> [(Amount, Suspect.Slip)] {
    var variants: [(Amount, Suspect.Slip)] = [(printed.negated, .sign)]
    let digits = Array(String(printed.unscaled.magnitude).utf8)
    func add(_ digits: [UInt8], _ slip: Suspect.Slip) {
      guard let value = Int64(String(decoding: digits, as: UTF8.self)),
        value.magnitude != printed.unscaled.magnitude
      else {
        return
      }
      variants.append(
        (Amount(unscaled: printed.isNegative ? -value : value, scale: printed.scale), slip))
    }
    for index in digits.indices.dropLast() where digits[index] != digits[index + 1] {
      var swapped = digits
      swapped.swapAt(index, index + 1)
      add(swapped, .digitsSwapped)
    }
    for index in digits.indices where digits.count > 1 {
      var shorter = digits
      shorter.remove(at: index)
      add(shorter, .digitAdded)
    }
    for (exponent, slip) in [(1, Suspect.Slip.decimalPoint), (2, .decimalPoint), (4, .unit)] {
      if let larger = printed.scaled(byPowerOfTen: exponent) { variants.append((larger, slip)) }
      if printed.scale + exponent <= 12 {
        variants.append(
          (Amount(unscaled: printed.unscaled, scale: printed.scale + exponent), slip))
      }
    }
    for index in digits.indices where digits.count <= 12 {
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != digits[index] {
        var changed = digits
        changed[index] = digit
        add(changed, .digitChanged)
      }
    }
    return variants
  }

  /// What kind of slip makes one value another.
  static func slip(from printed: Amount, to wanted: Amount) -> Suspect.Slip {
    let one = Array(String(printed.unscaled.magnitude).utf8)
    let two = Array(String(wanted.unscaled.magnitude).utf8)
    if wanted.unscaled == -printed.unscaled, printed.scale == wanted.scale { return .sign }
    if Ratio(wanted) == Ratio(printed).shifted(4) || Ratio(printed) == Ratio(wanted).shifted(4) {
      return .unit
    }
    for exponent in 1...3
    where Ratio(wanted) == Ratio(printed).shifted(exponent)
      || Ratio(printed) == Ratio(wanted).shifted(exponent)
    {
      return .decimalPoint
    }
    guard wanted.isNegative == printed.isNegative, wanted.scale == printed.scale else {
      return .other
    }
    if one.count == two.count {
      let differing = one.indices.filter { one[$0] != two[$0] }
      if differing.count == 1 { return .digitChanged }
      if differing.count == 2, differing[0] + 1 == differing[1],
        one[differing[0]] == two[differing[1]], one[differing[1]] == two[differing[0]]
      {
        return .digitsSwapped
      }
    }
    if one.count + 1 == two.count, isWithout(one, two) { return .digitDropped }
    if two.count + 1 == one.count, isWithout(two, one) { return .digitAdded }
    return .other
  }

  /// Whether the shorter list is the longer one without one of its members.
  private static func isWithout(_ shorter: [UInt8], _ longer: [UInt8]) -> Bool {
    longer.indices.contains { index in
      shorter.elementsEqual(longer[..<index] + longer[(index + 1)...])
    }
  }
}
