internal import GRDB
internal import GRDBSQLite
internal import Tables

/// Inserts rows with SQLite's own functions: values are bound where they lie, without a copy or an
/// object for each, of which a report has ten thousand.
struct SQLiteInserter {
  private let statements: [Statement]
  private let fullText: Statement
  private let strayColumn: Statement
  // Safe: asked for messages only, while the database that lent the statements is open.
  private let connection: OpaquePointer?

  init(_ db: Database) throws {
    statements = try ReportTables.reportTables.map { table in
      let columns = SQLiteSchema.insertedColumns(of: table)
      let names = columns.map(SQLiteSchema.quoted).joined(separator: ", ")
      let marks = columns.map { _ in "?" }.joined(separator: ", ")
      return try db.cachedStatement(
        sql: "INSERT INTO \(SQLiteSchema.quoted(table.name)) (\(names)) VALUES (\(marks))")
    }
    fullText = try db.cachedStatement(
      sql: """
        INSERT INTO facts_fts(rowid, label, reason)
        SELECT fact_number, label, reason FROM facts WHERE report_id = ?
        """)
    strayColumn = try db.cachedStatement(
      sql: """
        SELECT v.column_id FROM statement_values v WHERE v.report_id = ? AND NOT EXISTS (
          SELECT 1 FROM statement_columns c WHERE c.report_id = v.report_id
            AND c.statement_index = v.statement_index AND c.column_id = v.column_id) LIMIT 1
        """)
    connection = db.sqliteConnection
  }

  func insert(_ reports: [ReportRows]) throws {
    for report in reports {
      for (index, table) in ReportTables.reportTables.enumerated() {
        try insert(report, index, table.columns.map(\.type))
      }
      try fullText.execute(arguments: [report.reportID])
      if let column = try String.fetchOne(strayColumn, arguments: [report.reportID]) {
        throw DatabaseError(
          resultCode: .SQLITE_CONSTRAINT, message: "a value in «\(column)», which is no column")
      }
    }
  }

  private func insert(_ report: ReportRows, _ table: Int, _ types: [ColumnType]) throws {
    let statement = statements[table].sqliteStatement
    let cells = report.cells[table]
    // Safe: borrowed for the closure, in which every statement runs that is bound to these bytes.
    try report.bytes.withUnsafeBufferPointer { bytes in
      var next = 0
      while next < cells.count {
        var parameter: Int32 = 0
        for type in types {
          parameter += 1
          bind(cells[next], type, bytes, statement, &parameter)
          next += 1
        }
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else {
          throw DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: connection.map { String(cString: sqlite3_errmsg($0)) })
        }
      }
      sqlite3_clear_bindings(statement)
    }
  }

  /// Binds a cell, and the ten-thousandths of a decimal one behind it.
  private func bind(
    _ cell: ReportRows.Cell, _ type: ColumnType, _ bytes: UnsafeBufferPointer<UInt8>,
    _ statement: OpaquePointer, _ parameter: inout Int32
  ) {
    switch cell {
    case .null: sqlite3_bind_null(statement, parameter)
    case .integer(let value): sqlite3_bind_int64(statement, parameter, value)
    case .boolean(let flag): sqlite3_bind_int64(statement, parameter, flag ? 1 : 0)
    case .bytes(let start, let end):
      let slice = UnsafeBufferPointer(rebasing: bytes[Int(start)..<Int(end)])
      // Safe: a nil destructor says that the bytes stay, and they do until the statement has run. The
      // address of an empty text is one, too; without an address it would be null.
      let text = UnsafeRawPointer(slice.baseAddress)?.assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(statement, parameter, text, Int32(slice.count), nil)
      guard type == .decimal else { return }
      parameter += 1
      if let value = TenThousandths.exact(slice.span) {
        sqlite3_bind_int64(statement, parameter, value)
      } else {
        sqlite3_bind_null(statement, parameter)
      }
      return
    }
    if type == .decimal {
      parameter += 1
      sqlite3_bind_null(statement, parameter)
    }
  }
}
