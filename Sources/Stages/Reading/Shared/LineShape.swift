import ValueModel

/// What the bytes of one line say about its place in a paragraph.
enum LineShape {
  /// Columns on a page: two for each hanzi or full-width sign, one for each other character.
  static func width(of line: ArraySlice<UInt8>) -> Int {
    // Safe: borrowed for the closure; a line has at most twice as many columns as bytes, so the sum
    // fits.
    line.withUnsafeBufferPointer { line in
      var width = 0
      for byte in line { width &+= columns(ofLead: byte) }
      return width
    }
  }

  /// Columns of the first word, which no conversion breaks: a run of ASCII, or one hanzi.
  static func firstWordWidth(of line: ArraySlice<UInt8>) -> Int {
    guard let first = line.first else { return 0 }
    if first >= 0x80 { return 2 }
    return line.prefix { (0x21...0x7E).contains($0) }.count
  }

  /// Columns of what no page breaks at the beginning of a line: the first word or figure, and the
  /// marks behind it, which may not begin a line.
  static func firstPieceWidth(of line: ArraySlice<UInt8>) -> Int {
    guard let first = line.first else { return 0 }
    var rest = line
    if first >= 0x80 {
      rest = rest.dropFirst()
      rest = rest.drop { $0 & 0xC0 == 0x80 }
    } else {
      rest = rest.drop { (0x21...0x7E).contains($0) }
    }
    while let mark = closingMarks.first(where: { rest.starts(with: $0.utf8) }) {
      rest = rest.dropFirst(mark.utf8.count)
    }
    return width(of: line[line.startIndex..<rest.startIndex])
  }

  private static let closingMarks = [
    "，", "。", "；", "：", "、", "！", "？", "）", "》", "”", "％", ",", ".", ";", ":", ")", "%",
  ]

  private static func columns(ofLead byte: UInt8) -> Int {
    // Safe: 2 at most.
    (byte & 0xC0 == 0x80 ? 0 : 1) &+ (byte >= 0xE0 ? 1 : 0)
  }

  /// Whether a line ends with «。», «；», «：», «！» or «？».
  static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
    var line = line
    while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
    if let last = line.last, last == UInt8(ascii: ";") || last == UInt8(ascii: ":") { return true }
    let end = line.suffix(3)
    return ["。", "；", "：", "！", "？"].contains { end.elementsEqual($0.utf8) }
  }

  /// Whether the end of one line and the beginning of the next cannot be a paragraph's: a comma or
  /// an open bracket at the end, a mark or the unit of the figure at the end at the beginning.
  static func isTorn(_ line: ArraySlice<UInt8>, from next: ArraySlice<UInt8>) -> Bool {
    var line = line
    while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
    guard let last = line.last, !next.isEmpty else { return false }
    if last == UInt8(ascii: ",") || last == UInt8(ascii: "(") { return true }
    if ["，", "、", "（"].contains(where: { line.suffix(3).elementsEqual($0.utf8) }) { return true }
    let openings = ["，", "。", "；", "、", "）", ",", ";", ")", "%", "％"]
    if openings.contains(where: { next.starts(with: $0.utf8) }) { return true }
    if (0x30...0x39).contains(last) { return startsWithUnit(next) }
    // «下降⏎29.2%»: no paragraph begins with a figure and its unit.
    var rest = next.drop { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    guard rest.startIndex > next.startIndex else { return false }
    while rest.first == 0x20 { rest.removeFirst() }
    return MoneyWord(startOf: rest, among: MoneyWord.withUnit) != nil
      || ["%", "％"].contains { rest.starts(with: $0.utf8) }
  }

  private static func startsWithUnit(_ line: ArraySlice<UInt8>) -> Bool {
    MoneyWord(startOf: line, among: MoneyWord.withUnit) != nil
      || ["万", "人", "辆", "批"].contains { line.starts(with: $0.utf8) }
  }

  /// A line that begins with a number and holds no mark and no figure: a heading, whole or in part.
  static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
    guard startsWithNumber(line) else { return false }
    let marks = ["，", "。", "；", "："]
    return !line.contains(UInt8(ascii: ",")) && !line.contains(UInt8(ascii: ";"))
      && !line.indices.contains { index in
        (line[index] == 0xEF || line[index] == 0xE3)
          && marks.contains { line[index...].starts(with: $0.utf8) }
      }
  }

  /// What stands above a table and is no part of a paragraph: «单位：万元», «公开04表», «表四：…».
  static func isCaption(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 120, !endsSentence(line) else { return false }
    let marks = ["单位：", "单位:", "金额单位", "编制单位", "部门：", "部门:"]
    if marks.contains(where: { line.starts(with: $0.utf8) }) { return true }
    var rest = line
    if drop("公开", from: &rest) { return dropNumber(&rest) && drop("表", from: &rest) }
    guard drop("表", from: &rest), dropNumber(&rest) else { return false }
    return ["：", ":", "、", "-", " ", "　"].contains { rest.starts(with: $0.utf8) }
  }

  /// A heading that is whole: it ends with «说明» or «情况», as the headings of reports do, and the
  /// next line is not the rest of it.
  static func isWholeHeading(_ line: ArraySlice<UInt8>, before next: ArraySlice<UInt8>) -> Bool {
    var line = line
    if line.suffix(3).elementsEqual("。".utf8) { line.removeLast(3) }
    guard isHeading(line) else { return false }
    if startsWithYear(next) { return true }
    let ends = ["说明", "情况", "概况"]
    return ends.contains { line.suffix($0.utf8.count).elementsEqual($0.utf8) }
      && !ends.contains { next.starts(with: $0.utf8) }
  }

  /// «2023年», «二〇二三年».
  static func startsWithYear(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    return dropNumber(&rest) && rest.starts(with: "年".utf8)
  }

  /// Whether a line begins a paragraph by itself: an indent, a heading's number, a list mark, or
  /// nothing but a date.
  static func startsParagraph(_ line: ArraySlice<UInt8>) -> Bool {
    let marks = ["　", "  ", "\t", "●", "•", "◆", "■", "▲", "★", "※", "·", "附件", "附表", "注："]
    return marks.contains { line.starts(with: $0.utf8) } || startsWithNumber(line)
      || isDate(line)
  }

  /// «一、», «（一）», «第一部分», «1.», «1、», «(1)», «①».
  private static func startsWithNumber(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    if drop("第", from: &rest) {
      return dropNumber(&rest) && ["部分", "章", "节", "条", "篇"].contains { drop($0, from: &rest) }
    }
    if drop("（", from: &rest) || drop("(", from: &rest) {
      return dropNumber(&rest) && (drop("）", from: &rest) || drop(")", from: &rest))
    }
    if let first = rest.first, first == 0xE2 {
      // ①…⑳
      let sign = Array(rest.prefix(3))
      return sign.count == 3 && sign[1] == 0x91 && (0xA0...0xB3).contains(sign[2])
    }
    guard dropNumber(&rest) else { return false }
    if drop("、", from: &rest) || drop("．", from: &rest) { return true }
    // «1.5万元» is a figure.
    guard drop(".", from: &rest) else { return false }
    return rest.first.map { !(0x30...0x39).contains($0) } ?? true
  }

  private static func isDate(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    guard dropNumber(&rest), drop("年", from: &rest) else { return false }
    if dropNumber(&rest) { guard drop("月", from: &rest) else { return false } }
    if dropNumber(&rest) { guard drop("日", from: &rest) else { return false } }
    return rest.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private static func drop(_ text: String, from rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest.removeFirst(text.utf8.count)
    return true
  }

  private static func dropNumber(_ rest: inout ArraySlice<UInt8>) -> Bool {
    var digits = 0
    while digits < 4, let first = rest.first {
      if (0x30...0x39).contains(first) {
        rest.removeFirst()
      } else if ChineseNumeral.value(
        at: rest.startIndex, in: rest, among: [.digits, .ten, .hundred, .zero, .ring]) != nil
      {
        rest.removeFirst(ChineseNumeral.length)
      } else {
        break
      }
      digits += 1
    }
    return digits > 0
  }
}
