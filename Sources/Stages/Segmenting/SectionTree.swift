import DocumentModel

/// Builds the tree of sections from the headings, leaving the lines of a contents page out.
struct SectionTree {
  let vocabulary: SegmentingVocabulary

  /// «(十六)按规定履行…职责» is a duty.
  private static let longestOverview = 10

  /// The sections in the order of the document, a parent before its children.
  func sections(of document: NormalizedDocument) -> [Section] {
    let grammar = HeadingGrammar(vocabulary: vocabulary)
    var headings: [Int: Heading] = [:]
    // Blocks that hold the name of the heading whose number stands in the block above.
    var names: Set<Int> = []
    for (index, block) in document.document.blocks.enumerated() where block.region == .body {
      guard case .paragraph(let paragraph) = block.content, !document.ranges[paragraph.leaf].isEmpty
      else { continue }
      guard !names.contains(index) else { continue }
      headings[index] = grammar.heading(paragraph, in: document)
      guard headings[index]?.contentStart == nil else { continue }
      let following = paragraphs(after: index, in: document)
      if let (heading, lines) = grammar.heading(
        paragraph, continuedBy: following.map(\.paragraph), in: document)
      {
        headings[index] = heading
        names.formUnion(following.prefix(lines).map(\.block))
      } else if headings[index] == nil, let next = following.first {
        headings[index] = grammar.bareHeading(
          paragraph, before: next.paragraph, isFirst: headings.isEmpty, in: document)
      }
    }
    for index in ContentsPage(document, headings: headings).lines { headings[index] = nil }

    let nested = NestedNumbers.blocks(of: headings)
    var sections: [Section] = []
    var open: [Int] = []
    for (index, block) in document.document.blocks.enumerated() where block.region == .body {
      if let heading = headings[index], case .paragraph(let paragraph) = block.content,
        !open.contains(where: { isDuty(heading, under: sections[$0]) }),
        !(open.contains { isStatement(heading, under: sections[$0]) }
          && !isTable(nextBlock(after: index, in: document), in: document))
      {
        var heading = heading
        if heading.ordinal.isEmpty, let last = open.last {
          settle(&heading, behind: sections[last])
        }
        close(&open, for: heading, isNested: nested.contains(index), in: sections)
        var section = Section(
          parent: open.last, level: heading.level, headingLeaf: paragraph.leaf,
          ordinal: heading.ordinal, heading: heading.text)
        if let start = heading.contentStart {
          section.items.append(.paragraph(leaf: paragraph.leaf, start: start))
        }
        sections.append(section)
        open.append(sections.count - 1)
        continue
      }
      if names.contains(index) { continue }
      if sections.isEmpty {
        sections.append(Section(parent: nil, level: 0, headingLeaf: nil, ordinal: "", heading: ""))
        open = []
      }
      let current = open.last ?? 0
      switch block.content {
      case .paragraph(let paragraph) where !document.ranges[paragraph.leaf].isEmpty:
        sections[current].items.append(.paragraph(leaf: paragraph.leaf, start: 0))
      case .paragraph: break
      case .table: sections[current].items.append(.table(block: index))
      }
    }
    return sections
  }

  /// A heading without a number stands beside another one, and beside the explanation of terms, which
  /// holds no sections.
  private func settle(_ heading: inout Heading, behind last: Section) {
    if last.ordinal.isEmpty && last.level > 0 || last.heading.ends(with: "名词解释") {
      heading.level = min(heading.level, last.level)
    }
  }

  /// Closes the sections that a heading ends: up to the one that is numbered as it is.
  ///
  /// A style of number that is outermost in its part keeps that place: below «5、» even «(一)», which is wider
  /// elsewhere, begins a part of it. A list that begins again inside a section of its own style stays in it.
  private func close(
    _ open: inout [Int], for heading: Heading, isNested: Bool, in sections: [Section]
  ) {
    if let same = open.firstIndex(where: { sections[$0].level == heading.level }) {
      open.removeSubrange((isNested ? same + 1 : same)...)
      return
    }
    let outermost = open.first { sections[$0].level > 1 }
    if let outermost, heading.level > 1, heading.level < sections[outermost].level { return }
    while let last = open.last, sections[last].level >= heading.level { open.removeLast() }
  }

  /// The next block of the body that holds anything.
  private func nextBlock(after index: Int, in document: NormalizedDocument) -> Int? {
    let blocks = document.document.blocks
    return (index + 1..<blocks.count).first { next in
      guard blocks[next].region == .body else { return false }
      if case .paragraph(let paragraph) = blocks[next].content {
        return !document.ranges[paragraph.leaf].isEmpty
      }
      return true
    }
  }

  /// The paragraphs that follow with no table between them, as many as a heading may take.
  private func paragraphs(
    after index: Int, in document: NormalizedDocument
  ) -> [(block: Int, paragraph: Paragraph)] {
    var found: [(Int, Paragraph)] = []
    var index = index
    while found.count < Self.mostLines, let next = nextBlock(after: index, in: document),
      case .paragraph(let paragraph) = document.document.blocks[next].content
    {
      index = next
      let text = document.text[document.ranges[paragraph.leaf]]
      // The number of a page may stand between.
      if text.count > 3 || !text.allSatisfy({ (0x30...0x39).contains($0) }) {
        found.append((next, paragraph))
      }
    }
    return found
  }

  private static let mostLines = 3

  private func isTable(_ block: Int?, in document: NormalizedDocument) -> Bool {
    guard let block, case .table = document.document.blocks[block].content else { return false }
    return true
  }

  /// «一、收入支出决算总表» is an entry in the list of the statements, unless the table itself follows.
  private func isStatement(_ heading: Heading, under section: Section) -> Bool {
    guard heading.level > section.level, heading.text.hasSuffix("表") else { return false }
    let name = section.heading.split(separator: "(", maxSplits: 1).first ?? ""
    return vocabulary.statementSections.contains { name.hasSuffix($0) }
  }

  /// Duties are numbered as sections are and may end as headings do («(四)负责全县统计工作情况»).
  private func isDuty(_ heading: Heading, under section: Section) -> Bool {
    section.level > 1 && heading.level > section.level
      && vocabulary.dutySections.contains { section.heading.hasSuffix($0) }
      && !(heading.text.count <= Self.longestOverview
        && vocabulary.overviewEndings.contains { heading.text.hasSuffix($0) })
  }
}
