package import Tables

/// A schema of a PostgreSQL database with reports.
///
/// Rows go straight into the tables by COPY, after those of the same reports were deleted, in one
/// transaction. One loader at a time: an advisory lock of the schema keeps two of them from meeting.
package final class PostgreSQLStore: ReportStore {
  private let connection: PostgreSQLConnection
  private let schema: String

  /// Connects, makes the schema where it is not there, and brings it to the newest version.
  ///
  /// - Throws: where there is no server, or the schema is another program's or of a newer version.
  package init(
    url: String, schema: String, steps: [PostgreSQLStep] = PostgreSQLStep.all
  ) throws(StoreError) {
    self.schema = schema
    connection = try PostgreSQLConnection(url)
    try migrate(steps)
  }

  private func migrate(_ steps: [PostgreSQLStep]) throws(StoreError) {
    let name = PostgreSQLSchema.quoted(schema)
    try transaction { () throws(StoreError) in
      let isThere = try connection.run(
        "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1", [schema])
      if isThere.isEmpty { try connection.run("CREATE SCHEMA \(name)") }
      try connection.run("SET search_path TO \(name)")
      let tables = try connection.run(
        "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = $1", [schema]
      ).compactMap(\.first)
      guard tables.isEmpty || tables.contains("juesuan_schema") else {
        throw StoreError(
          what: "the schema «\(schema)» holds tables of another program",
          remedy: "give a schema of its own with --schema, which need not be there yet")
      }
      if tables.isEmpty {
        try connection.run("CREATE TABLE juesuan_schema (version integer NOT NULL)")
        try connection.run("INSERT INTO juesuan_schema VALUES (0)")
      }
      let rows = try connection.run("SELECT version FROM juesuan_schema")
      let version = rows.first?.first.flatMap { $0 }.flatMap { Int($0) } ?? 0
      guard version <= steps.count else {
        throw StoreError(
          what:
            "the schema «\(schema)» has version \(version), and this program knows \(steps.count)",
          remedy: "use the newer juesuan that wrote it, or load into a new schema")
      }
      guard version < steps.count else { return }
      for step in steps[version...] {
        for statement in step.statements { try connection.run(statement) }
      }
      try connection.run("UPDATE juesuan_schema SET version = \(steps.count)")
    }
    // Names of the transaction's search path ended with it where it was rolled back.
    try connection.run("SET search_path TO \(name)")
  }

  package func digests() throws(StoreError) -> [String: String] {
    let rows = try connection.run("SELECT id, content_sha256 FROM reports")
    return Dictionary(
      rows.compactMap { row in
        row[0].flatMap { id in row[1].map { (id, $0) } }
      }, uniquingKeysWith: { $1 })
  }

  package func replace(_ reports: [ReportRows]) throws(StoreError) {
    try transaction { () throws(StoreError) in
      // Everything of a report hangs on its row.
      let ids = reports.map { "'\($0.reportID)'" }.joined(separator: ", ")
      try connection.run("DELETE FROM reports WHERE id IN (\(ids))")
      for (index, table) in ReportTables.reportTables.enumerated() {
        try copy(reports.map { CopyRows.lines(of: $0, table: index) }, into: table)
      }
      try copy(reports.map(CopyRows.documentLine), into: ReportTables.documents)
    }
  }

  package func replace(_ vocabulary: Vocabulary) throws(StoreError) {
    try transaction { () throws(StoreError) in
      for (table, rows) in zip(ReportTables.vocabularyTables, vocabulary.rows) {
        try connection.run("DELETE FROM \(PostgreSQLSchema.quoted(table.name))")
        try copy(rows.map(CopyRows.line), into: table)
      }
    }
  }

  /// Lets the server look at how values are spread, so that queries take the right index.
  package func finish() throws(StoreError) {
    for table in PostgreSQLSchema.tables {
      try connection.run("ANALYZE \(PostgreSQLSchema.quoted(table.name))")
    }
  }

  private func copy(_ data: [[UInt8]], into table: Table) throws(StoreError) {
    guard data.contains(where: { !$0.isEmpty }) else { return }
    let columns = PostgreSQLSchema.list(table.columns.map(\.name))
    try connection.copy(
      "COPY \(PostgreSQLSchema.quoted(table.name)) \(columns) FROM STDIN", data)
  }

  private func transaction(_ work: () throws(StoreError) -> Void) throws(StoreError) {
    try connection.run("BEGIN")
    do throws(StoreError) {
      try connection.run(
        "SELECT pg_advisory_xact_lock(hashtext('juesuan'), hashtext($1))", [schema])
      try work()
      try connection.run("COMMIT")
    } catch {
      // What the rollback says is nothing beside the error.
      _ = try? connection.run("ROLLBACK")
      throw error
    }
  }
}
