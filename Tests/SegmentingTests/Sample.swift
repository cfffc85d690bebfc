import DocumentModel
import Segmenting
import TestSupport
import ValueModel

/// Builds normalized documents from text that is in matching form already.
struct Sample {
  private var document = Document(format: .txt)

  /// One paragraph per line.
  static func report(_ lines: String...) -> NormalizedDocument {
    var sample = Sample()
    for line in lines { sample.paragraph(line) }
    return sample.normalized
  }

  mutating func paragraph(_ text: String, numbering: String? = nil) {
    let paragraph = Paragraph(leaf: leaf(text), numbering: numbering)
    document.blocks.append(Block(.paragraph(paragraph)))
  }

  /// A table of one-row cells, as a text dump gives it; «» are cells merged from above.
  mutating func guessed(_ rows: [[String]]) {
    spanned(rows.map { $0.map { text in (text, 1, 1) } })
  }

  /// A table with its spans: text, rows, columns; cells fall into the first free places.
  mutating func spanned(_ rows: [[(text: String, down: Int, across: Int)]]) {
    var taken: Set<[Int]> = []
    var cells: [Cell] = []
    var width = 0
    for (row, entries) in rows.enumerated() {
      var column = 0
      for entry in entries {
        while taken.contains([row, column]) { column += 1 }
        cells.append(
          Cell(
            row: row, column: column, rowSpan: entry.down, columnSpan: entry.across,
            leaf: leaf(entry.text)))
        for down in 0..<entry.down {
          for across in 0..<entry.across { taken.insert([row + down, column + across]) }
        }
        column += entry.across
        width = max(width, column)
      }
    }
    document.blocks.append(Block(.table(Table(rows: rows.count, columns: width, cells: cells))))
  }

  /// A line on a page, its middle at 300 points; top and height in tenths of a point.
  mutating func printed(_ text: String, top: Int, height: Int = 120) {
    paragraph(text)
    let width = height * text.count
    document.leaves[document.leaves.count - 1].locator = .page(
      1, PageBox(left: 3000 - width / 2, top: top, right: 3000 + width / 2, bottom: top + height))
  }

  /// A table on a page, its rows so high (in tenths of a point).
  mutating func printed(_ rows: [[String]], page: Int, heights: [Int]) {
    var cells: [Cell] = []
    var top = 1000
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        let leaf = leaf(text)
        document.leaves[leaf] = Leaf(
          range: document.leaves[leaf].range,
          locator: .page(
            page,
            PageBox(
              left: 100 * column, top: top, right: 100 * column + 100, bottom: top + heights[row])))
        cells.append(Cell(row: row, column: column, leaf: leaf))
      }
      top += heights[row]
    }
    document.blocks.append(
      Block(.table(Table(rows: rows.count, columns: rows[0].count, cells: cells))))
  }

  private mutating func leaf(_ text: String) -> Int {
    if !document.leaves.isEmpty { document.text.append(0x0A) }
    let start = document.text.count
    document.text += Array(text.utf8)
    document.leaves.append(
      Leaf(
        range: start..<document.text.count,
        locator: .text(line: document.leaves.count + 1, offset: start)))
    return document.leaves.count - 1
  }

  var normalized: NormalizedDocument { NormalizedDocument(unchanged: document) }
}

/// The headings with their numbers, indented by depth, and the texts under them.
func outline(_ document: NormalizedDocument) -> [String] {
  let report = Segmenter().segment(document)
  return report.sections.flatMap { section in
    [String(repeating: ">", count: section.level) + section.ordinal + section.heading]
      + section.items.map { item in
        switch item {
        case .paragraph(let leaf, let start):
          "- "
            + String(
              decoding: Array(document.string(ofLeaf: leaf).utf8.dropFirst(start)), as: UTF8.self)
        case .table(let block): "- table \(block)"
        }
      }
  }
}
