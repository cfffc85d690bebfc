/// What a version of the databases' schema adds to the one before it.
package struct SchemaVersion: Sendable {
  /// Its number, from 1.
  package var number: Int
  /// The tables that are new, as they are in this version.
  package var tables: [Table]
  /// The columns that tables of versions before get.
  package var columns: [(table: Table, column: Column)]

  /// All versions of these tables, the first one first.
  package static func all(of tables: [Table]) -> [SchemaVersion] {
    let newest = tables.flatMap { [$0.since] + $0.columns.map(\.since) }.max() ?? 1
    return (1...max(1, newest)).map { SchemaVersion($0, of: tables) }
  }

  private init(_ number: Int, of tables: [Table]) {
    self.number = number
    self.tables = tables.filter { $0.since == number }.map { table in
      var table = table
      table.columns.removeAll { $0.since > number }
      return table
    }
    columns = tables.filter { $0.since < number }.flatMap { table in
      table.columns.filter { $0.since == number }.map { (table, $0) }
    }
  }

  /// Whether a column of a table may be null in a database: rows from before it was there have no value.
  package static func mayBeNull(_ column: Column, of table: Table) -> Bool {
    column.isNullable || column.since > table.since
  }
}
