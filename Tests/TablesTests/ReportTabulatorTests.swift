import OutputReading
import Tables
import Testing

/// Canonical JSON read into rows.
@Suite("Rows of reports")
struct ReportTabulatorTests {
  private func rows(_ json: [UInt8]) throws -> ReportRows {
    try ReportTabulator.rows(of: json, digest: "d")
  }

  /// The rows of a table as texts by column.
  private func table(_ name: String, of rows: ReportRows) throws -> [[String: String]] {
    let index = try #require(ReportTables.reportTables.firstIndex { $0.name == name })
    let columns = ReportTables.reportTables[index].columns
    return (0..<rows.count(of: index)).map { row in
      var texts: [String: String] = [:]
      for (offset, column) in columns.enumerated() {
        switch rows.cells[index][row * columns.count + offset] {
        case .null: break
        case .integer(let value): texts[column.name] = String(value)
        case .boolean(let flag): texts[column.name] = String(flag)
        case .bytes(let start, let end):
          texts[column.name] = String(decoding: rows.slice(start, end), as: UTF8.self)
        }
      }
      return texts
    }
  }

  @Test func `a fact becomes a row with its digits and its place`() throws {
    let facts = try table("facts", of: rows(JSONSample.report(value: "8.40", yuan: "84000")))
    #expect(facts.count == 1)
    #expect(facts[0]["report_id"] == "0123456789abcdef")
    #expect(facts[0]["value"] == "8.40")
    #expect(facts[0]["yuan"] == "84000")
    #expect(facts[0]["fund"] == "fiscal")
    #expect(facts[0]["function"] == nil)
    #expect(facts[0]["reason"] == nil)
    #expect(facts[0]["trust"] == "read")
    #expect(facts[0]["source_line"] == "7")
    #expect(facts[0]["source"] == #"{"block":3,"start":0,"end":4,"text":"收入总计","line":7}"#)
  }

  @Test func `a remark becomes a row with its text, and an output without remarks has none`() throws
  {
    let json = JSONSample.report()
    let remark = try #require(try table("remarks", of: try rows(json)).first)
    #expect(remark["remark_index"] == "0" && remark["remark_id"] == "reason.missing")
    #expect(remark["severity"] == "warning" && remark["text"] == "原因是。")
    #expect(remark["message_zh"] == "没有写原因" && remark["message_en"] == "no reason")
    let older = String(decoding: json, as: UTF8.self).replacing("\"remarks\"", with: "\"other\"")
    #expect(try table("remarks", of: try rows(Array(older.utf8))).isEmpty)
  }

  @Test func `a doubtful figure becomes a row with its readings`() throws {
    let rows = try rows(JSONSample.report())
    let doubtful = try #require(try table("doubtful", of: rows).first)
    #expect(doubtful["doubtful_id"] == "d1" && doubtful["doubtful_index"] == "0")
    #expect(doubtful["reason"] == "open_fund")
    #expect(doubtful["value"] == "12.50" && doubtful["unit"] == nil)
    #expect(
      doubtful["readings"]
        == #"[{"concept":"expenditure.total","aspect":null,"dimensions":{"fund":"fiscal"}}]"#)
    #expect(doubtful["source_page"] == "4" && doubtful["source_text"] == "12.50")
    #expect(try table("reports", of: rows).first?["doubtful"] == "1")
  }

  @Test func `amounts of statements and funds get their yuan from the unit, exactly`() throws {
    let rows = try rows(JSONSample.report(value: "-0.123456"))
    let value = try #require(try table("statement_values", of: rows).first)
    #expect(value["value"] == "-0.123456")
    #expect(value["yuan"] == "-1234.56")
    #expect(value["column_id"] == "total")
    #expect(value["source"] == #"{"block":4,"text":"x"}"#)
    let fund = try #require(try table("performance_funds", of: rows).first)
    #expect(fund["executed"] == "4.99")
    #expect(fund["executed_yuan"] == "49900")
    #expect(try table("statements", of: rows).first?["pages"] == "[1,2]")
  }

  @Test func `escapes are decoded, and what no database takes is replaced`() throws {
    let label = #"\u6536\"\\\n\ud83d\ude00\u0000\ud800x"#
    let fact = try #require(try table("facts", of: rows(JSONSample.report(label: label))).first)
    #expect(fact["label"] == "收\"\\\n😀\u{FFFD}\u{FFFD}x")
    #expect(fact["source"]?.contains(#""text":"收\"\\\n😀"#) == true)
  }

  @Test(arguments: [
    ("12,5", "number"), ("01", "number"), ("1.", "number"), ("-", "number"), ("1e5", "exponent"),
    ("\"8.40\"", "text"), ("null", "null"), ("nul", "word"), ("[1]", "list"),
  ])
  func `a value that is no plain number is refused`(value: String, why: String) {
    #expect(throws: OutputError.self, "\(why)") {
      try rows(JSONSample.report(value: value, yuan: "1"))
    }
  }

  @Test func `what is no report is told apart`() throws {
    #expect(throws: OutputError.notCanonical) { try rows(Array("{}".utf8)) }
    #expect(throws: OutputError.notCanonical) { try rows(Array("[]".utf8)) }
    #expect(throws: OutputError.notJSON(offset: 0)) { try rows([]) }
    #expect(throws: OutputError.notJSON(offset: 3)) { try rows(Array("{} x".utf8)) }
    #expect(throws: OutputError.otherSchema("juesuan-report/3")) {
      try rows(JSONSample.report(schema: "juesuan-report/3"))
    }
    #expect(throws: OutputError.notJSON(offset: 0)) { try rows([0xFF]) }
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: OutputError.self) { try rows(Array(deep.utf8)) }
  }

  @Test func `a missing member is named with its place`() throws {
    let json = String(decoding: JSONSample.report(), as: UTF8.self)
      .replacing(#""concept": "income.total", "#, with: "")
    let error = #expect(throws: OutputError.self) { try rows(Array(json.utf8)) }
    #expect(error?.what == "the member /facts/0: concept is not a text")
  }

  @Test func `a report cut off anywhere is refused and does not crash`() {
    let json = JSONSample.report()
    for count in stride(from: 0, to: json.count - 1, by: 7) {
      #expect(throws: OutputError.self) { try rows(Array(json[..<count])) }
    }
  }

  @Test func `the document on one line keeps digits and loses white space`() throws {
    let document = String(
      decoding: try rows(JSONSample.report(value: "8.40", yuan: "84000")).document, as: UTF8.self)
    #expect(document.hasPrefix(#"{"schema":"juesuan-report/2","report":{"id":"#))
    #expect(document.contains(#""value":8.40,"#))
    #expect(!document.contains("\n"))
    #expect(document.hasSuffix(#""notes":[]}"#))
  }
}
