package import Files
internal import OutputReading
package import Tables
internal import TextLibraries

/// Writes outputs as files of other kinds: see ``TableSinks``.
package enum ReportExport {
  /// What became of the files.
  package struct Summary: Sendable {
    package var reports = 0
    /// Files that are no output of convert, in their order.
    package var failures: [(name: String, error: FileError)] = []
    /// Files set aside since another output of the same source came before, in their order.
    package var setAside: [String] = []
  }

  /// Writes outputs into one destination, several read at a time and written in the order of the files.
  ///
  /// - Parameters:
  ///   - files: JSON files that convert wrote.
  ///   - sink: what they are written as.
  ///   - path: the folder or file for that.
  ///   - vocabulary: gives what codes mean, where that is written, too.
  ///   - jobs: how many are read at a time.
  /// - Returns: what became of the files.
  /// - Throws: where the destination cannot be written to; what `vocabulary` throws.
  package static func write<Sink: TableSink>(
    _ files: [String], as sink: Sink.Type, to path: String, vocabulary: () throws -> Vocabulary,
    jobs: Int
  ) async throws -> Summary {
    let output = try sink.init(to: path, vocabulary: vocabulary)
    let summary = try await export(files, jobs) {
      sink.piece(of: $0)
    } write: {
      try output.write($0)
    }
    try output.finish()
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
          throw FileError(error)
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
