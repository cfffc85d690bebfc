/// JSON documents one a line (NDJSON).
package enum JSONLines {
  /// An indented document on one line, with a line feed at its end. In strings line feeds are escaped,
  /// so whatever line feeds and indentation there are stand between values.
  package static func line(of document: [UInt8]) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(document.count)
    var isIndentation = false
    for byte in document {
      if byte == UInt8(ascii: "\n") {
        isIndentation = true
      } else if !(isIndentation && byte == UInt8(ascii: " ")) {
        isIndentation = false
        line.append(byte)
      }
    }
    line.append(UInt8(ascii: "\n"))
    return line
  }
}
