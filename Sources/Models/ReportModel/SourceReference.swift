/// Where a text stands in the original.
package struct SourceReference: Sendable, Equatable {
  /// Index of the paragraph or table in reading order, from 0.
  package var block: Int
  /// Row and column of the cell's top-left corner, from 0; nil for a paragraph.
  package var row: Int?
  /// See ``row``.
  package var column: Int?
  /// Offsets in the paragraph's or cell's text, in Unicode code points, end exclusive.
  package var start: Int
  /// See ``start``.
  package var end: Int
  /// The text at that place, as it stands in the original.
  package var text: String
  /// The text with every line end as one line feed, whatever the file's own are.
  package var textWithLineFeeds: String {
    var text = text
    // The view's own search goes through an iterator.
    // Safe: borrowed for the call.
    guard text.withUTF8({ $0.contains(0x0D) }) else { return text }
    var bytes: [UInt8] = []
    var afterReturn = false
    for byte in text.utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if !(byte == 0x0A && afterReturn) {
        bytes.append(byte)
      }
      afterReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
  /// Plain text: the 1-based line on which it begins.
  package var line: Int?
  /// Plain text: its first byte in the file and the byte behind its last.
  package var bytes: Range<Int>?
  /// DOCX and HTML: the path of the paragraph or cell.
  package var path: String?
  /// PDF: the 1-based page.
  package var page: Int?
  /// PDF: left, top, right, bottom on the page in tenths of a point from its top-left corner.
  package var box: [Int]?
  /// XLSX: the sheet's name.
  package var sheet: String?
  /// XLSX: the cell's address («B12»).
  package var cell: String?

  /// A place; members that the format has no use for are left out.
  package init(
    block: Int, row: Int? = nil, column: Int? = nil, start: Int, end: Int, text: String,
    line: Int? = nil, bytes: Range<Int>? = nil, path: String? = nil
  ) {
    self.block = block
    self.row = row
    self.column = column
    self.start = start
    self.end = end
    self.text = text
    self.line = line
    self.bytes = bytes
    self.path = path
  }
}
