import Foundation
import TestSupport
import Testing

/// Reports said in other words by `scripts/vary-report`; `make vary` asks that they give no other fact.
@Suite("Variations")
struct VariationTests {
  @Test func `a seed gives the same variation every time, and tells what it changed`() throws {
    let folder = try TemporaryFolder()
    let paths = ["first.txt", "second.txt"].map { folder.url.appending(path: $0) }
    let runs = try paths.map {
      try Script("vary-report", ["xinjiang/0002", "--seed", "5", "--output", $0.path])
    }
    #expect(runs[0].status == 0, "\(runs[0].output)")
    #expect(runs[0].output == runs[1].output)
    #expect(runs[0].output.contains("» → «"))
    #expect(try Data(contentsOf: paths[0]) == Data(contentsOf: paths[1]))
  }

  @Test func `a change that does not keep the meaning is found`() throws {
    let program = try #require(CommandRun.program).path
    let run = try Script("vary-report", ["--check", "8", "--wrong", "--program", program])
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("self-test: 7 of 7 deliberately wrong variations found"))
  }

  @Test func `columns in another order give the same facts`() throws {
    let program = try #require(CommandRun.program).path
    let run = try Script(
      "vary-report", ["--check", "8", "--only", "columns in another order", "--program", program])
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains(" 0 OTHER"))
  }
}
