import Tables
import Testing

@Suite("Ten-thousandths")
struct TenThousandthsTests {
  private func exact(_ digits: String) -> Int64? { TenThousandths.exact(Array(digits.utf8).span) }

  @Test(arguments: [
    ("0", 0), ("1871.38", 18_713_800), ("-173.41", -1_734_100), ("8.40", 84_000),
    ("0.0001", 1), ("-0.00010", -1), ("922337203685477.5807", Int64.max),
  ])
  func `a number is itself times ten thousand`(digits: String, value: Int64) {
    #expect(exact(digits) == value)
  }

  @Test(arguments: ["0.00001", "1.23456", "922337203685477.5808", "99999999999999999999"])
  func `what does not fit is nothing rather than rounded`(digits: String) {
    #expect(exact(digits) == nil)
  }
}
