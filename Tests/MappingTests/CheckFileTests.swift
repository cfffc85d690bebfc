import Checking
import MappingFiles
import MappingModel
import TestSupport
import Testing

@Suite("Check files")
struct CheckFileTests {
  /// The rules of one check file beside the project's taxonomy.
  private func rules(_ yaml: String) throws -> [CheckRule] {
    let folder = try TemporaryFolder()
    try folder.file("taxonomy.yaml", Repository.bytes("Mappings/taxonomy.yaml"))
    try folder.file("checks/a.yaml", text: yaml)
    return try CheckFiles.rules(in: folder.path, namedChecks: ReportChecker.namedChecks)
  }

  private func file(_ line: String) -> String {
    """
    version: 1
    checks:
      a:
        zh: 甲
        en: a
        severity: error
        source: test
        \(line)
    """
  }

  @Test func `the committed files are read, and their ids are unique`() throws {
    let rules = try CheckFiles.rules(
      in: Repository.mappings, namedChecks: ReportChecker.namedChecks)
    #expect(rules.count > 70)
    #expect(Set(rules.map(\.id)).count == rules.count)
  }

  @Test func `a rule is read`() throws {
    let rule = try #require(try rules(file("formula: income.total = income.current_year")).first)
    #expect(rule.id == "a")
    #expect(rule.aspects == ["actual"])
    #expect(!rule.isReportWide)
  }

  @Test(arguments: [
    (
      "formula: income.totl = income.current_year",
      "a.yaml:8:14: unknown concept «income.totl»; did you mean «income.total»?"
    ),
    ("formula: income.total@actul = 0", "unknown aspect «actul»; did you mean «actual»?"),
    ("formula: income.total", "a.yaml:8:14: expected =, <=, >=, < or >"),
    ("test: same_valu", "unknown test «same_valu»; did you mean «same_value»?"),
    ("formla: income.total = 0", "unknown key «formla»; did you mean «formula»?"),
    ("within: page", "needs either «formula» or «test»"),
  ])
  func `what is wrong is told with its place and the nearest name`(line: String, message: String) {
    do {
      _ = try rules(file(line))
      Issue.record("«\(line)» was read")
    } catch {
      #expect("\(error)".contains(message), "\(error)")
    }
  }
}
