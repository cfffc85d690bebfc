internal import DocumentModel

/// Tables as converters dump a word processor's: every cell on a line of its own after a TAB, an
/// empty line behind each row.
///
/// ```
/// TAB项目名称
/// TAB道路养护
///
/// TAB主管部门
/// ```
/// A line without TAB goes on with the cell before it. Merged cells are written once: horizontally
/// merged ones leave their row with fewer cells, vertically merged ones appear as empty cells.
enum TextTableDump {
  /// So many empty lines are more than the end of a row and an empty paragraph of a cell.
  private static let endingBlankLines = 3
  /// How many lines of a cell are searched for the next cell behind an empty line.
  private static let continuationLimit = 40

  /// Looks for a table that starts at line `first`.
  static func search(in lines: TextLines, from first: Int) throws(ReadError) -> TextTableSearch {
    guard isCell(in: lines, first) else { return TextTableSearch(table: nil, end: first) }
    var scan = Scan(lines: lines, index: first)
    scan.run()
    let rows = scan.rows
    let columns = rows.reduce(0) { max($0, $1.count) }
    guard isPlausible(rows, in: lines) else { return TextTableSearch(table: nil, end: scan.end) }
    if columns > TextTableRows.columnLimit {
      throw .limitExceeded(
        what: "a table with \(columns) columns at line \(lines.lines[first].number)",
        limit: "\(TextTableRows.columnLimit) columns")
    }
    let layout = DumpedRowLayout(columns: columns, rows: rows, lines: lines)
    return TextTableSearch(
      table: TextTable(lines: first..<scan.end, columns: columns, rows: layout.laidOut()),
      end: scan.end)
  }

  fileprivate static func isCell(in lines: TextLines, _ index: Int) -> Bool {
    index < lines.lines.count && lines.startsCell(lines.lines[index])
  }

  /// Paragraphs may be indented with a TAB, too. A table has two rows of several cells (or one of
  /// three), and most of its cells are no sentences.
  private static func isPlausible(_ rows: [[TextTable.Cell]], in lines: TextLines) -> Bool {
    let wide = rows.count { $0.count >= 2 }
    guard wide >= 2 || rows.contains(where: { $0.count >= 3 }) else { return false }
    var sentences = 0
    var filled = 0
    for row in rows {
      for cell in row {
        let text = lines.text[lines.trimmed(cell.range)]
        if text.isEmpty { continue }
        filled += 1
        if text.suffix(3).elementsEqual("。".utf8) { sentences += 1 }
      }
    }
    return sentences * 2 < filled
  }

  /// Goes over the lines of one table.
  private struct Scan {
    let lines: TextLines
    var index: Int
    var rows: [[TextTable.Cell]] = []
    /// Behind the last line that belongs to the table.
    var end = 0

    init(lines: TextLines, index: Int) {
      self.lines = lines
      self.index = index
    }

    mutating func run() {
      var startsRow = true
      while index < lines.lines.count {
        if TextTableDump.isCell(in: lines, index) {
          if startsRow { beginRow() }
          startsRow = false
          appendCells()
        } else if !lines.lines[index].isBlank {
          // TABs within a line are another kind of table.
          if lines.lines[index].tabs > 0 { return }
          continueCell()
        } else {
          let next = (index..<lines.lines.count).first { !isGap($0) } ?? lines.lines.count
          guard next - index < endingBlankLines, next < lines.lines.count else { return }
          if TextTableDump.isCell(in: lines, next) {
            startsRow = true
          } else if !goesOn(behindGapAt: next) {
            return
          }
          index = next
        }
      }
    }

    private func isGap(_ index: Int) -> Bool {
      lines.lines[index].isBlank && !lines.startsCell(lines.lines[index])
    }

    /// Most rows have as many cells as the one above.
    private mutating func beginRow() {
      var row: [TextTable.Cell] = []
      row.reserveCapacity(min(16, rows.last?.count ?? 0))
      rows.append(row)
    }

    private mutating func appendCells() {
      let range = lines.lines[index].range
      var start = range.lowerBound + 1
      for offset in range.dropFirst() where lines.text[offset] == 0x09 {
        append(start..<offset)
        start = offset + 1
      }
      append(start..<range.upperBound)
      index += 1
      end = index
    }

    private mutating func append(_ range: Range<Int>) {
      rows[rows.count - 1].append(TextTable.Cell(range: range, line: index))
    }

    private mutating func continueCell() {
      let row = rows.count - 1
      let cell = rows[row].count - 1
      let range = lines.lines[index].range
      if rows[row][cell].range.isEmpty {
        rows[row][cell] = TextTable.Cell(range: range, line: index)
      } else {
        rows[row][cell].range = rows[row][cell].range.lowerBound..<range.upperBound
      }
      index += 1
      end = index
    }

    /// Whether text behind an empty line, at `start`, is still the last cell's: the table goes on
    /// behind it, either with a row that starts under a merged cell, or with the rest of a row that
    /// is now as short as the row above it asks for.
    private func goesOn(behindGapAt start: Int) -> Bool {
      guard let row = rows.last, row.count >= 2 else { return false }
      var next = start
      var gap = 0
      var gapBeforeCell = 0
      while next < lines.lines.count, next - start < continuationLimit {
        if TextTableDump.isCell(in: lines, next) { break }
        gap = lines.lines[next].isBlank ? gap + 1 : 0
        if gap >= endingBlankLines { return false }
        gapBeforeCell = gap
        next += 1
      }
      guard TextTableDump.isCell(in: lines, next) else { return false }
      var count = 0
      var cell = next
      while TextTableDump.isCell(in: lines, cell), count <= TextTableRows.columnLimit {
        count += 1
        cell += 1
      }
      if gapBeforeCell == 0 {
        // The cells follow the text at once: they are in its row.
        guard rows.count >= 2 else { return true }
        return row.count + count <= rows.reduce(0) { max($0, $1.count) }
      }
      return count >= 2 && lines.lines[next].isBlank
    }
  }
}
