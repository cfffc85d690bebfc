package import DocumentModel
internal import ValueModel

/// Reads plain text: lines into paragraphs, and the three ways in which tables are written into
/// text into tables.
package enum TextReader {
  private static let mostLines = 1_000_000

  /// Reads the bytes of a text file in any encoding that ``TextDecoding`` knows.
  package static func read(_ bytes: [UInt8]) throws(ReadError) -> Document {
    guard bytes.count <= DocumentLimits.mostBytes else { throw DocumentLimits.error }
    let decoded = try TextDecoding.decode(bytes)
    guard decoded.text.count <= DocumentLimits.mostText else { throw DocumentLimits.error }
    // A file has at most as many lines as bytes.
    guard
      decoded.text.count <= mostLines
        || max(count(0x0A, in: decoded.text), count(0x0D, in: decoded.text)) <= mostLines
    else {
      throw .limitExceeded(what: "the number of lines", limit: "\(mostLines)")
    }
    let lines = TextLines(decoded.text)
    if lines.lines.allSatisfy(\.isBlank) { throw .empty }
    var writer = TextBlockWriter(lines: lines, decoded: decoded)

    // Tables first: what is left is what can be wrapped.
    var tables: [TextTable] = []
    var isTable = [Bool](repeating: false, count: lines.lines.count)
    var next = 0
    var bareEnd = 0
    while next < lines.lines.count {
      var search = try TextTableRows.search(in: lines, from: next)
      if search.end == next { search = try TextTableDump.search(in: lines, from: next) }
      if search.end == next, next >= bareEnd {
        search = CellLines.search(in: lines, from: next)
        // A run of short lines that is no table is looked at once, not again from each line of it.
        if search.table == nil { bareEnd = CellLines.runEnd(in: lines, from: next) }
      }
      if let table = search.table {
        for line in table.lines { isTable[line] = true }
        tables.append(table)
      }
      // What was looked at and is no table is not looked at again: linear time.
      next = max(search.end, next + 1)
    }

    let wrapped = WrappedLines(lines, isTable: isTable)
    var table = 0
    var line = 0
    while line < lines.lines.count {
      if table < tables.count, tables[table].lines.lowerBound == line {
        try writer.append(tables[table])
        line = tables[table].lines.upperBound
        table += 1
      } else if lines.lines[line].isBlank {
        line += 1
      } else if wrapped.isPageNumber[line] {
        try writer.appendParagraph(lines: line..<line + 1, region: .footer)
        line += 1
      } else {
        let end = wrapped.paragraphEnd(from: line)
        try writer.appendParagraph(lines: line..<end, region: .body)
        for index in line..<end where wrapped.isBreak(index) { writer.noteGap(line: index) }
        line = end
      }
    }
    return writer.builder.document
  }

  private static func count(_ byte: UInt8, in text: [UInt8]) -> Int {
    // Safe: borrowed for the closure; the sum is no more than the count.
    text.withUnsafeBufferPointer { text in
      var count = 0
      for found in text { count &+= found == byte ? 1 : 0 }
      return count
    }
  }
}
