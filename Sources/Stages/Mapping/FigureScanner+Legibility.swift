/// Tells whether the digits of a figure are all that is printed of it.
///
/// Readers write what is no plain text of the line as it is seen: raised and lowered digits with the
/// characters that Unicode has for them, and U+FFFC for what they cannot read (a formula, a symbol of an
/// unknown font, characters printed over each other). The same characters stand in plain text.
extension FigureScanner {
  private enum Mark {
    /// «¹», «₁», «⁻»: a note's mark, an exponent, an index.
    case offLine(isSign: Bool)
    /// Part of a number, or nobody can tell: «½», U+FFFC, U+FFFD, characters of private use, a stroke
    /// through the digit before it.
    case unreadable
  }

  /// A longer number off the line is no note's.
  private static let longestMark = 2

  /// Behind the mark of a note that follows a figure; `end` where none does.
  func markEnd(at end: Int, limit: Int) -> Int {
    var index = end
    while index < limit, case .offLine(_)? = mark(at: index, limit: limit) {
      index += length(at: index)
    }
    return index
  }

  /// Before the mark of a note with which a cell ends; `end` where none does.
  func markStart(before end: Int, from start: Int) -> Int {
    var index = end
    while let before = scalarStart(before: index, from: start),
      case .offLine(_)? = mark(at: before, limit: end)
    {
      index = before
    }
    return index
  }

  /// Whether something within or beside the digits cannot be read, or may belong to the number: «10³»,
  /// «12½», a hole. A raised or lowered mark behind decimals or grouped digits is a note's: such a number
  /// has no exponent.
  func isIllegible(_ digits: Range<Int>, limit: Int) -> Bool {
    isIllegible(before: digits.lowerBound) || isIllegible(behind: digits, limit: limit)
  }

  private func isIllegible(before start: Int) -> Bool {
    var index = start
    if let last = scalarStart(before: index, from: 0), Self.joins(text[last]) { index = last }
    while let before = scalarStart(before: index, from: 0) {
      switch mark(at: before, limit: index) {
      case .unreadable: return true
      // «m³5»: of the letter. «10³5»: nobody knows.
      case .offLine: index = before
      case nil: return index < start && !Self.joins(text[index]) && isDigit(text[before])
      }
    }
    return false
  }

  private func isIllegible(behind digits: Range<Int>, limit: Int) -> Bool {
    var index = digits.upperBound
    var count = 0
    while index < limit {
      switch mark(at: index, limit: limit) {
      case .unreadable: return true
      case .offLine(isSign: true): return true
      case .offLine(isSign: false):
        count += 1
        index += length(at: index)
        continue
      case nil: break
      }
      if count > 0 {
        let isPlain = !text[digits].contains { Self.joins($0) }
        return isPlain || count > Self.longestMark || isDigit(text[index])
      }
      // «200.», and then what cannot be read.
      guard Self.joins(text[index]), index + 1 < limit,
        case .unreadable? = mark(at: index + 1, limit: limit)
      else { return false }
      return true
    }
    return count > Self.longestMark || count > 0 && !text[digits].contains { Self.joins($0) }
  }

  private static func joins(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }

  // MARK: Characters

  private func mark(at index: Int, limit: Int) -> Mark? {
    guard text[index] >= 0xC2, index + length(at: index) <= limit else { return nil }
    let second = text[index + 1]
    switch text[index] {
    case 0xC2:
      switch second {
      case 0xB2, 0xB3, 0xB9: return .offLine(isSign: false)
      case 0xBC...0xBE: return .unreadable
      default: return nil
      }
    // Strokes and other marks over the digit before them.
    case 0xCC: return .unreadable
    case 0xCD where second <= 0xAF: return .unreadable
    case 0xE2: return mark(second, text[index + 2])
    case 0xEE: return .unreadable
    case 0xEF where second <= 0xA3: return .unreadable
    case 0xEF where second == 0xBF && (0xBC...0xBD).contains(text[index + 2]): return .unreadable
    default: return nil
    }
  }

  /// What of the block of U+2000 a scalar is, by its second and third byte.
  private func mark(_ second: UInt8, _ third: UInt8) -> Mark? {
    switch (second, third) {
    case (0x81, 0x84): .unreadable
    case (0x81, 0xB0), (0x81, 0xB4...0xB9): .offLine(isSign: false)
    case (0x81, 0xBA...0xBC): .offLine(isSign: true)
    case (0x82, 0x80...0x89): .offLine(isSign: false)
    case (0x82, 0x8A...0x8E): .offLine(isSign: true)
    case (0x83, 0x90...0xBF): .unreadable
    case (0x85, 0x90...0x9F): .unreadable
    default: nil
    }
  }

  /// How many bytes the scalar has that begins at a place.
  func length(at index: Int) -> Int {
    switch text[index] {
    case ..<0x80: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }

  private func scalarStart(before end: Int, from start: Int) -> Int? {
    var index = end - 1
    while index > start, text[index] & 0xC0 == 0x80 { index -= 1 }
    return index >= start ? index : nil
  }
}
