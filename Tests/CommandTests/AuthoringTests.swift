import Foundation
import TestSupport
import Testing

/// The authoring aids, run as a person runs them.
@Suite("Authoring")
struct AuthoringTests {
  private static func corpus(_ path: String) -> String {
    Repository.path("Corpus/" + path)
  }

  private static let mappings = Repository.mappings

  @Test
  func `explain tells facts, explanations and how the words before an unmapped figure are read`()
    throws
  {
    let run = try CommandRun(["explain", Self.corpus("yunnan/0001/report.txt"), "--at", "资产总额"])
    #expect(run.status == 0)
    #expect(run.output.contains("assets.total actual 8624.37 CNY_10K"))
    #expect(run.output.contains("explained: a date"))
    #expect(run.output.contains("UNMAPPED"))
    #expect(run.output.contains("before it stands «处置车辆»\n        concept of an amount: "))
    #expect(run.output.contains("        unknown: 处置\n"))
    let json = try CommandRun([
      "explain", Self.corpus("yunnan/0001/report.txt"), "--at", "资产总额", "--json",
    ])
    let list = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(list?.contains { $0["outcome"] as? String == "unmapped" } == true)
  }

  @Test func `explain says so where no figure stands`() throws {
    let run = try CommandRun(["explain", Self.corpus("yunnan/0001/report.txt"), "--at", "没有这些字"])
    #expect(run.output.contains("no figure stands there"))
  }

  @Test func `the cases beside the mapping files pass`() throws {
    let run = try CommandRun(["mapping", "test", Self.mappings])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasSuffix(" cases passed, 0 failed\n"))
    #expect(Int(run.output.prefix { $0.isNumber }) ?? 0 > 35)
  }

  @Test func `lint finds nothing in the committed files`() throws {
    let run = try CommandRun(["mapping", "lint", Self.mappings])
    #expect(run.status == 0)
    #expect(run.output == "nothing found\n")
  }

  @Test func `lint names every faulty file with its place, and what is of no use`()
    throws
  {
    let folder = try TemporaryFolder()
    let copy = folder.url.appending(path: "Mappings")
    try FileManager.default.copyItem(at: URL(filePath: Self.mappings), to: copy)
    try Self.write(
      "version: 1\nlayout: one\nextends: common\nlabels:\n  income.totl: [收入]\n",
      to: copy.appending(path: "layouts/one.yaml"))
    try Self.write(
      "version: 1\nlayout: two\nextends: common\nlabels:\n  income.total: [\"[收入\"]\n",
      to: copy.appending(path: "layouts/two.yaml"))
    try Self.write(
      "version: 1\nlayout: three\nextends: common\nlabels:\n  meeting.expenses: [“會議費”, 会议费]\n",
      to: copy.appending(path: "layouts/three.yaml"))
    let run = try CommandRun(["mapping", "lint", copy.path])
    #expect(run.status == 1)
    #expect(run.output.contains("one.yaml:5:3: unknown concept «income.totl»"))
    #expect(run.output.contains("did you mean «income.total»"))
    #expect(run.output.contains("two.yaml:5:18: «[» in «[收入» is not closed"))
    #expect(run.output.contains("is not in matching form and never matches; write «会议费»"))
    #expect(run.output.contains("label «会议费» → meeting.expenses is what its words say"))
  }

  @Test func `coverage counts files and ranks what is left`() throws {
    let run = try CommandRun(["mapping", "coverage", Self.corpus("yunnan")])
    #expect(run.status == 0)
    #expect(run.output.contains("\tyunnan\t"))
    #expect(run.output.contains("固定资产"))
  }

  /// The steps of docs/mapping.md, one after the other, on a report of a province that has no
  /// layout.
  @Test func `a layout is drafted, edited, linted, tested and covers its report`() throws {
    let folder = try TemporaryFolder()
    let copy = folder.url.appending(path: "Mappings")
    try FileManager.default.copyItem(at: URL(filePath: Self.mappings), to: copy)
    let report = Self.corpus("new-province/0001/report.txt")

    let draft = try CommandRun([
      "mapping", "draft", report, "--id", "new-province", "--mappings", copy.path,
    ])
    #expect(draft.status == 0)
    #expect(draft.output.contains("layout: new-province"))
    #expect(draft.output.contains("«单位账面房产价值» 1 ×"))
    let file = copy.appending(path: "layouts/new-province.yaml")
    try Self.write(draft.output, to: file)
    #expect(try CommandRun(["mapping", "lint", copy.path]).status == 0)

    let example = Repository.root.appending(path: "Corpus/new-province/new-province.yaml")
    try Self.write(try String(contentsOf: example, encoding: .utf8), to: file)
    try Self.write(
      try String(
        contentsOf: Repository.root.appending(path: "Corpus/new-province/cases.yaml"),
        encoding: .utf8), to: copy.appending(path: "tests/new-province.yaml"))
    #expect(try CommandRun(["mapping", "lint", copy.path]).status == 0)
    let cases = try CommandRun(["mapping", "test", copy.path])
    #expect(cases.status == 0, "\(cases.errors)")
    let coverage = try CommandRun(["mapping", "coverage", report, "--mappings", copy.path])
    #expect(coverage.output.contains("\t0\tnew-province\t"), "\(coverage.output)")
  }

  private static func write(_ text: String, to file: URL) throws {
    try Data(text.utf8).write(to: file)
  }
}
