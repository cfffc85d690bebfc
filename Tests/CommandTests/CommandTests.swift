import Foundation
import TestSupport
import Testing

@Suite("Command")
struct CommandTests {
  @Test func `the structure below a folder is kept and links in a circle end`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("in/a/report.txt", BadInputTests.good)
    _ = try folder.file("in/b/report.txt", BadInputTests.good)
    _ = try folder.file("in/b/~$report.docx", [1])
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.path + "/in/b/again", withDestinationPath: "..")
    let run = try CommandRun([
      "convert", folder.url.path + "/in", "--output", folder.url.path + "/out", "--quiet",
    ])
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(folder.outputs() == ["a/report.txt.json", "b/report.txt.json"])
  }

  @Test func `the number of jobs changes nothing in the output`() throws {
    let folder = try TemporaryFolder()
    for index in 0..<6 { _ = try folder.file("in/\(index).txt", BadInputTests.good) }
    for jobs in ["1", "4"] {
      let run = try CommandRun([
        "convert", folder.url.path + "/in", "--output", folder.url.path + "/out" + jobs, "--jobs",
        jobs,
      ])
      #expect(run.status == 0)
    }
    #expect(folder.outputs("out1").count == 6)
    for name in folder.outputs("out1") {
      let first = try Data(contentsOf: folder.url.appending(path: "out1/" + name))
      #expect(try first == Data(contentsOf: folder.url.appending(path: "out4/" + name)))
    }
  }

  @Test func `two inputs of one name are told instead of one lost`() throws {
    let folder = try TemporaryFolder()
    let first = try folder.file("a/report.txt", BadInputTests.good)
    let second = try folder.file("b/report.txt", BadInputTests.good)
    let run = try CommandRun(["convert", first, second, "--output", folder.url.path + "/out"])
    #expect(run.status == 2)
    #expect(run.errors.contains("two inputs would both be written"))
  }

  @Test(arguments: ["read", "segment", "map"])
  func `each stage can be looked at`(_ stage: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("good.txt", BadInputTests.good)
    let run = try CommandRun(["inspect", path, "--stage", stage])
    #expect(run.status == 0)
    #expect(!run.output.isEmpty)
    #expect(run.errors.isEmpty)
  }

  @Test func `the version is printed`() throws {
    #expect(try CommandRun(["version"]).output.hasPrefix("juesuan "))
  }

  @Test func `outputs are valid against the schema`() throws {
    let folder = try TemporaryFolder()
    let schema = try folder.file("schema.json", Array(try CommandRun(["schema"]).output.utf8))
    let path = try folder.file("good.txt", BadInputTests.good)
    _ = try CommandRun(["convert", path, "--output", folder.url.path + "/out"])
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let committed = Repository.path("Output")
    process.arguments =
      [
        "python3", Repository.root.path + "/scripts/validate-output", schema,
        folder.url.path + "/out",
      ]
      + (FileManager.default.fileExists(atPath: committed) ? [committed] : [])
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
