import ReportModel

/// Exact sums of money in yuan, and how people are told them.
struct Money: Equatable {
  /// In yuan.
  let yuan: Amount

  /// Reads the digits of an output's `yuan`; nil where they are none or too many to be exact.
  init?(_ digits: String?) {
    guard let digits, let amount = Amount(parsing: digits.utf8) else { return nil }
    yuan = amount
  }

  private init(yuan: Amount) { self.yuan = yuan }

  static let zero = Money(yuan: Amount(unscaled: 0, scale: 0))

  var isZero: Bool { yuan.unscaled == 0 }
  var isNegative: Bool { yuan.isNegative }
  var magnitude: Money { isNegative ? Money(yuan: yuan.negated) : self }

  /// For the geometry of a drawing only; nothing printed comes from it.
  var length: Double {
    var value = Double(yuan.unscaled)
    for _ in 0..<yuan.scale { value /= 10 }
    return value
  }

  /// Nil where the sum is beyond 18 digits.
  static func + (first: Money, second: Money) -> Money? {
    let scale = max(first.yuan.scale, second.yuan.scale)
    guard let a = first.unscaled(at: scale), let b = second.unscaled(at: scale) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : Money(yuan: Amount(unscaled: sum, scale: scale))
  }

  /// Nil where the difference is beyond 18 digits.
  static func - (first: Money, second: Money) -> Money? {
    first + Money(yuan: second.yuan.negated)
  }

  private func unscaled(at scale: Int) -> Int64? {
    guard scale - yuan.scale <= 18 else { return nil }
    return yuan.scaled(byPowerOfTen: scale).map(\.unscaled)
  }

  /// The unit in which amounts of one drawing are told: the largest that shows each of them.
  enum Scale {
    case yuan, tenThousand, hundredMillion

    init(for amounts: [Money]) {
      let sizes = amounts.filter { !$0.isZero }.map { $0.magnitude.length }
      let largest = sizes.max() ?? 0
      let smallest = sizes.min() ?? 0
      self =
        if largest >= 1e8, smallest >= 1e6 {
          .hundredMillion
        } else if largest >= 1e4 || amounts.allSatisfy({ $0.isWhole(in: .tenThousand) }) {
          .tenThousand
        } else {
          .yuan
        }
    }

    /// Hundreds of yuan stay visible in 亿元.
    var decimals: Int { self == .hundredMillion ? 4 : 2 }

    var exponent: Int {
      switch self {
      case .yuan: 0
      case .tenThousand: 4
      case .hundredMillion: 8
      }
    }

    /// The unit as outputs have it.
    var unit: Unit {
      switch self {
      case .yuan: .yuan
      case .tenThousand: .tenThousandYuan
      case .hundredMillion: .hundredMillionYuan
      }
    }
  }

  /// In that unit, rounded to its decimals: «1,406.99».
  func text(in scale: Scale) -> String { Figures.grouped(amount(in: scale).description) }

  private func amount(in scale: Scale) -> Amount {
    let shifted = Amount(unscaled: yuan.unscaled, scale: yuan.scale + scale.exponent)
    return Figures.rounded(shifted, decimals: scale.decimals)
  }

  /// Whether nothing is lost by telling it in that unit.
  private func isWhole(in scale: Scale) -> Bool {
    let told = amount(in: scale)
    return
      (Money(yuan: Amount(unscaled: told.unscaled, scale: told.scale))
      - Money(yuan: Amount(unscaled: yuan.unscaled, scale: yuan.scale + scale.exponent)))?
      .isZero == true
  }
}

/// How numbers are set.
enum Figures {
  /// Half away from zero.
  static func rounded(_ amount: Amount, decimals: Int) -> Amount {
    guard amount.scale > decimals else {
      return amount.scaled(byPowerOfTen: 0).map { raised($0, to: decimals) } ?? amount
    }
    var unscaled = amount.unscaled
    for _ in 0..<(amount.scale - decimals - 1) { unscaled /= 10 }
    let last = unscaled % 10
    unscaled /= 10
    if last >= 5 { unscaled += 1 }
    if last <= -5 { unscaled -= 1 }
    return Amount(unscaled: unscaled, scale: decimals)
  }

  private static func raised(_ amount: Amount, to scale: Int) -> Amount {
    var result = amount
    while result.scale < scale {
      let (product, overflow) = result.unscaled.multipliedReportingOverflow(by: 10)
      guard !overflow else { return amount }
      result = Amount(unscaled: product, scale: result.scale + 1)
    }
    return result
  }

  /// With commas at thousands and a minus sign: «-1871.38» is «−1,871.38»; other text as it is.
  static func grouped(_ digits: String) -> String {
    let isNegative = digits.hasPrefix("-")
    let plain = isNegative ? digits.dropFirst() : digits[...]
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty,
      plain.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") })
    else { return digits }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    let rest = parts.dropFirst().map { "." + $0 }.joined()
    return (isNegative ? "−" : "") + grouped + rest
  }

  /// A share of a whole in percent with one decimal; nil where the whole is nothing.
  static func share(_ part: Money, of whole: Money) -> String? {
    guard whole.length > 0 else { return nil }
    let tenths = (part.length / whole.length * 1000).rounded()
    guard tenths.isFinite, abs(tenths) < 1e6 else { return nil }
    return Amount(unscaled: Int64(tenths), scale: 1).description + "%"
  }
}
