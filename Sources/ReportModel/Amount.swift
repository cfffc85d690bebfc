/// An exact decimal number with the scale that was printed: `unscaled × 10^-scale`.
///
/// «8.40» is 840 at scale 2 and stays so; money never passes through binary floating point.
package struct Amount: Sendable, Equatable, Hashable {
  package var unscaled: Int64
  /// Digits behind the decimal point, 0…18.
  package var scale: Int

  package init(unscaled: Int64, scale: Int) {
    self.unscaled = unscaled
    self.scale = scale
  }

  /// Reads ASCII digits with an optional sign, grouping commas and one decimal point.
  ///
  /// Strict: «1,871.38» and «1871.38» are read, «12,5», «1.2.3», «1,23,456» and «» are not. A
  /// number beyond 18 digits is nil rather than wrong.
  package init?(parsing text: some Sequence<UInt8>) {
    var unscaled: Int64 = 0
    var scale = 0
    var digits = 0
    var negative = false
    var seenPoint = false
    var atStart = true
    var group: Int? = nil
    var leading = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "-") where atStart: negative = true
      case UInt8(ascii: "+") where atStart: break
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (product, overflow) = unscaled.multipliedReportingOverflow(by: 10)
        let (sum, overflow2) = product.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
        guard !overflow, !overflow2, digits < 18 else { return nil }
        unscaled = sum
        digits += 1
        if seenPoint {
          scale += 1
        } else if let size = group {
          group = size + 1
        } else {
          leading += 1
        }
      case UInt8(ascii: ","):
        guard !seenPoint, digits > 0 else { return nil }
        if let size = group {
          guard size == 3 else { return nil }
        } else {
          guard leading <= 3 else { return nil }
        }
        group = 0
      case UInt8(ascii: "."):
        guard !seenPoint, digits > 0 else { return nil }
        if let size = group { guard size == 3 else { return nil } }
        seenPoint = true
      default: return nil
      }
      atStart = false
    }
    guard digits > 0, !(seenPoint && scale == 0) else { return nil }
    if !seenPoint, let size = group { guard size == 3 else { return nil } }
    self.init(unscaled: negative ? -unscaled : unscaled, scale: scale)
  }

  package var isNegative: Bool { unscaled < 0 }

  package var negated: Amount { Amount(unscaled: -unscaled, scale: scale) }

  /// The same value times 10^exponent, with no more decimals than it needs to stay exact; nil on
  /// overflow.
  package func scaled(byPowerOfTen exponent: Int) -> Amount? {
    var result = Amount(unscaled: unscaled, scale: scale - exponent)
    while result.scale < 0 {
      let (product, overflow) = result.unscaled.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = Amount(unscaled: product, scale: result.scale + 1)
    }
    return result
  }
}

extension Amount: CustomStringConvertible {
  /// The number in plain digits with its scale kept: «-173.41», «8.40», «0».
  package var description: String {
    var text: [UInt8] = []
    write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the ``description``.
  package func write(to text: inout [UInt8]) {
    if unscaled < 0 { text.append(UInt8(ascii: "-")) }
    // 10^scale; a scale beyond 18 has no digit before it.
    var power: UInt64 = 1
    for _ in 0..<min(scale, 19) { power *= 10 }
    text.append(digitsOf: unscaled.magnitude / power)
    guard scale > 0 else { return }
    text.append(UInt8(ascii: "."))
    for _ in 0..<max(0, scale - 19) { text.append(UInt8(ascii: "0")) }
    var rest = unscaled.magnitude % power
    while power > 1 {
      power /= 10
      text.append(UInt8(ascii: "0") + UInt8(rest / power))
      rest %= power
    }
  }
}
