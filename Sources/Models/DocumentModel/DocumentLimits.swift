/// What no document is larger than: every later stage takes time and memory for each leaf, so the
/// readers stop here. A report has 20,000 at most; a compilation of many may have to be split.
package enum DocumentLimits {
  /// Paragraphs and cells.
  package static let mostLeaves = 100_000
  /// Bytes of text: five million hanzi.
  package static let mostText = 16 << 20

  /// Bytes of a text file or a page, with its markup, in whatever encoding.
  package static let mostBytes = 32 << 20

  /// The error of a document that goes beyond either.
  package static var error: ReadError {
    .limitExceeded(
      what: "the size of the text",
      limit: "\(mostText >> 20) MB and \(mostLeaves) paragraphs and cells")
  }
}
