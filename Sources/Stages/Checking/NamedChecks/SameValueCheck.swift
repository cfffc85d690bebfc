internal import ReportModel

/// A quantity that the report tells in several places has one value: narrative and statement,
/// statement and statement.
struct SameValueTest {
  let index: Int
  /// The number of ``Relation/samePair`` among those of the checker.
  static let relation = 0

  func outcomes(_ evaluator: Evaluator) -> [Outcome] {
    let quantities = evaluator.table.quantities
    var groups = KeyIndex(expecting: quantities.count)
    for position in quantities.indices where !evaluator.table.origin(of: position).isRecord {
      groups.append(position, under: quantities[position].key.reportWide)
    }
    var outcomes: [Outcome] = []
    for group in groups.entries where group.count > 1 {
      outcomes += compared(groups.positions(of: group), evaluator)
    }
    return outcomes
  }

  /// Each member beside what most of them say; of as many, the first.
  private func compared(_ members: [Int], _ evaluator: Evaluator) -> [Outcome] {
    let common = Self.common(members, evaluator.table.quantities)
    var outcomes: [Outcome] = []
    for member in members where member != common {
      let length = evaluator.taken.count
      guard let sides = try? evaluator.pair(member, common) else {
        evaluator.forget(from: length)
        continue
      }
      let status = evaluator.status(of: .samePair, sides.left, sides.right)
      outcomes.append(
        Outcome(
          rule: index, status: status, relation: Self.relation, lead: member, sides: sides))
    }
    return outcomes
  }

  private static func common(_ members: [Int], _ quantities: [Quantity]) -> Int {
    let value = quantities[members[0]].value
    if members.allSatisfy({ quantities[$0].value == value }) { return members[0] }
    var counts: [Ratio: Int] = [:]
    for member in members { counts[quantities[member].value, default: 0] += 1 }
    return members.max { first, second in
      let one = counts[quantities[first].value, default: 0]
      let two = counts[quantities[second].value, default: 0]
      return one == two ? first > second : one < two
    } ?? members[0]
  }
}
