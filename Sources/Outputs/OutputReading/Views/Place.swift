extension Output {
  /// Where a text stands in the source, as an output tells it.
  package struct Place: Sendable {
    /// The text that is quoted.
    package var text: String
    /// The paragraph or table, from 0.
    package var block: Int
    /// Of a cell, the position of its top-left corner; nil for a paragraph.
    package var row: Int?
    /// See ``row``.
    package var column: Int?
    /// Code points in the paragraph or cell.
    package var start: Int
    /// Behind the last of them.
    package var end: Int
    /// Plain text: the line, from 1.
    package var line: Int?
    /// Plain text: the bytes of the file.
    package var bytes: Range<Int>?
    /// DOCX and HTML: the element's path.
    package var path: String?
    /// PDF: the page, from 1.
    package var page: Int?
    /// PDF: left, top, right, bottom in tenths of a point.
    package var box: [Int]?
    /// XLSX: the sheet's name.
    package var sheet: String?
    /// XLSX: the cell's address.
    package var cell: String?

    /// Nil where the node is no place.
    package init?(_ node: OutputNode) {
      guard let block = node["block"]?.integer, let text = node["text"]?.text,
        let start = node["start"]?.integer, let end = node["end"]?.integer
      else { return nil }
      self.text = text
      self.block = block
      self.start = start
      self.end = end
      row = node["row"]?.integer
      column = node["column"]?.integer
      line = node["line"]?.integer
      path = node["path"]?.text
      page = node["page"]?.integer
      sheet = node["sheet"]?.text
      cell = node["cell"]?.text
      let box = node["box"]?.elements.compactMap(\.integer) ?? []
      if box.count == 4, box.allSatisfy({ -Self.most < $0 && $0 < Self.most }) { self.box = box }
      let bytes = node["bytes"]?.elements.compactMap(\.integer) ?? []
      if bytes.count == 2, bytes[0] <= bytes[1] { self.bytes = bytes[0]..<bytes[1] }
    }

    /// Whether block and range are possible ones; outputs may be written by anybody.
    package var isPossible: Bool { block >= 0 && start >= 0 && start <= end && end < Self.most }

    /// No text is nearly as long, and no page as large: what is counted on from here cannot overflow.
    private static let most = 1 << 40
  }
}
