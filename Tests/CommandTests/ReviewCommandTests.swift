import Foundation
import TestSupport
import Testing

/// `review`, run as a person runs it, and its pages opened as a person opens them.
@Suite("Review", .serialized)
struct ReviewCommandTests {
  private static let corpus = Repository.path("Corpus")
  private static let reports = [
    "statements/0001/report.pdf", "xinjiang/0002/report.docx", "shanghai/0001/report.html",
    "statements/0002/report.xlsx",
  ]

  /// A folder with `out` (outputs of some reports of the corpus) and `in` (their sources).
  /// The hostile one is another report with markup at the end of every sentence: Chromium would ask
  /// for its picture, and tell the console of its script.
  private static func converted(
    _ reports: [String], hostile: String? = nil
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    if let hostile {
      let text = try String(contentsOf: URL(filePath: corpus + "/" + hostile), encoding: .utf8)
      let attack = #""><img src=x onerror=alert(1)></script><script>alert(2)</script>。"#
      let attacked = text.replacingOccurrences(of: "。", with: attack)
      #expect(attacked.count > text.count + 500)
      _ = try folder.file("in/hostile.txt", Array(attacked.utf8))
    }
    for report in reports {
      _ = try folder.file(
        "in/" + report, Array(Data(contentsOf: URL(filePath: corpus + "/" + report))))
    }
    let run = try CommandRun([
      "convert", folder.url.path + "/in", "--output", folder.url.path + "/out", "--quiet",
    ])
    #expect(run.status == 0)
    return folder
  }

  @Test func `every figure named is found in a browser and leads back`() throws {
    let folder = try Self.converted(Self.reports, hostile: "xinjiang/0001/report.txt")
    let site = folder.url.path + "/site"
    let run = try CommandRun([
      "review", folder.url.path + "/out", "--sources", folder.url.path + "/in", "--output", site,
    ])
    #expect(run.status == 0)
    #expect(run.errors.contains("5 pages; open"))
    for name in folder.files(below: "site") {
      let page = try Data(contentsOf: URL(filePath: site + "/" + name))
      #expect(page.count < 2_000_000, "\(name)")
    }
    let pdf = try String(
      contentsOf: URL(filePath: site + "/statements/0001/report.pdf.html"), encoding: .utf8)
    #expect(pdf.components(separatedBy: "data:image/webp;base64,").count == 7)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", Repository.path("scripts/look-at-review"), site,
    ]
    let log = folder.url.appending(path: "log")
    try Data().write(to: log)
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    let said = try String(contentsOf: log, encoding: .utf8)
    if process.terminationStatus == 77 { try Test.cancel("\(said)") }
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(said.components(separatedBy: "10 figures found").count == 6, "\(said)")
  }

  @Test func `only the file that was converted counts as the source`() throws {
    let folder = try Self.converted(["xinjiang/0001/report.txt"])
    let source = folder.url.path + "/in/xinjiang/0001/report.txt"
    let output = folder.url.path + "/out/xinjiang/0001/report.txt.json"
    func page(_ arguments: [String]) throws -> String {
      let run = try CommandRun(
        ["review", output, "--output", folder.url.path + "/one", "--lang", "en"] + arguments)
      #expect(run.status == 0)
      return try String(
        contentsOf: folder.url.appending(path: "one/report.txt.html"), encoding: .utf8)
    }
    #expect(try page([]).contains("Without the source only what the output quotes is shown"))
    // Found by its name, wherever it lies.
    let whole = try page(["--sources", folder.url.path + "/in"])
    #expect(!whole.contains("Without the source"))
    #expect(whole.contains(">all reports</a>") || whole.contains("all reports</a>"))
    let handle = try FileHandle(forWritingTo: URL(filePath: source))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("\n".utf8))
    try handle.close()
    #expect(
      try page(["--sources", folder.url.path + "/in"]).contains("is not the one that was converted")
    )
  }

  @Test func `pages are the same whatever the number of jobs, and ask for nothing`() throws {
    let folder = try Self.converted(["statements/0001/report.pdf", "xinjiang/0001/report.txt"])
    for jobs in ["1", "3"] {
      let run = try CommandRun([
        "review", folder.url.path + "/out", "--sources", folder.url.path + "/in", "--output",
        folder.url.path + "/site" + jobs, "--jobs", jobs, "--quiet",
      ])
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
    }
    #expect(folder.files(below: "site1").count == 3)
    for name in folder.files(below: "site1") {
      let page = try Data(contentsOf: folder.url.appending(path: "site1/" + name))
      #expect(try page == Data(contentsOf: folder.url.appending(path: "site3/" + name)))
      let text = String(decoding: page, as: UTF8.self)
      for address in ["http:", "https:", "src=\"/", "url(", "@import"] {
        #expect(!text.contains(address), "\(name) holds \(address)")
      }
    }
  }

  @Test func `what is no output is told, and the others have their pages`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("out/a.json", Array("{}".utf8))
    let input = try folder.file("good.txt", BadInputTests.good)
    _ = try CommandRun(["convert", input, "--output", folder.url.path + "/out", "--quiet"])
    let run = try CommandRun([
      "review", folder.url.path + "/out", "--output", folder.url.path + "/site",
    ])
    #expect(run.status == 2)
    #expect(run.errors.contains("a.json: this is not a juesuan-report/2"))
    #expect(folder.files(below: "site") == ["good.txt.html", "index.html"])
    let none = try CommandRun([
      "review", folder.url.path + "/nothing", "--output", folder.url.path + "/site2",
    ])
    #expect(none.status == 2)
    #expect(none.errors.contains("there is no output in"))
  }
}
