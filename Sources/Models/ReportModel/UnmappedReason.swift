/// Why no rule took a figure; the raw value is what the output says.
package enum UnmappedReason: String, Sendable, CaseIterable {
  case noLabel = "no_label"
  case noUnit = "no_unit"
  case noPercentSign = "no_percent_sign"
  case noRule = "no_rule"
  case unitMismatch = "unit_mismatch"
  case unevenList = "uneven_list"
  case foreignClause = "foreign_clause"
  case otherYear = "other_year"
  case ambiguous
  case ambiguousOwner = "ambiguous_owner"
  case ambiguousBase = "ambiguous_base"
  case ambiguousCell = "ambiguous_cell"
  case ambiguousColumn = "ambiguous_column"
  case inexact

  /// What it means, in plain words.
  package var explanation: String {
    switch self {
    case .noLabel: "no known label, share, direction or aspect stands directly before it"
    case .noUnit: "no unit stands behind it, and none above its table"
    case .noPercentSign: "a rate is told, but no % stands behind it"
    case .noRule: "no rule reads the place where it stands"
    case .unitMismatch: "what is named before it is not counted in its unit"
    case .unevenList: "the list has not as many figures as names"
    case .foreignClause: "unknown words in its clause may make it a figure of something else"
    case .otherYear: "it is compared with a year that is neither the year before nor the budget"
    case .ambiguous: "the label before it has several readings and nothing tells which is meant"
    case .ambiguousOwner: "it may be the change of the whole or of its last part"
    case .ambiguousBase: "it may be a change against the budget or against the year before"
    case .ambiguousCell:
      "another cell of its table would be the same quantity with another value"
    case .inexact: "it is rounded or one end of a range, and no exact amount"
    case .ambiguousColumn: "cells were left out of its row, and nobody can tell which"
    }
  }
}
