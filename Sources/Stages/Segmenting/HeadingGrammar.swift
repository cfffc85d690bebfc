import DocumentModel

/// A paragraph that opens a section.
struct Heading {
  /// How it is numbered, from 1 for «第一部分» to 5 for «(1)».
  var level: Int
  /// The number as printed, in matching form.
  var ordinal: String
  /// The text behind the number, in matching form.
  var text: String
  /// Where content begins in the leaf's normalized text, when heading and text share a paragraph.
  var contentStart: Int?
}

/// Tells headings from entries of lists and from sentences, which are numbered in the same way.
///
/// A heading is short, holds no figure but a year, and nothing follows a colon in it. Below the second
/// level it must also end with a word that headings end with (情况, 说明 …), since duties and tasks
/// are numbered as sections are.
struct HeadingGrammar {
  let vocabulary: SegmentingVocabulary
  /// Longer texts are sentences (in Unicode scalars).
  private static let longestHeading = 60
  private static let longestInline = 40

  /// The heading that a paragraph is; nil where it is none.
  func heading(_ paragraph: Paragraph, in normalized: NormalizedDocument) -> Heading? {
    let range = normalized.ranges[paragraph.leaf]
    let text = normalized.text[range]
    if let numbering = paragraph.numbering {
      let drawn = Array(Self.plain(numbering).utf8)
      // A bullet is no number; the text may still begin with one.
      if let number = HeadingNumber(in: drawn[...] + [UInt8(ascii: "x")]) {
        return heading(
          level: number.level, ordinal: Self.plain(numbering), rest: text,
          leafStart: range.lowerBound)
      }
    }
    if let number = HeadingNumber(in: text) {
      return heading(
        level: number.level, ordinal: String(decoding: text[..<number.end], as: UTF8.self),
        rest: text[number.end...], leafStart: range.lowerBound)
    }
    return nil
  }

  /// «第一部分» in a line of its own, whose name stands in the next line.
  func heading(
    _ paragraph: Paragraph, namedBy name: Paragraph, in normalized: NormalizedDocument
  ) -> Heading? {
    let text = normalized.text[normalized.ranges[paragraph.leaf]]
    let rest = normalized.text[normalized.ranges[name.leaf]]
    guard let number = HeadingNumber(in: text), number.level == 1, number.end == text.endIndex,
      HeadingNumber(in: rest) == nil, name.numbering == nil,
      let whole = wholeHeading(level: 1, rest)
    else { return nil }
    return Heading(
      level: 1, ordinal: String(decoding: text, as: UTF8.self), text: whole, contentStart: nil)
  }

  private func heading(
    level: Int, ordinal: String, rest: ArraySlice<UInt8>, leafStart: Int
  ) -> Heading? {
    guard !rest.isEmpty else { return nil }
    if let whole = wholeHeading(level: level, rest) {
      return Heading(level: level, ordinal: ordinal, text: whole, contentStart: nil)
    }
    guard level > 1, let mark = firstMark(in: rest) else { return nil }
    let name = rest[..<mark.start]
    guard Self.scalars(name) <= Self.longestInline, ends(name, with: vocabulary.inlineEndings),
      !hasFigure(name), mark.end < rest.endIndex
    else { return nil }
    return Heading(
      level: level, ordinal: ordinal, text: String(decoding: name, as: UTF8.self),
      contentStart: mark.end - leafStart)
  }

  /// The heading's text when the whole paragraph is the heading.
  private func wholeHeading(level: Int, _ rest: ArraySlice<UInt8>) -> String? {
    var name = rest
    var ended = false
    while let mark = Self.lastMark(of: name) {
      name = name.dropLast(mark)
      ended = true
    }
    guard !name.isEmpty, Self.scalars(name) <= Self.longestHeading, !hasFigure(name),
      firstMark(in: name) == nil, !name.contains(UInt8(ascii: ";")),
      !name.starts(with: "《".utf8), !Self.leaders.contains(where: { name.ends(with: $0) })
    else { return nil }
    if level > 2 || ended {
      guard ends(name, with: vocabulary.headingEndings) else { return nil }
    }
    return String(decoding: name, as: UTF8.self)
  }

  private func ends(_ name: ArraySlice<UInt8>, with endings: [String]) -> Bool {
    var name = name
    if name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")) {
      name = name[..<open]
    }
    return endings.contains { name.ends(with: $0) }
  }

  /// Digits other than those of a year.
  private func hasFigure(_ name: ArraySlice<UInt8>) -> Bool {
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
  private func firstMark(in text: ArraySlice<UInt8>) -> (start: Int, end: Int)? {
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
  private static func lastMark(of text: ArraySlice<UInt8>) -> Int? {
    if text.last == UInt8(ascii: ":") { return 1 }
    return text.suffix(3).elementsEqual("。".utf8) ? 3 : nil
  }

  private static func scalars(_ text: ArraySlice<UInt8>) -> Int {
    text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// Numbers that Word draws come in full-width brackets.
  private static func plain(_ numbering: String) -> String {
    var plain = ""
    for scalar in numbering.unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar {
      case "（": plain.append("(")
      case "）": plain.append(")")
      case "．": plain.append(".")
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with word: String) -> Bool {
    suffix(word.utf8.count).elementsEqual(word.utf8)
  }
}
