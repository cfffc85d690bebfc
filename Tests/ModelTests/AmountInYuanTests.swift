import ReportModel
import Testing

@Suite("Amounts in yuan")
struct AmountInYuanTests {
  @Test(arguments: [
    ("8.40", Unit.tenThousandYuan, "84000"), ("8.40", .yuan, "8.40"),
    ("-0.00005", .tenThousandYuan, "-0.5"), ("1.2", .hundredMillionYuan, "120000000"),
  ])
  func `money is told in yuan`(printed: String, unit: Unit, yuan: String) throws {
    let amount = try #require(Amount(parsing: printed.utf8))
    #expect(amount.inYuan(printedIn: unit)?.description == yuan)
  }

  @Test func `what is not money, or too large, has no yuan`() throws {
    #expect(Amount(unscaled: 5, scale: 0).inYuan(printedIn: .person) == nil)
    #expect(Amount(unscaled: .max, scale: 0).inYuan(printedIn: .tenThousandYuan) == nil)
  }

  @Test func `powers of ten stay within 64 bits`() {
    #expect((0...18).allSatisfy { String(PowersOfTen.power($0)).count == $0 + 1 })
    #expect(PowersOfTen.power(-1) == 1)
    #expect(PowersOfTen.power(19) == PowersOfTen.power(PowersOfTen.largest))
  }
}
