package import Conversion
package import DocumentModel

/// Tables as rows of texts, for people and for TSV.
package enum TableGrid {
  /// The most positions that are laid out; a table of hostile spans could ask for more.
  private static let positionLimit = 4_000_000

  /// Row by row, the texts of all positions, long ones cut. What a merged cell covers is told by «<»
  /// (the cell to the left is wider) and «^» (the cell above goes on), what no cell covers by «∅».
  static func rows(of table: Table, in document: Document) -> [[String]] {
    guard table.rows > 0, table.columns > 0, table.rows <= positionLimit / table.columns else {
      return []
    }
    var rows = [[String]](
      repeating: [String](repeating: "∅", count: table.columns), count: table.rows)
    for cell in table.cells where cell.row < table.rows && cell.column < table.columns {
      for row in cell.row..<min(cell.row + cell.rowSpan, table.rows) {
        for column in cell.column..<min(cell.column + cell.columnSpan, table.columns) {
          rows[row][column] = column > cell.column ? "<" : "^"
        }
      }
      rows[cell.row][cell.column] = DumpText.short(
        document.string(ofLeaf: cell.leaf), to: cellLimit)
    }
    return rows
  }

  /// The most characters of a cell in a dump.
  private static let cellLimit = 16

  /// A file of tab-separated values with its name.
  package struct TSVFile: Sendable, Equatable {
    /// The name of its file.
    package var name: String
    /// What the file holds.
    package var content: [UInt8]
  }

  /// Every table of a report as ``tsvFiles(of:in:)`` writes it.
  package static func tsvFiles(of stages: Converter.Stages) -> [TSVFile] {
    tsvFiles(of: stages.segmented.tables, in: stages.document)
  }

  /// Every table as it was meant, parts on several pages joined, named `NN-title.tsv` by its number
  /// and its title.
  package static func tsvFiles(of tables: [LogicalTable], in document: Document) -> [TSVFile] {
    tables.enumerated().map { index, table in
      let rows = (0..<table.rows).map { row in
        (0..<table.columns).map { column in
          guard table.begins(row, column), let leaf = table.leaf(row, column) else { return "" }
          return withoutWhiteSpace(document.string(ofLeaf: leaf))
        }
      }
      let content = rows.map { $0.joined(separator: "\t") + "\n" }.joined()
      let number = String(index + 1)
      return TSVFile(
        name: (number.utf8.count < 2 ? "0" : "") + number + "-"
          + fileName(title(of: table, rows, document))
          + ".tsv",
        content: Array(content.utf8))
    }
  }

  /// The table's own title, else the text of its first cell.
  private static func title(
    of table: LogicalTable, _ rows: [[String]], _ document: Document
  ) -> String {
    if let title = table.title { return withoutWhiteSpace(document.string(ofLeaf: title)) }
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
