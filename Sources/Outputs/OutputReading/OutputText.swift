/// The JSON of an output with its tape; all nodes of one output share it.
package final class OutputText: Sendable {
  /// UTF-8.
  package let bytes: [UInt8]
  /// What stands where in them.
  package let tape: JSONTape

  /// - Throws: `notJSON` where it is no JSON in UTF-8.
  init(_ bytes: consuming [UInt8]) throws(OutputError) {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw .notJSON(offset: error.byteOffsets.lowerBound)
    }
    tape = try JSONTape(bytes)
    self.bytes = bytes
  }
}
