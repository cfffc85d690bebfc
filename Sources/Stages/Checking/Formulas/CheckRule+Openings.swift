internal import MappingModel

extension CheckRule {
  /// How its formulas look figures up.
  var openings: Set<KeyOpening> {
    guard case .formulas(let formulas) = test else { return [] }
    var openings: Set = [KeyOpening(dimension: nil, isReportWide: isReportWide)]
    for formula in formulas {
      let sides =
        [formula.left, formula.right]
        + (formula.condition.map { [$0.left, $0.right] } ?? [])
      for dimension in sides.flatMap(\.openedDimensions) {
        openings.insert(KeyOpening(dimension: dimension, isReportWide: isReportWide))
      }
      // A section that the formula names is asked for whatever the rule looks over.
      if sides.flatMap(\.references).contains(where: { $0.section != nil }) {
        for opening in openings {
          openings.insert(KeyOpening(dimension: opening.dimension, isReportWide: false))
        }
      }
    }
    return openings
  }
}
