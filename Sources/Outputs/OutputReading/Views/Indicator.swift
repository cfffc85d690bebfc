extension Output {
  /// One indicator of an evaluation.
  package struct Indicator: Sendable {
    private let node: OutputNode

    init(_ node: OutputNode) { self.node = node }

    /// The widest group that it is in.
    package var level1: Field { Field("level1", of: node) }
    /// The group within that.
    package var level2: Field { Field("level2", of: node) }
    /// The indicator itself.
    package var level3: Field { Field("level3", of: node) }
    /// The points that it can give.
    package var weight: Field { Field("weight", of: node) }
    /// What was to be reached.
    package var target: Field { Field("target", of: node) }
    /// What was reached.
    package var actual: Field { Field("actual", of: node) }
    /// How much of the target that is.
    package var completionRate: Field { Field("completionRate", of: node) }
    /// The points given.
    package var score: Field { Field("score", of: node) }
    /// What was reached the year before.
    package var priorYear: Field { Field("priorYear", of: node) }
    /// Why the target is what it is.
    package var basis: Field { Field("basis", of: node) }
    /// How points are given.
    package var scoringRule: Field { Field("scoringRule", of: node) }
    /// What proves the result.
    package var evidence: Field { Field("evidence", of: node) }
    /// Why the target was missed.
    package var deviation: Field { Field("deviation", of: node) }
  }
}
