internal import Tables

/// Rows in the text format of COPY: columns between tabs, `\N` for null.
enum CopyRows {
  /// The rows of one table of a report; `table` is its position in ``ReportTables/reportTables``.
  static func lines(of report: ReportRows, table: Int) -> [UInt8] {
    let width = ReportTables.reportTables[table].columns.count
    let cells = report.cells[table]
    var lines: [UInt8] = []
    lines.reserveCapacity(cells.count * 12)
    // Safe: borrowed for the closure; each slice is checked.
    report.bytes.withUnsafeBufferPointer { bytes in
      var column = 0
      for cell in cells {
        switch cell {
        case .null: appendNull(&lines)
        case .integer(let value): lines.append(contentsOf: String(value).utf8)
        case .boolean(let flag): lines.append(flag ? UInt8(ascii: "t") : UInt8(ascii: "f"))
        case .bytes(let start, let end):
          append(UnsafeBufferPointer(rebasing: bytes[Int(start)..<Int(end)]), to: &lines)
        }
        column += 1
        lines.append(column == width ? 0x0A : 0x09)
        if column == width { column = 0 }
      }
    }
    return lines
  }

  /// A row given as texts, nil for null.
  static func line(of row: [String?]) -> [UInt8] {
    var line: [UInt8] = []
    for (index, text) in row.enumerated() {
      if index > 0 { line.append(0x09) }
      if let text {
        // Safe: borrowed for the call.
        Array(text.utf8).withUnsafeBufferPointer { append($0, to: &line) }
      } else {
        appendNull(&line)
      }
    }
    line.append(0x0A)
    return line
  }

  /// The row of ``ReportTables/documents``.
  static func documentLine(of report: ReportRows) -> [UInt8] {
    var line = Array(report.reportID.utf8) + [0x09]
    // Safe: borrowed for the call.
    report.document.withUnsafeBufferPointer { append($0, to: &line) }
    line.append(0x0A)
    return line
  }

  private static func appendNull(_ lines: inout [UInt8]) {
    lines.append(UInt8(ascii: "\\"))
    lines.append(UInt8(ascii: "N"))
  }

  /// Whole runs at a time: what needs a backslash is rare.
  private static func append(_ text: UnsafeBufferPointer<UInt8>, to lines: inout [UInt8]) {
    var start = 0
    for index in 0..<text.count {
      let escape: UInt8
      switch text[index] {
      case 0x09: escape = UInt8(ascii: "t")
      case 0x0A: escape = UInt8(ascii: "n")
      case 0x0D: escape = UInt8(ascii: "r")
      case UInt8(ascii: "\\"): escape = UInt8(ascii: "\\")
      default: continue
      }
      lines.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      lines.append(UInt8(ascii: "\\"))
      lines.append(escape)
      start = index + 1
    }
    lines.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }
}
