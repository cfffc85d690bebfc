import MappingFiles
import MappingModel
import ReportModel
import TestSupport
import Testing

@Suite("Remark files")
struct RemarkFileTests {
  private static let tests: [NamedCheckID] = ["other_body", "unit_slip"]

  private func rules(_ lines: String) throws -> [RemarkRule] {
    let folder = try TemporaryFolder()
    let head = """
      version: 1
      remarks:
        a:
          zh: 甲
          en: a
          severity: info
          source: test

      """
    try folder.file(
      "remarks/a.yaml",
      text: head + lines.split(separator: "\n").map { "    \($0)\n" }.joined())
    return try RemarkFiles.rules(in: MappingFolder(folder.path), namedTests: Self.tests)
  }

  @Test func `a rule is read`() throws {
    let rule = try #require(
      try rules(
        """
        pattern: [比(?<year>20\\d\\d)年, 与(?<year>20\\d\\d)年]
        year: [own, later]
        reports: budgets
        places: [text, cells]
        unless: 决算
        """
      ).first)
    #expect(rule.id == "a")
    #expect(rule.severity == .info)
    #expect(rule.patterns.count == 2)
    #expect(rule.years == [.own, .later])
    #expect(rule.places == [.text, .cells])
    #expect(rule.unless == "决算")
  }

  @Test func `without places a rule looks at paragraphs`() throws {
    #expect(try rules("pattern: 。。").first?.places == [.text])
  }

  @Test(arguments: [
    ("pattern: (原因", "a.yaml:8:14: is no regular expression"),
    ("pattern: （减少）", "never stands in a text in matching form"),
    ("pattern: 比20\\d\\d年\nyear: own", "needs the group «(?<year>…)»"),
    ("pattern: (?<first>\\d)\ncompare: {less: [小于]}", "needs the group «(?<word>…)»"),
    ("pattern: a\nform: original", "«form» is printed or is left out"),
    ("pattern: a\nform: printed\ncompare: {less: [小于]}", "«compare» reads the matching form"),
    ("pattern: a\ncompare: {smaller: [小于]}", "knows greater, less and equal, not «smaller»"),
    ("pattern: a\nplaces: [titles]", "unknown place «titles»; known: text, headings, cells"),
    ("test: other_bodi", "unknown test «other_bodi»; did you mean «other_body»?"),
    ("places: [text]", "needs «pattern» or «test»"),
    ("patern: a", "unknown key «patern»; did you mean «pattern»?"),
  ])
  func `what is wrong is told with its place`(lines: String, message: String) {
    do {
      _ = try rules(lines)
      Issue.record("«\(lines)» was read")
    } catch {
      #expect("\(error)".contains(message), "\(error)")
    }
  }

  @Test func `a folder without remarks has no rules`() throws {
    let folder = try TemporaryFolder()
    #expect(try RemarkFiles.rules(in: MappingFolder(folder.path), namedTests: []).isEmpty)
  }
}
