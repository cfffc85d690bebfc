/// Headings that share their paragraph with the text: «(二)政府采购情况:2024年…», «1.公务接待费。
/// 2024年…», «一、收入情况2024年…».
extension HeadingGrammar {
  private static let longestInline = 40

  /// The heading at the beginning of a paragraph, and where the text begins: behind the heading, or
  /// with it where the heading is what the text is about («公务接待费。2024年支出…»).
  func inlineName(in line: ArraySlice<UInt8>) -> (range: Range<Int>, content: Int)? {
    if let mark = Self.firstMark(in: line),
      let content = content(of: line[..<mark.start], line[mark.end...])
    {
      return (line.startIndex..<mark.start, content)
    }
    guard let year = TitleText.yearPlace(in: line.prefix(Self.longestInline * 3 + 12)),
      year.start > line.startIndex,
      isInlineName(line[..<year.start])
    else { return nil }
    let name = line[..<year.start]
    // «(一)基本支出2024年基本支出…»: the heading ends where its words begin anew.
    guard ends(name, with: vocabulary.inlineEndings) || repeats(name, in: line[year.end...]) else {
      return nil
    }
    return (name.indices, year.start)
  }

  private func content(of name: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> Int? {
    guard isInlineName(name), !rest.isEmpty else { return nil }
    if ends(name, with: vocabulary.inlineEndings) { return rest.startIndex }
    // Else a term and its definition look the same, unless figures follow.
    guard ends(name, with: vocabulary.subjectEndings),
      rest.contains(where: { (0x30...0x39).contains($0) }),
      !Self.definitions.contains(where: { rest.starts(with: $0.utf8) })
    else { return nil }
    return name.startIndex
  }

  private func isInlineName(_ name: ArraySlice<UInt8>) -> Bool {
    Self.scalars(name) <= Self.longestInline && !hasFigure(name)
      && !name.contains(UInt8(ascii: ",")) && !name.contains(UInt8(ascii: ";"))
  }

  private func repeats(_ name: ArraySlice<UInt8>, in rest: ArraySlice<UInt8>) -> Bool {
    name.count >= 12 && ends(name, with: vocabulary.subjectEndings)
      && rest.prefix(name.count + 30).indices.contains { rest[$0...].starts(with: name) }
  }

  private static let definitions = ["指", "是指", "反映", "即", "包括", "主要反映", "为保障", "用于", "主要用于"]
}
