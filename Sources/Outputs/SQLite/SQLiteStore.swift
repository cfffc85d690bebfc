internal import GRDB
package import Tables

/// A SQLite database of reports.
package final class SQLiteStore: ReportStore {
  private let queue: DatabaseQueue
  private let path: String

  /// Opens or makes a database and brings its schema to the newest version.
  ///
  /// - Throws: where the file is no database, one of another program, or one of a newer version.
  package init(path: String, steps: [SQLiteStep] = SQLiteStep.all) throws(StoreError) {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    // Looking up the parent of every row would take a tenth of the time. A report's rows come from one
    // tree, so they have their parents; the one exception is asked for by the inserter.
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      // A report lies together in every table and index, so a load touches few pages at a time; still
      // the inner pages of large tables should stay.
      try db.execute(sql: "PRAGMA cache_size = -65536")
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      self.queue = queue
      try Self.migrate(queue, path, steps)
    } catch let error as StoreError {
      throw error
    } catch {
      throw Self.failure(error, path)
    }
  }

  private static func migrate(
    _ queue: DatabaseQueue, _ path: String, _ steps: [SQLiteStep]
  ) throws {
    // One transaction: two programs that open the same new file do not both make its tables.
    try queue.inTransaction(.immediate) { db in
      let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      let tables = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0
      guard application == SQLiteSchema.applicationID || (tables == 0 && application == 0) else {
        throw StoreError(
          what: "\(path) is a database of another program",
          remedy: "give a file of its own, which need not be there yet")
      }
      guard version <= steps.count else {
        throw StoreError(
          what: "\(path) has schema version \(version), and this program knows \(steps.count)",
          remedy: "use the newer juesuan that wrote it, or load into a new file")
      }
      guard version < steps.count else { return .rollback }
      for step in steps[version...] {
        for statement in step.statements { try db.execute(sql: statement) }
      }
      try db.execute(sql: "PRAGMA application_id = \(SQLiteSchema.applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(steps.count)")
      return .commit
    }
  }

  package func digests() throws(StoreError) -> [String: String] {
    try perform {
      try queue.read { db in
        var digests: [String: String] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT id, content_sha256 FROM reports")
        while let row = try rows.next() { digests[row[0]] = row[1] }
        return digests
      }
    }
  }

  package func replace(_ reports: [ReportRows]) throws(StoreError) {
    try perform {
      try queue.write { db in
        if try Bool.fetchOne(db, sql: "SELECT 1 FROM reports LIMIT 1") == nil {
          for removal in SQLiteSchema.indexRemovals { try db.execute(sql: removal) }
        }
        for report in reports { try Self.delete(report.reportID, db) }
        try SQLiteInserter(db).insert(reports)
      }
    }
  }

  /// From every table: nothing cascades.
  private static func delete(_ id: String, _ db: Database) throws {
    let known = try Bool.fetchOne(db, sql: "SELECT 1 FROM reports WHERE id = ?", arguments: [id])
    guard known != nil else { return }
    try db.execute(
      sql: """
        INSERT INTO facts_fts(facts_fts, rowid, label, reason)
        SELECT 'delete', fact_number, label, reason FROM facts WHERE report_id = ?
        """, arguments: [id])
    for table in ReportTables.reportTables.reversed() {
      try db.execute(
        sql: "DELETE FROM \(SQLiteSchema.quoted(table.name)) "
          + "WHERE \(SQLiteSchema.quoted(table.key[0])) = ?", arguments: [id])
    }
  }

  package func replace(_ vocabulary: Vocabulary) throws(StoreError) {
    try perform {
      try queue.write { db in
        for (table, rows) in zip(ReportTables.vocabularyTables, vocabulary.rows) {
          try db.execute(sql: "DELETE FROM \(SQLiteSchema.quoted(table.name))")
          let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
          let statement = try db.makeStatement(
            sql: "INSERT INTO \(SQLiteSchema.quoted(table.name)) VALUES (\(marks))")
          for row in rows {
            try statement.execute(
              arguments: StatementArguments(
                zip(table.columns, row).map { column, text -> (any DatabaseValueConvertible)? in
                  switch column.type {
                  case .text, .decimal, .json: text
                  case .integer: text.flatMap { Int($0) }
                  case .boolean: text.map { $0 == "true" }
                  }
                }))
          }
        }
      }
    }
  }

  /// Makes the indexes, and lets SQLite look at how values are spread, so that queries take the right
  /// one. A load that was killed before this left a database without them, which the next one mends.
  package func finish() throws(StoreError) {
    try perform {
      try queue.write { db in
        for index in SQLiteSchema.indexes { try db.execute(sql: index) }
      }
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA optimize") }
    }
  }

  // MARK: Errors

  private func perform<Result>(_ work: () throws -> Result) throws(StoreError) -> Result {
    do { return try work() } catch { throw Self.failure(error, path) }
  }

  private static func failure(_ error: any Error, _ path: String) -> StoreError {
    if let error = error as? StoreError { return error }
    guard let error = error as? DatabaseError else {
      return StoreError(what: "\(path): \(error)", remedy: "give another file")
    }
    switch error.resultCode {
    case .SQLITE_NOTADB:
      return StoreError(
        what: "\(path) is no SQLite database", remedy: "give a file that is one, or a new one")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      return StoreError(
        what: "\(path) cannot be written to (\(error.message ?? "no reason given"))",
        remedy: "check that its folder is there and may be written to")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return StoreError(
        what: "\(path) is in use by another program", remedy: "wait until that is done")
    case .SQLITE_FULL:
      return StoreError(what: "\(path): the disk is full", remedy: "make room and load again")
    case .SQLITE_CONSTRAINT:
      return StoreError(
        what: "its rows contradict each other (\(error.message ?? "constraint"))",
        remedy: "convert the report again", concernsRows: true)
    default:
      return StoreError(
        what: "\(path): \(error.message ?? "SQLite error \(error.resultCode.rawValue)")",
        remedy: "check the disk, and the file with PRAGMA integrity_check")
    }
  }
}
