import DocumentModel

/// Builds the tree of sections from the headings, leaving the lines of a contents page out.
struct SectionTree {
  let vocabulary: SegmentingVocabulary

  func sections(of document: NormalizedDocument) -> [Section] {
    let grammar = HeadingGrammar(vocabulary: vocabulary)
    var headings: [Int: Heading] = [:]
    for (index, block) in document.document.blocks.enumerated() where block.region == .body {
      if case .paragraph(let paragraph) = block.content {
        headings[index] = grammar.heading(paragraph, in: document)
      }
    }
    for index in contentsLines(document, headings) { headings[index] = nil }

    var sections: [Section] = []
    var open: [Int] = []
    for (index, block) in document.document.blocks.enumerated() where block.region == .body {
      if let heading = headings[index], case .paragraph(let paragraph) = block.content {
        while let last = open.last, sections[last].level >= heading.level { open.removeLast() }
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

  /// Blocks behind a «目录» up to where its first heading stands a second time.
  private func contentsLines(
    _ document: NormalizedDocument, _ headings: [Int: Heading]
  ) -> [Int] {
    let blocks = document.document.blocks
    let start = blocks.indices.first { index in
      guard case .paragraph(let paragraph) = blocks[index].content else { return false }
      return document.string(ofLeaf: paragraph.leaf) == "目录"
    }
    guard let start else { return [] }
    let following = headings.keys.filter { $0 > start }.sorted()
    guard let first = following.first, let name = headings[first]?.text,
      let again = following.dropFirst().first(where: { headings[$0]?.text == name })
    else { return [] }
    return following.filter { $0 < again }
  }
}
