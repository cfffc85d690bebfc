package import Files
package import Tables

/// One JSON document a line, in one file.
package struct NDJSONSink: TableSink {
  package static let name = "ndjson"
  package static let destination = SinkDestination.file
  package static let help = "File for JSON lines (- for standard output)."
  package static let form = "one JSON document a line"
  package static let example = "reports.ndjson"
  package static let details = ""

  private let file: StreamedFile

  package init(to path: String, vocabulary: () throws -> Vocabulary) throws {
    file = try StreamedFile(path)
  }

  package static func piece(of rows: ReportRows) -> [UInt8] { rows.document + [0x0A] }

  package func write(_ line: [UInt8]) throws(FileError) { try file.append(line) }

  package func finish() throws(FileError) { try file.commit() }
}
