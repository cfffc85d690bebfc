/// What stands directly before and behind a quoted figure, and whether any of it belongs to its number.
struct NumberBounds {
  let before: ArraySlice<Unicode.Scalar>
  let quoted: ArraySlice<Unicode.Scalar>
  let behind: ArraySlice<Unicode.Scalar>

  init(
    before: ArraySlice<Unicode.Scalar>, quoted: ArraySlice<Unicode.Scalar>,
    behind: ArraySlice<Unicode.Scalar>
  ) {
    self.before = before
    self.quoted = quoted
    self.behind = behind
  }

  /// Whether the quoted text is all of the number that it is a part of.
  func areWhole(_ figure: QuotedPlace.Figure) -> Bool {
    isWholeBefore(figure) && isWholeBehind(figure)
  }

  private func isWholeBefore(_ figure: QuotedPlace.Figure) -> Bool {
    guard let first = quoted.first, let last = before.last, Self.isDigit(first) else { return true }
    if Self.isDigit(last) { return false }
    let rest = before.dropLast()
    let isBehindDigit = rest.last.map(Self.isDigit) ?? false
    if Self.isPoint(last), isBehindDigit { return hasPoint }
    if Self.isComma(last), isBehindDigit {
      // «1,871.38», and not «12.50,871.38»: the digits before a separator are a group of a number.
      let group = rest.reversed().prefix { Self.isDigit($0) || Self.isComma($0) }
      let isFraction = rest.dropLast(group.count).last.map(Self.isPoint) ?? false
      return isFraction || leadingDigits(of: quoted) != 3
        || Self.isFullWidth(last) != Self.isFullWidth(first)
    }
    if Self.isMinus(last), !figure.isNegative, !isBehindDigit {
      // A dash stands between words, and two of them are one.
      return rest.last.map { Self.isMinus($0) || Self.isLatin($0) } ?? false
    }
    return true
  }

  private func isWholeBehind(_ figure: QuotedPlace.Figure) -> Bool {
    guard let last = quoted.last, let next = behind.first else { return true }
    let rest = behind.dropFirst()
    let isBeforeDigit = rest.first.map(Self.isDigit) ?? false
    guard Self.isDigit(last) else {
      // «1,234万», and «5,600元» behind it.
      return !(Self.isScale(last) && Self.isDigit(next) && figure.isMoney)
    }
    if Self.isDigit(next) { return false }
    if Self.isPoint(next), isBeforeDigit { return hasPoint }
    if Self.isComma(next), isBeforeDigit {
      let digits = leadingDigits(of: rest)
      let isGroup = digits == 3 && Self.isFullWidth(next) == Self.isFullWidth(last)
      return hasPoint || !isGroup || trailingDigits > 3
    }
    if figure.isMoney {
      if ["%", "％", "‰"].contains(next) { return false }
      if let exponent = PrintedUnit.exponent(of: behind) {
        return figure.isCounted(in: exponent, as: quoted)
      }
    }
    return true
  }

  /// Whether the quoted number has its decimal point already.
  private var hasPoint: Bool { quoted.contains(where: Self.isPoint) }

  private var trailingDigits: Int { quoted.reversed().prefix(while: Self.isDigit).count }

  private func leadingDigits(of text: ArraySlice<Unicode.Scalar>) -> Int {
    text.prefix(while: Self.isDigit).count
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
  }

  private static func isFullWidth(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0xFF00 }
  private static func isPoint(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "．"
  }
  private static func isComma(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == "，"
  }
  private static func isMinus(_ scalar: Unicode.Scalar) -> Bool {
    ["-", "－", "−", "–", "—", "‐", "‑", "\u{2012}"].contains(scalar)
  }
  private static func isScale(_ scalar: Unicode.Scalar) -> Bool {
    ["千", "万", "萬", "亿", "億"].contains(scalar)
  }
  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic
  }
}
