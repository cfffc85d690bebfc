import ReportModel
import Testing
import ValueModel
@testable import Writing

@Suite("JSON emitter")
struct JSONEmitterTests {
  private static let place = SourceReference(
    block: 3, row: 1, column: 2, start: 0, end: 4, text: "8.40", path: "/body/tbl[1]")

  private static func rule(_ concept: String) -> RuleReference {
    RuleReference(layout: "a", section: "b", concept: concept)
  }

  private func report() -> Report {
    var report = Report(
      identity: ReportIdentity(
        id: "0123456789abcdef", key: "某局/2024/unknown", title: nil, institution: "某局",
        fiscalYear: 2024, kind: .unknown,
        layout: LayoutMatch(id: "common", score: Amount(unscaled: 98, scale: 2)),
        source: SourceFile(
          file: "a.txt", format: .txt, encoding: "UTF-8",
          sha256: String(repeating: "0", count: 64), bytes: 7, pages: nil)))
    report.facts = [
      Fact(
        id: "f1", concept: "income.total", aspect: .changePercent,
        dimensions: ["year": "2023", "fund": "fiscal"], value: Amount(unscaled: -840, scale: 2),
        unit: .tenThousandYuan, label: "收入总计", source: Self.place, rule: Self.rule("c")),
      Fact(
        id: "f2", concept: "people", aspect: .actual, value: Amount(unscaled: 5, scale: 0),
        unit: .person, label: "人数", source: Self.place, rule: Self.rule("d")),
    ]
    report.doubtful = [
      DoubtfulFigure(
        id: "d1", reason: .openFund, value: Amount(unscaled: 1200, scale: 2), unit: nil,
        label: "支出合计",
        readings: [
          DoubtfulReading(
            concept: "expenditure.total", aspect: nil, dimensions: ["fund": "fiscal"])
        ], source: Self.place)
    ]
    var indicator = PerformanceEvaluation.Indicator()
    indicator.score = .init(value: nil, text: "——", source: Self.place)
    indicator.target = .init(
      text: ">=95%", comparator: ">=", value: Amount(unscaled: 95, scale: 0), unit: "%",
      source: Self.place)
    report.performance = [
      PerformanceEvaluation(
        scope: .project, funds: [.init(id: nil, label: .init(text: "其他", source: Self.place))],
        indicators: [indicator], source: Self.place)
    ]
    return report
  }

  private func emitted() -> String {
    String(decoding: JSONEmitter().emit(report()), as: UTF8.self)
  }

  @Test func `a figure keeps the digits that were printed and has its yuan`() {
    let text = emitted()
    #expect(text.contains("\"value\": -8.40,"))
    #expect(text.contains("\"yuan\": -84000,"))
    #expect(text.contains("\"aspect\": \"change_percent\","))
  }

  @Test func `a rule is written as layout, section and concept`() {
    #expect(emitted().contains("\"rule\": \"a/b/c\""))
  }

  @Test func `what is not money has no yuan`() {
    #expect(emitted().contains("\"unit\": \"person\",\n      \"yuan\": null,"))
  }

  @Test func `a fact tells how each of its features is known`() {
    let line =
      #""trust": { "grade": "read", "structure": "printed", "concept": "printed", "#
      + #""fund": "printed", "aspect": "printed", "year": "printed", "unit": "printed" },"#
    #expect(emitted().contains(line))
  }

  @Test func `a doubtful figure tells what is open and what it may be`() {
    let text = emitted()
    #expect(text.contains(#""reason": "open_fund","#))
    #expect(text.contains("\"value\": 12.00,\n      \"unit\": null,\n      \"label\": \"支出合计\""))
    let reading =
      #"{ "concept": "expenditure.total", "aspect": null, "dimensions": { "fund": "fiscal" } }"#
    #expect(text.contains(reading))
  }

  @Test func `dimensions are sorted by name`() {
    #expect(emitted().contains("\"dimensions\": { \"fund\": \"fiscal\", \"year\": \"2023\" },"))
  }

  @Test func `a place stands on one line without the members it has no use for`() {
    let line =
      "\"source\": { \"block\": 3, \"row\": 1, \"column\": 2, \"start\": 0, \"end\": 4, "
      + "\"text\": \"8.40\", \"path\": \"/body/tbl[1]\" }"
    #expect(emitted().contains(line))
  }

  @Test func `a dash gives null and its place still quotes the cell`() {
    let text = emitted()
    #expect(text.contains("\"score\": null,"))
    #expect(text.contains("\"score\": { \"block\": 3"))
  }

  @Test func `the same report gives the same bytes`() {
    #expect(JSONEmitter().emit(report()) == JSONEmitter().emit(report()))
  }

  @Test func `every object of the schema is closed`() {
    let schema = String(decoding: JSONEmitter().emitSchema(), as: UTF8.self)
    let objects = schema.split(separator: "\n").filter { $0.hasSuffix("\"type\": \"object\",") }
    let closed = schema.split(separator: "\n").filter {
      $0.hasSuffix("\"additionalProperties\": false")
    }
    #expect(objects.count > 15)
    // Two are maps with free names: the amounts and the places of a statement's row.
    #expect(objects.count == closed.count + 2)
  }
}
