internal import DocumentModel
internal import MappingModel
internal import ReportModel

/// The note under a statement of incomes that speaks of expenditures (group `word`), or the other way round.
struct NoteOfOtherTableTest: NamedRemarkTest {
  let id: NamedCheckID = "note_of_other_table"

  private static let words = ["income": "收入", "expenditure": "支出"]

  func findings(
    of rule: RemarkRule, _ matches: [PatternMatch], in text: ProofText
  ) -> [TextFinding] {
    let statements = text.report.statements.filter { !$0.isListedOnly }.compactMap { statement in
      text.leaf(of: statement.source).map { (statement: statement, leaf: $0) }
    }
    return matches.compactMap { match in
      let leaf = text.leaf(at: match.range.lowerBound)
      guard let word = match.groups["word"].map({ text.string($0) }),
        let above = statements.filter({ $0.leaf <= leaf }).max(by: { $0.leaf < $1.leaf })?
          .statement,
        let own = above.id.flatMap({ Self.words[$0] }), own != word
      else { return nil }
      return TextFinding(
        range: text.original(match.range), zh: "上面的表是“\(above.title)”",
        en: "the table above is «\(above.title)»")
    }
  }
}
