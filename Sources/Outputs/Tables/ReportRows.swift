internal import OutputReading

/// The rows of one report, flat: values are ranges of one buffer, so that a report of a thousand rows
/// takes a dozen allocations.
package struct ReportRows: Sendable {
  /// `reports.id`.
  package var reportID: String
  /// SHA-256 of the canonical JSON, in hexadecimal digits.
  package var digest: String
  /// What cells point into: the JSON, and behind it what was decoded.
  package var bytes: [UInt8]
  /// How many of the bytes are the JSON.
  package var jsonCount: Int
  /// By table, in the order of ``ReportTables/reportTables``: cells row by row.
  package var cells: [[Cell]]

  /// The value of one column in one row.
  package enum Cell: Sendable, Equatable {
    case null
    case integer(Int64)
    case boolean(Bool)
    /// A text, a decimal number or JSON: which one, the column says.
    case bytes(start: Int32, end: Int32)

    /// Whether there is no value.
    package var isNull: Bool { if case .null = self { true } else { false } }
  }

  /// How many rows a table has.
  package func count(of table: Int) -> Int {
    cells[table].count / ReportTables.reportTables[table].columns.count
  }

  /// All rows of all tables.
  package var total: Int { cells.indices.reduce(0) { $0 + count(of: $1) } }

  /// The whole JSON without white space, on one line.
  package var document: [UInt8] {
    var document = bytes
    JSONText.appendCompact(0..<jsonCount, of: &document)
    document.removeSubrange(..<bytes.count)
    return document
  }

  /// The bytes that a cell points to.
  package func slice(_ start: Int32, _ end: Int32) -> ArraySlice<UInt8> {
    bytes[Int(start)..<Int(end)]
  }
}
