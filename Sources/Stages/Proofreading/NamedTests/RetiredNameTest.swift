internal import MappingModel
internal import ReportModel

/// A name (group `name`) of a class, category or item (group `word`) that the classification has replaced.
///
/// For a year after the change old names are still printed by many.
struct RetiredNameTest: NamedRemarkTest {
  let id: NamedCheckID = "retired_name"

  private static let lengths = ["类": 3, "款": 5, "项": 7]

  func findings(
    of rule: RemarkRule, _ matches: [PatternMatch], in text: ProofText
  ) -> [TextFinding] {
    guard let year = text.report.identity.fiscalYear else { return [] }
    return matches.compactMap { match in
      guard let range = match.groups["name"], let word = match.groups["word"],
        let length = Self.lengths[text.string(word)]
      else { return nil }
      let item = text.functions.renamed(text.string(range)).first {
        $0.code.utf8.count == length && $0.lastYear.map { year > $0 + 1 } ?? false
      }
      guard let item, let successor = item.successor, let last = item.lastYear else { return nil }
      return TextFinding(
        range: text.original(range), zh: "\(last + 1)年起为“\(successor)”",
        en: "since \(last + 1) it is «\(successor)»")
    }
  }
}
