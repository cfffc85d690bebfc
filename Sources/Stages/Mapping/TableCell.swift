import ReportModel
import ValueModel

/// What a cell of data holds.
enum TableCell {
  case empty
  case figure(Figure)
  /// Digits alone, as many as a code has: 3 to 8 (a figure, too).
  case code(String)
  /// An amount with something beside it that may change it: a bracket, an asterisk, another figure.
  case unreadAmount
  case text

  /// An amount as it is printed.
  struct Figure {
    var value: Amount
    /// «%» stands behind it.
    var isPercent = false
    /// Its own unit of money, which stands above that of the table.
    var unit: Unit?
  }

  /// What a publisher prints where there is nothing: «/», «-.», or dashes of any kind and number.
  private static let nothing = WordList(["/", "-.", "--.", "*"])
  private static let dashes = ["—", "－", "─", "–", "―", "━", "一一"].map { Array($0.utf8) }

  private static func isNothing(_ text: ArraySlice<UInt8>) -> Bool {
    if nothing.contains(text) { return true }
    var rest = text
    while let first = rest.first {
      if first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      } else if let dash = dashes.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(dash.count)
      } else {
        return false
      }
    }
    return true
  }

  /// Reads a cell's range of the scanner's text.
  init(_ range: Range<Int>, of scanner: FigureScanner) {
    let text = scanner.text
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text[start] == 0x20 { start += 1 }
    while start < end, text[end - 1] == 0x20 { end -= 1 }
    if start == end || !scanner.isDigit(text[start]) && Self.isNothing(text[start..<end]) {
      self = .empty
      return
    }
    if (3...8).contains(end - start), text[start] != 0x30,
      text[start..<end].allSatisfy({ scanner.isDigit($0) })
    {
      self = .code(String(decoding: text[start..<end], as: UTF8.self))
      return
    }
    let whole = start..<end
    end = scanner.markStart(before: end, from: start)
    guard start < end else {
      self = .text
      return
    }
    let isPercent = text[end - 1] == UInt8(ascii: "%")
    if isPercent { end -= 1 }
    var unit: Unit?
    for word in MoneyWord.withUnit
    where text[start..<end].suffix(word.rawValue.utf8.count)
      .elementsEqual(word.rawValue.utf8)
    {
      unit = word.unit
      end -= word.rawValue.utf8.count
      break
    }
    while start < end, text[end - 1] == 0x20 { end -= 1 }
    end = scanner.markStart(before: end, from: start)
    let isNegative = start < end && text[start] == UInt8(ascii: "-")
    if isNegative { start += 1 }
    guard start < end, scanner.isDigit(text[start]),
      scanner.digitsEnd(from: start, limit: end) == end,
      !scanner.isIllegible(start..<end, limit: whole.upperBound),
      let value = scanner.value(in: start..<end)
    else {
      self = Self.isAmountWithMarks(text[whole], scanner) ? .unreadAmount : .text
      return
    }
    self = .figure(
      Figure(value: isNegative ? value.negated : value, isPercent: isPercent, unit: unit))
  }

  /// Digits with a fraction and marks that are no words.
  private static func isAmountWithMarks(
    _ text: ArraySlice<UInt8>, _ scanner: FigureScanner
  ) -> Bool {
    var digits = 0
    var hasPoint = false
    for byte in text {
      if scanner.isDigit(byte) {
        digits += 1
      } else if byte == UInt8(ascii: ".") {
        hasPoint = true
      } else if byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF) {
        return false
      }
    }
    return digits >= 3 && hasPoint
  }

  /// The amount, a code being digits, too.
  var amount: Figure? {
    switch self {
    case .figure(let figure): figure
    case .code(let digits): Amount(parsing: digits.utf8).map { Figure(value: $0) }
    case .empty, .text, .unreadAmount: nil
    }
  }

  /// Something of a number stands in it, read or not: no head of a column.
  var isAmount: Bool {
    if case .unreadAmount = self { return true }
    return amount != nil
  }
}
