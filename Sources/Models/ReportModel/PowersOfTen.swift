/// 10^0 … 10^18: what moves the decimal point of an ``Amount``.
package enum PowersOfTen {
  private static let powers: [Int64] = {
    var powers: [Int64] = [1]
    for exponent in 1...18 { powers.append(powers[exponent - 1] * 10) }
    return powers
  }()

  /// The largest exponent whose power fits in 64 bits.
  package static let largest = 18

  /// 10^exponent; what lies outside 0 … 18 counts as the nearer of the two.
  package static func power(_ exponent: Int) -> Int64 { powers[max(0, min(exponent, largest))] }
}
