/// How well a fact stands: how each of its features is known, and one word in sum.
///
/// What is not known in one of these ways is no fact but a ``DoubtfulFigure``, so that whoever reads facts
/// alone is not misled.
package struct Trust: Sendable, Equatable {
  /// Which number belongs to which words: the row and column of a table, the label in a sentence.
  package var structure: Footing
  /// What is counted.
  package var concept: Footing
  /// Which kind of money, or all of it.
  package var fund: Footing
  /// Final amount, budget, change ….
  package var aspect: Footing
  /// Which year.
  package var year: Footing
  /// What it is counted in.
  package var unit: Footing

  /// What is not given is printed.
  package init(
    structure: Footing = .printed, concept: Footing = .printed, fund: Footing = .printed,
    aspect: Footing = .printed, year: Footing = .printed, unit: Footing = .printed
  ) {
    self.structure = structure
    self.concept = concept
    self.fund = fund
    self.aspect = aspect
    self.year = year
    self.unit = unit
  }

  /// Proved where arithmetic holds the number in its place and no feature is a mere convention.
  package var grade: Grade {
    let standsOnConvention =
      concept == .convention || fund == .convention || aspect == .convention
      || year == .convention || unit == .convention
    return structure == .proved && !standsOnConvention ? .proved : .read
  }

  /// How well a fact stands in sum; the raw value is what the output says.
  package enum Grade: String, Sendable, CaseIterable {
    case proved, read
  }
}

/// How one feature of a fact is known; the raw value is what the output says.
package enum Footing: String, Sendable, CaseIterable {
  /// A relation holds that would fail under every other reading.
  case proved
  /// Its own place, or the scope that it stands in, says it.
  case printed
  /// A documented default: what reports mean where they do not say it.
  case convention
}
