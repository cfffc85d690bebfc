import Conversion
import Files
import Foundation
import Loading
import PostgreSQL
import Tables
import TestSupport
import Testing

/// Reports in PostgreSQL, read back by psql.
@Suite(
  "PostgreSQL", .serialized,
  .enabled(
    if: PostgreSQLCluster.isAvailable,
    "there is no PostgreSQL server program; scripts/bootstrap installs postgresql"),
  .postgreSQLCluster)
struct PostgreSQLTests {
  private func cluster() throws -> PostgreSQLCluster { try #require(PostgreSQLCluster.current) }

  private func load(_ reports: [[UInt8]], _ schema: String) throws -> ReportLoading.Summary {
    let loading = try ReportLoading(
      into: .postgreSQL(url: try cluster().url, schema: schema),
      vocabulary: try Outputs.vocabulary())
    for (index, json) in reports.enumerated() { try loading.load(json: json, named: "\(index)") }
    return try loading.finish()
  }

  private func dump(_ schema: String) throws -> [String] {
    let tables =
      ReportTables.reportTables + [ReportTables.documents] + ReportTables.vocabularyTables
    return try tables.flatMap { table in
      let order = table.key.map { "\"\($0)\" COLLATE \"C\"" }.enumerated().map { index, text in
        table.columns[index].type == .text ? text : "\"\(table.key[index])\""
      }.joined(separator: ", ")
      return try cluster().query("SELECT * FROM \(schema).\"\(table.name)\" ORDER BY \(order)").map
      {
        table.name + " " + $0
      }
    }
  }

  @Test func `order, repetition and what was there before do not matter`() throws {
    let reports = try Outputs.some()
    _ = try load(reports, "plain")
    let plain = try dump("plain")
    #expect(plain.count > 3000)
    for seed in [11, 12, 13] as [UInt64] {
      _ = try RandomLoads(seed: seed).load(
        reports, into: .postgreSQL(url: try cluster().url, schema: "random\(seed)"))
      #expect(try dump("random\(seed)") == plain, "seed \(seed)")
    }
  }

  @Test func `every number has the digits of the JSON, in columns and in the document`() throws {
    let report = try Outputs.some()[2]
    _ = try load([report], "digits")
    let lines = String(decoding: report, as: UTF8.self).split(separator: "\n")
    let values = lines.prefix { !$0.hasPrefix(#"  "statements""#) }
      .filter { $0.hasPrefix(#"      "value": "#) }.map { String($0.dropFirst(15).dropLast()) }
    #expect(values.count > 200)
    #expect(try cluster().query("SELECT value FROM digits.facts ORDER BY fact_index") == values)
    #expect(
      try cluster().query(
        """
        SELECT fact->'value' FROM digits.documents,
          jsonb_array_elements(document->'facts') WITH ORDINALITY AS f(fact, n) ORDER BY n
        """) == values)
  }

  @Test func `what is loaded is skipped, what changed replaces itself alone`() throws {
    let reports = try Outputs.some()
    #expect(try load(reports, "again").added == reports.count)
    #expect(try load(reports, "again").unchanged == reports.count)
    let third = try load([Outputs.older(reports[0]), reports[1]], "again")
    #expect(third.replaced == 1 && third.unchanged == 1)
    #expect(
      try cluster().query("SELECT COUNT(*) FROM again.facts WHERE reason = '以前的说法'") == ["1"])
    #expect(try cluster().query("SELECT COUNT(*) FROM again.reports") == ["\(reports.count)"])
  }

  @Test func `a name that no index holds fails its report alone`() throws {
    var generator = SeededGenerator(seed: 7)
    // What repeats itself would be stored in less.
    let name = String(
      String.UnicodeScalarView(
        (0..<9000).compactMap { _ in
          Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FA5, using: &generator))
        }))
    let reports = try Outputs.some()
    var long = String(decoding: reports[5], as: UTF8.self)
    let start = try #require(long.range(of: #""institution": "#)?.upperBound)
    let end = try #require(long[start...].firstIndex(of: "\n"))
    long.replaceSubrange(start..<end, with: "\"\(name)\",")
    let summary = try load([reports[0], Array(long.utf8), reports[1]], "long")
    #expect(summary.failures.map(\.name) == ["1"])
    #expect(try cluster().query("SELECT COUNT(*) FROM long.reports") == ["2"])
  }

  @Test func `views answer`() throws {
    _ = try load(try Outputs.some(), "views")
    for view in reportViews(twins: false) {
      let count = try cluster().query("SELECT COUNT(*) FROM views.\(view.name)")
      #expect(count != ["0"] || view.name == "v_suspects", "\(view.name)")
    }
    #expect(
      try cluster().query(
        "SELECT total_yuan FROM views.v_three_public WHERE institution = '淮岭县河口镇'") == ["296400"])
  }

  @Test func `texts with tabs, backslashes and line ends come through`() throws {
    let text = String(decoding: try Outputs.some()[0], as: UTF8.self)
    let label = #""label": "a\tb\\N\nc\r\u0000\\""#
    let start = try #require(text.range(of: #""label": ""#))
    let end = try #require(text[start.upperBound...].firstIndex(of: "\""))
    let json = text.replacingCharacters(in: start.lowerBound...end, with: label)
    #expect(try load([Array(json.utf8)], "escapes").failures.isEmpty)
    let same = try cluster().query(
      "SELECT label = E'a\\tb\\\\N\\nc\\r\u{FFFD}\\\\' FROM escapes.facts ORDER BY fact_index LIMIT 1"
    )
    #expect(same == ["t"])
  }

  @Test func `a report whose rows contradict each other does not keep the others out`() throws {
    let reports = try Outputs.some()
    let twice = String(decoding: reports[0], as: UTF8.self)
      .replacing(#""id": "f2""#, with: #""id": "f1""#)
    let summary = try load([Array(twice.utf8), reports[1]], "twice")
    #expect(summary.added == 1 && summary.failures.count == 1)
  }

  @Test func `newer versions and schemas of others are refused`() throws {
    let url = try cluster().url
    _ = try PostgreSQLStore(
      url: url, schema: "newer",
      steps: PostgreSQLStep.all + [PostgreSQLStep(["ALTER TABLE concepts ADD COLUMN note text"])])
    let newer = #expect(throws: StoreError.self) { try PostgreSQLStore(url: url, schema: "newer") }
    #expect(newer?.what == "the schema «newer» has version 3, and this program knows 2")
    _ = try cluster().query("CREATE SCHEMA other; CREATE TABLE other.mine (a int)")
    let other = #expect(throws: StoreError.self) { try PostgreSQLStore(url: url, schema: "other") }
    #expect(other?.what == "the schema «other» holds tables of another program")
  }
}

/// Errors that need no server.
@Suite("PostgreSQL without a server")
struct NoPostgreSQLTests {
  @Test(arguments: [
    "postgresql:///postgres?host=/nonexistent", "postgresql://127.0.0.1:1/none", "nonsense",
    "postgresql://host:port:wrong/",
  ])
  func `that there is no server, or no URL, is told with a remedy`(url: String) {
    let error = #expect(throws: FileError.self) {
      try ReportLoading(
        into: .postgreSQL(url: url, schema: "juesuan"), vocabulary: try Outputs.vocabulary())
    }
    #expect(error?.what.hasPrefix("cannot connect to PostgreSQL: ") == true)
    #expect(error?.what.contains("\n") == false)
    #expect(error?.remedy.contains("PG* variables") == true)
  }
}
