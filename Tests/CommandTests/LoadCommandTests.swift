import Foundation
import TestSupport
import Testing

/// `load` and `export`, run as a person runs them; sqlite3 and Python packages are the judges.
@Suite("Load and export")
struct LoadCommandTests {
  private static let outputs = Repository.path("Output")

  private func sqlite(_ arguments: [String]) throws -> String {
    try Script.program("sqlite3", arguments).output
  }

  /// The parts of the chapter of the README: each query with the table that stands behind it.
  private func queries() throws -> [(sql: String, table: [String])] {
    let text = try String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
    let parts = text.components(separatedBy: "```sql\n").dropFirst()
    return parts.map { part in
      let halves = part.components(separatedBy: "\n```\n")
      let table = halves.dropFirst().joined(separator: "\n").split(separator: "\n")
        .prefix { $0.hasPrefix("|") }
      return (halves[0], table.map(Self.plain))
    }
  }

  /// A line of a table without the white space and dashes that only fill it.
  private static func plain(_ line: some StringProtocol) -> String {
    line.split(separator: "|").map { cell in
      let text = cell.trimmingCharacters(in: .whitespaces)
      return text.allSatisfy({ $0 == "-" }) ? "-" : text
    }.joined(separator: "|")
  }

  @Test func `the queries of the README answer as it says`() throws {
    let folder = try TemporaryFolder()
    let database = folder.url.appending(path: "accounts.db").path
    let run = try CommandRun(["load", Self.outputs, "--sqlite", database])
    #expect(run.status == 0 && run.errors.contains(" reports added, 0 replaced, 0 unchanged"))
    let queries = try queries()
    #expect(queries.count == 3)
    for (sql, table) in queries {
      let answer = try sqlite(["-markdown", database, sql]).split(separator: "\n").map(Self.plain)
      #expect(answer == table, "\(sql)")
      #expect(table.count >= 4)
    }
  }

  @Test func `what is no output is told, the rest is loaded, and the exit code says so`() throws {
    let folder = try TemporaryFolder()
    let good = try Data(
      contentsOf: Repository.root.appending(
        path: "Output/new-province/0001/report.txt.json"))
    _ = try folder.file("in/a.json", Array(good))
    _ = try folder.file("in/b.json", Array("{\"schema\": \"juesuan-report/3\"}".utf8))
    _ = try folder.file("in/c.json", Array("no".utf8))
    let input = folder.url.appending(path: "in").path
    let database = folder.url.appending(path: "a.db").path
    let run = try CommandRun(["load", input, "--sqlite", database])
    #expect(run.status == 2)
    #expect(run.errors.contains("b.json: this is a «juesuan-report/3», and this program reads"))
    #expect(run.errors.contains("c.json: this is no JSON in UTF-8 (reading ended at byte 1)"))
    #expect(run.errors.contains("1 reports added, 0 replaced, 0 unchanged, 2 failed"))
    #expect(try sqlite([database, "SELECT institution FROM reports"]) == "东岭县档案馆\n")
    #expect(try CommandRun(["load", input]).status == 64)
    let nowhere = try CommandRun([
      "load", input, "--postgres", "postgresql:///x?host=\(folder.url.path)",
    ])
    #expect(nowhere.status == 1 && nowhere.errors.contains("cannot connect to PostgreSQL"))
  }

  @Test func `convert loads what it converts, as load would`() throws {
    let folder = try TemporaryFolder()
    let corpus = Repository.path("Corpus/hunan")
    let output = folder.url.appending(path: "out").path
    let (one, two) = (folder.url.path + "/one.db", folder.url.path + "/two.db")
    let convert = ["convert", corpus, "--output", output, "--sqlite", one, "--jobs", "2"]
    let run = try CommandRun(convert)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("3 reports added, 0 replaced, 0 unchanged, 0 failed"))
    #expect(try CommandRun(["load", output, "--sqlite", two]).status == 0)
    let query = "SELECT report_id, fact_id, concept, value, unit FROM facts ORDER BY 1, 2"
    let rows = try sqlite([one, query])
    #expect(rows.split(separator: "\n").count > 30)
    #expect(try rows == sqlite([two, query]))
    #expect(try CommandRun(convert).errors.contains("0 reports added, 0 replaced, 3 unchanged"))
    let text = try folder.file("text.db", Array("no database, only some words".utf8))
    let refused = try CommandRun(["convert", corpus, "--output", output, "--sqlite", text])
    #expect(refused.status == 1, "\(refused.errors)")
  }

  @Test func `a load that is killed leaves whole reports, and the next one ends the same`() throws {
    let folder = try TemporaryFolder()
    let input = folder.url.appending(path: "in")
    // Enough for several transactions: outputs of other sources made of the project's own.
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.outputs)
      .filter { $0.hasSuffix(".json") && $0.contains("statements") }.sorted()
    for (index, file) in files.enumerated() {
      let text = try String(contentsOfFile: Self.outputs + "/" + file, encoding: .utf8)
      let start = try #require(text.range(of: "\"id\": \"")).upperBound
      let id = String(text[start...].prefix(16))
      for copy in 0..<12 {
        let other = String(format: "%016x", index * 100 + copy)
        _ = try folder.file("in/\(index)-\(copy).json", Array(text.replacing(id, with: other).utf8))
      }
    }
    let whole = folder.url.appending(path: "whole.db").path
    #expect(try CommandRun(["load", input.path, "--sqlite", whole, "--quiet"]).status == 0)
    let counts = "SELECT report_id, COUNT(*) FROM %@ GROUP BY report_id ORDER BY report_id"
    let killed = folder.url.appending(path: "killed.db").path
    for delay in [0.3, 0.8, 1.5, 2.5, 4] {
      let process = Process()
      process.executableURL = CommandRun.program
      process.arguments = ["load", input.path, "--sqlite", killed, "--quiet"]
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["JUESUAN_MAPPINGS": Repository.mappings]) { $1 }
      try process.run()
      Thread.sleep(forTimeInterval: delay)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      guard FileManager.default.fileExists(atPath: killed) else { continue }
      #expect(
        try sqlite([killed, "PRAGMA integrity_check; PRAGMA foreign_key_check"]) == "ok\n")
      guard try !sqlite([killed, ".tables"]).isEmpty else { continue }
      let reports = Set(try sqlite([killed, "SELECT id FROM reports"]).split(separator: "\n"))
      for table in ["facts", "checks", "statement_values"] {
        let query = counts.replacing("%@", with: table)
        let expected = try sqlite([whole, query]).split(separator: "\n").filter {
          reports.contains($0.prefix(16))
        }
        #expect(try sqlite([killed, query]).split(separator: "\n") == expected, "\(table)")
      }
    }
    #expect(try CommandRun(["load", input.path, "--sqlite", killed, "--quiet"]).status == 0)
    let all =
      "SELECT * FROM facts_fts; SELECT report_id, fact_id, value, source FROM facts ORDER BY 1, 2"
    #expect(
      try sqlite([killed, "SELECT COUNT(*) FROM reports"]) == "\(files.count * 12)\n")
    let columns = all.components(separatedBy: "; ")[1]
    #expect(try sqlite([killed, columns]) == sqlite([whole, columns]))
  }

  @Test(
    .enabled(
      if: Script.hasPythonModules("frictionless"),
      "python3 lacks frictionless; scripts/bootstrap installs it"))
  func `the CSV files are a valid Frictionless data package`() throws {
    let folder = try TemporaryFolder()
    let tables = folder.url.appending(path: "tables").path
    #expect(try CommandRun(["export", Self.outputs, "--csv", tables]).status == 0)
    let judged = try Script.program(
      "python3", ["-m", "frictionless", "validate", tables + "/datapackage.json"])
    #expect(judged.status == 0, "\(judged.output)")
    #expect(!judged.output.contains("INVALID"))
    // It is a judge only if it finds what is wrong.
    let facts = tables + "/facts.csv"
    let text = try String(contentsOfFile: facts, encoding: .utf8)
    try Data(
      text.replacing(",general_public_budget,", with: ",general,public,", maxReplacements: 1).utf8
    )
    .write(to: URL(filePath: facts))
    let refused = try Script.program(
      "python3", ["-m", "frictionless", "validate", tables + "/datapackage.json"])
    #expect(refused.status != 0)
  }

  @Test(
    .enabled(
      if: Script.hasPythonModules("duckdb"), "python3 lacks duckdb; scripts/bootstrap installs it"))
  func `the two lines of the README make Parquet with the digits' values`() throws {
    let folder = try TemporaryFolder()
    let tables = folder.url.appending(path: "tables").path
    #expect(try CommandRun(["export", Self.outputs, "--csv", tables]).status == 0)
    let text = try String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
    let start = try #require(text.range(of: "```python\n")).upperBound
    let end = try #require(text[start...].range(of: "\n```")).lowerBound
    let lines = String(text[start..<end])
    #expect(lines.split(separator: "\n").count == 2)
    let check = """
      import csv, decimal, os
      os.chdir('\(folder.url.path)')
      \(lines)
      rows = duckdb.sql("SELECT report_id, fact_id, value, yuan FROM 'facts.parquet'").fetchall()
      parquet = {(r, f): (v, y) for r, f, v, y in rows}
      exact = lambda t: decimal.Decimal(t) if t else None
      facts = list(csv.DictReader(open('tables/facts.csv', encoding='utf-8', newline='')))
      assert len(facts) == len(rows) > 5000
      for row in facts:
          assert parquet[row['report_id'], row['fact_id']] == (exact(row['value']), exact(row['yuan'])), row
      print('same')
      """
    let run = try Script.program("python3", ["-c", check])
    #expect(run.output == "same\n")
  }

  @Test(
    .enabled(
      if: Script.hasPythonModules("datasette"),
      "python3 lacks datasette; scripts/bootstrap installs it"))
  func `Datasette serves the database with its descriptions and its search`() throws {
    let folder = try TemporaryFolder()
    let database = folder.url.appending(path: "accounts.db").path
    #expect(try CommandRun(["load", Self.outputs, "--sqlite", database, "--quiet"]).status == 0)
    func page(_ path: String) throws -> String {
      try Script.program(
        "python3",
        [
          "-m", "datasette", database, "--metadata", database + ".metadata.json", "--get", path,
        ]
      ).output
    }
    let facts = try page("/accounts/facts?_search=公务接待费&_shape=array&_size=3")
    #expect(facts.contains("公务接待费"))
    let table = try page("/accounts/facts")
    #expect(table.contains("facts 数字") && table.contains("The number in the digits printed"))
    #expect(try page("/accounts/v_three_public.json?_shape=array").contains("total_yuan_e4"))
  }

  @Test func `NDJSON is one report a line, in the order of the files`() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "reports.ndjson").path
    #expect(try CommandRun(["export", Self.outputs, "--ndjson", file, "--jobs", "3"]).status == 0)
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let names = try FileManager.default.subpathsOfDirectory(atPath: Self.outputs)
      .filter { $0.hasSuffix(".json") }.sorted()
    #expect(lines.count == names.count)
    for (line, name) in zip(lines, names) {
      let original = try Data(contentsOf: URL(filePath: Self.outputs + "/" + name))
      let same = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary
      #expect(
        same == (try JSONSerialization.jsonObject(with: original) as? NSDictionary), "\(name)")
    }
  }
}
