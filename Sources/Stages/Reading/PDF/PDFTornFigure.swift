/// A figure at the foot of a page that may go on at the head of the next one: «1,855,755.2», then «4».
///
/// Nothing but the other figures tells: a column's amounts have equally many decimals.
struct PDFTornFigure {
  private let text: [UInt8]
  /// How many decimals the figure would have if it were like those above it.
  private let decimals: Int?

  /// What stands in a cell of a table's last row.
  init(_ cell: PDFPage.TableCell, of table: PDFPage.Table) {
    text = cell.text
    guard Self.isAmount(cell.text) else {
      decimals = nil
      return
    }
    let others = table.cells.filter { other in
      other.cell.column == cell.cell.column && other.cell.row < cell.cell.row
        && Self.isAmount(other.text)
    }
    let counts = Set(others.map { Self.decimals(of: $0.text) })
    decimals = counts.count == 1 ? counts.first : nil
  }

  /// Whether the figure lacks decimals and has as many as the others with this rest.
  func isCompleted(by rest: [UInt8]) -> Bool {
    guard let decimals, Self.decimals(of: text) < decimals, !rest.isEmpty,
      rest.allSatisfy({ Self.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
    else { return false }
    let whole = text + rest
    return Self.isAmount(whole) && Self.decimals(of: whole) == decimals && Self.isGrouped(whole)
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
