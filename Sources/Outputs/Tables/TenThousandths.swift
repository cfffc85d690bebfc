/// A decimal number as a whole number of ten-thousandths, for engines that cannot calculate with
/// decimal numbers.
package enum TenThousandths {
  /// Nil where the number is finer than that, or beyond 64 bits: never rounded. The digits are a JSON
  /// number without exponent.
  package static func exact(_ digits: Span<UInt8>) -> Int64? {
    var value: Int64 = 0
    // Digits behind the point so far; nil before the point.
    var scale: Int?
    let isNegative = digits.count > 0 && digits[0] == UInt8(ascii: "-")
    for index in (isNegative ? 1 : 0)..<digits.count {
      let byte = digits[index]
      if byte == UInt8(ascii: ".") {
        scale = 0
        continue
      }
      if let decimals = scale {
        guard decimals < 4 else {
          guard byte == UInt8(ascii: "0") else { return nil }
          continue
        }
        scale = decimals + 1
      }
      guard let next = appending(byte - UInt8(ascii: "0"), to: value) else { return nil }
      value = next
    }
    for _ in (scale ?? 0)..<4 {
      guard let next = appending(0, to: value) else { return nil }
      value = next
    }
    return isNegative ? -value : value
  }

  private static func appending(_ digit: UInt8, to value: Int64) -> Int64? {
    let (product, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, overflow2) = product.addingReportingOverflow(Int64(digit))
    return overflow || overflow2 ? nil : sum
  }
}
