@testable import Checking
import MappingModel
import ReportModel
import Testing

@Suite("Named check: same_value")
struct SameValueCheckTests {
  private func check(_ printed: [Printed]) throws -> Report {
    ReportChecker(rules: [.named("same_value")]).check(try .printing(printed))
  }

  @Test func `each figure is compared with the value that most places have`() throws {
    let report = try check([
      Printed(concept: "income.total", value: "9.00", section: "overall"),
      Printed(concept: "income.total", value: "10.00", section: "income"),
      Printed(concept: "income.total", value: "10.00", section: "fiscal"),
    ])
    #expect(report.checks.map(\.status) == [.fail, .pass])
    #expect(report.checks.map(\.facts) == [["f1", "f2"], ["f3", "f2"]])
    #expect(report.checks[0].difference?.description == "-1")
    #expect(report.checks[0].severity == .warning)
    #expect(report.checks[0].message?.en.contains("printed 9.00") == true)
  }

  @Test func `a figure that is rounded more coarsely agrees within its own half unit`() throws {
    let report = try check([
      Printed(concept: "income.total", value: "12345.68"),
      Printed(
        concept: "income.total", value: "1.23", unit: .hundredMillionYuan, section: "income"),
      Printed(concept: "income.total", value: "123456800", unit: .yuan, section: "fiscal"),
    ])
    #expect(report.checks.map(\.status) == [.rounding, .pass])
  }

  @Test func `figures of other dimensions or aspects are other quantities`() throws {
    let report = try check([
      Printed(concept: "income.total", value: "1.00"),
      Printed(concept: "income.total", value: "2.00", aspect: .priorYear),
      Printed(concept: "income.total", value: "3.00", dimensions: ["fund": "fiscal"]),
    ])
    #expect(report.checks.isEmpty)
  }
}
