internal import MappingModel
internal import ReportModel

/// What may have been meant where a figure was printed.
struct SuspectCandidates {
  let relations: RelationIndex
  /// How many figures away a neighbour in the same row may stand.
  private static let reach = 2

  /// A value that may have been meant.
  struct Candidate {
    var value: Amount
    var slip: Suspect.Slip
    /// The figure that would hold this one's value.
    var exchangedWith: Int?
  }

  /// What the failing relations of a figure, the ways of misprinting, and its neighbours suggest.
  func candidates(for position: Int, failing: [Int]) -> [Candidate] {
    let quantity = relations.evaluator.table.quantities[position]
    var candidates: [Candidate] = []
    // What a relation of sums asks for is the value itself; how it differs tells the slip. For a
    // rate all slips are tried; a bound that is passed says nothing of what was meant.
    var isUnsolved = false
    for relation in failing {
      if let wanted = relations.solution(of: relation, for: .init(position: position)) {
        candidates.append(
          Candidate(value: wanted, slip: Misprints.slip(from: quantity.printed, to: wanted)))
      } else {
        isUnsolved = isUnsolved || relations.isEquation(relation)
      }
    }
    if isUnsolved { candidates += misprints(of: quantity) }
    return candidates + neighbours(of: position)
  }

  private func misprints(of quantity: Quantity) -> [Candidate] {
    let isMoney = quantity.unit?.yuanExponent != nil
    // A number of things has no sign that could be wrong.
    let isSigned = isMoney || quantity.unit == .percent
    return Misprints.variants(of: quantity.printed)
      .filter { (isMoney || $0.1 != .unit) && (isSigned || $0.1 != .sign) }
      .map { Candidate(value: $0.0, slip: $0.1) }
  }

  /// The values of other figures of the same row: held twice, or exchanged.
  private func neighbours(of position: Int) -> [Candidate] {
    let table = relations.evaluator.table
    let quantity = table.quantities[position]
    let source = table.source(of: position)
    var candidates: [Candidate] = []
    for neighbour in position - Self.reach...position + Self.reach
    where table.quantities.indices.contains(neighbour) {
      let other = table.quantities[neighbour]
      let place = table.source(of: neighbour)
      guard other.unit == quantity.unit, place.block == source.block, place.row == source.row,
        other.value != quantity.value
      else { continue }
      candidates.append(Candidate(value: other.printed, slip: .column))
      candidates.append(
        Candidate(value: other.printed, slip: .exchanged, exchangedWith: neighbour))
    }
    return candidates
  }
}
