import Authoring
import Conversion
import MappingFiles
import ReportModel
import TestSupport
import Testing

/// What tells people of the figures of a report, told of one that is doubtful.
@Suite("Doubtful figures told to people")
struct DoubtfulFigureTests {
  private let converter: Converter
  private var stages: Converter.Stages

  /// A report whose only fact is taken for a doubtful figure.
  init() throws {
    converter = try Converter(mappingFolder: Repository.mappings)
    stages = try converter.stages(of: Array("本年收入12.50万元。".utf8), named: "a.txt")
    let fact = try #require(stages.report.facts.first)
    stages.report.facts = []
    stages.report.doubtful = [
      DoubtfulFigure(
        id: "d1", reason: .openFund, value: fact.value, unit: fact.unit, label: fact.label,
        readings: [
          DoubtfulReading(concept: fact.concept, aspect: .actual),
          DoubtfulReading(concept: fact.concept, aspect: nil, dimensions: ["fund": "fiscal"]),
        ], source: fact.source)
    ]
    stages.report.coverage = Coverage(doubtful: 1)
  }

  @Test func `a dump has a line with the readings`() {
    let dump = FactInspection(of: stages).describe()
    #expect(dump.contains("0 facts; 1 figures: 0 mapped, 0 explained, 1 doubtful, 0 unmapped"))
    #expect(
      dump.contains(
        "doubtful 12.50 CNY_10K open_fund «\(stages.report.doubtful[0].label)»: "
          + "income.current_year actual | income.current_year ? fund=fiscal"))
  }

  @Test func `an explanation says what is open and what it may be`() {
    let explanation = Explanation(of: stages, with: converter)
    #expect(
      explanation.describe(at: nil).contains(
        "12.50  d1 DOUBTFUL: nothing tells which kind of money it is; perhaps income.current_year"))
    let json = String(decoding: explanation.json(at: nil), as: UTF8.self)
    #expect(json.contains(#""outcome": "doubtful", "doubtful": "d1", "why": "open_fund""#))
  }
}
