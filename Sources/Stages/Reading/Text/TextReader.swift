package import DocumentModel

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
    var builder = TextDocumentBuilder(lines: lines, decoded: decoded)

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
        guard
          tables[table].rows.reduce(builder.document.leaves.count, { $0 + $1.count })
            <= DocumentLimits.mostLeaves
        else { throw DocumentLimits.error }
        builder.append(tables[table])
        line = tables[table].lines.upperBound
        table += 1
      } else if lines.lines[line].isBlank {
        line += 1
      } else if wrapped.isPageNumber[line] {
        builder.appendParagraph(lines: line..<line + 1, region: .footer)
        line += 1
      } else {
        guard builder.document.leaves.count < DocumentLimits.mostLeaves else {
          throw DocumentLimits.error
        }
        let end = wrapped.paragraphEnd(from: line)
        builder.appendParagraph(lines: line..<end, region: .body)
        for index in line..<end where wrapped.isBreak(index) { builder.noteGap(line: index) }
        line = end
      }
    }
    return builder.document
  }

  private static func count(_ byte: UInt8, in text: [UInt8]) -> Int {
    text.withUnsafeBufferPointer { text in
      var count = 0
      for found in text { count &+= found == byte ? 1 : 0 }
      return count
    }
  }
}

/// A table as it stands in lines of text.
struct TextTable {
  /// One cell; a continuation of the cell above (`isMerged`) has no text of its own.
  struct Cell: Equatable {
    var range: Range<Int>
    /// Index of the line on which its text starts.
    var line: Int
    var column = 0
    var columnSpan = 1
    var isMerged = false
  }

  /// Which lines it takes.
  var lines: Range<Int>
  var columns: Int
  var rows: [[Cell]]
}

/// What a search for a table came to.
struct TextTableSearch {
  var table: TextTable?
  /// Behind the lines that were looked at, whether they are a table or not.
  var end: Int
}

/// Puts leaves and blocks of plain text together.
struct TextDocumentBuilder {
  private let lines: TextLines
  private(set) var document: Document

  init(lines: TextLines, decoded: DecodedText) {
    self.lines = lines
    document = Document(
      format: .txt, encoding: decoded.encoding, findings: decoded.finding.map { [$0] } ?? [],
      sourceMap: decoded.map)
    document.text.reserveCapacity(decoded.text.count)
  }

  /// Appends lines as one paragraph, with the line ends between them.
  mutating func appendParagraph(lines range: Range<Int>, region: Block.Region) {
    let first = lines.lines[range.lowerBound]
    let last = lines.lines[range.upperBound - 1]
    let leaf = appendLeaf(
      first.range.lowerBound..<last.range.upperBound, line: first.number)
    document.blocks.append(Block(.paragraph(Paragraph(leaf: leaf)), region: region))
  }

  /// A line within the paragraph appended last is no text of it.
  mutating func noteGap(line index: Int) {
    guard let leaf = document.leaves.last, case .text(_, let offset) = leaf.locator, index > 0
    else {
      return
    }
    // With the line end before it, so that the lines around it stay apart by one.
    let start = lines.lines[index - 1].range.upperBound - offset + leaf.range.lowerBound
    let end = lines.lines[index].range.upperBound - offset + leaf.range.lowerBound
    document.gaps.append(start..<end)
  }

  /// Appends a table; merged cells lengthen the cell above them.
  mutating func append(_ table: TextTable) {
    var cells: [Cell] = []
    cells.reserveCapacity(table.rows.reduce(0) { $0 + $1.count })
    // For each column, the cell of the row above that starts there.
    var above = [Int?](repeating: nil, count: table.columns)
    for (row, texts) in table.rows.enumerated() {
      var here = [(column: Int, cell: Int)]()
      for text in texts {
        if text.isMerged, let cell = above[text.column] {
          cells[cell].rowSpan += 1
          here.append((text.column, cell))
          continue
        }
        let leaf = appendLeaf(text.range, line: lines.lines[text.line].number)
        here.append((text.column, cells.count))
        cells.append(
          Cell(row: row, column: text.column, columnSpan: text.columnSpan, leaf: leaf))
      }
      // Stale entries do no harm: a cell is merged only with one of the row above it.
      for (column, cell) in here { above[column] = cell }
    }
    document.blocks.append(
      Block(
        .table(
          DocumentModel.Table(rows: table.rows.count, columns: table.columns, cells: cells))))
  }

  private mutating func appendLeaf(_ range: Range<Int>, line: Int) -> Int {
    if !document.leaves.isEmpty { document.text.append(0x0A) }
    let start = document.text.count
    document.text.append(contentsOf: lines.text[range])
    document.leaves.append(
      Leaf(
        range: start..<document.text.count,
        locator: .text(line: line, offset: range.lowerBound)))
    return document.leaves.count - 1
  }
}
