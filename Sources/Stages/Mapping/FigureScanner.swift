import ReportModel

/// Reads a figure with its grouping, sign and unit at a position of normalized text.
struct FigureScanner {
  let text: [UInt8]

  /// The end of the digits that begin at `start`, with the grouping and decimals that belong to
  /// them.
  ///
  /// A comma groups only where exactly three digits follow it and the part before it has at most
  /// three and no decimals, so that the comma of «4125.49,4143.91» separates two figures. One space
  /// behind a grouping comma is the printer's («1, 537.4»).
  func digitsEnd(from start: Int, limit: Int) -> Int {
    var index = runEnd(from: start, limit: limit)
    if index - start <= 3 {
      while index < limit, text[index] == UInt8(ascii: ",") {
        var group = index + 1
        if group < limit, text[group] == UInt8(ascii: " ") { group += 1 }
        let groupEnd = runEnd(from: group, limit: limit)
        guard groupEnd - group == 3 else { break }
        index = groupEnd
      }
    }
    if index + 1 < limit, text[index] == UInt8(ascii: "."), isDigit(text[index + 1]) {
      index = runEnd(from: index + 1, limit: limit)
    }
    return index
  }

  /// All figures in a range: runs of digits, each with its grouping and decimals.
  func figures(in range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard isDigit(text[index]) else {
        index += 1
        continue
      }
      let end = digitsEnd(from: index, limit: range.upperBound)
      result.append(index..<end)
      index = end
    }
    return result
  }

  /// The value of digits that ``digitsEnd(from:limit:)`` delimited; nil when there are too many.
  func value(in range: Range<Int>) -> Amount? {
    let digits = text[range]
    guard digits.contains(UInt8(ascii: " ")) else { return Amount(parsing: digits) }
    return Amount(parsing: digits.filter { $0 != UInt8(ascii: " ") })
  }

  func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private func runEnd(from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit, isDigit(text[index]) { index += 1 }
    return index
  }
}
