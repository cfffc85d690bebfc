/// Tells whether a figure goes on in the next line of its cell, or at the head of the next page:
/// «1,855,755.2», then «4».
///
/// Nothing but the other figures tells: the amounts of a column have equally many decimals.
struct PDFTornFigures {
  /// Per column, how many decimals all its figures have; nil where they differ or there are none.
  private var decimals: [Int?]
  /// The same of the whole table, for columns in which each figure is torn.
  private var usual: Int?

  /// What the rows of a table before `end` tell.
  init(_ table: PDFPage.Table, before end: Int) {
    var seen = [Set<Int>](repeating: [], count: table.columns)
    for cell in table.cells where cell.cell.row < end && Self.isAmount(cell.text) {
      // Codes and line numbers have none; a figure that has some tells how many are usual.
      seen[cell.cell.column].insert(Self.decimals(of: cell.text))
    }
    decimals = seen.map { $0.count == 1 ? $0.first : nil }
    let all = Set(seen.joined()).subtracting([0])
    usual = all.count == 1 ? all.first : nil
    for column in seen.indices where seen[column].isEmpty { decimals[column] = usual }
  }

  /// Whether the figure lacks decimals and has as many as the others with this rest.
  func completes(_ rest: [UInt8], _ text: [UInt8], column: Int) -> Bool {
    guard Self.isAmount(text), Self.isPart(rest), Self.isOne(text, rest),
      text.contains(UInt8(ascii: ".")) || Self.isOpen(text, before: rest),
      decimals.indices.contains(column),
      let count = decimals[column]
    else { return false }
    return Self.decimals(of: text) < count && Self.decimals(of: text + rest) == count
  }

  /// Whether two lines hold nothing but digits and the marks of figures.
  static func areOfFigures(_ text: [UInt8], _ rest: [UInt8]) -> Bool {
    isPart(text[...].drop { $0 == UInt8(ascii: "-") }) && isPart(rest[...])
  }

  /// Whether two lines spell one figure: they do where the first is open, or had no room for a digit.
  static func isOne(_ text: [UInt8], _ rest: [UInt8], isFull: Bool) -> Bool {
    isOne(text, rest) && (isFull || isOpen(text, before: rest))
  }

  private static func isOne(_ text: [UInt8], _ rest: [UInt8]) -> Bool {
    isAmount(text + rest) && isGrouped(text + rest)
  }

  private static func isPart<Bytes: Collection>(_ text: Bytes) -> Bool
  where Bytes.Element == UInt8 {
    !text.isEmpty
      && text.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
  }

  /// Whether a figure cannot end where it does: behind or before a mark, or within a group of digits. Two
  /// figures, one below the other, do not stand so.
  private static func isOpen(_ text: [UInt8], before rest: [UInt8]) -> Bool {
    guard let last = text.last, let first = rest.first else { return false }
    if !isDigit(last) || !isDigit(first) { return true }
    guard !text.contains(UInt8(ascii: ".")), let comma = text.lastIndex(of: UInt8(ascii: ","))
    else { return false }
    return text.count - comma - 1 < 3
  }

  /// A cell's text with the lines of a torn figure joined.
  func joined(_ text: [UInt8], column: Int) -> [UInt8] {
    guard text.contains(0x0A) else { return text }
    let lines = text.split(separator: 0x0A).map(Array.init)
    guard lines.count == 2, completes(lines[1], lines[0], column: column) else { return text }
    return lines[0] + lines[1]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Digits with at most one decimal point, commas and a sign.
  private static func isAmount(_ text: [UInt8]) -> Bool {
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    return digits.contains(where: isDigit)
      && digits.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
      && digits.count { $0 == UInt8(ascii: ".") } <= 1
  }

  private static func decimals(of text: [UInt8]) -> Int {
    text.lastIndex(of: UInt8(ascii: ".")).map { text.count - $0 - 1 } ?? 0
  }

  /// Whether commas stand before each third digit, or nowhere.
  private static func isGrouped(_ text: [UInt8]) -> Bool {
    let whole = text.prefix { $0 != UInt8(ascii: ".") }
    let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first else { return true }
    return (1...4).contains(first.count) && groups.dropFirst().allSatisfy { $0.count == 3 }
  }
}
