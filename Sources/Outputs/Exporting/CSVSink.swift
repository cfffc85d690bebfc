package import Files
package import Tables

/// One CSV file for each table, and a description of them as a data package, in one folder.
package struct CSVSink: TableSink {
  package static let name = "csv"
  package static let destination = SinkDestination.folder
  package static let help = "Folder for CSV files."
  package static let form = "CSV files"
  package static let example = "tables"
  package static let details =
    "--csv writes one file for each table and datapackage.json, a Frictionless data package that "
    + "describes every column. Numbers keep the digits printed. Texts are as the reports have them: a "
    + "spreadsheet program would take one that begins with = + - or @ for a formula, so import the "
    + "files there as text."

  private let folder: String
  private let vocabulary: Vocabulary
  /// In the order of ``ReportTables/reportTables``.
  private let files: [StreamedFile]

  package init(to folder: String, vocabulary: () throws -> Vocabulary) throws {
    self.folder = folder
    self.vocabulary = try vocabulary()
    files = try ReportTables.reportTables.map { table in
      try StreamedFile(Self.path(of: table, in: folder))
    }
    for (table, file) in zip(ReportTables.reportTables, files) {
      try file.append(CSVRows.head(of: table))
    }
  }

  /// The lines of each table.
  package static func piece(of rows: ReportRows) -> [[UInt8]] {
    ReportTables.reportTables.indices.map { CSVRows.lines(of: rows, table: $0) }
  }

  package func write(_ piece: [[UInt8]]) throws(FileError) {
    for (lines, file) in zip(piece, files) { try file.append(lines) }
  }

  package func finish() throws(FileError) {
    for file in files { try file.commit() }
    for (table, rows) in zip(ReportTables.vocabularyTables, vocabulary.rows) {
      try write(
        CSVRows.head(of: table) + CSVRows.lines(of: rows), to: Self.path(of: table, in: folder))
    }
    try write(DataPackage.bytes, to: folder + "/datapackage.json")
  }

  private func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = try StreamedFile(path)
    try file.append(bytes)
    try file.commit()
  }

  private static func path(of table: Table, in folder: String) -> String {
    "\(folder)/\(table.name).csv"
  }
}
