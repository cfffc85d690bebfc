@testable import Checking
import MappingModel
import ReportModel
import Testing

@Suite("Named check: unit_in_text")
struct UnitInTextCheckTests {
  private func checks(_ table: PerformanceEvaluation) throws -> [CheckResult] {
    var report = try Report.printing([])
    report.performance = [table]
    return ReportChecker(rules: [.named("unit_in_text")]).check(report).checks
  }

  @Test func `the digits of the table with another unit are a slip`() throws {
    let found = try checks(.spending("23.50", goals: ["支付办公费23.5元", "支付办公费23.5万元"]))
    #expect(found.map(\.status) == [.fail, .pass])
    #expect(
      found[0].records == [
        "/performance/0/goals/0/actual", "/performance/0/funds/0/executed",
      ])
    #expect(found[0].message?.zh == "关系：文字为 23.5元（第30行），表中为 23.50万元（第30行）")
    #expect(
      found[0].message?.en
        == "relation: the text has 23.5元 (line 30), the table 23.50万元 (line 30)")
    #expect(found[1].message == nil)
  }

  @Test func `amounts that the table does not have, and zeros, say nothing`() throws {
    #expect(try checks(.spending("23.50", goals: ["支付办公费7元，结余0元"])).isEmpty)
  }

  @Test func `an indicator in the other unit explains the text`() throws {
    let table = try PerformanceEvaluation.spending(
      "23.50", goals: ["补助标准23.5元"], reached: [("23.5元", "23.5", "元")])
    #expect(try checks(table).map(\.status) == [.pass])
  }
}
