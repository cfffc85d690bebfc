import Foundation
import TestSupport
import Testing

/// `check` and `verify`, run as a person runs them.
@Suite("Check and verify")
struct CheckCommandTests {
  private func converted(_ path: String) throws -> (folder: TemporaryFolder, output: String) {
    let folder = try TemporaryFolder()
    let run = try CommandRun([
      "convert", Repository.path("Corpus/" + path), "--output",
      folder.url.path, "--quiet",
    ])
    #expect(run.status == 0)
    let name = try #require(path.split(separator: "/").last)
    return (folder, folder.url.appending(path: name + ".json").path)
  }

  @Test func `check tells what fails in both languages, and its exit code says so`() throws {
    let (folder, output) = try converted("xinjiang/0001/report.txt")
    defer { withExtendedLifetime(folder) {} }
    let chinese = try CommandRun(["check", output, "--lang", "zh"])
    #expect(chinese.status == 1)
    #expect(chinese.output.contains("fail error same.value"))
    #expect(chinese.output.contains("同一数字在各处一致：«交通运输支出» 245.40（第34行）"))
    let english = try CommandRun(["check", output, "--lang", "en", "--fail-on", "never"])
    #expect(english.status == 0)
    #expect(english.output.contains("a figure is the same wherever it stands"))
    let json = try CommandRun(["check", output, "--json"])
    for line in json.output.split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["status"] as? String == "fail")
    }
  }

  @Test func `check of what adds up is silent but for its counts`() throws {
    let (folder, output) = try converted("statements/0001/report.txt")
    defer { withExtendedLifetime(folder) {} }
    let run = try CommandRun(["check", folder.url.path])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix(output))
    #expect(run.output.contains(" 0 fail,"))
    #expect(run.output.split(separator: "\n").count == 1)
  }

  @Test func `what is no output is told`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.json", Array("{}".utf8))
    let run = try CommandRun(["check", file])
    #expect(run.status == 2)
    #expect(run.errors.contains("this is not a juesuan-report/2"))
  }

  @Test func `a remark is told after the relations, and does not make the exit code 1`() throws {
    let folder = try TemporaryFolder()
    let json = """
      {"schema": "juesuan-report/2", "remarks": [{"id": "year.later", "severity": "error",
        "message": {"zh": "年度不对", "en": "another year"}, "source": {"block": 0}}]}
      """
    let file = try folder.file("a.json", Array(json.utf8))
    let run = try CommandRun(["check", file, "--lang", "zh"])
    #expect(run.status == 0)
    #expect(run.output.contains("  remark error year.later\n    年度不对\n"), "\(run)")
    let line = try CommandRun(["check", file, "--json"]).output
    #expect(line.contains(#""remark": 0, "id": "year.later", "severity": "error""#), "\(line)")
  }

  @Test func `a likely misprint is told in the digits printed`() throws {
    let folder = try TemporaryFolder()
    let json = """
      {"schema": "juesuan-report/2", "suspects": [{"figure": "f1", "printed": 1205.00,
        "proposed": 1250.00, "slip": "digits_swapped", "resolves": [0]}]}
      """
    let run = try CommandRun(["check", try folder.file("a.json", Array(json.utf8))])
    #expect(
      run.output.contains("  suspect f1: 1205.00 → 1250.00? (digits_swapped; mends 1)"), "\(run)")
  }

  @Test func `verify proves an output against its source and against no other`() throws {
    let (folder, output) = try converted("yunnan/0001/report.txt")
    let source = Repository.root.appending(path: "Corpus/yunnan/0001/report.txt")
    let proved = try CommandRun(["verify", output, source.path])
    #expect(proved.status == 0)
    #expect(proved.output.hasSuffix("places proved\n"))
    let text = try String(contentsOf: source, encoding: .utf8)
    let range = try #require(text.range(of: "8624.37"))
    let changed = text.replacingCharacters(in: range, with: "8624.38")
    let other = try folder.file("other.txt", Array(changed.utf8))
    let refused = try CommandRun(["verify", output, other])
    #expect(refused.status == 1)
    #expect(refused.output.contains("the source is not the file that was converted"))
  }

  @Test func `verify tells an output that was edited, and what it says otherwise`() throws {
    let (folder, output) = try converted("yunnan/0001/report.txt")
    let source = Repository.path("Corpus/yunnan/0001/report.txt")
    let text = try String(contentsOfFile: output, encoding: .utf8)
    let range = try #require(text.range(of: "\"yuan\": 86243700"))
    let edited = text.replacingCharacters(in: range, with: "\"yuan\": 8624370")
    let run = try CommandRun(["verify", try folder.file("edited.json", text: edited), source])
    #expect(run.status == 1)
    #expect(run.output.contains("/digest: the output is not as it was written: it was edited"))
    #expect(
      run.output.contains("the output says 8624370, the source read again gives 86243700"))
    #expect(run.output.contains("«8624.37万元» is not 8624370 yuan"))
    // Without reading again the record still contradicts itself.
    let places = try CommandRun([
      "verify", "--places", folder.path("edited.json"), source,
    ])
    #expect(places.status == 1 && places.output.contains("is not 8624370 yuan"))
  }
}
