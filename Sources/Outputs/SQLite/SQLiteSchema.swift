internal import Tables

/// The tables in SQLite's terms.
///
/// SQLite has no decimal numbers. A decimal column X is therefore two: X, a TEXT with the digits
/// printed, and X_e4, an INTEGER of ten-thousandths to compare, sort and add with; it is null where the
/// number is finer than that, and never rounded.
enum SQLiteSchema {
  /// «jues»: tells our databases from others.
  static let applicationID: Int32 = 0x6A75_6573

  /// Per version the statements that lead to it: its new tables and columns, and behind the last one the
  /// views, which are always those of the newest.
  static var versions: [[String]] {
    let tables = ReportTables.reportTables + ReportTables.vocabularyTables
    var versions = SchemaVersion.all(of: tables).map { version in
      version.tables.map(creation(of:)) + (version.number == 1 ? [fullText] : [])
        + version.columns.flatMap { table, column in
          definitions(of: column, in: table).map {
            "ALTER TABLE \(quoted(table.name)) ADD COLUMN \($0)"
          }
        }
    }
    versions[versions.count - 1] += viewRemovals + views
    return versions
  }

  /// A column of ten-thousandths beside a decimal one.
  static func twin(_ name: String) -> String { name + "_e4" }

  /// The columns that rows are inserted into.
  static func insertedColumns(of table: Table) -> [String] {
    table.columns.flatMap { column in
      column.type == .decimal ? [column.name, twin(column.name)] : [column.name]
    }
  }

  private static func creation(of table: Table) -> String {
    var parts = table.columns.flatMap { definitions(of: $0, in: table) }
    // The rows of a table without rowids lie in the order of their keys, a report's rows together.
    // Full-text search needs a whole number for each row; it is the database's own.
    let hasNumber = !table.searched.isEmpty
    if hasNumber { parts.insert("fact_number INTEGER PRIMARY KEY", at: 0) }
    let uniqueness = hasNumber ? "UNIQUE" : "PRIMARY KEY"
    parts.append("\(uniqueness) \(list(table.key))")
    for reference in table.references {
      let own = list(reference.columns)
      let other = list(reference.targetColumns)
      parts.append(
        """
        FOREIGN KEY \(own) REFERENCES \(quoted(reference.table)) \(other) \
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
        """)
    }
    let options = hasNumber ? "STRICT" : "STRICT, WITHOUT ROWID"
    let body = parts.joined(separator: ",\n  ")
    return "CREATE TABLE \(quoted(table.name)) (\n  \(body)\n) \(options)"
  }

  private static func definitions(of column: Column, in table: Table) -> [String] {
    let type: String
    switch column.type {
    case .text, .decimal, .json: type = "TEXT"
    case .integer, .boolean: type = "INTEGER"
    }
    let isNullable = SchemaVersion.mayBeNull(column, of: table)
    let own = "\(quoted(column.name)) \(type)\(isNullable ? "" : " NOT NULL")"
    guard column.type == .decimal else { return [own] }
    return [own, "\(quoted(twin(column.name))) INTEGER"]
  }

  /// Statements that make the indexes beside the keys where they are not there.
  ///
  /// They are made when a load ends: filling an empty database, one sort costs a fraction of looking for
  /// the place of every row.
  static var indexes: [String] { ReportTables.reportTables.flatMap(indexes(of:)) }

  /// Statements that take them away.
  static var indexRemovals: [String] {
    ReportTables.reportTables.flatMap { table in
      table.indexes.map { "DROP INDEX IF EXISTS \(quoted(name(of: $0, table)))" }
    }
  }

  private static func name(of index: Table.Index, _ table: Table) -> String {
    ([table.name] + index.columns).joined(separator: "_")
  }

  private static func indexes(of table: Table) -> [String] {
    table.indexes.map { index in
      let name = name(of: index, table)
      let condition = index.condition.map { " WHERE \($0)" } ?? ""
      return
        "CREATE INDEX IF NOT EXISTS \(quoted(name)) ON \(quoted(table.name)) \(list(index.columns))\(condition)"
    }
  }

  private static let fullText = """
    CREATE VIRTUAL TABLE facts_fts USING fts5(
      label, reason, content='facts', content_rowid='fact_number', tokenize='trigram')
    """

  private static var views: [String] {
    reportViews(twins: true).map { "CREATE VIEW \(quoted($0.name)) AS \($0.sql)" }
  }

  /// Views that look at others stand behind them, and go before them.
  private static var viewRemovals: [String] {
    reportViews(twins: true).reversed().map { "DROP VIEW IF EXISTS \(quoted($0.name))" }
  }

  static func quoted(_ name: String) -> String { "\"\(name)\"" }

  private static func list(_ names: [String]) -> String {
    let quotedNames = names.map { quoted($0) }
    return "(\(quotedNames.joined(separator: ", ")))"
  }
}

/// One step from a version of the schema to the next.
package struct SQLiteStep: Sendable {
  /// SQL, statement by statement.
  package var statements: [String]

  package init(_ statements: [String]) { self.statements = statements }

  /// All steps: the first makes version 1 of an empty database. What a version has is never changed: what
  /// is new in the tables says since when it is there, and comes as a further step.
  package static let all: [SQLiteStep] = SQLiteSchema.versions.map { SQLiteStep($0) }
}
