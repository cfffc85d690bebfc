import Foundation
import TestSupport
import Testing

/// Forms of reports beside the modern final accounts, made with known truth by `scripts/check-forms`.
@Suite("Forms of reports")
struct FormTests {
  @Test(arguments: ["budget", "bracket", "dash", "names", "groups", "three", "merged"])
  func `every amount of a form is the fact that it is, and there is no other`(form: String) throws {
    let run = try Self.check("--forms", form, "--seed", "21", "--count", "2")
    #expect(run.status == 0, "\(run.output)")
  }

  /// `scripts/check-forms --attacks -1` makes all of them.
  @Test func `what is hidden loses facts, what is reordered none, and neither makes a wrong one`()
    throws
  {
    let run = try Self.check("--seed", "31", "--attacks", "5")
    #expect(run.status == 0, "\(run.output)")
  }

  private static func check(_ arguments: String...) throws -> Script {
    try Script(
      "check-forms", arguments + ["--program", try #require(CommandRun.program).path])
  }
}
