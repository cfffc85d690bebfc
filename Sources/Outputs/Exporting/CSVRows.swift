package import Tables

/// Rows as CSV (RFC 4180) in UTF-8: nothing for null, `""` for an empty text, numbers in their digits.
package enum CSVRows {
  /// The first line: names of columns.
  package static func head(of table: Table) -> [UInt8] {
    Array((table.columns.map(\.name).joined(separator: ",") + "\r\n").utf8)
  }

  /// The rows of one table of a report; `table` is its position in ``ReportTables/reportTables``.
  package static func lines(of report: ReportRows, table: Int) -> [UInt8] {
    let width = ReportTables.reportTables[table].columns.count
    let cells = report.cells[table]
    var lines: [UInt8] = []
    lines.reserveCapacity(cells.count * 8)
    for (index, cell) in cells.enumerated() {
      switch cell {
      case .null: break
      case .integer(let value): lines.append(contentsOf: String(value).utf8)
      case .boolean(let flag): lines.append(contentsOf: (flag ? "true" : "false").utf8)
      case .bytes(let start, let end): append(report.slice(start, end), to: &lines)
      }
      end(of: index % width == width - 1, &lines)
    }
    return lines
  }

  /// Rows given as texts, nil for null.
  package static func lines(of rows: [[String?]]) -> [UInt8] {
    var lines: [UInt8] = []
    for row in rows {
      for (index, text) in row.enumerated() {
        if let text { append(Array(text.utf8)[...], to: &lines) }
        end(of: index == row.count - 1, &lines)
      }
    }
    return lines
  }

  private static func end(of isLast: Bool, _ lines: inout [UInt8]) {
    if isLast {
      lines.append(0x0D)
      lines.append(0x0A)
    } else {
      lines.append(UInt8(ascii: ","))
    }
  }

  private static func append(_ text: ArraySlice<UInt8>, to lines: inout [UInt8]) {
    let needsMarks =
      text.isEmpty
      || text.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
      }
    guard needsMarks else {
      lines.append(contentsOf: text)
      return
    }
    lines.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { lines.append(byte) }
      lines.append(byte)
    }
    lines.append(UInt8(ascii: "\""))
  }
}
