internal import MappingModel
internal import ReportModel

/// Tells which facts arithmetic holds in their places: had a number been taken for that of another row or
/// column, an equation that holds would fail.
///
/// What proves: an equation that holds to the last digit between three figures or more that are not zero.
/// Two equal figures prove nothing, since equal neighbours are frequent; nor does a figure that is repeated,
/// nor a zero among other summands, which would not be missed.
struct StructureProof {
  private let formulas: [CompiledFormula]
  private let table: QuantityTable
  private let found: FoundFigures
  /// Per quantity, the last relation in which it was met.
  private var lastMet: [Int]
  /// Indices of the facts that are held.
  private(set) var facts: Set<Int> = []

  /// So many figures that are not zero make an equation a proof: the one in question and two others.
  private static let fewest = 3

  /// Looks at every figure of every relation once.
  init(_ outcomes: [Outcome], formulas: [CompiledFormula], _ checked: CheckedReport) {
    self.formulas = formulas
    table = checked.evaluator.table
    found = checked.found
    lastMet = Array(repeating: -1, count: table.quantities.count)
    for (relation, outcome) in outcomes.enumerated() where outcome.status == .pass {
      guard let asked = outcome.asked, asked.formula != CompiledFormula.pair,
        formulas[asked.formula].comparison == .equal
      else { continue }
      add(asked, relation)
    }
  }

  /// The report with the structure of these facts proved.
  func applied(to report: Report) -> Report {
    var report = report
    for index in facts { report.facts[index].trust.structure = .proved }
    return report
  }

  private mutating func add(_ asked: AskedRelation, _ relation: Int) {
    var witnesses: [Int] = []
    var amount: Ratio?
    var differ = false
    var isCoarse = false
    for index in asked.figures {
      let position = found.positions[index]
      guard lastMet[position] != relation, !table.quantities[position].value.isZero,
        case .fact = table.origin(of: position)
      else { continue }
      lastMet[position] = relation
      witnesses.append(position)
      if table.quantities[position].unit == .percent {
        isCoarse = isCoarse || table.quantities[position].printed.unscaled.magnitude < 100
      } else {
        let value = table.quantities[position].value
        differ = differ || amount.map { $0 != value } ?? false
        amount = value
      }
    }
    let formula = formulas[asked.formula]
    // 100 % is what every figure is of one that equals it, and «5 %» fits too many pairs.
    if formula.left.isRate || formula.right.isRate, !differ || isCoarse { return }
    if witnesses.count >= Self.fewest { hold(witnesses) }
    if witnesses.count >= Self.fewest - 1 { hold(zeros(of: asked)) }
  }

  private mutating func hold(_ positions: [Int]) {
    for position in positions {
      if case .fact(let index) = table.origin(of: position) { facts.insert(index) }
    }
  }

  /// A zero that is all of a side says that the figures of the other side make up for each other.
  private func zeros(of asked: AskedRelation) -> [Int] {
    [asked.left.figures, asked.right.figures].compactMap { side in
      guard side.count == 1 else { return nil }
      let position = found.positions[side.lowerBound]
      return table.quantities[position].value.isZero ? position : nil
    }
  }
}
