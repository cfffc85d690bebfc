internal import MappingModel

/// A formula made ready to be asked thousands of times with one aspect: names are numbers of the
/// interner, and its expressions are one flat list of nodes.
final class CompiledFormula: Sendable {
  let nodes: [Node]
  /// What the reference of each node is called where nothing is found for it.
  private let words: [String]
  let left: Side
  let comparison: Formula.Comparison
  let right: Side
  let condition: Condition?

  /// A side of a formula: the node at its top.
  struct Side: Sendable {
    var top: Int
    /// Whether it multiplies or divides: printed rates are rounded, so they are compared after
    /// rounding.
    var isRate: Bool
  }

  /// What must hold for the formula to be asked at all.
  struct Condition: Sendable {
    var left: Side
    var comparison: Formula.Comparison
    var right: Side
  }

  /// A part of an expression; its own parts are given by their numbers in the list.
  enum Node: Sendable {
    case number(Int)
    /// `isOptional`: counts as zero where it is not printed.
    case figure(KeyChange, isOptional: Bool)
    /// `isPartial`: reports usually list only the larger items, so the parts may not add up.
    case sum(KeyChange, isPartial: Bool)
    case children(KeyChange, over: Dimension)
    case largest(KeyChange)
    case plus(Int, Int)
    case minus(Int, Int)
    case times(Int, Int)
    case over(Int, Int)
  }

  init(_ formula: Formula, aspect: Int32, isReportWide: Bool, _ interner: inout Interner) {
    var list = NodeList(aspect: aspect, isReportWide: isReportWide)
    left = list.side(formula.left, &interner)
    comparison = formula.comparison
    right = list.side(formula.right, &interner)
    condition = formula.condition.map { condition in
      Condition(
        left: list.side(condition.left, &interner), comparison: condition.comparison,
        right: list.side(condition.right, &interner))
    }
    nodes = list.nodes
    words = list.words
  }

  /// Formulas that no check file writes. They stand before those of the files.
  static let builtIn = [CompiledFormula()]
  /// The number of the built-in formula «one figure = another», whose figures are given and not looked up.
  static let pair = 0

  private init() {
    let figure = Node.figure(KeyChange(), isOptional: false)
    nodes = [figure, figure]
    words = ["this", "this"]
    left = Side(top: 0, isRate: false)
    comparison = .equal
    right = Side(top: 1, isRate: false)
    condition = nil
  }

  /// What a message calls the reference of a node: `income.total@change`.
  func words(of node: Int) -> String { words[node] }
}

/// Collects the nodes of one formula.
private struct NodeList {
  /// The aspect of references that name none.
  let aspect: Int32
  let isReportWide: Bool
  var nodes: [CompiledFormula.Node] = []
  var words: [String] = []

  mutating func side(
    _ expression: Formula.Expression, _ interner: inout Interner
  ) -> CompiledFormula.Side {
    CompiledFormula.Side(top: add(expression, &interner), isRate: expression.isRate)
  }

  /// Adds an expression behind its parts, and returns its number.
  private mutating func add(_ expression: Formula.Expression, _ interner: inout Interner) -> Int {
    let node: CompiledFormula.Node
    var reference: Formula.Reference?
    switch expression {
    case .number(let number): node = .number(number)
    case .figure(let asked):
      reference = asked
      node = .figure(change(asked, &interner), isOptional: asked.isOptional)
    case .sum(let asked, let dimension):
      reference = asked
      node = .sum(
        change(asked, opening: dimension, &interner),
        isPartial: dimension == .vehicleUse || asked.concept == "cost")
    case .children(let asked, let dimension):
      reference = asked
      node = .children(change(asked, opening: dimension, &interner), over: dimension)
    case .largest(let asked, let dimension):
      reference = asked
      node = .largest(change(asked, opening: dimension, &interner))
    case .plus(let left, let right): node = .plus(add(left, &interner), add(right, &interner))
    case .minus(let left, let right): node = .minus(add(left, &interner), add(right, &interner))
    case .times(let left, let right): node = .times(add(left, &interner), add(right, &interner))
    case .over(let left, let right): node = .over(add(left, &interner), add(right, &interner))
    }
    nodes.append(node)
    words.append(reference?.words ?? "")
    return nodes.count - 1
  }

  private func change(
    _ reference: Formula.Reference, opening dimension: Dimension? = nil,
    _ interner: inout Interner
  ) -> KeyChange {
    var change = KeyChange()
    if let concept = reference.concept { change.set(.concept, to: interner.number(concept)) }
    change.set(.aspect, to: reference.aspect.map { interner.number($0) } ?? aspect)
    for (dimension, value) in reference.dimensions {
      change.set(dimension, to: value.map { interner.number($0) } ?? 0)
    }
    if let section = reference.section {
      change.set(.section, to: interner.number(section))
    } else if isReportWide {
      change.set(.section, to: QuantityKey.any)
    }
    if let dimension { change.set(dimension, to: QuantityKey.any) }
    return change
  }
}

extension Formula.Reference {
  fileprivate var words: String { (concept ?? "this") + (aspect.map { "@" + $0 } ?? "") }
}
