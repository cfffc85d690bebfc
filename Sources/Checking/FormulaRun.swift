internal import ReportModel

/// Asks one rule's formulas of every figure that they begin with.
struct FormulaRun {
  let index: Int
  let rule: CheckRule
  let formulas: [Formula]

  /// One outcome per figure asked; a single one that says why where none could be.
  func outcomes(_ evaluator: inout Evaluator) -> [Outcome] {
    evaluator.isReportWide = rule.isReportWide
    var outcomes: [Outcome] = []
    var missing: String?
    for aspect in rule.aspects {
      let number = evaluator.table.number(aspect)
      evaluator.aspect = number
      for lead in leads(aspect, evaluator.table) {
        var best: Outcome?
        for formula in formulas {
          do throws(NoValue) {
            let outcome = try outcome(of: formula, lead: lead, number, &evaluator)
            if best.map({ outcome.status.rank < $0.status.rank }) ?? true { best = outcome }
            if outcome.status == .pass { break }
          } catch {
            missing = missing ?? error.reason
            if case .zeroBase = error, best == nil {
              best = Outcome(
                rule: index, status: .notApplicable, formula: formula, aspect: number, lead: lead,
                message: .init(zh: "基数为零，不计算比率", en: "the base is zero, no rate can be computed"))
            }
          }
        }
        if let best { outcomes.append(best) }
      }
    }
    outcomes = ListingEvidence.settled(outcomes)
    if rule.needsMajority { outcomes = majority(outcomes, evaluator.table) }
    if outcomes.isEmpty {
      let reason = missing ?? "no such figure is printed"
      outcomes.append(
        Outcome(
          rule: index, status: .notApplicable,
          message: .init(zh: "报告中没有可供核对的数字", en: reason)))
    }
    return outcomes
  }

  /// Failures that outnumber what holds in their section say nothing of the section.
  private func majority(_ outcomes: [Outcome], _ table: QuantityTable) -> [Outcome] {
    var failing: [Int32: Int] = [:]
    var holding: [Int32: Int] = [:]
    for outcome in outcomes {
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
    return outcomes.map { outcome in
      guard outcome.status == .fail, let lead = outcome.lead else { return outcome }
      let section = table.quantities[lead].key[.section]
      let failed = failing[section, default: 0]
      guard failed >= 2, holding[section, default: 0] < failed else { return outcome }
      var outcome = outcome
      outcome.status = .notApplicable
      outcome.message = .init(
        zh: "占比的基数可能是未列出的数字", en: "the whole may be a figure that is not printed")
      return outcome
    }
  }

  /// Positions of the figures that the formulas begin with.
  private func leads(_ aspect: String, _ table: QuantityTable) -> [Int] {
    guard let lead = formulas.first?.lead else { return [] }
    let concepts = lead.concept.map { [$0] } ?? rule.concepts
    let wantedAspect = table.interner.existing(lead.aspect ?? aspect)
    // Whether the rule asks figures of a section, once told.
    var isAsked: [Int32: Bool] = [:]
    return table.leads(concepts: concepts, aspect: wantedAspect).filter { position in
      let key = table.quantities[position].key
      for (dimension, value) in lead.numbers.dimensions where key[dimension] != value {
        return false
      }
      if rule.sections.isEmpty { return true }
      if let known = isAsked[key[.section]] { return known }
      let section = table.interner.text(key[.section])
      let isOne = rule.sections.contains { Self.matches(section, $0) }
      isAsked[key[.section]] = isOne
      return isOne
    }
  }

  static func matches(_ name: String, _ pattern: String) -> Bool {
    pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern
  }

  private func outcome(
    of formula: Formula, lead: Int, _ aspect: Int32, _ evaluator: inout Evaluator
  ) throws(NoValue) -> Outcome {
    if let condition = formula.condition {
      let left = try evaluator.bareValue(condition.left, lead: lead)
      let right = try evaluator.bareValue(condition.right, lead: lead)
      guard Comparison.holds(left.value, condition.relation, right.value) else { throw .condition }
    }
    let (left, right) = try evaluator.sides(of: formula, lead: lead)
    // The figure compared with itself proves nothing; with no figure at all, nothing was printed.
    if left.figures == right.figures { throw .condition }
    if right.figures.isEmpty, right.lacksPart { throw .condition }
    var status = Comparison(
      formula: formula, quantities: evaluator.table.quantities
    ).status(left, right)
    var outcome = Outcome(
      rule: index, status: status, formula: formula, aspect: aspect, lead: lead, left: left,
      right: right)
    if status == .fail, right.isListing { outcome.isListing = true }
    // What is not printed may be what is missing, but nothing makes parts exceed the whole.
    let isWhole = evaluator.table.isInStatement(lead)
    if status == .fail, right.lacksPart || left.lacksPart, !isWhole,
      !isExceeded(by: left, right, evaluator)
    {
      status = .notApplicable
      outcome.status = status
      outcome.message = .init(
        zh: "并非所有组成部分都已列出", en: "not all parts are printed")
    }
    return outcome
  }
}

extension FormulaRun {
  /// Parts that exceed their whole do so whatever else there is, unless some are below zero.
  private func isExceeded(
    by left: Evaluated, _ right: Evaluated, _ evaluator: Evaluator
  ) -> Bool {
    let figures = left.figures + right.figures
    let hasNegative = figures.contains { evaluator.table.quantities[$0].value.isNegative }
    if hasNegative { return false }
    return right.lacksPart ? left.value < right.value : right.value < left.value
  }
}

extension NoValue {
  var reason: String {
    switch self {
    case .missing(let reference): "not printed: \(reference.words)"
    case .zeroBase: "the base is zero"
    case .condition: "the condition is not met"
    case .ambiguous: "a figure is printed with two values"
    case .tooLarge: "a figure is too large to compute with"
    }
  }
}

extension Formula.Reference {
  var words: String { (concept ?? "this") + (aspect.map { "@" + $0 } ?? "") }
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
  static func settled(_ outcomes: [Outcome]) -> [Outcome] {
    let lists = outcomes.filter { $0.right?.isListing == true }
    guard !lists.isEmpty else { return outcomes }
    let holding = lists.filter { $0.status == .pass || $0.status == .rounding }.count
    let isComplete = holding >= 2 && holding * 2 >= lists.count
    if isComplete { return outcomes }
    return outcomes.map { outcome in
      guard outcome.isListing, let left = outcome.left, let right = outcome.right,
        !(left.value < right.value)
      else { return outcome }
      var outcome = outcome
      outcome.status = .notApplicable
      outcome.message = .init(zh: "所列项目可能不全", en: "the list may not name every item")
      return outcome
    }
  }
}
