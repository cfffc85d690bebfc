internal import Tables

/// The tables in PostgreSQL's terms.
enum PostgreSQLSchema {
  /// Per version the statements that lead to it, in the schema that the search path names: its new tables
  /// with their indexes, its new columns, and behind the last one the views, which are always those of the
  /// newest.
  static var versions: [[String]] {
    var versions = SchemaVersion.all(of: tables).map { version in
      version.tables.flatMap { [creation(of: $0)] + indexes(of: $0) }
        + version.columns.map { table, column in
          "ALTER TABLE \(quoted(table.name)) ADD COLUMN \(definition(of: column, in: table))"
        }
    }
    versions[versions.count - 1] = viewRemovals + versions[versions.count - 1] + views
    return versions
  }

  /// All tables, parents before children.
  static var tables: [Table] {
    ReportTables.reportTables + [ReportTables.documents] + ReportTables.vocabularyTables
  }

  static func quoted(_ name: String) -> String { "\"\(name)\"" }

  static func list(_ names: [String]) -> String {
    let quotedNames = names.map { quoted($0) }
    return "(\(quotedNames.joined(separator: ", ")))"
  }

  private static func creation(of table: Table) -> String {
    var parts = table.columns.map { definition(of: $0, in: table) }
    parts.append("PRIMARY KEY \(list(table.key))")
    for reference in table.references {
      let own = list(reference.columns)
      let other = list(reference.targetColumns)
      parts.append(
        "FOREIGN KEY \(own) REFERENCES \(quoted(reference.table)) \(other) ON DELETE CASCADE")
    }
    return "CREATE TABLE \(quoted(table.name)) (\n  \(parts.joined(separator: ",\n  "))\n)"
  }

  private static func definition(of column: Column, in table: Table) -> String {
    let isNullable = SchemaVersion.mayBeNull(column, of: table)
    return "\(quoted(column.name)) \(type(of: column))\(isNullable ? "" : " NOT NULL")"
  }

  private static func type(of column: Column) -> String {
    switch column.type {
    case .text: "text"
    case .integer: "bigint"
    case .boolean: "boolean"
    case .decimal: "numeric"
    case .json: "jsonb"
    }
  }

  private static func indexes(of table: Table) -> [String] {
    table.indexes.map { index in
      let name = ([table.name] + index.columns).joined(separator: "_")
      let condition = index.condition.map { " WHERE \($0)" } ?? ""
      return
        "CREATE INDEX \(quoted(name)) ON \(quoted(table.name)) \(list(index.columns))\(condition)"
    }
  }

  private static var views: [String] {
    reportViews(twins: false).map { "CREATE VIEW \(quoted($0.name)) AS \($0.sql)" }
  }

  /// Views that look at others stand behind them, and go before them.
  private static var viewRemovals: [String] {
    reportViews(twins: false).reversed().map { "DROP VIEW IF EXISTS \(quoted($0.name))" }
  }
}

/// One step from a version of the schema to the next.
package struct PostgreSQLStep: Sendable {
  /// SQL, statement by statement.
  package var statements: [String]

  package init(_ statements: [String]) { self.statements = statements }

  /// All steps: the first makes version 1 of an empty schema. What a version has is never changed: what is
  /// new in the tables says since when it is there, and comes as a further step.
  package static let all: [PostgreSQLStep] = PostgreSQLSchema.versions.map { PostgreSQLStep($0) }
}
