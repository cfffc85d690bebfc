import TextLibraries

/// Finds what looks like an amount of a report: a figure with two decimal places, or one before a
/// unit of money. Dates, addresses and numbers of licences in a page's frame are none.
enum PrintedAmount {
  private static let units = ["元", "万元", "亿元"].map { Array($0.utf8) }

  static func stands(in text: ArraySlice<UInt8>) -> Bool {
    var index = text.startIndex
    while index < text.endIndex {
      guard isFigure(text[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < text.endIndex, isFigure(text[index]) { index += 1 }
      let figure = text[start..<index]
      guard figure.contains(where: isDigit) else { continue }
      if hasCents(figure) || units.contains(where: { text[index...].starts(with: $0) }) {
        return true
      }
    }
    return false
  }

  private static func hasCents(_ figure: ArraySlice<UInt8>) -> Bool {
    let parts = figure.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, let whole = parts.first, let cents = parts.last else { return false }
    return !whole.isEmpty && cents.count == 2 && cents.allSatisfy(isDigit)
  }

  private static func isFigure(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
