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
}
