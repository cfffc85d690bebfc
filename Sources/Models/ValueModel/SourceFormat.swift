/// A format that reports are read from, by the name that the output gives it («docx»). The reader of
/// each format declares its own.
package struct SourceFormat: RawRepresentable, Sendable, Hashable {
  /// What the output says.
  package let rawValue: String

  /// A format by what the output says.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// Plain text.
  package static let txt = SourceFormat(rawValue: "txt")
}

extension SourceFormat: CustomStringConvertible {
  /// What the output says.
  package var description: String { rawValue }
}
