/// One table: where its rows stand in the canonical JSON, its columns and its keys. Databases, CSV and
/// their descriptions all come from this.
package struct Table: Sendable {
  package var name: String
  /// Chinese label.
  package var zh: String
  /// What a row is.
  package var description: String
  /// Names of the lists that lead to a record: `statements`, `rows`; empty for the document itself.
  var path: [String]
  package var columns: [Column]
  /// Columns of the primary key.
  package var key: [String]
  package var references: [Reference] = []
  package var indexes: [Index] = []
  /// The version of the databases' schema that has it first.
  package var since = 1
  /// Whether outputs may lack its list: those of the same form from before it was added.
  var mayBeAbsent = false
  /// Columns of a full-text index, where a database has one.
  package var searched: [String] = []

  /// A foreign key.
  package struct Reference: Sendable {
    package var columns: [String]
    package var table: String
    /// The columns of the other table's key.
    package var targetColumns: [String] { table == "reports" ? ["id"] : columns }

    /// The columns have the same names in both tables, but for the key of `reports`.
    init(_ columns: [String], _ table: String) {
      self.columns = columns
      self.table = table
    }
  }

  /// An index beside the key.
  package struct Index: Sendable {
    package var columns: [String]
    /// SQL: only such rows are in it.
    package var condition: String?

    init(_ columns: String..., where condition: String? = nil) {
      self.columns = columns
      self.condition = condition
    }
  }

  /// A child of `reports` whose rows are the records of nested lists; every list adds a column to the
  /// key, and that column comes first.
  init(
    _ name: String, _ zh: String, _ description: String, path: [String], keyed by: [Column],
    parent: String = "reports", _ columns: [Column]
  ) {
    self.name = name
    self.zh = zh
    self.description = description
    self.path = path
    self.columns = [.report] + by + columns
    key = self.columns.prefix(by.count + 1).map(\.name)
    references = [Reference(parent == "reports" ? ["report_id"] : Array(key.dropLast()), parent)]
  }

  /// A table with a key of its own.
  init(
    _ name: String, _ zh: String, _ description: String, path: [String] = [], key: [String],
    columns: [Column]
  ) {
    self.name = name
    self.zh = zh
    self.description = description
    self.path = path
    self.columns = columns
    self.key = key
  }

  /// The same, first in this version of the schema.
  func since(_ version: Int) -> Table {
    var table = self
    table.since = version
    return table
  }

  /// The same, whose list outputs from before it was added lack.
  func orAbsent() -> Table {
    var table = self
    table.mayBeAbsent = true
    return table
  }

  /// The same with indexes beside the key.
  func indexed(_ indexes: Index...) -> Table {
    var table = self
    table.indexes += indexes
    return table
  }

  /// The same with a full-text index.
  func searched(_ columns: String...) -> Table {
    var table = self
    table.searched += columns
    return table
  }

  /// The same with another foreign key.
  func referring(_ columns: [String], to other: String) -> Table {
    var table = self
    table.references.append(Reference(columns, other))
    return table
  }

  /// Position of a column.
  package func position(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}
