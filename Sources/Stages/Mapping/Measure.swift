import PhraseModel
import ReportModel

/// One figure of a sentence with what the grammar found it to mean.
struct Measure {
  var subject: Subject
  /// The concept that the subject names beside this figure.
  var found: FoundConcept
  /// The fund that the subject names, or that its whole hands down.
  var fund: String?
  /// Where the subject stands in the normalized text.
  var label: Range<Int>
  var aspect: Aspect
  var value: Amount
  var unit: Unit
  /// Figure and unit in the normalized text.
  var range: Range<Int>
  /// The reason given for it in the normalized text.
  var reason: Range<Int>?
  /// The year it is about where that is not the report's.
  var year: Int?
  /// Whose figure it is, where not the reporting body's.
  var entity: String?
  /// The aspect is the one that a bare amount has by convention.
  var hasBareAspect = false

  /// What figures are told of.
  enum Subject: Equatable {
    case noun(Noun)
    /// Label path of a functional item.
    case function(ItemName)
    /// Name of an economic class.
    case economic(String)
    /// One of the concepts that a label for two stands for.
    case fixed(FoundConcept)
  }
}

/// A subject while it goes on, with what has been settled about it.
struct GoingSubject {
  var subject: Measure.Subject
  var label: Range<Int>
  /// What stood around when it was named.
  var around: FeatureSet
  /// What a figure has told it to be; nil before the first one.
  var settled: FoundConcept?
  /// The fund of the whole whose part it is.
  var handedFund: String?
}

/// What became of each figure of a stretch of text.
struct MeasureReading {
  var measures: [Measure] = []
  /// Figures that no rule took: digits' range and why.
  var unmapped: [(range: Range<Int>, reason: UnmappedReason)] = []
  /// Figures whose meaning is open.
  var doubtful: [Doubt] = []
}
