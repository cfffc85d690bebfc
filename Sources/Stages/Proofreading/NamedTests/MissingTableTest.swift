internal import DocumentModel
internal import MappingModel
internal import ReportModel
internal import TextLibraries

/// A statement that the report lists and whose title stands nowhere else, where others of the list are there.
struct MissingTableTest: NamedRemarkTest {
  let id: NamedCheckID = "missing_table"

  /// So many statements of a report must be there before one of its list is missed: a part of a report has none.
  private static let fewest = 3

  func findings(
    of rule: RemarkRule, _ matches: [PatternMatch], in text: ProofText
  ) -> [TextFinding] {
    let statements = text.report.statements
    guard statements.count(where: { !$0.isListedOnly }) >= Self.fewest else { return [] }
    return statements.compactMap { statement in
      guard statement.isListedOnly, let leaf = text.leaf(of: statement.source) else { return nil }
      let range = text.normalized.ranges[leaf]
      let title = Self.title(of: text.normalized.text[range])
      let behind = text.normalized.text[range.upperBound...]
      guard !title.isEmpty, ByteSearch.first(Array(title), in: behind) == nil else { return nil }
      return TextFinding(range: text.normalized.document.leaves[leaf].range)
    }
  }

  /// A title from its first hanzi behind number and year to its «表».
  private static func title(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let words = ["、", ")", ".", "年度", "年"].map { Array($0.utf8) }
    var rest = line
    for word in words {
      if let place = ByteSearch.first(word, in: rest.prefix(24)) {
        rest = rest[(place + word.count)...]
      }
    }
    guard let end = ByteSearch.first(Array("表".utf8), in: rest) else { return [] }
    return rest[..<(end + 3)]
  }
}
