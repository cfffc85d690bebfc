import Foundation
import TestSupport
import Testing

/// What authors of mapping files do wrong, and what they are told.
@Suite("Faults of authors")
struct AuthoringFaultsTests {
  /// A copy of the mapping files with one more layout.
  private struct Mappings {
    let folder: TemporaryFolder
    let path: String

    init(layout: String, mark: [UInt8] = []) throws {
      folder = try TemporaryFolder()
      let copy = folder.url.appending(path: "Mappings")
      try FileManager.default.copyItem(at: URL(filePath: Repository.mappings), to: copy)
      path = copy.path
      try (Data(mark) + Data(layout.utf8)).write(to: copy.appending(path: "layouts/zz.yaml"))
    }

    func lint() throws -> CommandRun { try CommandRun(["mapping", "lint", path]) }
  }

  private static let head = "version: 1\nlayout: zz\nextends: common\nrecognize: [甲乙, 丙丁]\n"

  @Test func `all that is wrong in a file is told at once`() throws {
    let run = try Mappings(
      layout: Self.head + """
        sections:
          - id: a
            headings: [2023年度收入情况]
            dimensions: { fund: genral_public_budget }
          - id: b
            contents: text
        labels:
          income.totl: [甲]
          income.other: [其他收入(万元), 2022年其他收入, 别的收入]
          assets.vehicles: [{ dimensions: { vehicle_use: fire }, labels: [消防车] }]
        """
    ).lint()
    #expect(run.status == 1)
    for said in [
      "zz.yaml:7:16: «2023年度收入情况» holds for one year only; leave «2023年度» out",
      "zz.yaml:8:25: unknown fund «genral_public_budget»; did you mean «general_public_budget»?",
      "zz.yaml:10:5: unknown key «contents»; did you mean «content»?",
      "zz.yaml:12:3: unknown concept «income.totl»",
      "zz.yaml:13:18: «其他收入(万元)» ends with a unit",
      "zz.yaml:13:28: «2022年其他收入» holds for one year only",
      "zz.yaml:14:50: unknown vehicle_use «fire»",
    ] { #expect(run.output.contains(said), "\(said) in \(run.output)") }
    #expect(run.output.split(separator: "\n").count == 7)
  }

  @Test func `a byte order mark, full-width colons and tabs are told in plain words`() throws {
    let marked = try Mappings(layout: Self.head, mark: [0xEF, 0xBB, 0xBF]).lint()
    #expect(marked.output.contains("zz.yaml:1:1: begins with a byte order mark"))
    for (layout, said) in [
      ("version：1\nlayout: zz\n", "line 1: «：» is a full-width colon; write «: »"),
      (Self.head + "labels：\n  income.other: [甲]\n", "line 5: «：» is a full-width colon"),
      (Self.head + "labels:\n  income.other：[甲]\n", "«：» is a full-width colon"),
      (Self.head + "labels:\n\tincome.other: [甲]\n", "line 6: it is indented with a tab"),
      (Self.head + "labels:\n  income.other:[甲]\n", "the colon needs a space behind it"),
    ] {
      let run = try Mappings(layout: layout).lint()
      #expect(run.status == 1)
      #expect(run.output.contains(said), "\(said) in \(run.output)")
    }
  }

  @Test func `labels that the lexicon composes are told, and refused where it says something else`()
    throws
  {
    let run = try Mappings(
      layout: Self.head + """
        labels:
          income.other: [其他收入, 别的收入, 基本支出]
          assets.vehicles: [办公车辆]
        """
    ).lint()
    #expect(run.status == 1)
    #expect(run.output.contains("label «其他收入» → income.other is what its words say; leave it out"))
    #expect(
      run.output.contains(
        "label «基本支出» stands for income.other, but its words say expenditure.basic"))
    #expect(run.output.split(separator: "\n").count == 2)
  }

  @Test func `a layout that no report is read with is told`() throws {
    let without = try Mappings(layout: "version: 1\nlayout: zz\nextends: common\n").lint()
    #expect(without.status == 1)
    #expect(without.output.contains("has no «recognize»"))
    let hubei = try String(
      contentsOfFile: Repository.mappings + "/layouts/hubei.yaml", encoding: .utf8)
    let twin = try Mappings(
      layout: hubei.replacing("layout: hubei", with: "layout: zz", maxReplacements: 1)
    ).lint()
    #expect(twin.status == 1)
    #expect(twin.output.contains("is recognized by the same headings as «hubei»"))
  }

  @Test func `a broken layout is told, and reports of the others are converted`() throws {
    let mappings = try Mappings(layout: Self.head + "labels:\n  income.totl: [甲]\n")
    let output = mappings.folder.url.appending(path: "out")
    let run = try CommandRun([
      "convert", Repository.path("Corpus/hubei/0001/report.txt"), "--output", output.path,
      "--mappings", mappings.path,
    ])
    #expect(run.status == 2)
    #expect(run.errors.contains("zz.yaml: line 6: unknown concept «income.totl»"))
    let written = try String(
      contentsOf: output.appending(path: "report.txt.json"), encoding: .utf8)
    #expect(written.contains("\"hubei\""))
  }

  @Test func `the layouts that were not taken are told with what they lack`() throws {
    let report = Repository.path("Corpus/yunnan/0001/report.txt")
    let run = try CommandRun(["explain", report, "--layouts"])
    #expect(run.output.hasPrefix("read with «yunnan»\nyunnan: 6 of 6 headings seen; taken\n"))
    #expect(run.output.contains("not taken: three in five are needed\n  no heading has: «"))
    let forced = try CommandRun(["explain", report, "--layouts", "--layout", "hubei"])
    #expect(forced.output == "read with «hubei»\nno other layout was asked for\n")
    let unknown = try CommandRun(["explain", report, "--layout", "yunnnan"])
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("there is no layout «yunnnan»; did you mean «yunnan»?"))
  }

  @Test func `coverage tells what other mapping files change`() throws {
    let folder = try TemporaryFolder()
    let report = Repository.path("Corpus/new-province/0001/report.txt")
    let made = try CommandRun(["convert", report, "--output", folder.path, "--quiet"])
    #expect(made.status == 0)
    let same = try CommandRun(["mapping", "coverage", report, "--against", folder.path])
    #expect(same.output.hasSuffix(" facts as before, 0 figures gained, 0 lost, 0 changed\n"))
    let example = try String(
      contentsOfFile: Repository.path("Corpus/new-province/new-province.yaml"), encoding: .utf8)
    let mappings = try Mappings(layout: example)
    let other = try CommandRun([
      "mapping", "coverage", report, "--against", folder.path, "--mappings", mappings.path,
    ])
    #expect(other.output.contains("2 figures gained, 0 lost, 0 changed\n"))
    #expect(other.output.contains("line 11 «56.00万元»: assets.building_value actual 56.00 CNY_10K"))
  }
}
