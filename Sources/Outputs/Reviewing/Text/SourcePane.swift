internal import DocumentModel
internal import ReportModel

/// The source with everything that is claimed of it marked.
struct SourcePane {
  let blocks: [View]
  let pages: [View]
  let notes: [View]

  /// Without a text, what the output quotes is shown; `remark` then says why.
  init(
    _ text: SourceText?, _ remark: SourceText.Note, _ claims: [Claim], _ context: PanelContext
  ) {
    var claims = claims
    let text = text ?? QuotedText.assemble(&claims, remark)
    var marks: [LeafKey: [(range: Range<Int>, claim: Int, kind: Claim.Kind)]] = [:]
    for (number, claim) in claims.enumerated() {
      marks[claim.place.leaf, default: []].append(
        (claim.place.start..<max(claim.place.start, claim.place.end), number, claim.kind))
    }
    let painter = Painter(marks: marks, context: context)
    var sheet: String?
    blocks = text.blocks.map { block in
      var view = painter.view(block)
      // Sheets of a workbook are told apart by their names.
      if let own = block.sheet, own != sheet {
        sheet = own
        view["sheet"] = own
      }
      return view
    }
    pages = PagePane.views(of: text.pages, claims, context)
    notes = text.notes.map { ["note": Self.words(for: $0, context)] }
  }

  private static func words(for note: SourceText.Note, _ context: PanelContext) -> String {
    switch note {
    case .quotesOnly:
      context.say(
        "没有原文件，只显示输出所引用的文字；“…”之处未引用。用 --sources 指明原文件的文件夹，可看到全文。",
        "Without the source only what the output quotes is shown; «…» stands for the rest. Give the "
          + "folder of the sources with --sources to see all of it.")
    case .differentFile:
      context.say(
        "找到的同名文件不是转换时的文件（SHA-256 不同），只显示引用的文字。",
        "The file found is not the one that was converted (its SHA-256 differs); only what is quoted "
          + "is shown.")
    case .unreadable:
      context.say("原文件无法读取，只显示引用的文字。", "The source cannot be read; only what is quoted is shown.")
    case .pagesWithoutPicture(let count):
      context.say("有 \(count) 页没有图像。", "\(count) pages have no picture.")
    }
  }
}

/// Makes the views of blocks.
private struct Painter {
  let marks: [LeafKey: [(range: Range<Int>, claim: Int, kind: Claim.Kind)]]
  let context: PanelContext

  func view(_ block: SourceText.Block) -> View {
    var view: View = ["number": block.number, "aside": block.isAside]
    switch block.content {
    case .paragraph(let leaf, let level, let numbering):
      var paragraph: View = [
        "segments": segments(leaf, LeafKey(block: block.number)),
        "locator": context.words(for: leaf.locator),
        "margin": margin(leaf.locator, block.number),
      ]
      if let level { paragraph["level"] = min(max(level, 1), 4) }
      if let numbering { paragraph["numbering"] = numbering }
      view["paragraph"] = paragraph
    case .table(let cells):
      let first = cells.first?.leaf.locator ?? .unknown
      let table: View = [
        "rows": rows(of: cells, block.number), "margin": margin(first, block.number),
        "locator": context.words(for: first),
      ]
      view["table"] = table
    }
    return view
  }

  private func rows(of cells: [SourceText.Cell], _ block: Int) -> [View] {
    var rows: [View] = []
    var start = cells.startIndex
    while start < cells.endIndex {
      let end = cells[start...].firstIndex { $0.row != cells[start].row } ?? cells.endIndex
      rows.append([
        "cells": cells[start..<end].map { cell -> View in
          let parts = segments(
            cell.leaf, LeafKey(block: block, row: cell.row, column: cell.column))
          var view: View = ["segments": parts, "locator": context.words(for: cell.leaf.locator)]
          if cell.rowSpan > 1 { view["rowSpan"] = min(cell.rowSpan, 1000) }
          if cell.columnSpan > 1 { view["columnSpan"] = min(cell.columnSpan, 1000) }
          if Self.isNumeric(cell.leaf.text) { view["numeric"] = true }
          return view
        }
      ])
      start = end
    }
    return rows
  }

  private static func isNumeric(_ text: String) -> Bool {
    text.utf8.contains { (0x30...0x39).contains($0) }
      && text.utf8.allSatisfy { (0x25...0x39).contains($0) || $0 == 0x20 || $0 == 0x0A }
  }

  private func margin(_ locator: SourceText.Locator, _ block: Int) -> String {
    switch locator {
    case .line(let line): "\(line)"
    case .page(let page): context.say("\(page)页", "p. \(page)")
    case .cell(_, let address): address
    case .path, .unknown: "\(block)"
    }
  }

  private func segments(_ leaf: SourceText.Leaf, _ key: LeafKey) -> [View] {
    MarkedText(leaf.text, marks: marks[key] ?? []).segments.map { segment in
      guard let kind = segment.kind else { return ["plain": segment.text] }
      return [
        "mark": ["words": segment.text, "targets": targets(segment.claims), "kind": kind.letter]
          as View
      ]
    }
  }

  private func targets(_ claims: [Int]) -> String {
    claims.map(String.init).joined(separator: " ")
  }
}

extension Claim.Kind {
  /// The class that the style sheet knows it by.
  var letter: String {
    switch self {
    case .quote: "q"
    case .figure: "k"
    case .unmapped: "u"
    }
  }
}

extension SourceText.Block {
  /// The sheet that it stands on; nil for other formats.
  fileprivate var sheet: String? {
    let locator: SourceText.Locator? =
      switch content {
      case .paragraph(let leaf, _, _): leaf.locator
      case .table(let cells): cells.first?.leaf.locator
      }
    guard case .cell(let sheet, _)? = locator else { return nil }
    return sheet
  }
}
