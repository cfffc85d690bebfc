import ReportModel

/// One figure of a sentence with what the grammar found it to mean.
struct Measure {
  enum Subject: Equatable {
    /// Index into the vocabulary's labels.
    case label(Int)
    /// Label path of a functional item.
    case function(String)
  }

  var subject: Subject
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
}

/// What became of each figure of a stretch of text.
struct MeasureReading {
  var measures: [Measure] = []
  /// Figures that no rule took: digits' range and why.
  var unmapped: [(range: Range<Int>, reason: UnmappedReason)] = []
}
