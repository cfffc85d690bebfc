/// What a noun phrase says, with what of it nobody knows.
package struct PhraseReading: Sendable {
  /// Everything that its morphemes say.
  package var features = FeatureSet()
  /// Runs of characters that no word covers, in order.
  package var unknown: [Range<Int>] = []
  /// The words and unknown runs it was cut into.
  package var pieces: [PhraseCut.Piece] = []
  /// A year that it names.
  package var year: Int?
  /// The number it begins with.
  package var number: NumberLevel?
  /// «其中:» stands before it.
  package var isPart = false
  /// «减:» stands before it.
  package var isSubtracted = false
  /// The unit that its last bracket holds, by its canonical name.
  package var unit: String?
  /// Labels of the layout in it.
  package var labels: [Int] = []
  /// Names of the classifications in it.
  package var names: [PhraseVocabulary.Word] = []

  /// How a heading or a row is numbered, from 1 for «一、» to 4 for «(1)»; 0 for «第一部分».
  package typealias NumberLevel = Int

  /// A reading of nothing.
  package init() {}

  /// Whether every character of it is known.
  package var isWhole: Bool { unknown.isEmpty }
}
