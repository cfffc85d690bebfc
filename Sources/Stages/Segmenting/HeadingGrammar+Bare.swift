import DocumentModel

/// Headings without a number: a short line that ends as headings do, before a sentence or before
/// numbered headings.
extension HeadingGrammar {
  private static let longestBare = 30
  private static let shortestBare = 3
  private static let shortestSentence = 20

  /// The heading that an unnumbered paragraph is; nil where it is none.
  ///
  /// Before the first heading a line that names a year and its accounts is the document's title.
  func bareHeading(
    _ paragraph: Paragraph, before next: Paragraph, isFirst: Bool, in normalized: NormalizedDocument
  ) -> Heading? {
    var line = normalized.text[normalized.ranges[paragraph.leaf]]
    // «…决算情况。»: the mark is no part of it.
    if let mark = Self.lastMark(of: line) { line = line.dropLast(mark) }
    let following = normalized.text[normalized.ranges[next.leaf]]
    guard line.count <= Self.longestBare * 4,
      (Self.shortestBare...Self.longestBare).contains(Self.scalars(line)),
      !line.contains(UInt8(ascii: ",")), !hasFigure(line),
      ends(line, with: vocabulary.bareEndings), let text = wholeHeading(level: 3, line)
    else { return nil }
    if let title = TitleText(line), isFirst || !title.institution.isEmpty { return nil }
    let number = NumberedLine(next, in: normalized)
    let isPart = number?.level == 2 || ends(line, with: vocabulary.overviewEndings + ["名词解释"])
    guard number != nil || isSentence(following) else { return nil }
    return Heading(level: isPart ? 1 : 6, ordinal: "", text: text, contentStart: nil)
  }

  private func isSentence(_ text: ArraySlice<UInt8>) -> Bool {
    Self.scalars(text) >= Self.shortestSentence
      && (text.contains(UInt8(ascii: ",")) || ByteRun.contains("。", in: text))
  }
}
