package import OutputReading

/// Reads canonical JSON into rows.
package enum ReportTabulator {
  /// The rows of one report; every value is checked against its column's type.
  ///
  /// The JSON is a `juesuan-report/2` as convert writes it; the digest is its SHA-256 in hexadecimal
  /// digits.
  package static func rows(
    of json: consuming [UInt8], digest: String
  ) throws(OutputError) -> ReportRows {
    let output = try Output(json)
    let id = output.identity.id
    guard id.utf8.count == 16, id.utf8.allSatisfy({ JSONText.hexadecimal($0) != nil }) else {
      throw .member(pointer: "/report/id", expected: "16 hexadecimal digits")
    }
    var reader = RecordReader(output, digest: digest)
    let tables = ReportTables.reportTables
    var cells: [[ReportRows.Cell]] = []
    cells.reserveCapacity(tables.count)
    for table in tables { cells.append(try reader.cells(of: table, output.json.tape)) }
    return ReportRows(
      reportID: id, digest: digest, bytes: reader.bytes, jsonCount: output.json.bytes.count,
      cells: cells)
  }
}
