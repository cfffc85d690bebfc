internal import ReportModel

/// A rule's formulas as they are asked with one of its aspects.
struct Question: Sendable {
  /// Nil where nothing can be asked.
  let leads: LeadFilter?
  /// Numbers of the checker's formulas, one for each formula of the rule.
  let formulas: Range<Int>
}

/// Asks one rule's formulas of every figure that they begin with.
struct FormulaRun {
  /// Index of the rule.
  let rule: Int
  let needsMajority: Bool
  let questions: [Question]
  let formulas: [CompiledFormula]

  /// Appends one outcome per figure asked; a single one that says why where none could be.
  func append(to outcomes: inout [Outcome], _ checked: inout CheckedReport) {
    let start = outcomes.count
    let evaluator = checked.evaluator
    var missing: String?
    for question in questions {
      guard let leads = question.leads?.leads(in: evaluator.table) else { continue }
      for lead in leads {
        var best: Outcome?
        var hasZeroBase = false
        for number in question.formulas {
          let end = checked.found.end
          do throws(NoValue) {
            let outcome = try outcome(of: number, lead: lead, evaluator, &checked.found)
            if best.map({ outcome.status.rank < $0.status.rank }) ?? true {
              best = outcome
            } else {
              checked.found.forget(from: end)
            }
            if outcome.status == .pass { break }
          } catch {
            checked.found.forget(from: end)
            missing = missing ?? error.reason(in: formulas[number])
            if case .zeroBase = error { hasZeroBase = true }
          }
        }
        if let best {
          outcomes.append(best)
        } else if hasZeroBase {
          outcomes.append(
            Outcome(
              rule: rule, status: .notApplicable,
              remark: Remark(
                zh: "基数为零，不计算比率", en: "the base is zero, no rate can be computed")))
        }
      }
    }
    Evidence.settleListings(&outcomes, from: start)
    if needsMajority { Evidence.settleByMajority(&outcomes, from: start, evaluator.table) }
    if outcomes.count == start {
      outcomes.append(
        Outcome(
          rule: rule, status: .notApplicable,
          remark: Remark(
            zh: "报告中没有可供核对的数字", en: missing ?? "no such figure is printed")))
    }
  }

  private func outcome(
    of number: Int, lead: Int, _ evaluator: Evaluator, _ found: inout FoundFigures
  ) throws(NoValue) -> Outcome {
    let formula = formulas[number]
    if let condition = formula.condition {
      guard try evaluator.holds(condition, of: formula, lead: lead, &found) else {
        throw .condition
      }
    }
    let onLeft = try evaluator.find(formula.left, of: formula, lead: lead, &found)
    let onRight = try evaluator.find(formula.right, of: formula, lead: lead, &found)
    let (left, right) = try evaluator.sides(of: formula, onLeft, onRight, in: found)
    // The figure compared with itself proves nothing; with no figure at all, nothing was printed.
    if found.positions[left.figures] == found.positions[right.figures] { throw .condition }
    if right.figures.isEmpty, onRight.lacksPart { throw .condition }
    let asked = AskedRelation(formula: number, lead: lead, left: left, right: right)
    var outcome = Outcome(
      rule: rule, status: evaluator.status(of: formula, left, right, in: found), asked: asked)
    guard outcome.status == .fail else { return outcome }
    outcome.isListing = onRight.isListing
    // What is not printed may be what is missing, but nothing makes parts exceed the whole. So may rows that are in
    // doubt where the parts are all that a table lists.
    let isPartial =
      onRight.lacksPart || onLeft.lacksPart
      || onRight.isListing && evaluator.table.isCell(lead)
    if isPartial, !evaluator.table.isInStatement(lead),
      !isExceeded(asked, evaluator.table, found)
    {
      outcome.status = .notApplicable
      outcome.remark = Remark(zh: "并非所有组成部分都已列出", en: "not all parts are printed")
    }
    return outcome
  }

  /// Parts that exceed their whole do so whatever else there is, unless some are below zero.
  private func isExceeded(
    _ asked: AskedRelation, _ table: QuantityTable, _ found: FoundFigures
  ) -> Bool {
    for index in asked.figures where table.quantities[found.positions[index]].value.isNegative {
      return false
    }
    return asked.right.found.lacksPart || asked.right.found.isListing
      ? asked.left.value < asked.right.value : asked.right.value < asked.left.value
  }
}

extension CheckStatus {
  /// The smaller, the better; where one formula says that not all parts are printed, no other one accuses.
  var rank: Int {
    switch self {
    case .pass: 0
    case .rounding: 1
    case .notApplicable: 2
    case .fail: 3
    }
  }
}
