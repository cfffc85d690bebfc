import ReportModel
import ValueModel

/// Tells whether a cell that became no field holds an amount, so that it may not pass for explained.
enum PrintedAmounts {
  /// A cell that is a figure, or a text that holds a figure before a unit of money. In the fields of
  /// a table's head only a figure with decimals or grouping is one: a code, a year, a date and a
  /// telephone stand there, too.
  static func stand(in text: ArraySlice<UInt8>, ofField: Bool) -> Bool {
    if isFigure(text) {
      let points = text.count { $0 == UInt8(ascii: ".") }
      return !ofField || points == 1 || points == 0 && text.contains(UInt8(ascii: ","))
    }
    var index = text.startIndex
    while index < text.endIndex {
      let isDigit = (0x30...0x39).contains(text[index])
      index += 1
      if isDigit, units.contains(where: { text[index...].starts(with: $0) }) { return true }
    }
    return false
  }

  private static func isFigure(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains { (0x30...0x39).contains($0) }
      && text.allSatisfy { (0x30...0x39).contains($0) || marks.contains($0) }
  }

  private static let marks: Set<UInt8> = Set(",.+-%".utf8)
  private static let units = ["元", "万元", "亿元"].map { Array($0.utf8) }
}
