internal import ReportModel

/// A rule's formulas as they are asked with one of its aspects.
struct Question: Sendable {
  /// Nil where nothing can be asked.
  let leads: LeadFilter?
  /// Numbers of the checker's relations, one for each formula.
  let relations: Range<Int>
}

/// Asks one rule's formulas of every figure that they begin with.
struct FormulaRun {
  let index: Int
  let needsMajority: Bool
  let questions: [Question]
  let relations: [Relation]

  /// Appends one outcome per figure asked; a single one that says why where none could be.
  func append(to outcomes: inout [Outcome], _ evaluator: Evaluator) {
    let start = outcomes.count
    var missing: String?
    for question in questions {
      guard let leads = question.leads?.leads(in: evaluator.table) else { continue }
      for lead in leads {
        var best: Outcome?
        for number in question.relations {
          let length = evaluator.taken.count
          do throws(NoValue) {
            let outcome = try outcome(of: number, lead: lead, evaluator)
            if best.map({ outcome.status.rank < $0.status.rank }) ?? true {
              best = outcome
            } else {
              evaluator.forget(from: length)
            }
            if outcome.status == .pass { break }
          } catch {
            evaluator.forget(from: length)
            missing = missing ?? error.reason(in: relations[number])
            if case .zeroBase = error, best == nil {
              best = Outcome(
                rule: index, status: .notApplicable, relation: number, lead: lead,
                finding: Finding(
                  message: .init(
                    zh: "基数为零，不计算比率", en: "the base is zero, no rate can be computed")))
            }
          }
        }
        if let best { outcomes.append(best) }
      }
    }
    ListingEvidence.settle(&outcomes, from: start)
    if needsMajority { settleByMajority(&outcomes, from: start, evaluator.table) }
    if outcomes.count == start {
      let reason = missing ?? "no such figure is printed"
      outcomes.append(
        Outcome(
          rule: index, status: .notApplicable,
          finding: Finding(message: .init(zh: "报告中没有可供核对的数字", en: reason))))
    }
  }

  /// Failures that outnumber what holds in their section say nothing of the section.
  private func settleByMajority(
    _ outcomes: inout [Outcome], from start: Int, _ table: QuantityTable
  ) {
    var failing: [Int32: Int] = [:]
    var holding: [Int32: Int] = [:]
    for outcome in outcomes[start...] {
      guard let lead = outcome.lead else { continue }
      let section = table.quantities[lead].key[.section]
      switch outcome.status {
      case .fail: failing[section, default: 0] += 1
      // Nothing is the same share of everything.
      case .pass, .rounding:
        if !table.quantities[lead].value.isZero { holding[section, default: 0] += 1 }
      case .notApplicable: break
      }
    }
    for index in start..<outcomes.count {
      guard outcomes[index].status == .fail, let lead = outcomes[index].lead else { continue }
      let section = table.quantities[lead].key[.section]
      let failed = failing[section, default: 0]
      guard failed >= 2, holding[section, default: 0] < failed else { continue }
      outcomes[index].status = .notApplicable
      outcomes[index].finding = Finding(
        message: .init(
          zh: "占比的基数可能是未列出的数字", en: "the whole may be a figure that is not printed"))
    }
  }

  private func outcome(
    of number: Int, lead: Int, _ evaluator: Evaluator
  ) throws(NoValue) -> Outcome {
    let relation = relations[number]
    if let condition = relation.condition {
      let left = try evaluator.bareValue(condition.left, of: relation, lead: lead)
      let right = try evaluator.bareValue(condition.right, of: relation, lead: lead)
      guard Comparison.holds(left.value, condition.sign, right.value) else { throw .condition }
    }
    let (left, right) = try evaluator.sides(of: relation, lead: lead)
    // The figure compared with itself proves nothing; with no figure at all, nothing was printed.
    if evaluator.taken[left.figures] == evaluator.taken[right.figures] { throw .condition }
    if right.figures.isEmpty, right.lacksPart { throw .condition }
    let status = evaluator.status(of: relation, left, right)
    var outcome = Outcome(
      rule: index, status: status, relation: number, lead: lead, sides: (left, right))
    if status == .fail, right.isListing { outcome.isListing = true }
    // What is not printed may be what is missing, but nothing makes parts exceed the whole.
    if status == .fail, right.lacksPart || left.lacksPart, !evaluator.table.isInStatement(lead),
      !isExceeded(by: left, right, evaluator)
    {
      outcome.status = .notApplicable
      outcome.finding = Finding(
        message: .init(zh: "并非所有组成部分都已列出", en: "not all parts are printed"))
    }
    return outcome
  }

  /// Parts that exceed their whole do so whatever else there is, unless some are below zero.
  private func isExceeded(
    by left: Evaluated, _ right: Evaluated, _ evaluator: Evaluator
  ) -> Bool {
    for index in left.figures.lowerBound..<right.figures.upperBound
    where evaluator.table.quantities[evaluator.taken[index]].value.isNegative {
      return false
    }
    return right.lacksPart ? left.value < right.value : right.value < left.value
  }
}

extension NoValue {
  func reason(in relation: Relation) -> String {
    switch self {
    case .missing(let node): "not printed: \(relation.words(of: node))"
    case .zeroBase: "the base is zero"
    case .condition: "the condition is not met"
    case .ambiguous: "a figure is printed with two values"
    case .tooLarge: "a figure is too large to compute with"
    }
  }
}

extension CheckStatus {
  /// The better the smaller.
  var rank: Int {
    switch self {
    case .pass: 0
    case .rounding: 1
    case .fail: 2
    case .notApplicable: 3
    }
  }
}

/// A text may list the larger items only. That it lists all is proved by what it lists elsewhere: where
/// most lists of a rule add up, one that does not is wrong; where parts exceed their whole, it always is.
enum ListingEvidence {
  static func settle(_ outcomes: inout [Outcome], from start: Int) {
    var lists = 0
    var holding = 0
    for index in start..<outcomes.count {
      guard outcomes[index].sides?.right.isListing == true else { continue }
      lists += 1
      if outcomes[index].status == .pass || outcomes[index].status == .rounding { holding += 1 }
    }
    let isComplete = holding >= 2 && holding * 2 >= lists
    if lists == 0 || isComplete { return }
    for index in start..<outcomes.count {
      guard outcomes[index].isListing, let sides = outcomes[index].sides,
        !(sides.left.value < sides.right.value)
      else { continue }
      outcomes[index].status = .notApplicable
      outcomes[index].finding = Finding(
        message: .init(zh: "所列项目可能不全", en: "the list may not name every item"))
    }
  }
}
