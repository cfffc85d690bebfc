internal import MappingModel
internal import ReportModel

/// A check that no formula can state: a type of its own, with its wording, in a file of its own, and a
/// line in ``NamedChecks``. A check file asks for it by its id (`test: same_value`), and gives it its
/// statement and severity.
protocol NamedCheck: Sendable {
  /// Keeps its meaning for ever.
  var id: NamedCheckID { get }

  /// What it finds in a report: one outcome for each thing that it looked at, with the index of the rule
  /// that asks for it.
  func outcomes(of rule: CheckRule, at index: Int, in checked: inout CheckedReport) -> [Outcome]
}

/// All named checks.
enum NamedChecks {
  static let all: [any NamedCheck] = [
    SameValueCheck(),
    PercentSignCheck(),
    UnitInTextCheck(),
    UnitCostCheck(),
  ]

  /// The check with this id; nil where there is none.
  static func check(_ id: NamedCheckID) -> (any NamedCheck)? { all.first { $0.id == id } }
}
