@testable import Mapping
import ReportModel
import Testing

struct ChangeProofTests {
  private func amount(_ text: String) throws -> Amount {
    try #require(Amount(parsing: text.utf8))
  }

  @Test(arguments: [
    ("110.00", "10.00", "10.00", true), ("90.00", "-10.00", "10", true),
    ("74674815.28", "54250438.92", "265.6", true), ("73698454", "54250438.92", "265.6", false),
    ("110.00", "10.00", "11.00", false), ("0", "-5", "100", true), ("5", "5", "100", false),
  ])
  func `level, change and percentage belong together or not`(
    level: String, change: String, percent: String, fits: Bool
  ) throws {
    #expect(
      ChangeProof.fits(try amount(level), change: try amount(change), percent: try amount(percent))
        == fits)
  }

  @Test func `a difference is exact`() throws {
    #expect(
      ChangeProof.isDifference(try amount("0.10"), of: try amount("1.1"), and: try amount("1")))
    #expect(
      !ChangeProof.isDifference(try amount("0.11"), of: try amount("1.1"), and: try amount("1")))
  }
}
