@testable import Checking
import MappingModel
import ReportModel
import Testing

@Suite("Named check: percent_sign")
struct PercentSignCheckTests {
  private let checker = ReportChecker(rules: [.named("percent_sign")])

  @Test func `a rate without its sign fails where it stands, one with it passes`() throws {
    var report = try Report.printing([
      Printed(
        concept: "income.total", value: "12.50", aspect: .changePercent, unit: .percent)
    ])
    report.unmapped = [
      UnmappedFigure(
        text: "5.21",
        source: SourceReference(block: 0, start: 0, end: 1, text: "5.21", line: 7),
        reason: .noPercentSign)
    ]
    let checks = checker.check(report).checks
    #expect(checks.map(\.status) == [.fail, .pass])
    #expect(checks[0].records == ["/unmapped/0"])
    #expect(checks[0].message?.zh == "关系：5.21（第7行）之后没有 %")
    #expect(checks[0].message?.en == "relation: no % stands behind 5.21 (line 7)")
    #expect(checks[1].facts == ["f1"])
  }

  @Test(arguments: [
    ("预算执行率为96.69。", 1), ("预算执行率为96.69%。", 0), ("预算执行率为100。", 0), ("投入96.69万元", 0),
  ])
  func `rates in the texts of performance tables are looked at`(
    text: String, failures: Int
  ) throws {
    var report = try Report.printing([])
    report.performance = [try .spending("1.00", goals: [text])]
    let checks = checker.check(report).checks
    #expect(checks.count == failures)
    #expect(checks.allSatisfy { $0.records == ["/performance/0/goals/0/actual"] })
  }
}
