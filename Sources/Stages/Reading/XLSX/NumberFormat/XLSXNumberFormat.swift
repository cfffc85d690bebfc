/// A number format code (`#,##0.00_);[Red](#,##0.00)`), cut into its sections.
struct XLSXNumberFormat: Sendable {
  /// One thing that a section prints.
  enum Token: Sendable, Equatable {
    case literal([UInt8])
    /// `0`, `#` or `?`.
    case digit(UInt8)
    case point
    case percent
    /// `General`: the number as it is.
    case general
    /// `@`: the cell's text.
    case text
    /// `E+00`: whether the sign is always printed, and the digits.
    case exponent(digits: Int)
    case date(DatePart, width: Int)
  }

  /// A piece of a date or a time.
  enum DatePart: Sendable {
    case year, month, day, hour, minute, second, weekday, chineseWeekday
    case elapsedHours, elapsedMinutes, elapsedSeconds
    case halfDay, chineseHalfDay
    /// Digits of a second's fraction.
    case fraction
  }

  /// `[>=100]`.
  struct Condition: Sendable {
    enum Relation: Sendable { case less, lessOrEqual, equal, unequal, greaterOrEqual, greater }
    var relation: Relation
    var value: XLSXDecimal

    func holds(for number: XLSXDecimal) -> Bool {
      let order = XLSXDecimal.order(of: number, value)
      return switch relation {
      case .less: order < 0
      case .lessOrEqual: order <= 0
      case .equal: order == 0
      case .unequal: order != 0
      case .greaterOrEqual: order >= 0
      case .greater: order > 0
      }
    }
  }

  /// What stands between two semicolons.
  struct Section: Sendable {
    var tokens: [Token] = []
    var condition: Condition?
    /// `[Red]`: on paper the colour may be all that tells a negative number.
    var hasColor = false
    /// What it prints has the colour of paper.
    var isWhite = false
    var groupsThousands = false
    /// Every comma behind the last digit divides by a thousand.
    var thousands = 0
    var percents = 0
    /// Something that is not printed here: a fraction `# ?/?`, an exponent in steps of three.
    var isUnsupported = false
    /// `[DBNum1]`: Chinese numerals, for which Arabic ones are printed.
    var hasChineseNumerals = false

    var isDate: Bool {
      tokens.contains { if case .date = $0 { true } else { false } }
        && !tokens.contains { if case .digit = $0 { true } else { false } }
    }

    var printsNumber: Bool {
      tokens.contains {
        switch $0 {
        case .digit, .general: true
        default: false
        }
      }
    }

    var digitsBeforePoint: Int {
      tokens.prefix { $0 != .point }.reduce(0) { if case .digit = $1 { $0 + 1 } else { $0 } }
    }

    var digitsBehindPoint: Int {
      tokens.drop { $0 != .point }.reduce(0) { if case .digit = $1 { $0 + 1 } else { $0 } }
    }

    var printsText: Bool { tokens.contains(.text) }

    /// Whether a reader sees without colour that the number is negative.
    var showsSign: Bool {
      tokens.contains {
        guard case .literal(let bytes) = $0 else { return false }
        let text = String(decoding: bytes, as: UTF8.self)
        return ["-", "(", "（", "−", "－", "△", "▲", "负", "減", "减", "少", "降"].contains {
          text.contains($0)
        }
      }
    }
  }

  private(set) var sections: [Section]
  /// Whether text looks different in a cell of this format.
  private(set) var changesText = false

  /// Excel's own codes have 255 characters at most.
  private static let longestCode = 2048

  init(code: String) {
    let bytes = Array(code.utf8)
    guard bytes.count <= Self.longestCode else {
      sections = [Section(tokens: [.general], isUnsupported: true)]
      return
    }
    var parser = XLSXFormatCodeParser(bytes)
    sections = parser.sections()
    changesText =
      sections.count == 4 || sections.contains { $0.printsText && $0.tokens != [.text] }
  }

  static let general = XLSXNumberFormat(code: "General")
}

extension XLSXDecimal {
  /// Negative, 0 or positive as the first number is less than, equal to or greater than the other.
  static func order(of one: XLSXDecimal, _ other: XLSXDecimal) -> Int {
    let sign = one.isZero ? 0 : one.isNegative ? -1 : 1
    let otherSign = other.isZero ? 0 : other.isNegative ? -1 : 1
    guard sign == otherSign, sign != 0 else { return sign - otherSign }
    let size = one.digits.point
    let otherSize = other.digits.point
    if size != otherSize { return (size < otherSize ? -1 : 1) * sign }
    // Both mantissas at one scale: 16 digits at most, since the leading digits stand level.
    let shared = min(one.exponent, other.exponent)
    let first = (0..<(one.exponent - shared)).reduce(UInt128(one.mantissa)) { value, _ in value * 10
    }
    let second = (0..<(other.exponent - shared)).reduce(UInt128(other.mantissa)) { value, _ in
      value * 10
    }
    return first == second ? 0 : (first < second ? -1 : 1) * sign
  }
}
