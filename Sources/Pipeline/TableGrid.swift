package import DocumentModel

/// Tables as rows of texts, for people and for TSV.
package enum TableGrid {
  /// The most positions that are laid out; a table of hostile spans could ask for more.
  private static let positionLimit = 4_000_000

  /// Row by row, the texts of all positions without white space. A merged cell's text stands at its
  /// top-left position; the others that it covers are empty.
  package static func rows(of table: Table, in document: Document) -> [[String]] {
    guard table.rows > 0, table.columns > 0, table.rows <= positionLimit / table.columns else {
      return []
    }
    var rows = [[String]](
      repeating: [String](repeating: "", count: table.columns), count: table.rows)
    for cell in table.cells where cell.row < table.rows && cell.column < table.columns {
      rows[cell.row][cell.column] = withoutWhiteSpace(document.string(ofLeaf: cell.leaf))
    }
    return rows
  }

  /// A file of tab-separated values with its name.
  package struct TSVFile: Sendable, Equatable {
    package var name: String
    package var content: [UInt8]
  }

  /// Every table, named `NN-title.tsv` by its number and its title.
  package static func tsvFiles(of document: Document) -> [TSVFile] {
    var files: [TSVFile] = []
    var before = ""
    for block in document.blocks {
      switch block.content {
      case .paragraph(let paragraph):
        let text = withoutWhiteSpace(document.string(ofLeaf: paragraph.leaf))
        if !text.isEmpty { before = text }
      case .table(let table):
        let number = String(files.count + 1)
        let rows = rows(of: table, in: document)
        let content = rows.map { $0.joined(separator: "\t") + "\n" }.joined()
        let name = fileName(title(of: table, rows: rows, before: before))
        files.append(
          TSVFile(
            name: (number.utf8.count < 2 ? "0" : "") + number + "-" + name + ".tsv",
            content: Array(content.utf8)))
        before = ""
      }
    }
    return files
  }

  /// A first row of one cell, the short paragraph right before the table, or the first cell's text.
  private static func title(of table: Table, rows: [[String]], before: String) -> String {
    if let first = table.cells.first, first.row == 0, first.columnSpan == table.columns,
      let text = rows.first?.first, !text.isEmpty
    {
      return text
    }
    if !before.isEmpty, before.unicodeScalars.count <= titleLimit { return before }
    return rows.lazy.joined().first { !$0.isEmpty } ?? "table"
  }

  /// The most characters of a title; longer paragraphs are text.
  private static let titleLimit = 40

  private static func withoutWhiteSpace(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    // The zero-width space is no white space to Unicode, but nobody sees it either.
    for scalar in text.unicodeScalars
    where !scalar.properties.isWhitespace && scalar.value != 0x200B && scalar.value != 0xFEFF {
      result.append(scalar)
    }
    return String(result)
  }

  /// At most ``titleLimit`` characters, none that a file system would take amiss.
  private static func fileName(_ title: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in title.unicodeScalars.prefix(titleLimit) {
      let isBad =
        scalar.value < 0x20 || scalar.value == 0x7F || "/\\:*?\"<>|".unicodeScalars.contains(scalar)
      name.append(isBad ? "_" : scalar)
    }
    return name.isEmpty ? "table" : String(name)
  }
}
