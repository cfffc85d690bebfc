@testable import Checking
import MappingModel
import ReportModel
import Testing

@Suite("Named check: unit_cost")
struct UnitCostCheckTests {
  private func checks(
    _ executed: String, _ reached: [(text: String, value: String, unit: String)]
  ) throws -> [CheckResult] {
    var report = try Report.printing([])
    report.performance = [try .spending(executed, reached: reached)]
    return ReportChecker(rules: [.named("unit_cost")]).check(report).checks
  }

  private static let area = (text: "200平方米", value: "200", unit: "平方米")

  @Test(arguments: [
    ("0.37万元/平方米", "0.37", "万元/平方米", CheckStatus.pass),
    ("3675元/平方米", "3675", "元/平方米", .pass), ("0.38万元/平方米", "0.38", "万元/平方米", .fail),
  ])
  func `the amount over the quantity of the same table, rounded as printed`(
    text: String, value: String, unit: String, status: CheckStatus
  ) throws {
    let found = try checks("73.50", [(text, value, unit), Self.area])
    #expect(found.map(\.status) == [status])
    #expect(found[0].records == ["/performance/0/indicators/0/actual/value"])
  }

  @Test func `a failure says what was divided by what`() throws {
    let found = try checks("73.50", [("0.38万元/平方米", "0.38", "万元/平方米"), Self.area])
    #expect(
      found[0].message?.en
        == "relation: 0.38万元/平方米 (line 30), but 73.50 over 200 is 0.367500")
    #expect(found[0].message?.zh == "关系：0.38万元/平方米（第30行），73.50 除以 200 为 0.367500")
    #expect(found[0].expected?.description == "0.367500")
  }

  @Test func `with no quantity, or two, nothing is compared`() throws {
    let cost = (text: "0.37万元/平方米", value: "0.37", unit: "万元/平方米")
    #expect(try checks("73.50", [cost]).isEmpty)
    #expect(try checks("73.50", [cost, Self.area, Self.area]).isEmpty)
  }
}
