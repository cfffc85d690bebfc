/// The lines of decoded text: their places, and what stands at their ends.
struct TextLines {
  /// One line without its end.
  struct Line {
    var range: Range<Int>
    /// 1-based, counted by line ends (a form feed ends a line here, but not one of the file).
    var number: Int
    /// Nothing but white space.
    var isBlank: Bool
    /// TABs in the line.
    var tabs: Int
    /// A form feed stands before it: it starts a page.
    var startsPage: Bool
  }

  let text: [UInt8]
  private(set) var lines: [Line] = []

  /// Splits at LF, CRLF, CR and form feeds.
  init(_ text: [UInt8]) {
    self.text = text
    var start = 0
    var number = 1
    var startsPage = false
    var index = 0
    while index < text.count {
      let tabs: Int
      (index, tabs) = Self.lineEnd(in: text, from: index)
      guard index < text.count else {
        append(start..<index, number: number, tabs: tabs, startsPage: startsPage)
        break
      }
      let byte = text[index]
      // A form feed right behind a line end ends no line.
      if byte != 0x0C || start < index {
        append(start..<index, number: number, tabs: tabs, startsPage: startsPage)
      }
      if byte == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
      index += 1
      start = index
      startsPage = byte == 0x0C
      if byte != 0x0C { number += 1 }
    }
  }

  /// Where the line ends that goes on at `start`, and how many TABs stand before.
  private static func lineEnd(in text: [UInt8], from start: Int) -> (index: Int, tabs: Int) {
    // Safe: borrowed for the closure; indices come from the range up to the count.
    text.withUnsafeBufferPointer { text in
      var tabs = 0
      for index in start..<text.count where text[index] <= 0x0D {
        switch text[index] {
        case 0x0A, 0x0C, 0x0D: return (index, tabs)
        case 0x09: tabs += 1
        default: break
        }
      }
      return (text.count, tabs)
    }
  }

  private mutating func append(_ range: Range<Int>, number: Int, tabs: Int, startsPage: Bool) {
    let isBlank = trimmed(range).isEmpty
    lines.append(
      Line(range: range, number: number, isBlank: isBlank, tabs: tabs, startsPage: startsPage))
  }

  /// A range without the spaces, TABs, ideographic spaces and line ends around it.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper {
      if text[lower] == 0x20 || (0x09...0x0D).contains(text[lower]) {
        lower += 1
      } else if upper - lower >= 3, isIdeographicSpace(at: lower) {
        lower += 3
      } else {
        break
      }
    }
    while upper > lower {
      if text[upper - 1] == 0x20 || (0x09...0x0D).contains(text[upper - 1]) {
        upper -= 1
      } else if upper - lower >= 3, isIdeographicSpace(at: upper - 3) {
        upper -= 3
      } else {
        break
      }
    }
    return lower..<upper
  }

  /// A line that starts with a TAB: in the dump of a word processor's table, a cell.
  func startsCell(_ line: Line) -> Bool {
    line.range.isEmpty == false && text[line.range.lowerBound] == 0x09
  }

  private func isIdeographicSpace(at offset: Int) -> Bool {
    text[offset] == 0xE3 && text[offset + 1] == 0x80 && text[offset + 2] == 0x80
  }
}
