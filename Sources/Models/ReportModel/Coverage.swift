/// What became of the Arabic figures of the body.
package struct Coverage: Sendable, Equatable {
  /// Those that became facts or fields of records.
  package var mapped = 0
  /// Dates, numbers of lists and those in quoted texts.
  package var explained = 0
  /// Those of which a part of the meaning is open.
  package var doubtful = 0
  /// Those that no rule took.
  package var unmapped = 0

  /// All of them.
  package var figures: Int { mapped + explained + doubtful + unmapped }

  /// Counts of each kind.
  package init(mapped: Int = 0, explained: Int = 0, doubtful: Int = 0, unmapped: Int = 0) {
    self.mapped = mapped
    self.explained = explained
    self.doubtful = doubtful
    self.unmapped = unmapped
  }
}
