import Conversion
import Files
import Foundation
import GRDB
import Loading
import SQLite
import Tables
import TestSupport
import Testing

/// Reports in SQLite.
@Suite("SQLite")
struct SQLiteTests {
  private func load(_ reports: [[UInt8]], _ path: String) throws -> ReportLoading.Summary {
    let loading = try ReportLoading(into: .sqlite(path: path), vocabulary: try Outputs.vocabulary())
    for (index, json) in reports.enumerated() { try loading.load(json: json, named: "\(index)") }
    return try loading.finish()
  }

  /// All tables, rows in the order of their keys, without the numbers that are the database's own.
  private func dump(_ path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      try (ReportTables.reportTables + ReportTables.vocabularyTables).flatMap { table in
        let order = table.key.map { "\"\($0)\"" }.joined(separator: ", ")
        return try Row.fetchAll(db, sql: "SELECT * FROM \"\(table.name)\" ORDER BY \(order)").map {
          row in
          table.name + " "
            + row.filter { $0.0 != "fact_number" }.map { "\($0.0)=\($0.1)" }.joined(separator: "|")
        }
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `order, repetition and what was there before do not matter`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let reports = try Outputs.some()
    _ = try load(reports, folder.path("plain.db"))
    _ = try RandomLoads(seed: seed).load(reports, into: .sqlite(path: folder.path("random.db")))
    let plain = try dump(folder.path("plain.db"))
    #expect(plain.count > 3000)
    #expect(try dump(folder.path("random.db")) == plain, "seed \(seed)")
    try DatabaseQueue(path: folder.path("random.db")).write { db in
      #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
      #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
      // Throws where the full-text index and the table say different things.
      try db.execute(sql: "INSERT INTO facts_fts(facts_fts, rank) VALUES('integrity-check', 1)")
    }
  }

  @Test func `what is loaded is skipped, what changed replaces itself alone`() throws {
    let folder = try TemporaryFolder()
    let reports = try Outputs.some()
    let first = try load(reports, folder.path("a.db"))
    #expect(first.added == reports.count && first.rows > 3000 && first.failures.isEmpty)
    let second = try load(reports, folder.path("a.db"))
    #expect(second.unchanged == reports.count && second.rows == 0)
    let third = try load([Outputs.older(reports[2])], folder.path("a.db"))
    #expect(third.replaced == 1 && third.added == 0)
    let reasons = try DatabaseQueue(path: folder.path("a.db")).read { db in
      try String.fetchAll(
        db,
        sql: "SELECT f.reason FROM facts_fts JOIN facts f ON f.fact_number = facts_fts.rowid "
          + "WHERE facts_fts MATCH '以前的说法'")
    }
    #expect(reasons == ["以前的说法"])
  }

  @Test func `two outputs of one source in one run end the same in both orders`() throws {
    let folder = try TemporaryFolder()
    let report = try Outputs.some()[0]
    let other = Outputs.older(report)
    let summary = try load([report, other], folder.path("a.db"))
    _ = try load([other, report], folder.path("b.db"))
    #expect(summary.setAside.count == 1 && summary.added == 1)
    #expect(try dump(folder.path("a.db")) == dump(folder.path("b.db")))
  }

  @Test func `every number has the digits of the JSON, and its ten-thousandths are exact`() throws {
    let folder = try TemporaryFolder()
    for (index, json) in try Outputs.some().enumerated() {
      let path = folder.path("\(index).db")
      _ = try load([json], path)
      let facts = try DatabaseQueue(path: path).read { db in
        try Row.fetchAll(
          db, sql: "SELECT value, yuan, value_e4, yuan_e4 FROM facts ORDER BY fact_index")
      }
      // The members of a fact stand on lines of their own, six spaces in.
      let lines = String(decoding: json, as: UTF8.self).split(separator: "\n")
      let facts1 = lines.prefix { !$0.hasPrefix(#"  "statements""#) }
      func digits(_ name: String) -> [String] {
        facts1.filter { $0.hasPrefix("      \"\(name)\": ") }.map {
          String($0.dropFirst(name.count + 10).prefix { $0 != "," })
        }
      }
      #expect(facts.map { $0["value"] as String } == digits("value"))
      #expect(facts.map { $0["yuan"] as String? ?? "null" } == digits("yuan"))
      for row in facts {
        let value: String = row["value"]
        let scaled: Int64? = row["value_e4"]
        let decimal = try #require(Decimal(string: value))
        #expect(scaled.map { Decimal($0) / 10_000 } == decimal, "\(value)")
      }
    }
  }

  @Test func `views answer, and money in them is exact`() throws {
    let folder = try TemporaryFolder()
    _ = try load(try Outputs.some(), folder.path("a.db"))
    try DatabaseQueue(path: folder.path("a.db")).read { db in
      for view in reportViews(twins: true) {
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(view.name)")
        #expect(!rows.isEmpty || view.name == "v_suspects", "\(view.name)")
      }
      let row = try #require(
        try Row.fetchOne(db, sql: "SELECT * FROM v_three_public WHERE institution = '淮岭县河口镇'"))
      #expect(row["total_yuan"] as String == "296400")
      #expect(row["total_yuan_e4"] as Int64 == 2_964_000_000)
    }
  }

  @Test func `a later step brings a database up with its rows, and an older program refuses it`()
    throws
  {
    let folder = try TemporaryFolder()
    let path = folder.path("a.db")
    _ = try load([try Outputs.some()[0]], path)
    let before = try dump(path)
    let later = SQLiteStep.all + [SQLiteStep(["ALTER TABLE concepts ADD COLUMN note TEXT"])]
    _ = try SQLiteStore(path: path, steps: later)
    try DatabaseQueue(path: path).read { db in
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version")
      #expect(version == 3)
      let notes = try Int.fetchOne(db, sql: "SELECT COUNT(note) FROM concepts")
      #expect(notes == 0)
    }
    #expect(
      try dump(path).filter { !$0.hasPrefix("concepts ") }
        == before.filter { !$0.hasPrefix("concepts ") })
    let error = #expect(throws: StoreError.self) { try SQLiteStore(path: path) }
    #expect(error?.what.hasSuffix("has schema version 3, and this program knows 2") == true)
  }

  @Test func `a database of version 1 keeps its rows, whose trust is not known`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.db")
    _ = try SQLiteStore(path: path, steps: Array(SQLiteStep.all.prefix(1)))
    try DatabaseQueue(path: path).write { db in
      try db.execute(
        sql: """
          INSERT INTO reports (id, key, kind, layout, layout_score, source_file, source_format,
            source_sha256, source_bytes, figures, mapped, explained, unmapped, content_sha256)
          VALUES ('a', 'k', 'unknown', 'common', '0', 'a.txt', 'txt', '', 1, 1, 1, 0, 0, '');
          INSERT INTO facts (report_id, fact_id, fact_index, concept, aspect, value, unit, label, rule,
            source_text, source)
          VALUES ('a', 'f1', 0, 'income.total', 'actual', '1', 'CNY', '收入', 'r', '1', '{}')
          """)
    }
    _ = try load([try Outputs.some()[0]], path)
    try DatabaseQueue(path: path).read { db in
      let old = try Row.fetchAll(db, sql: "SELECT trust FROM facts WHERE report_id = 'a'")
      #expect(old.map { $0["trust"] as String? } == [nil])
      let grades = try String.fetchSet(
        db, sql: "SELECT DISTINCT trust FROM facts WHERE report_id <> 'a'")
      #expect(!grades.isEmpty && grades.isSubset(of: ["proved", "read"]))
      #expect(try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM doubtful") == 0)
      #expect(try Row.fetchAll(db, sql: "SELECT doubtful FROM v_coverage").count == 2)
    }
  }

  @Test func `files that are no database of ours are left alone`() throws {
    let folder = try TemporaryFolder()
    try Data("no database at all, but long enough to be looked at as one".utf8)
      .write(to: folder.url.appending(path: "text.db"))
    #expect(throws: StoreError.self) { try SQLiteStore(path: folder.path("text.db")) }
    try DatabaseQueue(path: folder.path("other.db")).write {
      try $0.execute(sql: "CREATE TABLE mine (a)")
    }
    let error = #expect(throws: StoreError.self) { try SQLiteStore(path: folder.path("other.db")) }
    #expect(error?.what.hasSuffix("is a database of another program") == true)
    #expect(throws: StoreError.self) { try SQLiteStore(path: folder.path("none/a.db")) }
  }

  @Test func `indexes are there after every load, and a value needs its column`() throws {
    let folder = try TemporaryFolder()
    let reports = try Outputs.some()
    func indexes() throws -> Int {
      try DatabaseQueue(path: folder.path("a.db")).read { db in
        try Int.fetchOne(
          db, sql: "SELECT COUNT(*) FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
          ?? 0
      }
    }
    _ = try load([reports[0]], folder.path("a.db"))
    let count = try indexes()
    #expect(count == ReportTables.reportTables.reduce(0) { $0 + $1.indexes.count })
    let stray = String(decoding: reports[2], as: UTF8.self)
      .replacing(#""values": { "#, with: #""values": { "no_column": 1.00, "#, maxReplacements: 1)
    let summary = try load([reports[1], Array(stray.utf8)], folder.path("a.db"))
    #expect(summary.added == 1)
    #expect(summary.failures.first?.error.what.contains("«no_column», which is no column") == true)
    #expect(try indexes() == count)
  }

  @Test func `a report whose rows contradict each other does not keep the others out`() throws {
    let folder = try TemporaryFolder()
    let reports = try Outputs.some()
    let twice = String(decoding: reports[0], as: UTF8.self)
      .replacing(#""id": "f2""#, with: #""id": "f1""#)
    let summary = try load([Array(twice.utf8), reports[1], reports[2]], folder.path("a.db"))
    #expect(summary.added == 2)
    #expect(summary.failures.map(\.name) == ["0"])
    #expect(summary.failures.first?.error.what.contains("contradict each other") == true)
  }
}
