/// A relation that figures of a report must satisfy, as a check file writes it (Mappings/checks/README.md).
package struct Formula: Sendable, Equatable {
  package var left: Expression
  package var comparison: Comparison
  package var right: Expression
  /// The formula is asked only where this holds.
  package var condition: Condition?

  /// How the two sides compare where the formula holds.
  package enum Comparison: String, Sendable {
    case equal = "="
    case atMost = "<="
    case atLeast = ">="
    case below = "<"
    case above = ">"
  }

  /// What follows «if».
  package struct Condition: Sendable, Equatable {
    package var left: Expression
    package var comparison: Comparison
    package var right: Expression
  }

  /// One side of a formula or of its condition.
  package indirect enum Expression: Sendable, Equatable {
    case number(Int)
    case figure(Reference)
    /// All figures that differ from the reference in this dimension alone.
    case sum(Reference, over: Dimension)
    /// The figures directly below in the tree of codes that the dimension spans.
    case children(Reference, over: Dimension)
    /// The largest of the figures that `sum` would add.
    case largest(Reference, over: Dimension)
    case plus(Expression, Expression)
    case minus(Expression, Expression)
    case times(Expression, Expression)
    case over(Expression, Expression)
  }

  /// Which figure stands in a place of a formula. What it does not say is as with the figure that the
  /// formula begins with.
  package struct Reference: Sendable, Equatable {
    /// A concept; nil for «this»: the one that the formula is asked of.
    package var concept: String?
    /// An aspect; nil for the one that the rule is asked with.
    package var aspect: String?
    /// A section or statement («table.income»).
    package var section: String?
    /// Dimensions set or, with nil, taken away.
    package var dimensions: [Dimension: String?] = [:]
    /// Not printed counts as zero.
    package var isOptional = false
  }

  /// The figure that the formula is asked of: the first one on its left side.
  package var lead: Reference? { left.references.first }
}

/// What narrows a concept down, and where in the report a figure stands.
package enum Dimension: String, Sendable, CaseIterable {
  case fund, function, economic
  case vehicleUse = "vehicle_use"
  case entity, year
  /// `overall` or `project` of a performance table.
  case scope
  /// One performance table.
  case table
  /// One row of it.
  case row
  /// Which money of a kind: carried over, of this year, of a source beside the treasury.
  case funding
}

extension Formula.Expression {
  /// The figures that it names, from left to right.
  package var references: [Formula.Reference] {
    switch self {
    case .number: []
    case .figure(let reference), .sum(let reference, _), .children(let reference, _),
      .largest(let reference, _):
      [reference]
    case .plus(let left, let right), .minus(let left, let right), .times(let left, let right),
      .over(let left, let right):
      left.references + right.references
    }
  }

  /// The dimensions over which figures are gathered.
  package var openedDimensions: [Dimension] {
    switch self {
    case .number, .figure: []
    case .sum(_, let dimension), .children(_, let dimension), .largest(_, let dimension):
      [dimension]
    case .plus(let left, let right), .minus(let left, let right), .times(let left, let right),
      .over(let left, let right):
      left.openedDimensions + right.openedDimensions
    }
  }

  /// Whether more than adding up is done: then the value is rounded, not compared as it is.
  package var isRate: Bool {
    switch self {
    case .number, .figure, .sum, .children, .largest: false
    case .plus(let left, let right), .minus(let left, let right): left.isRate || right.isRate
    case .times, .over: true
    }
  }
}
