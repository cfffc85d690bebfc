internal import DocumentModel

/// Tables written one cell per line, with bars («92.4 |»), bars on lines of their own, empty lines or
/// nothing between the cells.
///
/// Where no line says where a row ends, the width is the smallest one under which every column holds
/// either texts or figures all the way down and every row begins with a text.
enum CellLines {
  /// A cell of a run: its text and line; an empty cell has an empty range.
  struct RunCell {
    var range: Range<Int>
    var line: Int
  }

  /// Cells that stand one below the other, and the line behind them.
  struct Run {
    var cells: [RunCell] = []
    var end: Int
    /// Whether empty cells were written. If not, a row with fewer cells could be short of any of them.
    var keepsEmptyCells: Bool
  }

  /// More columns than any table that was written so.
  static let widest = 16
  /// A run longer than any table of a report is no table.
  private static let longestRun = 20_000

  /// Looks for a table that starts at line `first`.
  static func search(in lines: TextLines, from first: Int) -> TextTableSearch {
    if lines.lines[first].isBlank { return TextTableSearch(table: nil, end: first) }
    let barred = barredRun(in: lines, from: first)
    if barred.cells.count >= 4 {
      return layOut(barred, first: first, in: lines, mostLead: 4, fewestRows: 1)
    }
    let bare = bareRun(in: lines, from: first)
    guard bare.cells.count >= 9 else { return TextTableSearch(table: nil, end: first) }
    return layOut(bare, first: first, in: lines, mostLead: 8, fewestRows: 3)
  }

  /// Behind the run of lines that ``search(in:from:)`` looks at.
  static func runEnd(in lines: TextLines, from first: Int) -> Int {
    if lines.lines[first].isBlank { return first + 1 }
    let barred = barredRun(in: lines, from: first)
    if barred.cells.count >= 4 { return barred.end }
    let bare = bareRun(in: lines, from: first)
    return bare.cells.count >= 9 ? bare.end : first + 1
  }

  // MARK: Runs

  /// «cell |» on each line, or cell and bar on lines by turns.
  private static func barredRun(in lines: TextLines, from first: Int) -> Run {
    var run = Run(end: first, keepsEmptyCells: true)
    var open = false
    var index = first
    while index < lines.lines.count, run.cells.count < longestRun {
      let range = lines.trimmed(lines.lines[index].range)
      if range.isEmpty { break }
      let bars = trailingBars(lines.text[range])
      let text = lines.trimmed(range.lowerBound..<range.upperBound - bars.length)
      if lines.text[text].contains(0x7C) { break }
      if text.isEmpty {
        // A bar behind a cell's own line closes it; each further one is an empty cell.
        let empty = bars.count - (open ? 1 : 0)
        for _ in 0..<empty {
          run.cells.append(RunCell(range: range.lowerBound..<range.lowerBound, line: index))
        }
        open = false
      } else if bars.count > 0 {
        if open { break }
        run.cells.append(RunCell(range: text, line: index))
        for _ in 1..<max(1, bars.count) {
          run.cells.append(RunCell(range: text.upperBound..<text.upperBound, line: index))
        }
      } else {
        guard !open, index + 1 < lines.lines.count, isBars(lines, index + 1) else { break }
        run.cells.append(RunCell(range: text, line: index))
        open = true
      }
      index += 1
      if !open { run.end = index }
    }
    return run
  }

  private static func isBars(_ lines: TextLines, _ index: Int) -> Bool {
    let range = lines.trimmed(lines.lines[index].range)
    return !range.isEmpty && lines.text[range].allSatisfy { $0 == 0x7C || $0 == 0x20 }
  }

  /// How many bars a line ends with, and how many bytes they take with the spaces among them.
  private static func trailingBars(_ text: ArraySlice<UInt8>) -> (count: Int, length: Int) {
    var count = 0
    var length = 0
    for (offset, byte) in text.reversed().enumerated() {
      if byte == 0x7C {
        count += 1
        length = offset + 1
      } else if byte != 0x20 {
        break
      }
    }
    return (count, length)
  }

  /// Short lines, all with one empty line between them or all with none; a further empty line is an
  /// empty cell.
  private static func bareRun(in lines: TextLines, from first: Int) -> Run {
    let isSpaced = first + 1 < lines.lines.count && lines.lines[first + 1].isBlank
    var run = Run(end: first, keepsEmptyCells: isSpaced)
    var blanks = isSpaced ? 1 : 0
    var index = first
    while index < lines.lines.count, run.cells.count < longestRun {
      let line = lines.lines[index]
      if line.isBlank {
        blanks += 1
        if !isSpaced || blanks > 3 { break }
      } else {
        let range = lines.trimmed(line.range)
        guard isShort(lines.text[range]), line.tabs == 0, !isSpaced || blanks > 0 else { break }
        if isSpaced, !run.cells.isEmpty {
          for _ in 1..<blanks {
            run.cells.append(RunCell(range: range.lowerBound..<range.lowerBound, line: index))
          }
        }
        run.cells.append(RunCell(range: range, line: index))
        run.end = index + 1
        blanks = 0
      }
      index += 1
    }
    return run
  }

  /// What a cell holds: a few words or a figure, no sentence.
  private static func isShort(_ text: ArraySlice<UInt8>) -> Bool {
    text.count <= 75
      && !["。", "，", "；"].contains { mark in
        text.indices.contains {
          text[$0] == 0xE3 || text[$0] == 0xEF ? text[$0...].starts(with: mark.utf8) : false
        }
      } && !text.contains(UInt8(ascii: ";")) && !text.contains(0x7C)
  }

  // MARK: Layout

  /// The table that a run is; up to `mostLead` cells at its beginning may stand before it (a caption).
  private static func layOut(
    _ run: Run, first: Int, in lines: TextLines, mostLead: Int, fewestRows: Int
  ) -> TextTableSearch {
    let kinds = run.cells.map { CellKind(lines.text[$0.range]) }
    let rulers = Set(run.cells.indices.filter { isRuler(lines.text[run.cells[$0].range]) })
    for lead in 0...min(mostLead, run.cells.count - 1) {
      if lead > 0, run.cells[lead].line == run.cells[lead - 1].line { continue }
      for width in 2...widest
      where isRegular(kinds[lead...], rulers, width: width, fewestRows: fewestRows) {
        let rows = stride(from: lead, to: run.cells.count, by: width).map { start in
          (start..<min(start + width, run.cells.count)).map { index in
            TextTable.Cell(
              range: run.cells[index].range, line: run.cells[index].line, column: index - start)
          }
        }
        return TextTableSearch(
          table: TextTable(lines: run.cells[lead].line..<run.end, columns: width, rows: rows),
          end: run.end)
      }
    }
    if !run.keepsEmptyCells, let table = gappedTable(run, kinds, in: lines) {
      return TextTableSearch(table: table, end: table.lines.upperBound)
    }
    return TextTableSearch(table: nil, end: first)
  }

  /// Behind head rows of texts only, every row begins with a text and every column keeps to texts
  /// or figures.
  private static func isRegular(
    _ kinds: ArraySlice<CellKind>, _ rulers: Set<Int>, width: Int, fewestRows: Int
  ) -> Bool {
    guard kinds.count >= 2 * width else { return false }
    let start = kinds.startIndex
    guard let figure = kinds.firstIndex(of: .figure), figure - start >= width else { return false }
    let head = (figure - start) / width
    var columns = [CellKind?](repeating: nil, count: width)
    var rows = 0
    var figures = 0
    var inRuler = false
    for (offset, kind) in kinds.enumerated().dropFirst(head * width) {
      let column = offset % width
      if column == 0 { inRuler = rulers.contains(start + offset) }
      if inRuler { continue }
      if column == 0 {
        guard kind == .text else { return false }
        rows += 1
      }
      guard kind != .empty else { continue }
      if kind == .figure { figures += 1 }
      if let other = columns[column], other != kind { return false }
      columns[column] = kind
    }
    return rows >= fewestRows && figures >= max(1, fewestRows) && columns.contains(.figure)
  }

  /// Behind the last line of a cell.
  private static func lineEnd(of cell: TextTable.Cell, in lines: TextLines) -> Int {
    var line = cell.line
    while line < lines.lines.count, lines.lines[line].range.lowerBound < cell.range.upperBound {
      line += 1
    }
    return max(line, cell.line + 1)
  }

  /// «栏次», «行次» at the beginning of a row that numbers the columns.
  private static func isRuler(_ text: ArraySlice<UInt8>) -> Bool {
    ["栏次", "行次", "序号"].contains { text.elementsEqual($0.utf8) }
  }

  /// Cells without any sign for empty ones: a row is a text with the figures behind it. Only rows
  /// with as many figures as the first one are laid out; the figures of others stay together in one
  /// cell over all columns, since nobody can tell which of them are left out.
  private static func gappedTable(
    _ run: Run, _ kinds: [CellKind], in lines: TextLines
  ) -> TextTable? {
    guard let figure = kinds.firstIndex(of: .figure), figure >= 2 else { return nil }
    let values = kinds[figure...].prefix { $0 == .figure }.count
    let head = figure - 1 - (values + 1)
    guard values >= 1, head >= 0 else { return nil }
    var rows = [
      (0...values).map { column in
        let cell = run.cells[head + column]
        return TextTable.Cell(range: cell.range, line: cell.line, column: column)
      }
    ]
    var full = 0
    var index = figure - 1
    while index < run.cells.count {
      let label = run.cells[index]
      let figures = kinds[(index + 1)...].prefix { $0 == .figure }.count
      var row = [TextTable.Cell(range: label.range, line: label.line, column: 0)]
      if figures == values {
        full += 1
        for column in 1...values {
          let cell = run.cells[index + column]
          row.append(TextTable.Cell(range: cell.range, line: cell.line, column: column))
        }
      } else if figures > 0 {
        guard figures < values else { break }
        let cell = run.cells[index + 1]
        row.append(
          TextTable.Cell(
            range: cell.range.lowerBound..<run.cells[index + figures].range.upperBound,
            line: cell.line, column: 1, columnSpan: values))
      }
      rows.append(row)
      index += 1 + figures
    }
    let withFigures = rows.dropFirst().count { $0.count > 1 }
    guard full >= 3, full * 2 >= withFigures else { return nil }
    // Headings behind the table are no rows of it.
    while let row = rows.last, row.count == 1,
      LineShape.startsParagraph(lines.text[row[0].range])
    {
      rows.removeLast()
    }
    let last = rows.reduce(0) { end, row in
      max(end, row.map { lineEnd(of: $0, in: lines) }.max() ?? 0)
    }
    return TextTable(lines: run.cells[head].line..<last, columns: values + 1, rows: rows)
  }
}

/// What a cell of a flattened table holds.
enum CellKind: Equatable {
  case empty, figure, text

  /// A figure is nothing but digits with grouping, decimals, sign and «%»; a lone dash is empty.
  init(_ text: ArraySlice<UInt8>) {
    if text.isEmpty || ["-", "—", "--", "——", "/"].contains(where: { text.elementsEqual($0.utf8) })
    {
      self = .empty
      return
    }
    let isFigure =
      text.contains { (0x30...0x39).contains($0) }
      && text.allSatisfy {
        (0x30...0x39).contains($0) || [0x2C, 0x2E, 0x2D, 0x25, 0x20].contains($0)
      }
    self = isFigure ? .figure : .text
  }
}
