import DocumentModel
import ReportModel

/// A figure of a sentence whose meaning is open.
struct Doubt {
  var reason: DoubtReason
  var value: Amount
  var unit: Unit?
  /// Figure and unit in the normalized text.
  var range: Range<Int>
  /// Where the subject stands; empty where there is none.
  var label: Range<Int>
  /// What it may be.
  var readings: [DoubtfulReading] = []
}

extension MappingContext {
  /// Enters a doubtful figure.
  mutating func doubt(_ doubt: Doubt, leaf: Int, section: String) {
    doubtful.append(
      DoubtfulFigure(
        reason: doubt.reason, value: doubt.value, unit: doubt.unit,
        label: doubt.label.isEmpty ? "" : QuoteBalance.closed(original(in: leaf, doubt.label)),
        readings: doubt.readings, source: reference(in: leaf, normalizedRange: doubt.range),
        section: section))
  }
}

extension DoubtfulFigure {
  /// A fact that other figures speak against.
  init(contradicted fact: Fact) {
    self.init(
      reason: .contradicted, value: fact.value, unit: fact.unit, label: fact.label,
      readings: [
        DoubtfulReading(concept: fact.concept, aspect: fact.aspect, dimensions: fact.dimensions)
      ], source: fact.source, section: fact.rule.section)
  }
}
