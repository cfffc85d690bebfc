internal import ReportModel

/// Takes back failures that the other outcomes of the same rule speak against.
enum Evidence {
  /// A text may list the larger items only. That it lists all is shown by its other lists: where most
  /// lists of a rule add up, one that does not is wrong. Parts that exceed their whole always are.
  static func settleListings(_ outcomes: inout [Outcome], from start: Int) {
    var lists = 0
    var holding = 0
    for index in start..<outcomes.count {
      guard outcomes[index].asked?.right.found.isListing == true else { continue }
      lists += 1
      if outcomes[index].status == .pass || outcomes[index].status == .rounding { holding += 1 }
    }
    let isComplete = holding >= 2 && holding * 2 >= lists
    if lists == 0 || isComplete { return }
    for index in start..<outcomes.count {
      guard outcomes[index].isListing, let asked = outcomes[index].asked,
        !(asked.left.value < asked.right.value)
      else { continue }
      outcomes[index].status = .notApplicable
      outcomes[index].remark = Remark(
        zh: "所列项目可能不全", en: "the list may not name every item")
    }
  }

  /// Where more fail in a section than hold, the rule has taken the wrong whole for that section.
  static func settleByMajority(
    _ outcomes: inout [Outcome], from start: Int, _ table: QuantityTable
  ) {
    var failing: [Int32: Int] = [:]
    var holding: [Int32: Int] = [:]
    for outcome in outcomes[start...] {
      guard let lead = outcome.asked?.lead else { continue }
      let section = table.quantities[lead].key[.section]
      switch outcome.status {
      case .fail: failing[section, default: 0] += 1
      // 0 is 0 % of any whole, so a zero proves nothing.
      case .pass, .rounding:
        if !table.quantities[lead].value.isZero { holding[section, default: 0] += 1 }
      case .notApplicable: break
      }
    }
    for index in start..<outcomes.count {
      guard outcomes[index].status == .fail, let lead = outcomes[index].asked?.lead else {
        continue
      }
      let section = table.quantities[lead].key[.section]
      let failed = failing[section, default: 0]
      guard failed >= 2, holding[section, default: 0] < failed else { continue }
      outcomes[index].status = .notApplicable
      outcomes[index].remark = Remark(
        zh: "占比的基数可能是未列出的数字", en: "the whole may be a figure that is not printed")
    }
  }

  /// Where more than a fifth of what is asked within one table fails, the table was not read as it is meant: parts of
  /// it may be on a page that was not joined, or its heads mean something else. A publisher's error stands alone, and
  /// all that fails because of it has its figure in common.
  static func settleTables(
    _ outcomes: inout [Outcome], _ table: QuantityTable, _ found: FoundFigures, _ report: Report
  ) {
    var failing: [Int: Int] = [:]
    var asked: [Int: Int] = [:]
    var common: [Int: Set<Int>] = [:]
    for outcome in outcomes {
      guard let block = block(of: outcome, table, report), let relation = outcome.asked else {
        continue
      }
      switch outcome.status {
      case .fail:
        failing[block, default: 0] += 1
        let figures = Set(relation.figures.map { found.positions[$0] })
        common[block] = common[block]?.intersection(figures) ?? figures
      case .pass, .rounding: break
      case .notApplicable: continue
      }
      asked[block, default: 0] += 1
    }
    for index in outcomes.indices where outcomes[index].status == .fail {
      guard let block = block(of: outcomes[index], table, report),
        let failed = failing[block], failed >= fewestFailures, common[block]?.isEmpty ?? true,
        failed * 5 > asked[block, default: 0]
      else { continue }
      outcomes[index].status = .notApplicable
      outcomes[index].remark = Remark(
        zh: "该表多处关系不成立，可能未被完整读取",
        en: "many relations fail in this table: it may not have been read as it is meant")
    }
  }

  /// A rate that was cut off instead of rounded is one's habit or one's mistake: a mistake where most other rates of
  /// the report, of those that tell the two apart, are rounded. A rate that stands in several places counts once.
  static func settleTruncation(
    _ outcomes: inout [Outcome], _ evaluator: Evaluator, _ found: FoundFigures,
    _ formulas: [CompiledFormula]
  ) {
    var truncated: [Int] = []
    var values: Set<Ratio> = []
    var rounded: Set<Ratio> = []
    for index in outcomes.indices {
      guard let asked = outcomes[index].asked,
        outcomes[index].status == .pass || outcomes[index].status == .rounding
      else { continue }
      switch evaluator.cutting(of: formulas[asked.formula], asked.left, asked.right, in: found) {
      case .rounded: rounded.insert(asked.left.value)
      case .truncated:
        truncated.append(index)
        values.insert(asked.left.value)
      case nil: break
      }
    }
    guard values.count < rounded.count else { return }
    for index in truncated { outcomes[index].status = .fail }
  }

  /// Two failures may be one misprint, in its row and in its column.
  private static let fewestFailures = 3

  /// The table that the figure asked stands in; nil where it stands in text or in a record.
  private static func block(
    of outcome: Outcome, _ table: QuantityTable, _ report: Report
  ) -> Int? {
    guard let lead = outcome.asked?.lead, case .fact(let number) = table.origin(of: lead),
      report.facts[number].source.row != nil
    else { return nil }
    return report.facts[number].source.block
  }
}
