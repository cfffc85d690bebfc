import Foundation
import TestSupport
import Testing

/// Many reports at once: what is done again, what is not, and what comes out in which order.
@Suite("Bulk conversion")
struct BulkTests {
  private let folder: TemporaryFolder
  private let input: String
  private let output: String

  init() throws {
    folder = try TemporaryFolder()
    input = folder.url.path + "/in"
    output = folder.url.path + "/out"
  }

  private static func report(_ name: String, amount: String = "12.30") -> [UInt8] {
    Array(
      """
      \(name)2024年度部门决算公开说明

      第一部分 部门决算情况说明

      一、收入支出决算总体情况说明
      2024年度收入总计\(amount)万元，支出总计\(amount)万元。

      """.utf8)
  }

  private func write(_ names: [String]) throws {
    for name in names { _ = try folder.file("in/" + name, Self.report("某县测试局")) }
  }

  /// Sets a file's time back, since a stamp of this very moment is not trusted.
  private func age(_ path: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: path)
  }

  private func convert(_ more: String...) throws -> CommandRun {
    try CommandRun(["convert", input, "--output", output] + more)
  }

  /// The manifest's lines by their reports.
  private func manifest() throws -> [String: [String: Any]] {
    let text = try String(contentsOfFile: output + "/manifest.ndjson", encoding: .utf8)
    var lines: [String: [String: Any]] = [:]
    for line in text.split(separator: "\n") {
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      lines[try #require(object["input"] as? String)] = object
    }
    return lines
  }

  private func outputs() -> [String] { folder.outputs() }

  private func number(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.systemFileNumber] as? Int)
  }

  @Test func `a second run does nothing, by stamp or by content`() throws {
    try write(["a.txt", "sub/b.txt"])
    try age(input + "/a.txt")
    #expect(try convert().status == 0)
    let before = try ["a.txt.json", "sub/b.txt.json"].map { try number(of: output + "/" + $0) }
    let second = try convert()
    #expect(second.status == 0)
    #expect(second.errors.contains("2 converted, 0 failed (2 of all unchanged)"))
    try age(input + "/sub/b.txt")
    #expect(try convert().errors.contains("(2 of all unchanged)"))
    let after = try ["a.txt.json", "sub/b.txt.json"].map { try number(of: output + "/" + $0) }
    #expect(before == after)
  }

  @Test func `what changed is converted again, and nothing else`() throws {
    try write(["a.txt", "b.txt", "c.txt"])
    #expect(try convert().status == 0)
    _ = try folder.file("in/a.txt", Self.report("某县测试局", amount: "45.60"))
    try FileManager.default.removeItem(atPath: output + "/b.txt.json")
    let run = try convert()
    #expect(run.errors.contains("3 converted, 0 failed (1 of all unchanged)"))
    let json = try String(contentsOfFile: output + "/a.txt.json", encoding: .utf8)
    #expect(json.contains("45.60"))
    #expect(outputs() == ["a.txt.json", "b.txt.json", "c.txt.json"])
  }

  @Test func `a changed layout file redoes the reports of its layout alone`() throws {
    let mappings = folder.url.path + "/Mappings"
    try FileManager.default.copyItem(
      atPath: Repository.root.path + "/Mappings", toPath: mappings)
    for layout in ["hunan", "yunnan", "new-province"] {
      let source = Repository.root.path + "/Corpus/\(layout)/0001/report.txt"
      _ = try folder.file("in/\(layout).txt", Array(try Data(contentsOf: URL(filePath: source))))
    }
    #expect(try convert("--mappings", mappings).status == 0)
    func change(_ file: String) throws {
      let path = mappings + "/" + file
      try (String(contentsOfFile: path, encoding: .utf8) + "\n# changed\n").write(
        toFile: path, atomically: true, encoding: .utf8)
    }
    try change("layouts/hunan.yaml")
    #expect(try convert("--mappings", mappings).errors.contains("(2 of all unchanged)"))
    try change("layouts/common.yaml")
    #expect(!(try convert("--mappings", mappings).errors.contains("unchanged")))
    try change("tests/common.yaml")
    #expect(try convert("--mappings", mappings).errors.contains("(3 of all unchanged)"))
    try change("checks/rates.yaml")
    #expect(!(try convert("--mappings", mappings).errors.contains("unchanged")))
  }

  @Test func `a failure that did not change is told again without another try`() throws {
    try write(["a.txt"])
    _ = try folder.file("in/cut.docx", [0x50, 0x4B, 0x03, 0x04, 0x14, 0])
    try age(input + "/cut.docx")
    #expect(try convert().status == 2)
    let again = try convert()
    #expect(again.status == 2)
    #expect(again.errors.contains("cut.docx: the file is damaged"))
    #expect(again.errors.contains("(2 of all unchanged)"))
    #expect(try convert("--retry-failed").errors.contains("(1 of all unchanged)"))
    let line = try #require(try manifest()["cut.docx"])
    #expect(line["status"] as? String == "unreadable")
    #expect(line["output"] == nil)
  }

  @Test func `the manifest tells what became of each report`() throws {
    try write(["a.txt"])
    #expect(try convert().status == 0)
    let line = try #require(try manifest()["a.txt"])
    #expect(line["status"] as? String == "converted")
    #expect(line["kind"] as? String == "department_final_accounts")
    #expect(line["layout"] as? String == "common")
    #expect((line["coverage"] as? [String: Int])?["mapped"] == 2)
    #expect(line["source"] as? String == input + "/a.txt")
  }

  @Test func `outputs of reports that are gone are told, and removed when asked`() throws {
    try write(["a.txt", "b.txt"])
    #expect(try convert().status == 0)
    try FileManager.default.removeItem(atPath: input + "/b.txt")
    let told = try convert()
    #expect(told.status == 0)
    #expect(told.errors.contains("b.txt.json: its report is gone\n"))
    #expect(outputs() == ["a.txt.json", "b.txt.json"])
    #expect(try convert("--prune").errors.contains("b.txt.json: its report is gone; removed"))
    #expect(outputs() == ["a.txt.json"])
    #expect(try manifest().keys.sorted() == ["a.txt"])
  }

  @Test func `names that would move the cursor are written out, folders too deep are told`() throws
  {
    _ = try folder.file("in/a\u{1B}[2J\n.pdf", Array("no".utf8))
    let deep = (0..<70).map { "\($0)" }.joined(separator: "/")
    _ = try folder.file("in/" + deep + "/a.txt", Self.report("某县测试局"))
    let run = try convert()
    #expect(run.status == 2)
    #expect(run.errors.contains("in/a\\u{1b}[2J\\u{a}.pdf: "))
    #expect(!run.errors.contains("\u{1B}"))
    #expect(run.errors.contains("it lies too deep in the folders"))
  }

  @Test func `what another run did for other reports stays`() throws {
    try write(["a.txt", "b.txt"])
    #expect(try CommandRun(["convert", input + "/a.txt", "--output", output]).status == 0)
    #expect(try CommandRun(["convert", input + "/b.txt", "--output", output]).status == 0)
    #expect(try manifest().keys.sorted() == ["a.txt", "b.txt"])
  }

  @Test func `a folder that another run writes into is refused`() throws {
    try write(["a.txt"])
    #expect(try convert().status == 0)
    let lock = open(output + "/.juesuan/lock", O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    let run = try convert()
    #expect(run.status == 1)
    #expect(run.errors.contains("another run is writing into \(output); wait for it"))
  }

  @Test func `reports on standard output come in the order of the inputs`() throws {
    for number in 0..<12 {
      _ = try folder.file(
        "in/\(number + 10).txt", Self.report("某县测试局", amount: "\(number).00"))
    }
    let one = try CommandRun(["convert", input, "--ndjson", "-", "--jobs", "1"])
    let three = try CommandRun(["convert", input, "--ndjson", "-", "--jobs", "3"])
    #expect(one.output == three.output)
    let lines = one.output.split(separator: "\n")
    #expect(lines.count == 12)
    for (number, line) in lines.enumerated() {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let identity = object?["report"] as? [String: Any]
      #expect((identity?["source"] as? [String: Any])?["file"] as? String == "\(number + 10).txt")
    }
    #expect(!FileManager.default.fileExists(atPath: output))
  }

  @Test func `reports that did not change come to standard output, too`() throws {
    try write(["a.txt", "b.txt"])
    #expect(try convert().status == 0)
    let run = try convert("--ndjson", "-")
    #expect(run.errors.contains("(2 of all unchanged)"))
    #expect(run.output.split(separator: "\n").count == 2)
  }

  @Test func `lists of files may be separated by lines or by NUL`() throws {
    try write(["a b.txt", "c.txt", "d.txt"])
    let lines = try folder.file("lines", Array("\(input)/a b.txt\r\n\(input)/c.txt\n".utf8))
    let run = try CommandRun(["convert", "--files-from", lines, "--output", output])
    #expect(run.status == 0)
    #expect(outputs() == ["a b.txt.json", "c.txt.json"])
    let nul = try folder.file("nul", Array("\(input)/c.txt\0\(input)/d.txt\0".utf8))
    #expect(try CommandRun(["convert", "--files-from", nul, "--output", output]).status == 0)
    #expect(outputs() == ["a b.txt.json", "c.txt.json", "d.txt.json"])
  }

  @Test func `patterns choose among the files of a folder`() throws {
    try write(["2023/a.txt", "2024/a.txt", "2024/draft.txt"])
    let run = try convert("--include", "2024/*", "--exclude", "draft*")
    #expect(run.status == 0)
    #expect(outputs() == ["2024/a.txt.json"])
  }

  @Test func `archives are read in place, and nothing in them leads out`() throws {
    let script = """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
          body = open(sys.argv[2], "rb").read()
          archive.writestr("./2024/report.txt", body)
          archive.writestr("notes.md", b"no report")
          archive.writestr("../escape.txt", body)
          archive.writestr("QQQQ.txt", body)
      content = open(sys.argv[1], "rb").read()
      # As programs in China write names: in GB18030, and without saying so.
      open(sys.argv[1], "wb").write(content.replace(b"QQQQ", "决算".encode("gb18030")))
      """
    let report = try folder.file("report.txt", Self.report("某县测试局"))
    try FileManager.default.createDirectory(atPath: input, withIntermediateDirectories: true)
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script, input + "/all.zip", report]
    try python.run()
    python.waitUntilExit()
    #expect(python.terminationStatus == 0)
    try age(input + "/all.zip")
    let run = try convert()
    #expect(run.status == 2)
    #expect(run.errors.contains("all.zip/../escape.txt: this path leads out of the archive"))
    #expect(outputs() == ["all.zip/2024/report.txt.json", "all.zip/决算.txt.json"])
    #expect(try convert().errors.contains("(2 of all unchanged)"))
  }
}

/// Runs that come to an end in another way than their own.
@Suite("Disturbed runs")
struct DisturbedRunTests {
  private func python(_ script: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", Repository.root.path + "/scripts/" + script] + arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test func `kills of supervisor and workers change nothing in the end`() throws {
    let program: URL = try #require(CommandRun.program)
    #expect(
      try python(
        "check-kills", ["--count", "24", "--kills", "8", "--program", program.path]) == 0)
  }

  @Test func `a signal stops a run in order, and the same command goes on`() throws {
    let folder = try TemporaryFolder()
    let report = Repository.root.path + "/Corpus/hunan/0001/report.txt"
    let content = Array(try Data(contentsOf: URL(filePath: report)))
    for number in 0..<300 { _ = try folder.file("in/\(number).txt", content) }
    let process = Process()
    let program: URL = try #require(CommandRun.program)
    process.executableURL = program
    process.arguments = [
      "convert", folder.url.path + "/in", "--output", folder.url.path + "/out", "--mappings",
      Repository.root.path + "/Mappings",
    ]
    let errors = try folder.file("errors", [])
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
    try process.run()
    while process.isRunning, folder.outputs().count < 3 { usleep(20_000) }
    process.interrupt()
    process.waitUntilExit()
    let told = try String(contentsOfFile: errors, encoding: .utf8)
    #expect(process.terminationStatus == 130)
    #expect(told.contains("of 300 reports; the same command goes on from there"))
    let done = folder.outputs().count
    #expect(done < 300)
    let rest = try CommandRun([
      "convert", folder.url.path + "/in", "--output", folder.url.path + "/out",
    ])
    #expect(rest.status == 0)
    #expect(rest.errors.contains("300 converted, 0 failed (\(done) of all unchanged)"))
    #expect(folder.outputs().count == 300)
  }
}
