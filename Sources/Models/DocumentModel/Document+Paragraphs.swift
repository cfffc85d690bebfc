import ValueModel

extension Document {
  /// A document of bare paragraphs, one a line, as if it had been read from a text file: for cases of
  /// mapping files and for tests.
  package init(paragraphs: [String]) {
    self.init(format: .txt, sourceMap: TextSourceMap(markLength: 0))
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { text.append(0x0A) }
      let start = text.count
      text += Array(paragraph.utf8)
      leaves.append(
        Leaf(range: start..<text.count, locator: .text(line: index + 1, offset: start)))
      blocks.append(Block(.paragraph(Paragraph(leaf: index))))
    }
  }
}
