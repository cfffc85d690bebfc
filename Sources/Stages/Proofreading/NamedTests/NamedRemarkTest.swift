internal import MappingModel

/// A test that no pattern can state: a type of its own in a file of its own, and a line in
/// ``NamedRemarkTests``. A remark file asks for it by its id (`test: retired_name`).
protocol NamedRemarkTest: Sendable {
  /// Keeps its meaning for ever.
  var id: NamedCheckID { get }

  /// What it remarks on, given where the patterns of the rule stand.
  func findings(of rule: RemarkRule, _ matches: [PatternMatch], in text: ProofText) -> [TextFinding]
}

/// All named tests.
enum NamedRemarkTests {
  static let all: [any NamedRemarkTest] = [
    BodyTest(), CopiedPurposeTest(), DeniedAmountTest(), EmptyTableTest(), MarksTest(),
    MissingTableTest(), NoteOfOtherTableTest(), RetiredNameTest(), UnitSlipTest(),
  ]

  /// The test with this id; nil where there is none.
  static func test(_ id: NamedCheckID) -> (any NamedRemarkTest)? { all.first { $0.id == id } }
}
