import MappingModel
import PhraseModel
import ReportModel

/// Compares labels with what their words say together by the lexicon.
struct LabelComposition {
  private let lexicon: Lexicon
  private let composer: PhraseComposer
  private let concepts: [String: Concept]

  init(lexicon: Lexicon, concepts: [String: Concept]) {
    self.lexicon = lexicon
    self.concepts = concepts
    composer = PhraseComposer(PhraseVocabulary(lexicon: lexicon))
  }

  /// What is wrong with labels that hold in every section.
  func problems(_ rules: [LabelRule], in path: String) -> [MappingLint.Problem] {
    rules.flatMap { rule in
      rule.labels.compactMap { label in
        guard let (composed, dimensions) = meaning(of: label, besides: rule.concept) else {
          return nil
        }
        let isSame = composed == rule.concept
        guard !isSame || dimensions == rule.dimensions else { return nil }
        let message =
          isSame
          ? "label «\(label)» → \(rule.concept) is what its words say; leave it out"
          : "label «\(label)» stands for \(rule.concept), but its words say \(composed); put it under "
            + "the section where it means that"
        return MappingLint.Problem(
          isError: !isSame, error: MappingError(file: path, message: message))
      }
    }
  }

  /// The concept and the dimensions that a label's words say without a rest, where its figures are printed as
  /// those of another concept are.
  private func meaning(
    of label: String, besides id: String
  ) -> (concept: String, dimensions: [String: String])? {
    let text = Array(label.utf8)
    let reading = composer.reading(of: text, in: text.indices)
    guard reading.isWhole, let unit = concepts[id].map(\.unit) else { return nil }
    let measure = unit.map { $0 == .squareMetre ? "area" : $0.rawValue } ?? "money"
    let said = reading.features.subtracting(lexicon.all(.aspect)).subtracting(lexicon.all(.stage))
    let naming = lexicon.naming(of: said, around: lexicon.set(.measure, measure)) { frame in
      !frame.isConcept || concepts[frame.concept].map { $0.unit == unit } ?? false
    }
    guard let naming, naming.frame.isConcept, naming.left.isEmpty else { return nil }
    var dimensions = naming.frame.dimensions
    if let fund = lexicon.values(.fund, in: said).first { dimensions["fund"] = fund }
    return (naming.frame.concept, dimensions)
  }
}
