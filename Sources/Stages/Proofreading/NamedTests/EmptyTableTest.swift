internal import DocumentModel
internal import MappingModel
internal import ReportModel

/// An official statement without any amount, while the text tells an amount of its kind of money.
struct EmptyTableTest: NamedRemarkTest {
  let id: NamedCheckID = "emptied_table"

  func findings(
    of rule: RemarkRule, _ matches: [PatternMatch], in text: ProofText
  ) -> [TextFinding] {
    let report = text.report
    return report.statements.compactMap { statement in
      guard statement.isEmpty, !statement.isListedOnly, let leaf = text.leaf(of: statement.source),
        Self.isBlank(below: leaf, in: text),
        // Of several tables of one kind another may hold the amount.
        !report.statements.contains(where: {
          $0.id == statement.id && $0.fund == statement.fund && !$0.isEmpty && !$0.isListedOnly
        }),
        let fact = report.facts.first(where: { Self.belongs($0, to: statement, in: text) })
      else { return nil }
      let told = fact.source.text
      return TextFinding(
        range: text.normalized.document.leaves[leaf].range,
        zh: "而文字写有“\(fact.label)”\(told)（\(PlaceWording(fact.source).zh)）",
        en: "but the text tells «\(fact.label)» \(told) (\(PlaceWording(fact.source).en))")
    }
  }

  /// So many texts below a title are looked at.
  private static let reach = 400

  /// Whether no amount stands between a title and the next one: the statement's amounts may be printed in a way that
  /// no rule of the tables reads.
  private static func isBlank(below title: Int, in text: ProofText) -> Bool {
    for leaf in (title + 1)..<min(title + 1 + reach, text.places.count) {
      if text.places[leaf] == .headings { return true }
      let words = text.normalized.text[text.normalized.ranges[leaf]]
      if words.count < 120, words.reversed().starts(with: "表".utf8.reversed()) { return true }
      for (before, (point, behind)) in zip(words, zip(words.dropFirst(), words.dropFirst(2)))
      where point == UInt8(ascii: ".") && isDigit(before) && isDigit(behind) { return false }
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether a figure of the text is one that the statement would hold.
  private static func belongs(_ fact: Fact, to statement: Statement, in text: ProofText) -> Bool {
    guard fact.value.unscaled > 0, fact.yuan != nil, fact.source.row == nil,
      fact.dimensions["year"] == nil, fact.aspect == .actual || fact.aspect == .initialBudget,
      text.leaf(of: fact.source).flatMap({ text.places[$0] }) == .text
    else { return false }
    switch statement.id {
    case "three_public": return fact.concept.hasPrefix("three_public.")
    case "government_fund", "state_capital":
      return fact.dimensions["fund"] == statement.fund
        && (fact.concept.hasPrefix("expenditure.") || fact.concept.hasPrefix("income."))
    default: return false
    }
  }
}
