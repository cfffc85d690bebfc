package import DocumentModel

/// The formats that reports are read from.
///
/// A new one is a folder beside this file, which declares its ``Format``, and one line in ``all``.
package enum Formats {
  /// In the order in which they are named to people and in which their signs are looked for; plain
  /// text, which has no signs of its own, is the last.
  package static let all: [Format] = [
    .pdf,
    .docx,
    .xlsx,
    .html,
    .txt,
  ]

  /// The endings of all names of reports, without the dot.
  package static let extensions = all.flatMap(\.extensions)

  /// What to do with a file that none of them is.
  static let remedy: String = {
    let names = all.compactMap(\.extensions.first).map { "." + $0 }
    return "give the report as \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")"
  }()

  /// One file as its reader sees it; `name` is its name without folders.
  ///
  /// - Throws: why it cannot be read at all.
  package static func read(_ bytes: [UInt8], named name: String) throws(ReadError) -> Document {
    try FormatDetection.detect(bytes, fileName: name).read(bytes)
  }
}
