package import DocumentModel
package import ValueModel

/// A format that reports are read from: what it is called, what tells its files, what reads them.
package struct Format: Sendable {
  /// What the output calls it.
  package let id: SourceFormat
  /// What a sentence calls it: «PDF».
  package let title: String
  /// How names of its files end, in lower case and without the dot; the usual ending first.
  package let extensions: [String]
  /// What tells its files from others.
  let sign: FormatSign
  /// Reads the bytes of a file.
  package let read: @Sendable (_ bytes: [UInt8]) throws(ReadError) -> Document
}

/// What tells the files of a format.
enum FormatSign: Sendable {
  /// It is a ZIP archive, told by the names in it.
  case entries(@Sendable (_ names: [String]) -> Bool)
  /// It is binary, told by its bytes.
  case bytes(@Sendable (_ bytes: [UInt8]) -> Bool)
  /// It is text, told by how the text begins.
  case text(@Sendable (_ sample: TextSample) -> Bool)
  /// It is text that no other kind of text claims.
  case otherText

  /// It is binary and begins with these bytes.
  static func beginning(with bytes: [UInt8]) -> FormatSign { .bytes { $0.starts(with: bytes) } }

  /// Whether a ZIP archive with these names has the sign.
  func isFound(inEntries names: [String]) -> Bool {
    if case .entries(let test) = self { test(names) } else { false }
  }

  /// Whether a file that is no ZIP archive has the sign in its bytes.
  func isFound(in bytes: [UInt8]) -> Bool {
    if case .bytes(let test) = self { test(bytes) } else { false }
  }

  /// Whether a text has the sign.
  func isFound(in sample: TextSample) -> Bool {
    if case .text(let test) = self { test(sample) } else { false }
  }

  /// Whether files that have it are text.
  var isOfText: Bool {
    switch self {
    case .entries, .bytes: false
    case .text, .otherText: true
    }
  }
}
