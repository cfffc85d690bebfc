import Foundation
import TestSupport
import Testing

/// Reports with known truth, made by `scripts/generate-reports` and compared in every format.
@Suite("Generated reports")
struct GeneratedReportsTests {
  @Test(
    .enabled(
      if: Script.hasPythonModules("reportlab", "openpyxl"),
      "python3 lacks reportlab or openpyxl; scripts/bootstrap installs them"))
  func `every cell stands in its place in every format, and all formats give the same facts`()
    throws
  {
    let folder = try TemporaryFolder()
    let path = folder.url.path
    let made = try Script(
      "generate-reports", ["--seed", "4100", "--count", "3", "--output", path])
    #expect(made.status == 0, "\(made.output)")
    let program = try #require(CommandRun.program).path
    let checked = try Script("check-generated", [path, "--program", program])
    #expect(checked.status == 0, "\(checked.output)")
    #expect(checked.output.contains("differences: none"))
  }

  @Test func `every seeded error that a relation speaks of is found, and nothing in clean reports`()
    throws
  {
    let program = try #require(CommandRun.program).path
    let run = try Script(
      "seed-errors", ["--seed", "77", "--count", "4", "--errors", "20", "--program", program])
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains(" 0 false alarms"))
  }
}

/// One run of a script of the project.
struct Script {
  let status: Int32
  /// What it wrote, errors too.
  let output: String

  init(_ name: String, _ arguments: [String]) throws {
    try self.init(Repository.root.appending(path: "scripts/" + name), arguments)
  }

  /// One run of a program on the PATH.
  static func program(_ name: String, _ arguments: [String]) throws -> Script {
    try Script(URL(filePath: "/usr/bin/env"), [name] + arguments)
  }

  private init(_ program: URL, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "out")
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOf: file, encoding: .utf8)
  }

  /// Whether the machine's Python finds these modules.
  static func hasPythonModules(_ modules: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import " + modules.joined(separator: ",")]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
