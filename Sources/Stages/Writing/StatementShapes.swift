internal import ReportModel

extension Shape where Value == Statement {
  /// An official statement.
  static var statement: Shape<Statement> {
    .record(
      "statement", "One official statement that the report holds or lists.",
      [
        .nullable("id", "Canonical id; null where the title is not known.", .string) {
          $0.id
        },
        Property("title", "The title printed.", .string) { $0.title },
        .nullable("fund", "Kind of money that its title names; null where it names none.", .string)
        {
          $0.fund
        },
        .nullable(
          "aspect", "What its amounts tell where no head says otherwise; null where only named.",
          .rawValue
        ) { $0.aspect },
        .nullable("unit", "What its amounts are printed in; null where nothing says.", .rawValue) {
          $0.unit
        },
        Property("listedOnly", "Whether the report only names it.", .boolean) {
          $0.isListedOnly
        },
        Property("empty", "Whether its table is there and holds no amount.", .boolean) {
          $0.isEmpty
        },
        .list("pages", "Pages of a PDF on which it stands.", .count) { $0.pages },
        .list("columns", "Columns of amounts from left to right.", .statementColumn) {
          $0.columns
        },
        .list("rows", "Rows from top to bottom; a two-sided row is two.", .statementRow) {
          $0.rows
        },
        Property("source", "The place of the title.", .source) { $0.source },
      ])
  }
}

extension Shape where Value == Statement.Column {
  /// A column of a statement.
  static var statementColumn: Shape<Statement.Column> {
    .record(
      "statementColumn", "One column of amounts.", oneLine: true,
      [
        Property("id", "Unique within the statement.", .string) { $0.id },
        Property("label", "The heads above it, from top to bottom.", .string) { $0.label },
      ])
  }
}

extension Shape where Value == Statement.Row {
  /// A row of a statement.
  static var statementRow: Shape<Statement.Row> {
    .record(
      "statementRow", "One row of a statement.",
      [
        .nullable("code", "Code of the classification; null where none is printed.", .string) {
          $0.code
        },
        .nullable("label", "The label printed; null where there is none.", .string) { $0.label },
        .nullable("level", "1 class, 2 category, 3 item; null where there is no code.", .count) {
          $0.level
        },
        .nullable("side", "Of a statement with two sides: income or expenditure.", .string) {
          $0.side?.rawValue
        },
        Property("values", "Amounts by column id; an empty cell has none.", .amounts) {
          $0.values
        },
        Property("sources", "Places by `code`, `label` and column id.", .places) { $0.sources },
      ])
  }
}

extension Shape where Value == Bool {
  /// True or false.
  static var boolean: Shape<Bool> { Shape(schema: [.type("boolean")]) { $1.write($0) } }
}

extension Shape where Value == [String: Amount] {
  /// Amounts under names, sorted by name.
  static var amounts: Shape<[String: Amount]> {
    let amount = Shape<Amount>.amount
    return Shape(
      schema: [.type("object"), .init("additionalProperties", .object(amount.schema))],
      definitions: amount.definitions
    ) { values, writer in
      writer.beginLine()
      writer.writeObject(values, amount.write)
      writer.endLine()
    }
  }
}

extension Shape where Value == [String: SourceReference] {
  /// Places under names, sorted by name.
  static var places: Shape<[String: SourceReference]> {
    let source = Shape<SourceReference>.source
    return Shape(
      schema: [.type("object"), .init("additionalProperties", .object(source.schema))],
      definitions: source.definitions
    ) { places, writer in writer.writeObject(places, source.write) }
  }
}
