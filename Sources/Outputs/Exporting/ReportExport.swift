package import Files
internal import OutputReading
package import Tables
internal import TextLibraries

/// Writes outputs as CSV files with their description, or as one JSON document a line.
package enum ReportExport {
  /// What became of the files.
  package struct Summary: Sendable {
    package var reports = 0
    /// Files that are no output of convert, in their order.
    package var failures: [(name: String, error: FileError)] = []
    /// Files set aside since another output of the same source came before, in their order.
    package var setAside: [String] = []
  }

  /// Writes one CSV file for each table and `datapackage.json` into a folder, reports in the order of
  /// the files.
  ///
  /// - Throws: where the folder cannot be written to.
  package static func csv(
    _ files: [String], to folder: String, vocabulary: Vocabulary, jobs: Int
  ) async throws -> Summary {
    let tables = ReportTables.reportTables
    let outputs = try tables.map { try StreamedFile("\(folder)/\($0.name).csv") }
    for (table, output) in zip(tables, outputs) { try output.append(CSVRows.head(of: table)) }
    let summary = try await export(files, jobs) { rows in
      tables.indices.map { CSVRows.lines(of: rows, table: $0) }
    } write: { pieces in
      for (piece, output) in zip(pieces, outputs) { try output.append(piece) }
    }
    for output in outputs { try output.commit() }
    for (table, rows) in zip(ReportTables.vocabularyTables, vocabulary.rows) {
      try OutputFile.write(
        CSVRows.head(of: table) + CSVRows.lines(of: rows), to: "\(folder)/\(table.name).csv")
    }
    try OutputFile.write(DataPackage.bytes, to: folder + "/datapackage.json")
    return summary
  }

  /// Writes one line of JSON for each report, in the order of the files.
  ///
  /// - Throws: where the file cannot be written.
  package static func ndjson(
    _ files: [String], to path: String, jobs: Int
  ) async throws -> Summary {
    let output = try StreamedFile(path)
    let summary = try await export(files, jobs) { rows in
      rows.document + [0x0A]
    } write: {
      try output.append($0)
    }
    try output.commit()
    return summary
  }

  /// What one file gave.
  private struct Piece<Content: Sendable>: Sendable {
    var reportID: String
    var content: Content
  }

  /// Formats several files at a time and writes them in their order.
  private static func export<Content: Sendable>(
    _ files: [String], _ jobs: Int, format: @escaping @Sendable (ReportRows) -> Content,
    write: (Content) throws -> Void
  ) async throws -> Summary {
    var summary = Summary()
    var seen: Set<String> = []
    try await OrderedTasks.run(files, jobs: jobs) { file in
      Result { () throws(FileError) in
        let json = try InputFile.read(file)
        do throws(OutputError) {
          let digest = Digest(of: json).hexadecimal
          let rows = try ReportTabulator.rows(of: json, digest: digest)
          return Piece(reportID: rows.reportID, content: format(rows))
        } catch {
          throw FileError(what: error.what, remedy: error.remedy)
        }
      }
    } then: { (file, result: Result<Piece<Content>, FileError>) in
      switch result {
      case .failure(let error): summary.failures.append((file, error))
      case .success(let piece):
        guard seen.insert(piece.reportID).inserted else {
          summary.setAside.append(file)
          return
        }
        try write(piece.content)
        summary.reports += 1
      }
    }
    return summary
  }
}
