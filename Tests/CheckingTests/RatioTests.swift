@testable import Checking
import ReportModel
import Testing

@Suite("Exact fractions")
struct RatioTests {
  private func ratio(_ text: String) throws -> Ratio {
    Ratio(try #require(Amount(parsing: text.utf8)))
  }

  @Test func `sums and differences of decimals are exact`() throws {
    let sum = try #require(Ratio.sum(try ratio("0.1"), try ratio("0.2")))
    #expect(sum == (try ratio("0.3")))
    #expect(Ratio.difference(sum, try ratio("0.30")) == .zero)
    #expect(sum.amount(most: 4)?.description == "0.3")
  }

  @Test(arguments: [
    ("0.625", "0.63", "0.62", "0.62"), ("-0.625", "-0.63", "-0.62", "-0.62"),
    ("0.635", "0.64", "0.64", "0.63"), ("2", "2.00", "2.00", "2.00"),
  ])
  func `halves are rounded up, to even or cut off`(
    text: String, up: String, even: String, cut: String
  ) throws {
    let value = try ratio(text)
    #expect(value.rounded(scale: 2, .halfUp)?.description == up)
    #expect(value.rounded(scale: 2, .halfToEven)?.description == even)
    #expect(value.rounded(scale: 2, .towardZero)?.description == cut)
  }

  @Test func `thirds are exact, and compare`() throws {
    let third = try #require(Ratio.quotient(Ratio(1), Ratio(3)))
    #expect(Ratio.product(third, Ratio(3)) == Ratio(1))
    #expect(try ratio("0.333") < third)
    #expect(third < (try ratio("0.334")))
    #expect(Ratio.quotient(Ratio(1), .zero) == nil)
    #expect(Ratio.quotient(Ratio(1), Ratio(-4))?.amount(most: 2)?.description == "-0.25")
  }

  @Test func `half a unit of the last decimal`() throws {
    #expect(Ratio.halfUnit(scale: 2) == (try ratio("0.005")))
    #expect(Ratio.halfUnit(scale: 0) == (try ratio("0.5")))
    #expect(Ratio.halfUnit(scale: -2) == Ratio(50))
  }

  @Test func `what does not fit is told, never rounded`() {
    var power = Ratio(Int128.max / 3)
    #expect(Ratio.product(power, Ratio(7)) == nil)
    power = Ratio(Int128.max)
    #expect(Ratio.sum(power, power) == nil)
  }
}
