internal import Tables

/// The tables in SQLite's terms.
///
/// SQLite has no decimal numbers. A decimal column X is therefore two: X, a TEXT with the digits
/// printed, and X_e4, an INTEGER of ten-thousandths to compare, sort and add with; it is null where the
/// number is finer than that, and never rounded.
enum SQLiteSchema {
  /// «jues»: tells our databases from others.
  static let applicationID: Int32 = 0x6A75_6573

  /// The first version: all tables, the full-text index and the views.
  static var statements: [String] {
    let tables = ReportTables.reportTables + ReportTables.vocabularyTables
    return tables.map(creation(of:)) + [fullText] + views
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
    var parts = table.columns.flatMap(definitions(of:))
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

  private static func definitions(of column: Column) -> [String] {
    let type: String
    switch column.type {
    case .text, .decimal, .json: type = "TEXT"
    case .integer, .boolean: type = "INTEGER"
    }
    let own = "\(quoted(column.name)) \(type)\(column.isNullable ? "" : " NOT NULL")"
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

  /// All steps: the first makes version 1 of an empty database. A released step is never changed; what
  /// changes comes as a further one, and empties `reports.content_sha256` where rows must be read anew.
  package static let all: [SQLiteStep] = [SQLiteStep(SQLiteSchema.statements)]
}
