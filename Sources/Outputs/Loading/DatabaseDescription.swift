package import Files
internal import Tables
internal import Writing

/// What Datasette tells its readers of the tables of a SQLite database.
package enum DatabaseDescription {
  /// Writes `FILE.metadata.json` beside a database, for `datasette FILE --metadata FILE.metadata.json`.
  package static func write(beside path: String) throws(FileError) {
    try OutputFile.write(bytes(for: name(of: path)), to: path + ".metadata.json")
  }

  /// As Datasette calls a file: without folders and the last ending.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }

  private static func bytes(for name: String) -> [UInt8] {
    let tables = ReportTables.reportTables + ReportTables.vocabularyTables
    var members = tables.map { JSONValue.Member($0.name, description(of: $0)) }
    for view in reportViews(twins: true) {
      members.append(
        .init(
          view.name,
          .object([
            .init("title", .string("\(view.name) \(view.zh)")),
            .init("description", .string(view.description)),
          ])))
    }
    members.append(.init("facts_fts", .object([.init("hidden", .boolean(true))])))
    return JSONWriter.bytes(
      of: .object([
        .init("title", .string("决算公开数据")),
        .init(
          "description",
          .string(
            "Published Chinese final-accounts reports. Numbers are texts in the digits printed; the "
              + "columns ending in _e4 hold the same as whole numbers of ten-thousandths, to compare, "
              + "sort and add with.")),
        .init(
          "databases",
          .object([.init(name, .object([.init("tables", .object(members))]))])),
      ]))
  }

  private static func description(of table: Table) -> JSONValue {
    var columns: [JSONValue.Member] = []
    for column in table.columns {
      columns.append(.init(column.name, .string("\(column.zh). \(column.description)")))
      if column.type == .decimal {
        columns.append(
          .init(column.name + "_e4", .string("\(column.zh) × 10000. \(column.description)")))
      }
    }
    var members: [JSONValue.Member] = [
      .init("title", .string("\(table.name) \(table.zh)")),
      .init("description", .string(table.description)),
      .init("columns", .object(columns)),
    ]
    let facets = [
      "fiscal_year", "kind", "layout", "aspect", "status", "severity", "scope", "trust",
    ]
    .filter { table.position(of: $0) != nil }
    if !facets.isEmpty {
      members.append(.init("facets", .oneLine(.array(facets.map { .string($0) }))))
    }
    return .object(members)
  }
}
