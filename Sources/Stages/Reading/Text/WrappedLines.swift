/// Finds the paragraphs of text whose lines were broken at a fixed width, as conversions of PDF and
/// HTML do, and the page numbers that stand between such lines.
struct WrappedLines {
  /// For each line, whether it is nothing but the number of a page.
  private(set) var isPageNumber: [Bool]
  private let lines: TextLines
  private let isTable: [Bool]
  private let widths: [Int]
  /// Where lines were broken beyond doubt. Without it, ``tornWidth`` and ``width`` tell what they can.
  private let page: PageWidth?
  /// The width at which lines were broken; nil where the text is not evidently wrapped.
  private let width: Int?
  /// Lines of at least this width were broken wherever they do not end a sentence; nil where the
  /// text does not tear its sentences.
  private let tornWidth: Int?
  /// The width of the longest line.
  private let longest: Int

  init(_ lines: TextLines, isTable: [Bool]) {
    self.lines = lines
    self.isTable = isTable
    isPageNumber = PageNumbers.find(in: lines, isTable: isTable)
    widths = lines.lines.map { LineShape.width(of: lines.text[$0.range]) }
    var texts: [Int] = []
    for (index, line) in lines.lines.enumerated()
    where !line.isBlank && !isTable[index] && !isPageNumber[index] {
      texts.append(index)
    }
    page = PageWidth(lines, of: texts, widths: widths)
    width = Self.breakingWidth(lines, of: texts, widths: widths)
    tornWidth = Self.tornWidth(lines, of: texts, widths: widths)
    longest = texts.map { [widths] in widths[$0] }.max() ?? 0
  }

  /// Some sources break lines at no fixed width (letter-spaced PDF text, edited copies). That they
  /// do shows in lines torn at a comma or between a figure and its unit: two at least, one in eight.
  /// Then every line of half the usual width or more that ends no sentence was broken.
  private static func tornWidth(
    _ lines: TextLines, of texts: [Int], widths: [Int]
  ) -> Int? {
    let torn = zip(texts, texts.dropFirst()).count { line, next in
      next == line + 1
        && LineShape.isTorn(
          lines.text[lines.lines[line].range], from: lines.text[lines.lines[next].range])
    }
    let sorted = texts.map { widths[$0] }.sorted()
    guard torn >= 2, torn * 8 >= texts.count, let longest = sorted.last, longest <= 200 else {
      return nil
    }
    return max(24, sorted[(sorted.count - 1) * 3 / 4] / 2)
  }

  /// Behind the last line of the paragraph that starts on line `first`.
  func paragraphEnd(from first: Int) -> Int {
    var end = first + 1
    while end < lines.lines.count {
      if joins(end, to: end - 1) {
        end += 1
      } else if let next = behindPageNumber(end), joins(next, to: end - 1) {
        end = next + 1
      } else {
        break
      }
    }
    return end
  }

  /// The lines within a paragraph that are no text of it: page numbers and the empty lines beside.
  func isBreak(_ line: Int) -> Bool { isPageNumber[line] || lines.lines[line].isBlank }

  /// The first line of text behind the end of a page.
  private func behindPageNumber(_ index: Int) -> Int? {
    var next = index
    var numbers = 0
    while next < lines.lines.count, next - index < 6, isBreak(next) {
      if isPageNumber[next] { numbers += 1 }
      next += 1
    }
    return numbers > 0 && next < lines.lines.count ? next : nil
  }

  /// Whether lines were evidently broken: a third of them, four at least, end at nearly the greatest
  /// width, and half of
  /// these in the middle of a sentence.
  private static func breakingWidth(
    _ lines: TextLines, of texts: [Int], widths: [Int]
  ) -> Int? {
    let sorted = texts.map { widths[$0] }.sorted()
    guard sorted.count >= 5 else { return nil }
    // The few longest lines may be something else (an address, a line of dots).
    let width = sorted[(sorted.count - 1) * 19 / 20]
    guard (40...200).contains(width) else { return nil }
    let full = texts.filter { (width - 6...width + 2).contains(widths[$0]) }
    let open = full.count { !LineShape.endsSentence(lines.text[lines.lines[$0].range]) }
    guard full.count >= 4, full.count * 3 >= texts.count, open * 2 >= full.count else {
      return nil
    }
    return width
  }

  /// Whether a line goes on with the paragraph of the line before it.
  private func joins(_ index: Int, to last: Int) -> Bool {
    let line = lines.lines[index]
    let before = lines.lines[last]
    guard !line.isBlank, !isTable[index], !isPageNumber[index],
      !line.startsPage || last < index - 1, !before.isBlank, !isTable[last], !isPageNumber[last]
    else { return false }
    let text = lines.text[line.range]
    guard !LineShape.isCaption(text) else { return false }
    if let page {
      return !LineShape.startsParagraph(text)
        && page.joins(lines.text[before.range], width: widths[last], to: text)
    }
    if let tornWidth {
      // A heading that leaves room on its line is complete.
      if LineShape.isHeading(lines.text[before.range]), widths[last] < longest * 17 / 20 {
        return false
      }
      return
        (widths[last] >= tornWidth
        || LineShape.isTorn(lines.text[before.range], from: text))
        && !LineShape.endsSentence(lines.text[before.range]) && !LineShape.startsParagraph(text)
    }
    guard let width else { return false }
    // It was broken only if the next word had no room any more; two columns more for punctuation
    // that may not start a line.
    let word = LineShape.firstWordWidth(of: text)
    return widths[last] + word + 2 > width
      && !LineShape.endsSentence(lines.text[before.range])
      && !LineShape.startsParagraph(text)
  }
}

/// Finds lines that hold the number of a page.
enum PageNumbers {
  /// For each line, whether it is a page number: «—5—», «- 5 -», «第5页», or a bare number
  /// beside a form feed, or standing apart and following the last page's. Any other bare number
  /// stays text: it may be a figure.
  static func find(in lines: TextLines, isTable: [Bool]) -> [Bool] {
    var result = [Bool](repeating: false, count: lines.lines.count)
    var last: Int?
    for (index, line) in lines.lines.enumerated() where !isTable[index] && !line.isBlank {
      guard let found = number(in: lines.text[lines.trimmed(line.range)]) else { continue }
      if found.isBare {
        let isAtPageEdge =
          line.startsPage
          || index + 1 < lines.lines.count && lines.lines[index + 1].startsPage
        let standsApart =
          index == 0 || index + 1 == lines.lines.count || lines.lines[index - 1].isBlank
          || lines.lines[index + 1].isBlank
        // A piece of a report may begin with the number of the page before.
        guard
          isAtPageEdge || index == 0 || standsApart && found.number == (last ?? 0) + 1
        else { continue }
      }
      result[index] = true
      last = found.number
    }
    return result
  }

  private static func number(in text: ArraySlice<UInt8>) -> (number: Int, isBare: Bool)? {
    guard text.count <= 40 else { return nil }
    var digits: [UInt8] = []
    var signs: [UInt8] = []
    var isSecond = false
    for byte in text where byte != 0x20 {
      if (0x30...0x39).contains(byte) {
        if signs.isEmpty || digits.isEmpty { digits.append(byte) } else { isSecond = true }
      } else {
        signs.append(byte)
      }
    }
    guard (1...4).contains(digits.count) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    if signs.isEmpty { return digits.count <= 3 ? (number, true) : nil }
    let frames = ["--", "——", "––", "−−", "－－", "-—", "第页", "第页共页", "第页/共页", "——"]
    guard frames.contains(where: { signs.elementsEqual($0.utf8) }) else { return nil }
    // «-5» is a figure, «- 5 -» is not: the frame must stand on both sides.
    let isFramed = text.first.map { !(0x30...0x39).contains($0) } ?? false
    let isClosed = text.last.map { !(0x30...0x39).contains($0) } ?? false
    let twoNumbers = signs.count > 6
    return isFramed && isClosed && (!isSecond || twoNumbers) ? (number, false) : nil
  }
}
