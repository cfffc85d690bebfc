internal import ReportModel

/// An exact fraction of 128-bit whole numbers. Operations return nil where the result does not fit; they
/// never round.
struct Ratio: Hashable {
  private(set) var numerator: Int128
  /// Always positive.
  private(set) var denominator: Int128

  static let zero = Ratio(0)

  /// A whole number.
  init(_ whole: Int128) {
    numerator = whole
    denominator = 1
  }

  /// A decimal number, exact.
  init(_ amount: Amount) {
    numerator = Int128(amount.unscaled)
    denominator = Self.powerOfTen(amount.scale)
  }

  private init(_ numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Half a unit of the last decimal: 0.005 for scale 2, 50 for scale -2.
  static func halfUnit(scale: Int) -> Ratio {
    scale >= 0
      ? Ratio(1, 2 * powerOfTen(min(scale, 18)))
      : Ratio(powerOfTen(min(-scale, 18)), 2)
  }

  /// Beyond 64 bits, too: scales add up when fractions are multiplied.
  private static func powerOfTen(_ exponent: Int) -> Int128 {
    let power = Int128(PowersOfTen.power(exponent))
    return exponent <= PowersOfTen.largest
      ? power : power * powerOfTen(exponent - PowersOfTen.largest)
  }

  var isZero: Bool { numerator == 0 }
  var isNegative: Bool { numerator < 0 }
  var magnitude: Ratio { Ratio(numerator < 0 ? -numerator : numerator, denominator) }
  var negated: Ratio { Ratio(-numerator, denominator) }

  /// Times 10^exponent.
  func shifted(_ exponent: Int) -> Ratio? {
    let power = Ratio(Self.powerOfTen(min(abs(exponent), 18)))
    return exponent >= 0 ? Ratio.product(self, power) : Ratio.quotient(self, power)
  }

  static func sum(_ first: Ratio, _ second: Ratio) -> Ratio? {
    if first.denominator == second.denominator {
      let (sum, overflow) = first.numerator.addingReportingOverflow(second.numerator)
      return overflow ? nil : Ratio(sum, first.denominator)
    }
    // Of two powers of ten, the larger one is the common denominator.
    if let short = first.short, let other = second.short {
      if other.denominator % short.denominator == 0 {
        return sum(first, multipliedBy: other.denominator / short.denominator, second)
      }
      if short.denominator % other.denominator == 0 {
        return sum(second, multipliedBy: short.denominator / other.denominator, first)
      }
    }
    let divisor = greatestDivisor(first.denominator, second.denominator)
    let (left, overflow1) = first.numerator.multipliedReportingOverflow(
      by: second.denominator / divisor)
    let (right, overflow2) = second.numerator.multipliedReportingOverflow(
      by: first.denominator / divisor)
    let (sum, overflow3) = left.addingReportingOverflow(right)
    let (denominator, overflow4) = (first.denominator / divisor).multipliedReportingOverflow(
      by: second.denominator)
    guard !overflow1, !overflow2, !overflow3, !overflow4 else { return nil }
    return Ratio(sum, denominator)
  }

  /// The sum where the first denominator, times `factor`, is the second one.
  private static func sum(_ first: Ratio, multipliedBy factor: Int64, _ second: Ratio) -> Ratio? {
    // Both factors have 64 bits: no overflow.
    let (sum, overflow) = (first.numerator * Int128(factor)).addingReportingOverflow(
      second.numerator)
    return overflow ? nil : Ratio(sum, second.denominator)
  }

  static func difference(_ first: Ratio, _ second: Ratio) -> Ratio? { sum(first, second.negated) }

  static func product(_ first: Ratio, _ second: Ratio) -> Ratio? {
    // Common divisors are taken out before multiplying, so that nothing overflows whose result fits.
    if let short = first.short, let other = second.short {
      let one = greatestDivisor(short.numerator, other.denominator)
      let two = greatestDivisor(other.numerator, short.denominator)
      return Ratio(
        Int128(short.numerator / one) * Int128(other.numerator / two),
        Int128(short.denominator / two) * Int128(other.denominator / one))
    }
    let one = greatestDivisor(first.numerator, second.denominator)
    let two = greatestDivisor(second.numerator, first.denominator)
    let (numerator, overflow1) = (first.numerator / one).multipliedReportingOverflow(
      by: second.numerator / two)
    let (denominator, overflow2) = (first.denominator / two).multipliedReportingOverflow(
      by: second.denominator / one)
    return overflow1 || overflow2 ? nil : Ratio(numerator, denominator)
  }

  /// Nil also where the divisor is zero.
  static func quotient(_ first: Ratio, _ second: Ratio) -> Ratio? {
    guard !second.isZero else { return nil }
    let sign: Int128 = second.isNegative ? -1 : 1
    return product(first, Ratio(sign * second.denominator, sign * second.numerator))
  }

  /// Numerator and denominator where both fit in 64 bits, as they nearly always do: arithmetic is then one
  /// instruction instead of a call.
  private var short: (numerator: Int64, denominator: Int64)? {
    let numerator = Int64(truncatingIfNeeded: numerator)
    let denominator = Int64(truncatingIfNeeded: denominator)
    // The smallest number cannot be negated.
    guard Int128(numerator) == self.numerator, Int128(denominator) == self.denominator,
      numerator != .min
    else { return nil }
    return (numerator, denominator)
  }

  private static func greatestDivisor(_ first: Int64, _ second: Int64) -> Int64 {
    if first == 1 || second == 1 { return 1 }
    var (left, right) = (first.magnitude, second.magnitude)
    while right != 0 { (left, right) = (right, left % right) }
    return left == 0 ? 1 : Int64(left)
  }

  private static func greatestDivisor(_ first: Int128, _ second: Int128) -> Int128 {
    if first == 1 || second == 1 { return 1 }
    var (left, right) = (first.magnitude, second.magnitude)
    while right != 0 { (left, right) = (right, left % right) }
    return left == 0 || left > Int128.max.magnitude ? 1 : Int128(left)
  }

  /// Rounding of a half that lies exactly between two decimals.
  enum Rounding {
    case halfUp
    case halfToEven
    case towardZero
  }

  /// The nearest number with so many decimals; nil where it does not fit in 64 bits.
  func rounded(scale: Int, _ rule: Rounding = .halfUp) -> Amount? {
    if let short, (0...18).contains(scale) {
      let (scaled, overflow) = short.numerator.multipliedReportingOverflow(
        by: Int64(Self.powerOfTen(scale)))
      if !overflow, scaled != .min {
        let (whole, rest) = scaled.quotientAndRemainder(dividingBy: short.denominator)
        return Amount(
          unscaled: whole
            + Self.step(
              rest: rest.magnitude, of: short.denominator.magnitude, isOdd: whole % 2 != 0,
              isNegative: scaled < 0, rule),
          scale: scale)
      }
    }
    let (scaled, overflow) = numerator.multipliedReportingOverflow(by: Self.powerOfTen(scale))
    guard !overflow else { return nil }
    let (whole, rest) = scaled.quotientAndRemainder(dividingBy: denominator)
    let step: Int128 = Self.step(
      rest: rest.magnitude, of: denominator.magnitude, isOdd: whole % 2 != 0,
      isNegative: scaled < 0, rule)
    return Int64(exactly: whole + step).map { Amount(unscaled: $0, scale: scale) }
  }

  /// What is added to the whole part of a quotient (0, 1 or -1) to round it, given the rest of the division.
  private static func step<Rest: UnsignedInteger, Step: SignedInteger>(
    rest: Rest, of denominator: Rest, isOdd: Bool, isNegative: Bool, _ rule: Rounding
  ) -> Step {
    let half = denominator - rest
    let isUp =
      switch rule {
      case .halfUp: rest >= half && rest != 0
      case .halfToEven: rest > half || rest == half && isOdd
      case .towardZero: false
      }
    return isUp ? (isNegative ? -1 : 1) : 0
  }

  /// The value with as few decimals as it needs, at most `most`; rounded where it needs more.
  func amount(most: Int) -> Amount? {
    if let short, let decimals = Self.decimals(of: short, most: most) { return decimals }
    for scale in 0...most {
      let (scaled, overflow) = numerator.multipliedReportingOverflow(by: Self.powerOfTen(scale))
      guard !overflow, scaled % denominator == 0 else { continue }
      if let whole = Int64(exactly: scaled / denominator) {
        return Amount(unscaled: whole, scale: scale)
      }
    }
    return rounded(scale: most)
  }

  /// Long division, one decimal after the other; nil where the decimals do not end, or do not fit in 64 bits.
  private static func decimals(
    of short: (numerator: Int64, denominator: Int64), most: Int
  ) -> Amount? {
    guard short.denominator < 900_000_000_000_000_000 else { return nil }
    var (whole, rest) = short.numerator.quotientAndRemainder(dividingBy: short.denominator)
    var scale = 0
    while rest != 0 {
      guard scale < most else { return nil }
      scale += 1
      // The rest is below 9 × 10^17, so ten times it fits.
      let (digit, next) = (rest * 10).quotientAndRemainder(dividingBy: short.denominator)
      let (tenfold, overflow) = whole.multipliedReportingOverflow(by: 10)
      let (longer, overflow2) = tenfold.addingReportingOverflow(digit)
      guard !overflow, !overflow2 else { return nil }
      (whole, rest) = (longer, next)
    }
    return Amount(unscaled: whole, scale: scale)
  }

  /// Hashes the lowest terms, since 1/2 and 5/10 are equal.
  func hash(into hasher: inout Hasher) {
    let divisor = Self.greatestDivisor(numerator, denominator)
    hasher.combine(numerator / divisor)
    hasher.combine(denominator / divisor)
  }

  static func == (first: Ratio, second: Ratio) -> Bool {
    if first.denominator == second.denominator { return first.numerator == second.numerator }
    if let short = first.short, let other = second.short {
      return Int128(short.numerator) * Int128(other.denominator)
        == Int128(other.numerator) * Int128(short.denominator)
    }
    return first.numerator.multipliedFullWidth(by: second.denominator)
      == second.numerator.multipliedFullWidth(by: first.denominator)
  }

  static func < (first: Ratio, second: Ratio) -> Bool {
    if first.denominator == second.denominator { return first.numerator < second.numerator }
    if let short = first.short, let other = second.short {
      return Int128(short.numerator) * Int128(other.denominator)
        < Int128(other.numerator) * Int128(short.denominator)
    }
    let left = first.numerator.multipliedFullWidth(by: second.denominator)
    let right = second.numerator.multipliedFullWidth(by: first.denominator)
    return left.high == right.high ? left.low < right.low : left.high < right.high
  }

  static func <= (first: Ratio, second: Ratio) -> Bool { !(second < first) }
}
