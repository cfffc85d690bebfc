internal import DocumentModel

extension XLSXNumberFormat {
  /// What a value looks like on paper, and what to tell about it.
  struct Printed: Equatable {
    enum Note: Equatable {
      /// Only a colour, or nothing, tells on paper that the number is negative; a minus was added.
      case signAdded
      /// The format shows nothing of the value.
      case hidden
      /// The format is one that is not printed here; the number stands with its own digits.
      case unsupported
    }

    var text: [UInt8]
    var note: Note?
  }

  /// A number as Excel prints it; white space that only aligns it is left out at both ends.
  func print(_ number: XLSXDecimal, epoch: XLSXEpoch = .year1900) -> Printed {
    guard let (section, isNegativeSection) = section(for: number) else {
      return Printed(text: number.general)
    }
    if section.isUnsupported { return Printed(text: number.general, note: .unsupported) }
    var note: Printed.Note? = section.hasChineseNumerals ? .unsupported : nil
    if section.isDate {
      guard let text = section.print(number, epoch: epoch) else {
        return Printed(text: number.general, note: .unsupported)
      }
      return Printed(text: Self.trimmed(text), note: note)
    }
    var text: [UInt8] = []
    if number.isNegative, section.printsNumber {
      if !isNegativeSection {
        // A figure that is rounded to nothing has no minus.
        let showsSign = section.showsSign && sections.count > 1
        if !showsSign, !section.roundsToZero(number) { text.append(UInt8(ascii: "-")) }
      } else if !section.showsSign, !section.roundsToZero(number) {
        text.append(UInt8(ascii: "-"))
        note = .signAdded
      }
    }
    section.print(magnitudeOf: number, into: &text)
    text = section.isWhite ? [] : Self.trimmed(text)
    if text.isEmpty, !number.isZero { note = .hidden }
    return Printed(text: text, note: note)
  }

  /// Text as the format shows it, as a rule unchanged.
  func print(text: [UInt8]) -> Printed {
    guard let section = sections.count == 4 ? sections.last : sections.last(where: \.printsText),
      section.tokens != [.text]
    else { return Printed(text: text) }
    var printed: [UInt8] = []
    for token in section.tokens {
      switch token {
      case .literal(let bytes): printed += bytes
      case .text, .general: printed += text
      default: break
      }
    }
    if printed.allSatisfy({ $0 == 0x20 }) { return Printed(text: [], note: .hidden) }
    // Space at the ends that the text has itself is its indentation; the format's own is none.
    guard Self.trimmed(printed) != Self.trimmed(text) else { return Printed(text: text) }
    return Printed(text: Self.trimmed(printed))
  }

  /// The section that prints a number, and whether it is the one for negative numbers, which prints
  /// no minus of its own; nil where the format is for text only.
  private func section(for number: XLSXDecimal) -> (Section, isNegative: Bool)? {
    var numeric = sections.prefix(3)
    if sections.count < 4, let last = numeric.last, last.printsText { numeric.removeLast() }
    guard let first = numeric.first else { return nil }
    guard numeric.count > 1 else {
      return first.condition?.holds(for: number) ?? true ? (first, false) : nil
    }
    let second = numeric[1]
    if first.condition != nil || second.condition != nil {
      if first.condition?.holds(for: number) ?? (!number.isNegative && !number.isZero) {
        return (first, false)
      }
      if second.condition?.holds(for: number) ?? (numeric.count == 2 || number.isNegative) {
        return (second, false)
      }
      // Excel fills the cell with # where no section is left.
      return numeric.count > 2 ? (numeric[2], false) : nil
    }
    if number.isZero { return (numeric.count > 2 ? numeric[2] : first, false) }
    return number.isNegative ? (second, true) : (first, false)
  }

  static func trimmed(_ text: [UInt8]) -> [UInt8] {
    guard text.first == 0x20 || text.last == 0x20 else { return text }
    guard let start = text.firstIndex(where: { $0 != 0x20 }),
      let end = text.lastIndex(where: { $0 != 0x20 })
    else { return [] }
    return Array(text[start...end])
  }
}

extension XLSXNumberFormat.Section {
  /// The number without its sign.
  func print(magnitudeOf number: XLSXDecimal, into text: inout [UInt8]) {
    var number = scaled(number)
    number.isNegative = false
    let point = tokens.firstIndex(of: .point) ?? tokens.endIndex
    let places = digitsBehindPoint
    if let exponent = exponentDigits {
      printScientific(number, places: places, exponentDigits: exponent, into: &text)
      return
    }
    let digits = number.rounded(toPlaces: places).digits
    let slots = digitsBeforePoint
    var wholeSlot = 0
    var fractionSlot = 0
    for (index, token) in tokens.enumerated() {
      switch token {
      case .literal(let bytes): text += bytes
      case .percent: text.append(UInt8(ascii: "%"))
      case .general: text += number.general
      case .point:
        if slots == 0 { for index in 0..<digits.wholeCount { text.append(digits.whole(index)) } }
        text.append(UInt8(ascii: "."))
      case .digit(let kind) where index < point:
        printWhole(digits, slot: wholeSlot, of: slots, kind: kind, into: &text)
        wholeSlot += 1
      case .digit(let kind):
        if fractionSlot < digits.fractionCount {
          text.append(digits.fraction(fractionSlot))
        } else if let filler = Self.filler(kind) {
          text.append(filler)
        }
        fractionSlot += 1
      case .text, .exponent, .date: break
      }
    }
  }

  /// With its percent signs and the commas that divide by a thousand.
  private func scaled(_ number: XLSXDecimal) -> XLSXDecimal {
    number.movingPoint(right: 2 * percents - 3 * thousands)
  }

  /// Whether nothing is left of the number with the section's digits behind the point.
  func roundsToZero(_ number: XLSXDecimal) -> Bool {
    guard exponentDigits == nil, !tokens.contains(.general) else { return false }
    return scaled(number).rounded(toPlaces: digitsBehindPoint).isZero
  }

  private var exponentDigits: Int? {
    for case .exponent(let digits) in tokens { return digits }
    return nil
  }

  /// `0` fills with a zero, `?` with the space of a digit, `#` with nothing.
  private static func filler(_ kind: UInt8) -> UInt8? {
    switch kind {
    case UInt8(ascii: "0"): UInt8(ascii: "0")
    case UInt8(ascii: "?"): 0x20
    default: nil
    }
  }

  /// The digits of one place in front of the point; the first place takes all that have none.
  private func printWhole(
    _ digits: XLSXDigits, slot: Int, of slots: Int, kind: UInt8, into text: inout [UInt8]
  ) {
    let remaining = slots - slot
    var position = remaining
    if slot == 0, digits.wholeCount > slots { position = digits.wholeCount }
    while position >= remaining {
      if position <= digits.wholeCount {
        text.append(digits.whole(digits.wholeCount - position))
      } else if let filler = Self.filler(kind) {
        text.append(filler)
      } else {
        return
      }
      if groupsThousands, position > 1, (position - 1).isMultiple(of: 3), text.last != 0x20 {
        text.append(UInt8(ascii: ","))
      }
      position -= 1
    }
  }

  private func printScientific(
    _ number: XLSXDecimal, places: Int, exponentDigits: Int, into text: inout [UInt8]
  ) {
    var isPrinted = false
    for token in tokens {
      switch token {
      case .literal(let bytes): text += bytes
      case .digit where !isPrinted:
        text += number.scientific(places: places, exponentDigits: exponentDigits)
        isPrinted = true
      default: break
      }
    }
  }
}
