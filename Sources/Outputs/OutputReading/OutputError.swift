package import Files
internal import ReportModel

/// Why a file is not read as an output.
package enum OutputError: Error, Sendable, Equatable {
  /// It is no JSON in UTF-8; reading ended at this byte.
  case notJSON(offset: Int)
  /// It is JSON, and not a `juesuan-report`.
  case notCanonical
  /// It is a `juesuan-report` of another version.
  case otherSchema(String)
  /// A member is missing or of the wrong kind, by its JSON pointer.
  case member(pointer: String, expected: String)

  /// In words, for an error message.
  package var what: String {
    switch self {
    case .notJSON(let offset): "this is no JSON in UTF-8 (reading ended at byte \(offset))"
    case .notCanonical: "this is not a \(Report.schema)"
    case .otherSchema(let name):
      "this is a «\(name)», and this program reads \(Report.schema)"
    case .member(let pointer, let expected): "the member \(pointer) is not \(expected)"
    }
  }

  /// What to do about it.
  package var remedy: String {
    switch self {
    case .otherSchema: "convert the report again with this program"
    case .notJSON, .notCanonical, .member: "give files that juesuan convert wrote"
    }
  }
}

extension FileError {
  /// The reader's error in words, with its remedy.
  package init(_ error: OutputError) {
    self.init(what: error.what, remedy: error.remedy)
  }
}
