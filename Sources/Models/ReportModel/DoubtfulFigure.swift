/// A figure that was understood in part: its number is sure, its meaning is not.
///
/// It is no fact, takes part in no check, and says between which readings it stands.
package struct DoubtfulFigure: Sendable, Equatable {
  /// More readings than this tell nobody anything.
  package static let mostReadings = 4

  /// `d1`, `d2` … in source order.
  package var id: String
  /// What is open.
  package var reason: DoubtReason
  /// The number in the digits printed, without what the words around it may say of its sign.
  package var value: Amount
  /// What it is printed in; nil where nothing says it.
  package var unit: Unit?
  /// The label as printed; empty where there is none.
  package var label: String
  /// What it may be, the likeliest first; empty where nothing is known.
  package let readings: [DoubtfulReading]
  /// Where it stands.
  package var source: SourceReference
  /// The id of the section rule, or of the statement, that it stands in; nil where no rule knows it.
  package var section: String?

  /// A figure with what is open of it; readings beyond ``mostReadings`` are left out.
  package init(
    id: String = "", reason: DoubtReason, value: Amount, unit: Unit?, label: String,
    readings: [DoubtfulReading] = [], source: SourceReference, section: String? = nil
  ) {
    self.id = id
    self.reason = reason
    self.value = value
    self.unit = unit
    self.label = label
    self.readings = Array(readings.prefix(Self.mostReadings))
    self.source = source
    self.section = section
  }
}

/// One of the things that a doubtful figure may be.
package struct DoubtfulReading: Sendable, Equatable {
  /// A concept id of the taxonomy; nil where this is what is open.
  package var concept: String?
  /// Which side of the concept it would tell; nil where this is what is open.
  package var aspect: Aspect?
  /// What would narrow the concept down, by name.
  package var dimensions: [String: String]

  /// A reading with what it would say.
  package init(concept: String?, aspect: Aspect?, dimensions: [String: String] = [:]) {
    self.concept = concept
    self.aspect = aspect
    self.dimensions = dimensions
  }
}
