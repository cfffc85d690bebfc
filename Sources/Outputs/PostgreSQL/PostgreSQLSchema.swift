internal import Tables

/// The tables in PostgreSQL's terms.
enum PostgreSQLSchema {
  /// The first version: all tables, indexes and views, in the schema that the search path names.
  static var statements: [String] {
    tables.flatMap { [creation(of: $0)] + indexes(of: $0) } + views
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
    var parts = table.columns.map { column in
      "\(quoted(column.name)) \(type(of: column))\(column.isNullable ? "" : " NOT NULL")"
    }
    parts.append("PRIMARY KEY \(list(table.key))")
    for reference in table.references {
      let own = list(reference.columns)
      let other = list(reference.targetColumns)
      parts.append(
        "FOREIGN KEY \(own) REFERENCES \(quoted(reference.table)) \(other) ON DELETE CASCADE")
    }
    return "CREATE TABLE \(quoted(table.name)) (\n  \(parts.joined(separator: ",\n  "))\n)"
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
}

/// One step from a version of the schema to the next.
package struct PostgreSQLStep: Sendable {
  /// SQL, statement by statement.
  package var statements: [String]

  package init(_ statements: [String]) { self.statements = statements }

  /// All steps: the first makes version 1 of an empty schema. A released step is never changed; what
  /// changes comes as a further one, and empties `reports.content_sha256` where rows must be read anew.
  package static let all: [PostgreSQLStep] = [PostgreSQLStep(PostgreSQLSchema.statements)]
}
