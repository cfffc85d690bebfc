import Files
import OutputReading
import ReportModel
import TestSupport
import Testing

@Suite("Views of outputs")
struct OutputTests {
  private func output(_ members: String, schema: String = Report.schema) throws -> Output {
    try Output(Array(#"{"schema": "\#(schema)"\#(members.isEmpty ? "" : ", ")\#(members)}"#.utf8))
  }

  @Test func `what is no output of this version is told apart`() throws {
    #expect(throws: OutputError.notJSON(offset: 0)) { try Output([]) }
    #expect(throws: OutputError.notJSON(offset: 0)) { try Output([0xFF]) }
    #expect(throws: OutputError.notCanonical) { try Output(Array("[]".utf8)) }
    #expect(throws: OutputError.notCanonical) { try Output(Array("{}".utf8)) }
    #expect(throws: OutputError.notCanonical) { try output("", schema: "juesuan-reports") }
    for other in ["juesuan-report/1", "juesuan-report/3"] {
      #expect(throws: OutputError.otherSchema(other)) { try output("", schema: other) }
    }
  }

  @Test func `a fact is told with its digits and its place`() throws {
    let facts = try output(
      """
      "facts": [{"id": "f1", "concept": "income.total", "aspect": "actual",
        "dimensions": {"fund": "fiscal", "year": "2023"}, "value": 1205.00, "unit": "CNY_10K",
        "yuan": 12050000, "label": "收入/总计", "reason": null,
        "source": {"block": 3, "row": 1, "column": 2, "start": 0, "end": 7, "text": "1205.00",
          "page": 4, "box": [1, 2, 3, 4]}}]
      """
    ).facts
    let fact = try #require(facts.first)
    #expect(fact.concept == "income.total")
    #expect(fact.dimensions == ["fund": "fiscal", "year": "2023"])
    #expect(fact.digits == "1205.00")
    #expect(fact.yuan == "12050000")
    #expect(fact.labels == ["收入", "总计"])
    #expect(fact.reason == nil)
    let place = try #require(fact.place)
    #expect(place.row == 1)
    #expect(place.page == 4)
    #expect(place.box == [1, 2, 3, 4])
    #expect(place.isPossible)
  }

  @Test func `a fact tells how it stands, and a doubtful figure what it may be`() throws {
    let output = try output(
      """
      "facts": [{"id": "f1", "trust": {"grade": "proved", "structure": "proved", "unit": "printed"}}],
      "doubtful": [{"id": "d1", "reason": "open_fund", "value": 12.50, "unit": null, "label": "支出",
        "readings": [{"concept": null, "aspect": "actual", "dimensions": {"fund": "fiscal"}}],
        "source": {"block": 0, "start": 0, "end": 5, "text": "12.50"}}],
      "coverage": {"figures": 4, "mapped": 1, "explained": 1, "doubtful": 2, "unmapped": 0},
      "notes": [{"code": "layout_not_understood", "message": "m"}]
      """)
    #expect(output.facts[0].trust.grade == "proved")
    #expect(output.facts[0].trust.features.map(\.name) == ["structure", "unit"])
    let figure = try #require(output.doubtful.first)
    #expect(figure.digits == "12.50" && figure.unit == nil && figure.place?.end == 5)
    #expect(figure.readings.map(\.concept) == [nil])
    #expect(figure.readings[0].dimensions == ["fund": "fiscal"])
    #expect(output.coverage.doubtful == 2 && output.coverage.explained == 1)
    #expect(!output.isUnderstood)
    #expect(try self.output("").isUnderstood)
  }

  @Test func `another version is told by its name, also of a file`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.json", text: #"{"schema": "juesuan-report/1"}"#)
    let error = #expect(throws: FileError.self) { try Output(path: path) }
    #expect(error?.what == "this is a «juesuan-report/1», and this program reads juesuan-report/2")
    #expect(error?.remedy == "convert the report again with this program")
  }

  @Test func `places that cannot be are told as such`() throws {
    let unmapped = try output(
      """
      "unmapped": [{"source": {"block": 0, "start": 5, "end": 2, "text": "1", "bytes": [3, 2]}},
        {"source": {"block": -1, "start": 0, "end": 1, "text": "1", "box": [1]}},
        {"source": {"block": 0, "start": 0, "end": 1}}, {"text": "1"}]
      """
    ).unmapped
    #expect(unmapped.map { $0.place?.isPossible } == [false, false, nil, nil])
    #expect(unmapped[0].place?.bytes == nil)
    #expect(unmapped[1].place?.box == nil)
  }

  @Test func `a statement gives its cells by column`() throws {
    let statement = try #require(
      try output(
        """
        "statements": [{"title": "收入决算表", "columns": [{"id": "total", "label": "合计"}],
          "rows": [{"code": "205", "values": {"total": 8.40},
            "sources": {"total": {"block": 4, "start": 0, "end": 4, "text": "8.40"}}}]}]
        """
      ).statements.first)
    #expect(statement.columns.map(\.label) == ["合计"])
    let row = try #require(statement.rows.first)
    #expect(row.pointer == "/statements/0/rows/0")
    #expect(row.digits("total") == "8.40")
    #expect(row.tells("basic") == false)
    #expect(row.place("total")?.text == "8.40")
  }

  @Test func `fields of evaluations are told with what is printed`() throws {
    let evaluation = try #require(
      try output(
        """
        "performance": [{"scope": "overall", "name": "培训",
          "funds": [{"label": "总额", "executed": null, "score": 9.90,
            "sources": {"executed": {"block": 1, "start": 0, "end": 1, "text": "—"}}}],
          "indicators": [{"target": {"text": "≥90%", "value": 90}}], "total": null}]
        """
      ).performance.first)
    #expect(evaluation.isOverall)
    #expect(evaluation.name.text == "培训")
    #expect(evaluation.total == nil)
    let executed = try #require(evaluation.funds.first?.numbers[2])
    #expect(executed.pointer == "/performance/0/funds/0/executed")
    #expect(!executed.isThere && executed.quoted == "—")
    #expect(evaluation.funds.first?.score.digits == "9.90")
    #expect(evaluation.indicators.first?.target.measure == "≥90%")
  }

  @Test func `checks and suspects keep their digits`() throws {
    let output = try output(
      """
      "checks": [{"id": "a", "status": "pass", "severity": "error"},
        {"id": "b", "status": "fail", "severity": "warning", "expected": 8.40, "facts": ["f1"],
          "records": ["/performance/0"], "message": {"zh": "不符", "en": "fails"}},
        {"id": "c", "status": "perhaps"}],
      "suspects": [{"figure": "f1", "printed": 1205.00, "proposed": 1250.00,
        "slip": "digits_swapped", "resolves": [1]}]
      """)
    #expect(output.checks.map(\.status) == [.pass, .fail, nil])
    let failed = output.checks[1]
    #expect(failed.index == 1)
    #expect(failed.expected == "8.40")
    #expect(failed.figures == ["f1", "/performance/0"])
    #expect(failed.message == .init(zh: "不符", en: "fails"))
    let suspect = try #require(output.suspects.first)
    #expect([suspect.printed, suspect.proposed] == ["1205.00", "1250.00"])
    #expect(suspect.resolves == 1)
  }

  @Test func `an output with nothing in it reads as empty`() throws {
    let output = try output("")
    #expect(output.facts.isEmpty && output.checks.isEmpty && output.functions.isEmpty)
    #expect(output.identity.kind == "unknown")
    #expect(output.identity.source.sha256 == nil)
    #expect(output.coverage.figures == 0)
  }
}
