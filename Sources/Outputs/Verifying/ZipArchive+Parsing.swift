internal import TextLibraries

extension ZipArchive {
  /// Parses an entry as XML.
  ///
  /// - Parameters:
  ///   - entry: its name in the archive.
  ///   - handler: hears what stands in it.
  /// - Returns: whether it was well-formed up to its last piece.
  /// - Throws: where there is no such entry, or where it does not end as XML does.
  func parse(_ entry: String, into handler: any MarkupEventHandler) throws -> Bool {
    let stream = XMLStream(handler: handler)
    var holds = true
    try read(entry, limit: 256 << 20) { chunk in
      do { try stream.feed(chunk) } catch { holds = false }
      return holds
    }
    // Safe: empty.
    try stream.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    return holds
  }
}
