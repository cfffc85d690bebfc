import DocumentModel

/// Tells headings from entries of lists and from sentences, which are numbered in the same way.
///
/// A heading is short, holds no figure but a year, and nothing follows a colon in it. Below the second
/// level it must also end with a word that headings end with (情况, 说明 …), since duties and tasks
/// are numbered as sections are.
struct HeadingGrammar {
  let vocabulary: SegmentingVocabulary
  /// Longer texts are sentences (in Unicode scalars).
  static let longestHeading = 60

  /// The heading that a paragraph is; nil where it is none.
  func heading(_ paragraph: Paragraph, in normalized: NormalizedDocument) -> Heading? {
    guard let line = NumberedLine(paragraph, in: normalized) else { return nil }
    return heading(line, leafStart: normalized.ranges[paragraph.leaf].lowerBound)
  }

  /// A heading whose name stands in the next lines («第一部分», «单位概况») or goes on there («(五)关于
  /// 某局2024年收支情», «况说明»), and how many of them it takes.
  func heading(
    _ paragraph: Paragraph, continuedBy next: [Paragraph], in normalized: NormalizedDocument
  ) -> (heading: Heading, lines: Int)? {
    guard let line = NumberedLine(paragraph, in: normalized), Self.lastMark(of: line.name) == nil,
      !line.name.isEmpty || line.level == 1
    else { return nil }
    if isComplete(line.name) || !mayGoOn(line) { return tail(of: line, next, in: normalized) }
    var name = line.name
    var alone: Heading?
    for (count, paragraph) in next.enumerated() {
      let rest = normalized.text[normalized.ranges[paragraph.leaf]]
      guard Self.scalars(rest) <= Self.longestRest || line.name.isEmpty, paragraph.numbering == nil,
        HeadingNumber(in: rest) == nil, !hasFigure(rest)
      else { break }
      name += rest
      guard let whole = wholeHeading(level: min(line.level, 2), name) else { break }
      let heading = Heading(
        level: line.level, ordinal: line.ordinal, text: whole, contentStart: nil)
      if isComplete(name) { return (heading, count + 1) }
      guard line.level == 1 else { break }
      // A part may be called anything.
      if count == 0, line.name.isEmpty, !Self.isYear(name) { alone = heading }
    }
    return alone.map { ($0, 1) }
  }

  /// «第三部分某局2024年度部门决算», «情况说明»: a cover breaks the name of a part where it will.
  private func tail(
    of line: NumberedLine, _ next: [Paragraph], in normalized: NormalizedDocument
  ) -> (heading: Heading, lines: Int)? {
    guard line.level == 1,
      let rest = next.first.map({ normalized.text[normalized.ranges[$0.leaf]] }),
      Self.tails.contains(where: { rest.elementsEqual($0.utf8) }),
      let whole = wholeHeading(level: 1, line.name + rest)
    else { return nil }
    return (Heading(level: 1, ordinal: line.ordinal, text: whole, contentStart: nil), 1)
  }

  private static let tails = ["情况说明", "说明", "情况", "报表", "公开表", "表"]

  /// The number of a part may stand alone, with its year or not; other headings go on where the line
  /// is full.
  private func mayGoOn(_ line: NumberedLine) -> Bool {
    line.name.isEmpty || Self.isYear(line.name)
      ? line.level == 1 : Self.scalars(line.name) >= Self.fullLine
  }

  /// «2024年度».
  private static func isYear(_ name: ArraySlice<UInt8>) -> Bool {
    guard let year = TitleText.yearPlace(in: name) else { return false }
    return year.start == name.startIndex && year.end == name.endIndex
  }

  private static let longestRest = 16
  private static let fullLine = 16

  /// Whether a name needs no more words: it ends as headings do, or as the titles of tables.
  private func isComplete(_ name: ArraySlice<UInt8>) -> Bool {
    ends(name, with: vocabulary.headingEndings + ["表"])
  }

  private func heading(_ line: NumberedLine, leafStart: Int) -> Heading? {
    guard !line.name.isEmpty else { return nil }
    if let whole = wholeHeading(level: line.level, line.name) {
      return Heading(level: line.level, ordinal: line.ordinal, text: whole, contentStart: nil)
    }
    guard line.level > 1, let name = inlineName(in: line.name) else { return nil }
    return Heading(
      level: line.level, ordinal: line.ordinal,
      text: String(decoding: line.name[name.range], as: UTF8.self),
      contentStart: name.content - leafStart)
  }

  /// The heading's text when the whole paragraph is the heading.
  func wholeHeading(level: Int, _ rest: ArraySlice<UInt8>) -> String? {
    var name = rest
    var ended = false
    while let mark = Self.lastMark(of: name) {
      name = name.dropLast(mark)
      ended = true
    }
    name = withoutReference(name)
    guard !name.isEmpty, Self.scalars(name) <= Self.longestHeading, !hasFigure(name),
      Self.firstMark(in: name) == nil, !name.contains(UInt8(ascii: ";")),
      !name.starts(with: "《".utf8), !Self.leaders.contains(where: { name.ends(with: $0) })
    else { return nil }
    if level > 2 || ended {
      guard ends(name, with: vocabulary.headingEndings) else { return nil }
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// A name without «(详见表1-3)».
  private func withoutReference(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")),
      hasFigure(name[open...]), ByteRun.contains("表", in: name[open...])
    else { return name }
    return name[..<open]
  }

  /// Whether a name ends with one of some words, a bracket behind it aside.
  func ends(_ name: ArraySlice<UInt8>, with endings: [String]) -> Bool {
    var name = name
    if name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")) {
      name = name[..<open]
    }
    return endings.contains { name.ends(with: $0) }
  }

  /// Digits other than those of a year.
  func hasFigure(_ name: ArraySlice<UInt8>) -> Bool {
    var index = name.startIndex
    while index < name.endIndex {
      guard (0x30...0x39).contains(name[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < name.endIndex, (0x30...0x39).contains(name[index]) { index += 1 }
      guard index - start == 4, HeadingNumber.follows("年", at: index, in: name) else { return true }
    }
    return false
  }

  /// The first «。» or «:».
  static func firstMark(in text: ArraySlice<UInt8>) -> (start: Int, end: Int)? {
    for index in text.indices {
      if text[index] == UInt8(ascii: ":") { return (index, index + 1) }
      if text[index] == 0xE3, HeadingNumber.follows("。", at: index, in: text) {
        return (index, index + 3)
      }
    }
    return nil
  }

  /// What a line of a contents page ends with that leads to a page number.
  private static let leaders = ["..", "…", "·", "--"]

  /// The length of a mark at the very end, nil where there is none.
  static func lastMark(of text: ArraySlice<UInt8>) -> Int? {
    if text.last == UInt8(ascii: ":") { return 1 }
    return text.suffix(3).elementsEqual("。".utf8) ? 3 : nil
  }

  static func scalars(_ text: ArraySlice<UInt8>) -> Int {
    text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with word: String) -> Bool {
    suffix(word.utf8.count).elementsEqual(word.utf8)
  }
}
