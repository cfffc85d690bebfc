/// The rule of the mapping files that took a figure: its layout, the section or statement that the
/// figure stood in, and the concept it was given.
///
/// It stays in three parts between the stages, so that a check can ask for the section alone; its
/// text is made where it is written.
package struct RuleReference: Sendable, Equatable {
  /// The layout's id: `common`.
  package var layout: String
  /// The id of the section rule, or of the statement: `overall`.
  package var section: String
  /// The concept's id: `income.total`.
  package var concept: String

  /// A reference from its three ids.
  package init(layout: String, section: String, concept: String) {
    self.layout = layout
    self.section = section
    self.concept = concept
  }
}

extension RuleReference: CustomStringConvertible {
  /// `layout/section/concept`, as outputs and explanations write it.
  package var description: String { "\(layout)/\(section)/\(concept)" }
}
