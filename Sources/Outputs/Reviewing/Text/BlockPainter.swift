internal import DocumentModel

/// Makes the views of a document's blocks, with everything that is claimed of them marked.
struct BlockPainter {
  let document: Document
  let marks: [LeafKey: [(range: Range<Int>, claim: Int, kind: Claim.Kind)]]
  let context: PanelContext

  /// The view of a block that places name by this number.
  func view(_ block: Block, _ number: Int) -> View {
    var view: View = ["number": number, "aside": block.region != .body]
    switch block.content {
    case .paragraph(let paragraph): view["paragraph"] = self.view(paragraph, number)
    case .table(let table):
      let first = table.cells.first.map { document.leaves[$0.leaf].locator } ?? .path("")
      view["table"] =
        [
          "rows": rows(of: table.cells, number), "margin": margin(first, number),
          "locator": context.words(for: first),
        ] as View
    }
    return view
  }

  private func view(_ paragraph: Paragraph, _ number: Int) -> View {
    let locator = document.leaves[paragraph.leaf].locator
    var view: View = [
      "segments": segments(document.string(ofLeaf: paragraph.leaf), LeafKey(block: number)),
      "locator": context.words(for: locator), "margin": margin(locator, number),
    ]
    if let level = paragraph.outlineLevel { view["level"] = min(max(level, 1), 4) }
    if let numbering = paragraph.numbering { view["numbering"] = numbering }
    return view
  }

  private func rows(of cells: [Cell], _ block: Int) -> [View] {
    var rows: [View] = []
    var start = cells.startIndex
    while start < cells.endIndex {
      let end = cells[start...].firstIndex { $0.row != cells[start].row } ?? cells.endIndex
      rows.append(["cells": cells[start..<end].map { view($0, block) }])
      start = end
    }
    return rows
  }

  private func view(_ cell: Cell, _ block: Int) -> View {
    let text = document.string(ofLeaf: cell.leaf)
    var view: View = [
      "segments": segments(text, LeafKey(block: block, row: cell.row, column: cell.column)),
      "locator": context.words(for: document.leaves[cell.leaf].locator),
    ]
    if cell.rowSpan > 1 { view["rowSpan"] = min(cell.rowSpan, 1000) }
    if cell.columnSpan > 1 { view["columnSpan"] = min(cell.columnSpan, 1000) }
    if Self.isNumeric(text) { view["numeric"] = true }
    return view
  }

  private static func isNumeric(_ text: String) -> Bool {
    text.utf8.contains { (0x30...0x39).contains($0) }
      && text.utf8.allSatisfy { (0x25...0x39).contains($0) || $0 == 0x20 || $0 == 0x0A }
  }

  private func margin(_ locator: Locator, _ block: Int) -> String {
    switch locator {
    case .text(let line, _): "\(line)"
    case .page(let page, _): context.say("\(page)页", "p. \(page)")
    case .sheet(_, let cell): cell
    case .path: "\(block)"
    }
  }

  private func segments(_ text: String, _ key: LeafKey) -> [View] {
    MarkedText(text, marks: marks[key] ?? []).segments.map { segment in
      guard let kind = segment.kind else { return ["plain": segment.text] }
      let targets = segment.claims.map(String.init).joined(separator: " ")
      return ["mark": ["words": segment.text, "targets": targets, "kind": kind.letter] as View]
    }
  }

  /// The sheet of a workbook that a block stands on; nil for other formats.
  func sheet(of block: Block) -> String? {
    let leaf: Int? =
      switch block.content {
      case .paragraph(let paragraph): paragraph.leaf
      case .table(let table): table.cells.first?.leaf
      }
    guard let leaf, case .sheet(let sheet, _) = document.leaves[leaf].locator else { return nil }
    return sheet
  }
}

extension Claim.Kind {
  /// The class that the style sheet knows it by.
  var letter: String {
    switch self {
    case .quote: "q"
    case .figure: "k"
    case .doubtful: "d"
    case .unmapped: "u"
    case .remark: "r"
    }
  }
}
