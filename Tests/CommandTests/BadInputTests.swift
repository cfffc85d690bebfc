import Foundation
import TestSupport
import Testing

@Suite("Bad input")
struct BadInputTests {
  static let good = Array(
    "某县测试局2024年度部门决算公开说明\n\n第一部分 单位概况\n一、主要职能\n1.管理测试工作。\n".utf8)

  /// Something that is no report, by the name it comes under.
  struct BadFile: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    var testDescription: String { name }
  }

  static let badFiles = [
    BadFile(name: "empty.txt", bytes: []),
    BadFile(name: "blank.txt", bytes: Array("  \n\n".utf8)),
    BadFile(name: "cut.docx", bytes: [0x50, 0x4B, 0x03, 0x04] + Array("\u{14}\0\0\0\u{8}\0".utf8)),
    // The end record of an archive without any entry.
    BadFile(
      name: "no-report.docx",
      bytes: [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)),
    BadFile(name: "header.pdf", bytes: Array("%PDF-1.7\n%%EOF\nxx".utf8)),
    BadFile(
      name: "~$report.xlsx", bytes: [5] + Array("admin".utf8) + [UInt8](repeating: 0x20, count: 159)
    ),
    BadFile(
      name: "noise.txt",
      bytes: (0..<4096).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) }),
  ]

  @Test(arguments: badFiles)
  func `a file that is no report is told, and the others are converted`(_ bad: BadFile) throws {
    let folder = try TemporaryFolder()
    let badPath = try folder.file("in/" + bad.name, bad.bytes)
    let goodPath = try folder.file("in/good.txt", Self.good)
    let run = try CommandRun([
      "convert", badPath, goodPath, "--output", folder.url.appending(path: "out").path,
    ])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    let line = try #require(run.errors.split(separator: "\n").first)
    #expect(line.hasPrefix(badPath + ": "))
    #expect(line.contains("; "))
    #expect(folder.outputs() == ["good.txt.json"])
  }

  @Test func `a file that is not there is told`() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "nowhere.txt").path
    let run = try CommandRun(["convert", path, "--output", folder.url.path + "/out"])
    #expect(run.status == 2)
    #expect(
      run.errors.contains(path + ": cannot be read: no such file or directory; check the path"))
    #expect(folder.outputs().isEmpty)
  }

  @Test func `a folder without reports is told`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("in/notes.md", Array("# x".utf8))
    let run = try CommandRun([
      "convert", folder.url.path + "/in", "--output", folder.url.path + "/out",
    ])
    #expect(run.status == 2)
    #expect(run.errors.contains("no report in this folder"))
    #expect(folder.outputs().isEmpty)
  }

  @Test func `a device is refused at once`() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(["convert", "/dev/zero", "--output", folder.url.path + "/out"])
    #expect(run.status == 2)
    #expect(run.errors.contains("not a regular file"))
  }

  @Test func `wrong use has its own exit code`() throws {
    #expect(try CommandRun(["convert"]).status == 64)
    #expect(try CommandRun(["convert", "x", "--output", "y", "--jobs", "0"]).status == 64)
  }

  @Test func `mappings that are not there are told`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("good.txt", Self.good)
    let run = try CommandRun([
      "convert", path, "--output", folder.url.path + "/out", "--mappings", folder.url.path + "/no",
    ])
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("juesuan: "))
    #expect(folder.outputs().isEmpty)
  }

  @Test func `an output that cannot be written is no fault of the input`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("good.txt", Self.good)
    let blocked = try folder.file("out", [0x78])
    let run = try CommandRun(["convert", path, "--output", blocked])
    #expect(run.status == 1)
    #expect(run.errors.contains("cannot write \(blocked)"))
  }
}
