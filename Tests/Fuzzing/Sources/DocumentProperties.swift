import DocumentModel
import Normalizing

/// What holds of every document that a reader gives, whatever it read.
enum DocumentProperties {
  /// `sourceSize` is the number of bytes of the file.
  static func check(_ document: Document, sourceSize: Int) {
    require(
      String(validating: document.text, as: UTF8.self) != nil, "the text is not valid UTF-8")
    require(document.leaves.count <= DocumentLimits.mostLeaves, "more leaves than allowed")
    var end = 0
    for leaf in document.leaves {
      require(leaf.range.lowerBound >= end, "leaves overlap")
      end = leaf.range.upperBound
      check(leaf.locator, document, sourceSize: sourceSize)
    }
    require(end <= document.text.count, "a leaf ends behind the text")
    for gap in document.gaps {
      require(gap.lowerBound >= 0 && gap.upperBound <= document.text.count, "a gap out of bounds")
    }
    for block in document.blocks {
      switch block.content {
      case .paragraph(let paragraph):
        require(document.leaves.indices.contains(paragraph.leaf), "a paragraph without its leaf")
        require(paragraph.outlineLevel.map { (1...9).contains($0) } ?? true, "a level out of 1…9")
      case .table(let table): check(table, document)
      }
    }
    check(normalizer.normalize(document))
  }

  /// Made once, as the pipeline does.
  static let normalizer = DocumentNormalizer()

  private static func check(_ locator: Locator, _ document: Document, sourceSize: Int) {
    switch locator {
    case .text(let line, let offset):
      require(line >= 1 && offset >= 0, "a line or an offset below its first")
      if let map = document.sourceMap {
        require(
          (0...sourceSize).contains(map.originalOffset(of: offset)), "a place outside the file")
      }
    case .path(let path): require(path.contains("/"), "a path without a step")
    case .page(let page, let box):
      require(page >= 1 && page <= document.pageCount ?? 0, "a page that is not there")
      require(box.left <= box.right && box.top <= box.bottom, "a box turned inside out")
    case .sheet(_, let cell): require(!cell.isEmpty, "a cell without its address")
    }
  }

  private static func check(_ table: Table, _ document: Document) {
    require(table.rows >= 0 && table.columns >= 0, "a table of negative size")
    var taken = Set<Int>()
    for cell in table.cells {
      require(document.leaves.indices.contains(cell.leaf), "a cell without its leaf")
      require(cell.rowSpan >= 1 && cell.columnSpan >= 1, "a cell that covers nothing")
      require(
        cell.row >= 0 && cell.row + cell.rowSpan <= table.rows, "a cell outside the rows")
      require(
        cell.column >= 0 && cell.column + cell.columnSpan <= table.columns,
        "a cell outside the columns")
      guard cell.rowSpan * cell.columnSpan <= 4096 else { continue }
      for row in cell.row..<cell.row + cell.rowSpan {
        for column in cell.column..<cell.column + cell.columnSpan {
          require(taken.insert(row * table.columns + column).inserted, "cells over each other")
        }
      }
    }
  }

  /// Every range of the matching form leads back into its leaf.
  static func check(_ normalized: NormalizedDocument) {
    require(
      String(validating: normalized.text, as: UTF8.self) != nil, "the matching form is not UTF-8")
    require(normalized.ranges.count == normalized.document.leaves.count, "leaves were lost")
    for (leaf, range) in zip(normalized.document.leaves, normalized.ranges) {
      require(range.upperBound <= normalized.text.count, "a range behind the matching form")
      guard !range.isEmpty else { continue }
      let whole = normalized.originalRange(of: range)
      require(
        whole.lowerBound >= leaf.range.lowerBound && whole.upperBound <= leaf.range.upperBound,
        "a range that leads out of its leaf")
      let middle = range.lowerBound + range.count / 2
      let part = normalized.originalRange(of: middle..<range.upperBound)
      require(
        part.lowerBound >= whole.lowerBound && part.upperBound <= whole.upperBound,
        "a part that leads out of its whole")
    }
  }
}
