package import DocumentModel

/// Shows people what the reader made of a file.
package enum DocumentInspection {
  /// Blocks with their indices; tables as grids.
  package static func describe(_ document: Document) -> String {
    var lines = [
      "format: \(document.format.rawValue)   encoding: \(document.encoding ?? "-")   "
        + "blocks: \(document.blocks.count)   leaves: \(document.leaves.count)"
    ]
    lines += document.findings.map { "\($0.severity.rawValue): \($0.code): \($0.message)" }
    for (index, block) in document.blocks.enumerated() {
      let region = block.region == .body ? "" : " [\(block.region.rawValue)]"
      switch block.content {
      case .paragraph(let paragraph):
        let level = paragraph.outlineLevel.map { " H\($0)" } ?? ""
        let number = paragraph.numbering.map { " «\($0)»" } ?? ""
        lines.append(
          "\(index)\(region)\(level)\(number) \(oneLine(document.string(ofLeaf: paragraph.leaf)))")
      case .table(let table):
        lines.append("\(index)\(region) table of \(table.rows) rows and \(table.columns) columns")
        for row in TableGrid.rows(of: table, in: document) {
          lines.append("    | " + row.joined(separator: " | ") + " |")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Control characters would break the lines of a listing.
  static func oneLine(_ text: String) -> String {
    String(
      decoding: text.utf8.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }
}
