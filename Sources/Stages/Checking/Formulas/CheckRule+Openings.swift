internal import MappingModel

extension CheckRule {
  /// The ways in which its formulas look figures up, see ``KeyOpening``.
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
      // A reference that names its section is looked up there even where the rule looks in the whole report.
      if sides.flatMap(\.references).contains(where: { $0.section != nil }) {
        for opening in openings {
          openings.insert(KeyOpening(dimension: opening.dimension, isReportWide: false))
        }
      }
    }
    return openings
  }
}
