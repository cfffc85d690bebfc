internal import MappingModel
internal import ReportModel

/// A quantity that the report tells in several places has one value: narrative and statement,
/// statement and statement.
struct SameValueCheck: NamedCheck {
  let id: NamedCheckID = "same_value"

  func outcomes(of rule: CheckRule, at index: Int, in checked: inout CheckedReport) -> [Outcome] {
    let evaluator = checked.evaluator
    let quantities = evaluator.table.quantities
    var groups = KeyIndex(expecting: quantities.count)
    for position in quantities.indices where !evaluator.table.origin(of: position).isRecord {
      groups.append(position, under: quantities[position].key.reportWide)
    }
    var outcomes: [Outcome] = []
    for group in groups.entries where group.count > 1 {
      let members = groups.positions(of: group)
      let common = Self.common(members, quantities)
      for member in members where member != common {
        guard let outcome = Self.compared(member, common, evaluator, &checked.found, index) else {
          continue
        }
        outcomes.append(outcome)
      }
    }
    return outcomes
  }

  private static func compared(
    _ member: Int, _ common: Int, _ evaluator: Evaluator, _ found: inout FoundFigures,
    _ index: Int
  ) -> Outcome? {
    let end = found.end
    let formula = CompiledFormula.builtIn[CompiledFormula.pair]
    let left = found.appendSide(member)
    let right = found.appendSide(common)
    guard let sides = try? evaluator.sides(of: formula, left, right, in: found) else {
      found.forget(from: end)
      return nil
    }
    let status = evaluator.status(of: formula, sides.left, sides.right, in: found)
    if status == .fail, differByBalance(member, common, evaluator.table) {
      return Outcome(
        rule: index, status: .notApplicable,
        remark: Remark(
          zh: "相差数等于上年结转和结余，口径不同",
          en: "they differ by the opening balance: one includes what was carried over"))
    }
    return Outcome(
      rule: index, status: status,
      asked: AskedRelation(
        formula: CompiledFormula.pair, lead: member, left: sides.left, right: sides.right))
  }

  /// Whether one of two figures includes what was carried over from the year before and the other does not.
  private static func differByBalance(
    _ first: Int, _ second: Int, _ table: QuantityTable
  ) -> Bool {
    let quantities = table.quantities
    guard let difference = Ratio.difference(quantities[first].value, quantities[second].value)
    else {
      return false
    }
    return table.openingBalances.contains {
      quantities[$0].value == difference || quantities[$0].value.negated == difference
    }
  }

  /// The member with the value that most of them have; of values as frequent, the first one.
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
