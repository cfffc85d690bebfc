/// A cell's place on its sheet, both counted from 0.
struct XLSXAddress: Hashable {
  /// What Excel's own sheets have.
  static let mostRows = 1_048_576
  static let mostColumns = 16_384

  var row: Int
  var column: Int

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// «B12», «$B$12»; nil for anything else and for places that no sheet has.
  init?(parsing text: some Sequence<UInt8>) {
    var column = 0
    var row = 0
    var hasDigits = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigits:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "a")...UInt8(ascii: "z") where !hasDigits:
        column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        hasDigits = true
      case UInt8(ascii: "$"): continue
      default: return nil
      }
      guard column <= Self.mostColumns, row <= Self.mostRows else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  /// «B12».
  var text: String {
    // Every leaf has one, so no array is made on the way.
    // Safe: three letters at most (columns are clamped) and the digits of a row, which has seven.
    String(unsafeUninitializedCapacity: 15) { buffer in
      let letters = Self.write(letters: column, into: buffer)
      var rest = row + 1
      var digits = 1
      while rest >= 10 {
        rest /= 10
        digits += 1
      }
      rest = row + 1
      for index in stride(from: letters + digits - 1, through: letters, by: -1) {
        buffer[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      return letters + digits
    }
  }

  /// «A», «XFD».
  static func letters(ofColumn column: Int) -> String {
    // Safe: three letters at most.
    String(unsafeUninitializedCapacity: 15) { write(letters: column, into: $0) }
  }

  /// Returns their number; three at most, since nothing beyond a sheet is ever written.
  private static func write(
    letters column: Int, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let column = max(0, min(column, mostColumns - 1))
    let count = column < 26 ? 1 : column < 702 ? 2 : 3
    var rest = column + 1
    for index in stride(from: count - 1, through: 0, by: -1) {
      buffer[index] = UInt8(ascii: "A") + UInt8((rest - 1) % 26)
      rest = (rest - 1) / 26
    }
    return count
  }
}

/// A rectangle of cells, ends included.
struct XLSXRange: Equatable {
  var first: XLSXAddress
  var last: XLSXAddress

  init(first: XLSXAddress, last: XLSXAddress) {
    self.first = first
    self.last = last
  }

  /// «A4:C4»; corners may come in any order; a single address is a range of one cell.
  init?(parsing text: String) {
    let ends = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let start = ends.first, let end = ends.last, ends.count <= 2,
      let one = XLSXAddress(parsing: start), let other = XLSXAddress(parsing: end)
    else { return nil }
    first = XLSXAddress(row: min(one.row, other.row), column: min(one.column, other.column))
    last = XLSXAddress(row: max(one.row, other.row), column: max(one.column, other.column))
  }
}
