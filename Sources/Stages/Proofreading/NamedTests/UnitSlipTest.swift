internal import DocumentModel
internal import MappingModel
internal import ReportModel

/// An amount in 元 (group `first`) whose digits the report tells in 万元 elsewhere, and nowhere in 元.
struct UnitSlipTest: NamedRemarkTest {
  let id: NamedCheckID = "unit_slip"

  func findings(
    of rule: RemarkRule, _ matches: [PatternMatch], in text: ProofText
  ) -> [TextFinding] {
    guard !matches.isEmpty else { return [] }
    var units: [Amount: Set<Unit>] = [:]
    for fact in text.report.facts { units[fact.value, default: []].insert(fact.unit) }
    return matches.compactMap { match in
      guard let range = match.groups["first"],
        let amount = Amount(parsing: text.normalized.text[range]), amount.unscaled >= 1000,
        let printed = units[amount], printed.contains(.tenThousandYuan)
      else { return nil }
      // Told in 元 by another place than this: a table in 元.
      let place = text.original(match.range)
      let leaf = text.leaf(atOriginal: place.lowerBound)
      let isElsewhere = text.report.facts.contains {
        $0.value == amount && $0.unit == .yuan && text.leaf(of: $0.source) != leaf
      }
      guard !isElsewhere else { return nil }
      return TextFinding(
        range: place, zh: "别处为 \(amount)万元", en: "elsewhere it is \(amount) 万元")
    }
  }
}
