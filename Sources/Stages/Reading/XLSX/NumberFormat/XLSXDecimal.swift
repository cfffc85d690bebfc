/// A number of a cell: decimal digits, never binary floating point.
///
/// Excel stores up to 17 digits of a binary fraction (`1871.3800000000001`, `1.1100000000000001E-2`)
/// and shows 15; so this keeps the 15 leading ones, rounded half away from zero.
struct XLSXDecimal: Equatable {
  static let mostDigits = 15
  /// Excel's own numbers end at 10^308.
  private static let largestExponent = 400

  var isNegative: Bool
  /// 10^15 at most; the value is `mantissa` × 10^`exponent`.
  private(set) var mantissa: UInt64
  private(set) var exponent: Int

  init(isNegative: Bool = false, mantissa: UInt64, exponent: Int = 0) {
    self.isNegative = isNegative
    self.mantissa = mantissa
    self.exponent = exponent
  }

  var isZero: Bool { mantissa == 0 }

  /// `-12.50`, `1.1100000000000001E-2`; nil for anything that is no such number.
  init?(parsing bytes: [UInt8]) {
    var index = 0
    let end = bytes.count
    isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { index = 1 }
    mantissa = 0
    exponent = 0
    var kept = 0
    var firstDropped: UInt8?
    var digits = 0
    var hasPoint = false
    while index < end {
      let byte = bytes[index]
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        digits += 1
        let digit = byte - UInt8(ascii: "0")
        if kept == Self.mostDigits {
          firstDropped = firstDropped ?? digit
          if !hasPoint { exponent += 1 }
        } else {
          mantissa = mantissa * 10 + UInt64(digit)
          if mantissa > 0 { kept += 1 }
          if hasPoint { exponent -= 1 }
        }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    if index < end {
      guard bytes[index] | 0x20 == UInt8(ascii: "e"),
        let written = Self.exponent(bytes[(index + 1)...])
      else { return nil }
      exponent += written
    }
    if let firstDropped, firstDropped >= 5 { mantissa += 1 }
    guard mantissa > 0 else {
      self = XLSXDecimal(isNegative: false, mantissa: 0)
      return
    }
    guard abs(exponent) <= Self.largestExponent else { return nil }
    dropTrailingZeros()
  }

  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    var digits = bytes
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return isNegative ? -value : value
  }

  private mutating func dropTrailingZeros() {
    while mantissa > 0, mantissa.isMultiple(of: 10) {
      mantissa /= 10
      exponent += 1
    }
  }

  /// The same digits with the point moved to the right: ×100 for two places.
  func movingPoint(right places: Int) -> XLSXDecimal {
    guard !isZero else { return self }
    return XLSXDecimal(isNegative: isNegative, mantissa: mantissa, exponent: exponent + places)
  }

  /// Rounded half away from zero to so many digits behind the point.
  func rounded(toPlaces places: Int) -> XLSXDecimal {
    let dropped = -exponent - places
    guard dropped > 0 else { return self }
    guard dropped <= Self.mostDigits + 1 else {
      return XLSXDecimal(isNegative: isNegative, mantissa: 0, exponent: -places)
    }
    let unit = Self.powers[dropped]
    let (quotient, rest) = mantissa.quotientAndRemainder(dividingBy: unit)
    return XLSXDecimal(
      isNegative: isNegative, mantissa: quotient + (rest * 2 >= unit ? 1 : 0), exponent: -places)
  }

  /// The digits without needless zeros.
  var digits: XLSXDigits { XLSXDigits(mantissa: mantissa, exponent: exponent) }

  /// Whole days and the milliseconds of the day, rounded, where this is a date's serial number;
  /// nil for what is none.
  var daysAndMilliseconds: (days: Int, milliseconds: Int)? {
    guard !isNegative || isZero, exponent <= 7, mantissa < Self.powers[15] else { return nil }
    let perDay = 86_400_000
    var total = UInt128(mantissa) * UInt128(perDay)
    if exponent >= 0 {
      total *= UInt128(Self.powers[exponent])
    } else if -exponent <= 30 {
      var unit: UInt128 = 1
      for _ in 0..<(-exponent) { unit *= 10 }
      total = (total + unit / 2) / unit
    } else {
      total = 0
    }
    guard total < UInt128(2_958_466) * UInt128(perDay) else { return nil }
    return (Int(total) / perDay, Int(total) % perDay)
  }

  /// What Excel shows in a cell of the number format General, with all of its 15 digits: Excel's own
  /// cell stops at 11 characters or at the column's width, which would lose digits of an amount.
  var general: [UInt8] {
    let digits = digits
    guard (-19...21).contains(digits.point) else { return scientific(places: nil) }
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    for index in 0..<digits.wholeCount { text.append(digits.whole(index)) }
    if digits.wholeCount == 0 { text.append(UInt8(ascii: "0")) }
    if digits.fractionCount > 0 { text.append(UInt8(ascii: ".")) }
    for index in 0..<digits.fractionCount { text.append(digits.fraction(index)) }
    return text
  }

  /// `1.5E-25`; with exactly so many places and at least so many digits of the exponent.
  func scientific(places: Int?, exponentDigits: Int = 2) -> [UInt8] {
    var power = isZero ? 0 : digits.point - 1
    var digits = movingPoint(right: -power).digits
    if let places {
      digits = movingPoint(right: -power).rounded(toPlaces: places).digits
      // 9.99 rounded to one place is 10.0.
      if digits.point > 1 {
        power += 1
        digits = XLSXDecimal(mantissa: 1).digits
      }
    }
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    text.append(digits.wholeCount > 0 ? digits.whole(0) : UInt8(ascii: "0"))
    let places = places ?? digits.fractionCount
    if places > 0 { text.append(UInt8(ascii: ".")) }
    for index in 0..<places { text.append(digits.fraction(index)) }
    text += Array((power < 0 ? "E-" : "E+").utf8)
    let exponent = Array(String(abs(power)).utf8)
    if exponent.count < exponentDigits {
      text += Array(repeating: UInt8(ascii: "0"), count: exponentDigits - exponent.count)
    }
    return text + exponent
  }

  private static let powers: [UInt64] = {
    var powers: [UInt64] = [1]
    // Safe: the twentieth, 10^19, is the largest power of ten in 64 bits.
    while powers.count < 20 { powers.append((powers.last ?? 1) &* 10) }
    return powers
  }()
}

/// The digits of a number, on the stack: a report has thousands of figures.
struct XLSXDigits {
  private var bytes = InlineArray<20, UInt8>(repeating: UInt8(ascii: "0"))
  private let count: Int
  /// How many digits stand before the point; negative where zeros follow it.
  let point: Int

  init(mantissa: UInt64, exponent: Int) {
    var mantissa = mantissa
    var exponent = exponent
    while mantissa > 0, mantissa.isMultiple(of: 10) {
      mantissa /= 10
      exponent += 1
    }
    var length = 0
    var rest = mantissa
    while rest > 0 {
      rest /= 10
      length += 1
    }
    for index in stride(from: length - 1, through: 0, by: -1) {
      bytes[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: mantissa % 10)
      mantissa /= 10
    }
    count = length
    point = length > 0 ? length + exponent : 0
  }

  /// Digits before the point: none for 0.5.
  var wholeCount: Int { max(0, point) }

  /// Digits behind the point, up to the last that is not 0.
  var fractionCount: Int { max(0, count - point) }

  /// A digit before the point.
  func whole(_ index: Int) -> UInt8 { digit(index) }

  /// A digit behind the point.
  func fraction(_ index: Int) -> UInt8 { digit(point + index) }

  private func digit(_ index: Int) -> UInt8 {
    index >= 0 && index < count ? bytes[index] : UInt8(ascii: "0")
  }
}
