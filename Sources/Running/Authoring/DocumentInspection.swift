package import DocumentModel

/// Shows people what the reader made of a file.
package enum DocumentInspection {
  /// Blocks, tables as grids, and where each stands.
  package static func describe(_ document: Document) -> String {
    var lines = [
      "\(document.format)" + (document.encoding.map { " " + $0 } ?? "")
        + ": \(document.blocks.count) blocks, "
        + "\(document.leaves.count) leaves"
        + (document.pageCount.map { ", \($0) pages" } ?? "")
    ]
    lines += document.findings.map {
      "\($0.severity) \($0.code): \(oneLine($0.message))"
        + ($0.leaf.map { DumpPlace.mark + DumpPlace.of(leaf: $0, in: document) } ?? "")
    }
    for (index, block) in document.blocks.enumerated() {
      let region = block.region == .body ? "" : "[\(block.region.rawValue)] "
      let place = DumpPlace.of(block: index, in: document)
      switch block.content {
      case .paragraph(let paragraph):
        // What formats tell of the same report in different ways stands with the place.
        let text = document.string(ofLeaf: paragraph.leaf)
        let level = paragraph.outlineLevel.map { "H\($0) " } ?? ""
        let spaces = DumpText.indentation(of: text)
        lines.append(
          region + (paragraph.numbering.map { "«\($0)» " } ?? "")
            + DumpText.short(DumpText.trimmed(text)) + DumpPlace.mark + "\(index) \(level)\(place)"
            + (spaces == 0 ? "" : " indented \(spaces)"))
      case .table(let table):
        lines.append(
          "\(region)table of \(table.rows) rows, \(table.columns) columns"
            + "\(DumpPlace.mark)\(index) \(place)")
        lines += rows(of: table, in: document)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The rows of a table, each with the place of the first cell that begins in it.
  private static func rows(of table: Table, in document: Document) -> [String] {
    var first: [Int: Cell] = [:]
    for cell in table.cells where first[cell.row] == nil { first[cell.row] = cell }
    return TableGrid.rows(of: table, in: document).enumerated().map { row, texts in
      "  |" + counted(texts).joined(separator: "|") + "|"
        + (first[row].map { DumpPlace.mark + DumpPlace.of(rowOf: $0, in: document) } ?? "")
    }
  }

  /// A mark that is repeated very often once, with its number.
  private static func counted(_ texts: [String]) -> [String] {
    var result: [String] = []
    var index = 0
    while index < texts.count {
      let text = texts[index]
      let run = texts[index...].prefix { $0 == text }.count
      if run > 9, text == "<" || text == "∅" {
        result.append("\(text)×\(run)")
        index += run
      } else {
        result.append(text)
        index += 1
      }
    }
    return result
  }

  /// Control characters would break the lines of a listing.
  static func oneLine(_ text: String) -> String {
    String(
      decoding: text.utf8.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }
}
