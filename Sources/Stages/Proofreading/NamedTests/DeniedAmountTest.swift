internal import DocumentModel
internal import MappingModel
internal import ReportModel

/// A text that says there is nothing of a kind of money (group `name`), while a statement has an expenditure of it.
struct DeniedAmountTest: NamedRemarkTest {
  let id: NamedCheckID = "denied_amount"

  private static let funds = ["政府性基金": "government_fund", "国有资本经营": "state_capital"]

  func findings(
    of rule: RemarkRule, _ matches: [PatternMatch], in text: ProofText
  ) -> [TextFinding] {
    matches.compactMap { match in
      guard let name = match.groups["name"], let fund = Self.funds[text.string(name)],
        let fact = text.report.facts.first(where: { Self.isSpent($0, of: fund) })
      else { return nil }
      let place = PlaceWording(fact.source)
      return TextFinding(
        range: text.original(match.range),
        zh: "而表中“\(fact.label)”为 \(fact.source.text)（\(place.zh)）",
        en: "but «\(fact.label)» is \(fact.source.text) (\(place.en))")
    }
  }

  /// Whether a figure of a table is an expenditure of this year from a kind of money.
  private static func isSpent(_ fact: Fact, of fund: String) -> Bool {
    fact.source.row != nil && fact.value.unscaled > 0 && fact.yuan != nil
      && fact.dimensions["fund"] == fund && fact.dimensions["year"] == nil
      && fact.dimensions["funding"] == nil && fact.concept.hasPrefix("expenditure.")
      && (fact.aspect == .actual || fact.aspect == .initialBudget)
  }
}
