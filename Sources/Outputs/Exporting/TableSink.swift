package import Files
package import Tables

/// A kind of file that outputs of convert can be written as.
///
/// A new kind is a type in a file of its own and a line in ``TableSinks``: the `export` command, its
/// options and its help are made from that list.
package protocol TableSink: SendableMetatype {
  /// What one report comes to in such a file. Several are made at a time, and written in order.
  associatedtype Piece: Sendable

  /// The name of the option that asks for it: `csv` for `--csv`.
  static var name: String { get }
  /// What the option leads to.
  static var destination: SinkDestination { get }
  /// What the command's help says of the option: «Folder for CSV files.»
  static var help: String { get }
  /// What outputs are written as, in a sentence: «CSV files».
  static var form: String { get }
  /// A name of the destination, for an example.
  static var example: String { get }
  /// Sentences on what is in the files; empty where ``help`` says it all.
  static var details: String { get }

  /// Begins to write.
  ///
  /// - Parameters:
  ///   - path: the destination, which need not be there.
  ///   - vocabulary: gives what codes mean, where that is written, too.
  /// - Throws: where the destination cannot be written to; what `vocabulary` throws.
  init(to path: String, vocabulary: () throws -> Vocabulary) throws

  /// What one report comes to.
  static func piece(of rows: ReportRows) -> Piece

  /// Writes the next report.
  func write(_ piece: Piece) throws(FileError)

  /// Ends after the last report; only now the files get their names.
  func finish() throws(FileError)
}

/// What a sink writes to.
package enum SinkDestination: Sendable {
  case folder, file

  /// What the command line calls such a value.
  package var valueName: String {
    switch self {
    case .folder: "dir"
    case .file: "file"
    }
  }
}

/// All kinds of files that outputs can be written as.
package enum TableSinks {
  /// In the order of the help.
  package static let all: [any TableSink.Type] = [
    CSVSink.self,
    NDJSONSink.self,
  ]
}
