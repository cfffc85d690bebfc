internal import MappingModel

/// The first phase of an evaluation: which figures stand in the places of a formula. It looks at no value,
/// so one look serves for any values that the figures may take.
extension Evaluator {
  /// Appends the figures of one side, all looked for around the lead.
  func find(
    _ side: CompiledFormula.Side, of formula: CompiledFormula, lead: Int,
    _ found: inout FoundFigures
  ) throws(NoValue) -> FoundSide {
    let start = found.end
    var result = FoundSide(figures: start.figures..<start.figures, firstPlace: start.places)
    try find(side.top, of: formula, lead, &found, &result)
    result.figures = start.figures..<found.positions.count
    return result
  }

  private func find(
    _ node: Int, of formula: CompiledFormula, _ lead: Int, _ found: inout FoundFigures,
    _ side: inout FoundSide
  ) throws(NoValue) {
    switch formula.nodes[node] {
    case .number: break
    case .figure(let change, let isOptional):
      // The figure that stands nearest to the lead; the lead itself where it fits.
      if let position = table.nearest(key(change, lead), to: lead) {
        found.append(position)
      } else {
        guard isOptional else { throw .missing(node: node) }
        side.lacksPart = true
        found.appendNothing()
      }
    case .sum(let change, let isPartial):
      let positions = table.positions(key(change, lead))
      guard !positions.isEmpty else { throw .missing(node: node) }
      found.append(positions)
      if isPartial, !namesZeros(positions) { side.isListing = true }
    case .largest(let change):
      let largest = table.positions(key(change, lead))
        .max { table.quantities[$0].value < table.quantities[$1].value }
      guard let largest else { throw .missing(node: node) }
      found.append(largest)
    case .children(let change, let dimension):
      let parent = table.quantities[lead].key
      let isInList = !table.interner.text(parent[.section]).hasPrefix("table.")
      guard let tree = CodeTree(table.positions(key(change, lead)), of: dimension, in: table)
      else { throw .ambiguous }
      let positions = tree.children(
        of: table.interner.text(parent[dimension]), named: table.label(of: lead),
        isListing: isInList)
      guard !positions.isEmpty else { throw .missing(node: node) }
      found.append(positions)
      if isInList, !namesZeros(positions) { side.isListing = true }
    case .plus(let left, let right), .times(let left, let right), .over(let left, let right):
      try find(left, of: formula, lead, &found, &side)
      try find(right, of: formula, lead, &found, &side)
    case .minus(let left, let right):
      // Of two missing figures, messages name the one that is taken away.
      let start = found.end
      try find(right, of: formula, lead, &found, &side)
      let middle = found.end
      try find(left, of: formula, lead, &found, &side)
      found.moveLast(since: middle, before: start)
    }
  }

  /// What a reference asks for, seen from the lead.
  private func key(_ change: KeyChange, _ lead: Int) -> QuantityKey {
    table.quantities[lead].key.changed(by: change)
  }

  /// A report that prints zeros in a list leaves nothing out of it.
  private func namesZeros(_ positions: [Int]) -> Bool {
    positions.contains { table.quantities[$0].value.isZero }
  }
}
