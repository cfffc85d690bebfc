internal import MappingModel
internal import ReportModel

/// Looks for the one printed value that, changed in a way in which values are misprinted, would make
/// failed relations hold. Nothing is corrected.
struct SuspectSearch {
  private let relations: RelationIndex
  private let candidates: SuspectCandidates

  /// So many are told: those that explain most.
  private static let mostSuspects = 20
  /// Of so many figures the changes are tried.
  private static let mostFigures = 60
  /// A figure with more relations is the sum of half the report; trying its changes would take too long.
  private static let mostRelations = 400

  init(_ relations: RelationIndex) {
    self.relations = relations
    candidates = SuspectCandidates(relations: relations)
  }

  /// Those that mend most and break least first.
  func suspects() -> [Suspect] {
    var figures: Set<Int> = []
    for outcome in relations.outcomes where outcome.status == .fail {
      guard let asked = outcome.asked else { continue }
      figures.formUnion(relations.found.positions[asked.figures])
    }
    var suspects: [Suspect] = []
    for position in figures.sorted().prefix(Self.mostFigures) {
      if let best = best(for: position) { suspects.append(best) }
    }
    return Array(
      suspects.sorted { first, second in
        (second.gain, first.slip.order, first.resolves.first ?? 0)
          < (first.gain, second.slip.order, second.resolves.first ?? 0)
      }.prefix(Self.mostSuspects))
  }

  /// The change of one figure that mends most and breaks least.
  private func best(for position: Int) -> Suspect? {
    let quantity = relations.evaluator.table.quantities[position]
    guard !quantity.isDate else { return nil }
    let own = relations.touching(.init(position: position))
    guard own.count <= Self.mostRelations else { return nil }
    var best: Suspect?
    for candidate in candidates.candidates(for: position, failing: own.filter(fails)) {
      guard let value = QuantityTable.value(candidate.value, quantity.unit) else { continue }
      var substitution = Substitution(position, value)
      var asked = own
      if let other = candidate.exchangedWith {
        substitution.set(other, quantity.value)
        asked = Set(own + relations.touching(.init(position: other))).sorted()
      }
      guard let effect = effect(of: substitution, asked, candidate.slip, unlessBelow: best) else {
        continue
      }
      let suspect = Suspect(
        figure: relations.evaluator.table.name(of: position), printed: quantity.printed,
        proposed: candidate.value, slip: candidate.slip, resolves: effect.resolves,
        breaks: effect.breaks)
      if best.map({ suspect.isBetter(than: $0) }) ?? true { best = suspect }
    }
    return best
  }

  /// What a change makes of the relations that it touches; nil where it does not mend more than it
  /// breaks, or where it is found on the way that it cannot be better than the best so far.
  private func effect(
    of substitution: Substitution, _ asked: [Int], _ slip: Suspect.Slip,
    unlessBelow best: Suspect?
  ) -> (resolves: [Int], breaks: Int)? {
    // Upper bound: skip candidates that could not beat the best so far.
    if let best, !best.isBeaten(by: asked.count(where: fails), slip) { return nil }
    let resolves = asked.filter { relation in
      guard fails(relation) else { return false }
      let status = relations.status(of: relation, substitution)
      return status == .pass || status == .rounding
    }
    // What mends nothing need not be asked what it breaks.
    if resolves.isEmpty || best.map({ resolves.count < $0.gain }) ?? false { return nil }
    let breaks = asked.count { relation in
      !fails(relation) && relations.status(of: relation, substitution) == .fail
    }
    return resolves.count > breaks ? (resolves, breaks) : nil
  }

  private func fails(_ relation: Int) -> Bool { relations.outcomes[relation].status == .fail }
}

extension Suspect {
  /// How many more relations it mends than it breaks.
  fileprivate var gain: Int { resolves.count - breaks }

  /// Whether a change with such a gain would be told instead of this one: of as good ones, the plainer is.
  fileprivate func isBeaten(by gain: Int, _ slip: Slip) -> Bool {
    gain == self.gain ? slip.order < self.slip.order : gain > self.gain
  }

  fileprivate func isBetter(than other: Suspect) -> Bool { other.isBeaten(by: gain, slip) }
}
