/// Which features together name a concept: «基本» and «支出» give `expenditure.basic`.
package struct Frame: Sendable {
  /// The concept's id.
  package var concept: String
  /// False for what is known by name and is no concept of ours («教育收费»): its figures are kept out of
  /// the facts, and nobody else's label reaches over them.
  package var isConcept: Bool
  /// Dimensions that the figures have: `vehicle_use=emergency`.
  package var dimensions: [String: String]
  /// The features that must be there.
  package var needs: FeatureSet
  /// The sum of the features' weights: of two frames that fit, the heavier one says more.
  package var weight: Int

  /// A frame; the lexicon weighs it.
  package init(
    concept: String, isConcept: Bool = true, dimensions: [String: String] = [:], needs: FeatureSet,
    weight: Int
  ) {
    self.concept = concept
    self.isConcept = isConcept
    self.dimensions = dimensions
    self.needs = needs
    self.weight = weight
  }
}
