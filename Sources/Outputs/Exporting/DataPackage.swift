internal import Tables
internal import Writing

/// The description of exported CSV files as a Frictionless data package.
///
/// Fields that the budget taxonomy of the Fiscal Data Package has a name for carry it as `columnType`.
enum DataPackage {
  /// `datapackage.json`.
  static var bytes: [UInt8] {
    let tables = ReportTables.reportTables + ReportTables.vocabularyTables
    return JSONWriter.bytes(
      of: .object([
        .init("profile", .string("tabular-data-package")),
        .init("name", .string("juesuan")),
        .init("title", .string("决算公开数据")),
        .init("description", .string("Published Chinese final-accounts reports.")),
        .init("resources", .array(tables.map(resource(of:)))),
      ]))
  }

  private static func resource(of table: Table) -> JSONValue {
    .object([
      .init("profile", .string("tabular-data-resource")),
      .init("name", .string(table.name)),
      .init("title", .string(table.zh)),
      .init("description", .string(table.description)),
      .init("path", .string(table.name + ".csv")),
      .init("format", .string("csv")),
      .init("mediatype", .string("text/csv")),
      .init("encoding", .string("utf-8")),
      .init("schema", schema(of: table)),
    ])
  }

  private static func schema(of table: Table) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("fields", .array(table.columns.map(field(of:)))),
      .init("missingValues", .array([.string("")])),
      .init("primaryKey", names(table.key)),
    ]
    let references = table.references.map { reference in
      JSONValue.object([
        .init("fields", names(reference.columns)),
        .init(
          "reference",
          .object([
            .init("resource", .string(reference.table)),
            .init("fields", names(reference.targetColumns)),
          ])),
      ])
    }
    if !references.isEmpty { members.append(.init("foreignKeys", .array(references))) }
    return .object(members)
  }

  private static func field(of column: Column) -> JSONValue {
    let type =
      switch column.type {
      case .text: "string"
      case .integer: "integer"
      case .decimal: "number"
      case .boolean: "boolean"
      case .json: "any"
      }
    var members: [JSONValue.Member] = [
      .init("name", .string(column.name)), .init("type", .string(type)),
      .init("title", .string(column.zh)), .init("description", .string(column.description)),
    ]
    if let fiscalType = column.fiscalType {
      members.append(.init("columnType", .string(fiscalType)))
    }
    if !column.isNullable, column.type != .json {
      members.append(.init("constraints", .object([.init("required", .boolean(true))])))
    }
    return .oneLine(.object(members))
  }

  private static func names(_ names: [String]) -> JSONValue {
    .oneLine(.array(names.map { .string($0) }))
  }
}
