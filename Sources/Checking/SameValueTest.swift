internal import ReportModel

/// A quantity that the report tells in several places has one value: narrative and statement,
/// statement and statement.
struct SameValueTest {
  let index: Int
  private static let formula = Formula(
    left: .figure(.init()), relation: .equal, right: .figure(.init()), condition: nil)

  func outcomes(_ evaluator: Evaluator) -> [Outcome] {
    var groups: [QuantityKey: [Int]] = [:]
    var order: [QuantityKey] = []
    for (position, quantity) in evaluator.table.quantities.enumerated() where !quantity.isRecord {
      let key = quantity.key.reportWide
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(position)
    }
    return order.flatMap { key -> [Outcome] in
      guard let members = groups[key], members.count > 1 else { return [] }
      return compared(members, evaluator)
    }
  }

  /// Each member beside what most of them say; of as many, the first.
  private func compared(_ members: [Int], _ evaluator: Evaluator) -> [Outcome] {
    let quantities = evaluator.table.quantities
    var counts: [Ratio: Int] = [:]
    for member in members { counts[quantities[member].value, default: 0] += 1 }
    let common =
      members.max { first, second in
        let one = counts[quantities[first].value, default: 0]
        let two = counts[quantities[second].value, default: 0]
        return one == two ? first > second : one < two
      } ?? members[0]
    return members.filter { $0 != common }.compactMap { member in
      guard let left = try? evaluator.bounds(member, beside: common),
        let right = try? evaluator.bounds(common, beside: member)
      else { return nil }
      let status = Comparison(formula: Self.formula, quantities: quantities).status(left, right)
      return Outcome(
        rule: index, status: status, formula: Self.formula,
        aspect: quantities[member].key[.aspect], lead: member,
        left: left, right: right)
    }
  }
}
