internal import MappingModel
internal import ReportModel

/// A formula as it is asked with one aspect: words are numbers and both sides are one list of nodes, so
/// that asking costs no counting of references.
final class Relation: Sendable {
  let nodes: [Node]
  /// Words for references that find nothing, per node.
  private let words: [String]
  let left: Side
  let sign: Formula.Relation
  let right: Side
  let condition: Condition?

  /// A side of a relation: the node at its top.
  struct Side: Sendable {
    var top: Int
    /// Whether more than adding up is done: then the value is rounded, not compared as it is.
    var isRate: Bool
  }

  struct Condition: Sendable {
    var left: Side
    var sign: Formula.Relation
    var right: Side
  }

  /// A part of an expression; parts of it are told by their places in the list.
  enum Node: Sendable {
    case number(Int)
    case figure(KeyChange, isOptional: Bool)
    /// What is listed as far as it seems worth it is partial.
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
    sign = formula.relation
    right = list.side(formula.right, &interner)
    condition = formula.condition.map { condition in
      Condition(
        left: list.side(condition.left, &interner), sign: condition.relation,
        right: list.side(condition.right, &interner))
    }
    nodes = list.nodes
    words = list.words
  }

  /// Two figures with the same value; they are not looked up.
  static let samePair = Relation()

  private init() {
    nodes = []
    words = []
    left = Side(top: 0, isRate: false)
    sign = .equal
    right = left
    condition = nil
  }

  func words(of node: Int) -> String { words[node] }
}

/// Collects the nodes of one formula.
private struct NodeList {
  /// What references without one are asked with.
  let aspect: Int32
  let isReportWide: Bool
  var nodes: [Relation.Node] = []
  var words: [String] = []

  mutating func side(_ expression: Formula.Expression, _ interner: inout Interner) -> Relation.Side
  {
    Relation.Side(top: add(expression, &interner), isRate: expression.isRate)
  }

  /// Parts come before the whole.
  private mutating func add(_ expression: Formula.Expression, _ interner: inout Interner) -> Int {
    let node: Relation.Node
    var reference: Formula.Reference?
    switch expression {
    case .number(let number): node = .number(number)
    case .figure(let asked):
      reference = asked
      node = .figure(change(asked, &interner), isOptional: asked.isOptional)
    case .sum(let asked, let dimension):
      reference = asked
      // Costs and uses of vehicles are listed as far as they seem worth it.
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
