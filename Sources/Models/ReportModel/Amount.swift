/// An exact decimal number with the scale that was printed: `unscaled × 10^-scale`.
///
/// «8.40» is 840 at scale 2 and stays so; money never passes through binary floating point.
package struct Amount: Sendable, Equatable, Hashable {
  /// The digits without the decimal point, with the sign.
  package var unscaled: Int64
  /// Digits behind the decimal point, 0…18.
  package var scale: Int

  /// The number `unscaled × 10^-scale`.
  package init(unscaled: Int64, scale: Int) {
    self.unscaled = unscaled
    self.scale = scale
  }

  /// Reads ASCII digits with an optional sign, grouping commas and one decimal point.
  ///
  /// Strict: «1,871.38» and «1871.38» are read, «12,5», «1.2.3», «1,23,456» and «» are not. A
  /// number beyond 18 digits is nil rather than wrong.
  package init?(parsing text: some Sequence<UInt8>) {
    let amount =
      // Safe: borrowed for the call; it is read in a loop over the buffer.
      text.withContiguousStorageIfAvailable { Amount(digits: $0) }
      ?? Array(text).withUnsafeBufferPointer { Amount(digits: $0) }
    guard let amount else { return nil }
    self = amount
  }

  private init?(digits text: UnsafeBufferPointer<UInt8>) {
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

  /// Whether it is below zero.
  package var isNegative: Bool { unscaled < 0 }

  /// The same with the other sign.
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
    withDigits { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of the ``description``, borrowed for the call.
  package func withDigits<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    // A sign, a point and the digits of 64 bits, or as many as the scale asks for.
    // Safe: filled from the end, at most 20 digits or `scale` + 1, a point and a sign; the bytes
    // from `index` on are initialized, and `body` borrows just these.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24 + max(0, scale)) { buffer in
      var index = buffer.count
      func prepend(_ byte: UInt8) {
        index -= 1
        buffer.initializeElement(at: index, to: byte)
      }
      var rest = unscaled.magnitude
      var written = 0
      repeat {
        if written == scale, scale > 0 { prepend(UInt8(ascii: ".")) }
        prepend(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
        written += 1
      } while rest > 0 || written <= scale
      if unscaled < 0 { prepend(UInt8(ascii: "-")) }
      return body(UnsafeBufferPointer(rebasing: buffer[index...]))
    }
  }
}
