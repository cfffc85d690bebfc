/// The size of a printed number, exact and of any length: two are equal where their values are,
/// whatever sign and zeros are printed.
struct PrintedDigits: Equatable {
  /// Without zeros in front; empty for what is less than 1.
  private let whole: Substring
  /// Without zeros at the end.
  private let fraction: Substring

  /// Reads digits with at most one point; what follows a second point («2024.12.31») is no part of
  /// the number. Nil where there are no digits, or anything else is among them.
  init?(_ text: String) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
      digits.utf8.contains(where: { $0 != UInt8(ascii: ".") })
    else { return nil }
    whole = (parts.first ?? "").drop { $0 == "0" }
    var rest = parts.count > 1 ? parts[1] : ""
    while rest.last == "0" { rest.removeLast() }
    fraction = rest
  }

  private init(whole: Substring, fraction: Substring) {
    self.whole = whole.drop { $0 == "0" }
    var rest = fraction
    while rest.last == "0" { rest.removeLast() }
    self.fraction = rest
  }

  /// So many times ten as much, by moving the point.
  func shifted(by exponent: Int) -> PrintedDigits {
    let padded = fraction + String(repeating: "0", count: max(0, exponent - fraction.count))
    return PrintedDigits(
      whole: whole + padded.prefix(exponent), fraction: padded.dropFirst(exponent))
  }

  /// Whether it is nothing.
  var isZero: Bool { whole.isEmpty && fraction.isEmpty }

  /// In digits, for those who calculate with it.
  var text: String { "\(whole.isEmpty ? "0" : whole)\(fraction.isEmpty ? "" : ".")\(fraction)" }
}
