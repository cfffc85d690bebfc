/// Why no rule took a figure; the raw value is what the output says.
package enum UnmappedReason: String, Sendable, CaseIterable {
  case noLabel = "no_label"
  case noUnit = "no_unit"
  case noPercentSign = "no_percent_sign"
  case noRule = "no_rule"
  case unitMismatch = "unit_mismatch"
  case unevenList = "uneven_list"
  case illegible

  /// What it means, in plain words.
  package var explanation: String {
    switch self {
    case .noLabel: "no known label, share, direction or aspect stands directly before it"
    case .noUnit: "no unit stands behind it, and none above its table"
    case .noPercentSign: "a rate is told, but no % stands behind it"
    case .noRule: "no rule reads the place where it stands"
    case .unitMismatch: "what is named before it is not counted in its unit"
    case .unevenList: "the list has not as many figures as names"
    case .illegible: "something within or beside it cannot be read: a raised digit, a formula"
    }
  }
}
