import ReportModel
import Testing

struct AmountTests {
  @Test(arguments: [
    ("1,871.38", "1871.38"), ("8.40", "8.40"), ("0", "0"), ("-0.05", "-0.05"),
    ("1,234,567.8", "1234567.8"), ("007", "7"), ("100", "100"),
  ])
  func `printed digits keep their scale`(_ printed: String, _ expected: String) {
    #expect(Amount(parsing: printed.utf8)?.description == expected)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "12,5", "1.2.3", "1,23,456", "1234,567", "1,2345", "1e3", "0x10",
    "1 2",
    "9999999999999999999", "12%",
  ])
  func `what is no number is nil`(_ printed: String) {
    #expect(Amount(parsing: printed.utf8) == nil)
  }

  @Test func `ten thousand yuan to yuan is exact`() {
    #expect(Amount(parsing: "1871.38".utf8)?.scaled(byPowerOfTen: 4)?.description == "18713800")
    #expect(
      Amount(parsing: "28861.938591".utf8)?.scaled(byPowerOfTen: 4)?.description == "288619385.91")
    #expect(Amount(unscaled: .max, scale: 0).scaled(byPowerOfTen: 8) == nil)
  }
}
