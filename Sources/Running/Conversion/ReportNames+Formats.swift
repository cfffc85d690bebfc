package import Files
internal import Reading

extension ReportNames {
  /// The names of the formats that are read.
  package static let readable = ReportNames(extensions: Formats.extensions)
}
