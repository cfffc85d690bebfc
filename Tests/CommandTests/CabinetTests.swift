import Foundation
import TestSupport
import Testing

/// Bombs and broken files, made by `scripts/make-cabinet`. Here only the small ones are tried, since a
/// debug build is slow; `make cabinet` tries all with a release build and the limits of 5 s and 512 MB.
@Suite("Cabinet")
struct CabinetTests {
  /// Bytes of a file. Most bombs are far smaller than what they unpack to.
  private static let largest = 60_000
  private static let fewest = 80

  @Test func `no small bomb or broken file does harm, and each is told`() throws {
    let folder = try TemporaryFolder()
    let cabinet = folder.url.appending(path: "cabinet").path
    let made = try Script("make-cabinet", [cabinet])
    #expect(made.status == 0, "\(made.output)")
    let program = try #require(CommandRun.program).path
    let run = try Script(
      "check-cabinet",
      [
        cabinet, "--program", program, "--mappings",
        Repository.mappings, "--largest", "\(Self.largest)",
        // A debug build takes twenty times as long, and the tests beside take the processors.
        "--seconds", "100", "--megabytes", "1024",
      ])
    #expect(run.status == 0, "\(run.output)")
    let count = run.output.split(separator: "\n").last { $0.contains(" entries, 0 amiss") }
      .flatMap { Int($0.prefix { $0.isNumber }) }
    #expect(try #require(count, "\(run.output)") >= Self.fewest)
  }
}
