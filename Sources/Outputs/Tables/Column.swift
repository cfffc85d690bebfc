/// One column of a table: its type, what it says, and where the value stands in a record.
package struct Column: Sendable {
  package var name: String
  package var type: ColumnType
  package var isNullable = false
  /// The version of the databases' schema that has it first. Rows that were loaded before have no value in
  /// it, so that in databases it may be null.
  package var since = 1
  /// Chinese label.
  package var zh: String
  package var description: String
  /// The ColumnType of the Fiscal Data Package's budget taxonomy, where one fits.
  package var fiscalType: String?
  var value: Value

  /// Where a value comes from.
  enum Value: Sendable {
    /// The report's id.
    case report
    /// SHA-256 of the whole JSON.
    case digest
    /// The whole JSON without white space.
    case document
    /// Position in the list, from 0; level 1 is the outermost list.
    case index(level: Int)
    /// The name under which the value stands in an object.
    case name
    /// A member of the record at a level (0 the document; nil the innermost).
    case member(Path)
    /// The first of two members that is there.
    case either(Path, Path)
    /// A member of this member, by the name under which the value stands.
    case underName(Path)
    /// An amount in yuan, from the printed number and its unit.
    case yuan(Path, unit: Path)
    /// Given by who fills the table.
    case given
  }

  /// Names of members from outside inwards.
  ///
  /// A class, so that taking one out of a column costs one reference.
  final class Path: Sendable {
    let level: Int?
    let names: [[UInt8]]

    init(_ path: String, level: Int? = nil) {
      self.level = level
      names = path.split(separator: "/").map { Array($0.utf8) }
    }
  }

  init(_ name: String, _ type: ColumnType, _ zh: String, _ description: String, _ value: Value) {
    self.name = name
    self.type = type
    self.zh = zh
    self.description = description
    self.value = value
  }

  /// The same column, which may be null.
  var orNull: Column {
    var column = self
    column.isNullable = true
    return column
  }

  /// The same column, first in this version of the schema.
  func since(_ version: Int) -> Column {
    var column = self
    column.since = version
    return column
  }

  /// The same column with a type of the Fiscal Data Package.
  func fiscal(_ type: String) -> Column {
    var column = self
    column.fiscalType = type
    return column
  }

  /// The key of the report that a row belongs to.
  static let report = Column("report_id", .text, "报告编号", "The report, `reports.id`.", .report)

  static func index(_ name: String, _ zh: String, _ description: String, level: Int) -> Column {
    Column(name, .integer, zh, description, .index(level: level))
  }

  static func text(
    _ name: String, _ zh: String, _ description: String, _ path: String, level: Int? = nil
  ) -> Column {
    Column(name, .text, zh, description, .member(Path(path, level: level)))
  }

  static func integer(
    _ name: String, _ zh: String, _ description: String, _ path: String
  ) -> Column {
    Column(name, .integer, zh, description, .member(Path(path)))
  }

  static func decimal(
    _ name: String, _ zh: String, _ description: String, _ path: String
  ) -> Column {
    Column(name, .decimal, zh, description, .member(Path(path)))
  }

  static func boolean(
    _ name: String, _ zh: String, _ description: String, _ path: String
  ) -> Column {
    Column(name, .boolean, zh, description, .member(Path(path)))
  }

  static func json(_ name: String, _ zh: String, _ description: String, _ path: String) -> Column {
    Column(name, .json, zh, description, .member(Path(path)))
  }

  /// An amount in yuan beside the printed one.
  static func yuan(
    _ name: String, _ zh: String, _ description: String, of path: String, unit: Path
  ) -> Column {
    Column(name, .decimal, zh, description, .yuan(Path(path), unit: unit)).orNull
  }

  static func given(
    _ name: String, _ type: ColumnType, _ zh: String, _ description: String
  ) -> Column {
    Column(name, type, zh, description, .given)
  }
}

/// The type of a column's values.
package enum ColumnType: Sendable {
  case text, integer, boolean
  /// A decimal number in the digits printed, never a binary one.
  case decimal
  /// JSON without white space.
  case json
}
