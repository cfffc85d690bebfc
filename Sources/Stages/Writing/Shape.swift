/// How values of one type are written, and the JSON Schema of what is written: one definition for
/// both, so that an output and its schema cannot drift apart.
struct Shape<Value>: Sendable {
  /// The keywords of the schema at the place where the value stands.
  var schema: [JSONValue.Member]
  /// What the schema refers to under `#/$defs`.
  var definitions: [String: JSONValue] = [:]
  /// Writes the value.
  var write: @Sendable (Value, inout JSONWriter) -> Void
}

extension Shape where Value == String {
  /// Any text.
  static var string: Shape<String> {
    Shape(schema: [.type("string")]) { $1.write($0) }
  }

  /// One of a closed list of texts.
  static func enumeration(_ cases: [String]) -> Shape<String> {
    Shape(schema: [.type("string"), .enumeration(cases)]) { $1.write($0) }
  }

  /// A text of a form that a regular expression of JSON Schema describes.
  static func pattern(_ pattern: String) -> Shape<String> {
    Shape(schema: [.type("string"), .init("pattern", .string(pattern))]) { $1.write($0) }
  }
}

extension Shape where Value == Int {
  /// A whole number that is not negative.
  static var count: Shape<Int> {
    Shape(schema: [.type("integer"), .init("minimum", .number("0"))]) { $1.write($0) }
  }
}

extension Shape {
  /// A record written as an object that always has all its members, in their order.
  static func record(
    _ name: String, _ description: String, oneLine: Bool = false, _ properties: [Property<Value>]
  ) -> Shape {
    var described: [JSONValue.Member] = []
    var definitions: [String: JSONValue] = [:]
    for property in properties {
      described.append(
        .init(
          property.name,
          .object([.init("description", .string(property.description))] + property.schema)))
      definitions.merge(property.definitions) { first, _ in first }
    }
    definitions[name] = .object([
      .init("title", .string(name)), .init("description", .string(description)), .type("object"),
      .init("properties", .object(described)),
      .init("required", .array(properties.filter(\.isRequired).map { .string($0.name) })),
      .init("additionalProperties", .boolean(false)),
    ])
    // Of a property, writing a value needs only this; the rest would be copied for each value.
    let members = properties.map { MemberWriter(write: $0.write) }
    return Shape(
      schema: [.init("$ref", .string("#/$defs/" + name))], definitions: definitions
    ) { value, writer in
      if oneLine { writer.beginLine() }
      writer.beginObject()
      for member in members { member.write(value, &writer) }
      writer.endObject()
      if oneLine { writer.endLine() }
    }
  }

  /// A list of such values.
  var list: Shape<[Value]> {
    let write = write
    return Shape<[Value]>(
      schema: [.type("array"), .init("items", .object(schema))], definitions: definitions
    ) { values, writer in
      writer.beginArray()
      for value in values {
        writer.element()
        write(value, &writer)
      }
      writer.endArray()
    }
  }

  /// Such a value or null.
  var orNull: Shape<Value?> {
    let write = write
    return Shape<Value?>(
      schema: [
        .init("anyOf", .array([.object(schema), .object([.type("null")])]))
      ], definitions: definitions
    ) { value, writer in
      if let value { write(value, &writer) } else { writer.writeNull() }
    }
  }

  /// The shape of a value that such a value is drawn from.
  func of<Other>(_ part: @escaping @Sendable (Other) -> Value) -> Shape<Other> {
    let write = write
    return Shape<Other>(schema: schema, definitions: definitions) { write(part($0), &$1) }
  }
}

/// What writes a member of a record. An array of bare functions would wrap each in another one that
/// copies the record at every call.
private struct MemberWriter<Record>: Sendable {
  let write: @Sendable (Record, inout JSONWriter) -> Void
}

/// One member of a record.
struct Property<Record>: Sendable {
  var name: String
  var description: String
  var schema: [JSONValue.Member]
  var definitions: [String: JSONValue]
  /// False where the member is left out when there is nothing to tell.
  var isRequired = true
  /// Writes name and value, or nothing where the member is left out.
  var write: @Sendable (Record, inout JSONWriter) -> Void

  /// A member that is always there.
  init<Value>(
    _ name: String, _ description: String, _ shape: Shape<Value>,
    _ value: @escaping @Sendable (Record) -> Value
  ) {
    self.name = name
    self.description = description
    schema = shape.schema
    definitions = shape.definitions
    let member = MemberName(name)
    write = { record, writer in
      writer.member(member)
      shape.write(value(record), &writer)
    }
  }

  /// A member that is always there and may be null.
  static func nullable<Value>(
    _ name: String, _ description: String, _ shape: Shape<Value>,
    _ value: @escaping @Sendable (Record) -> Value?
  ) -> Property {
    Property(name, description, shape.orNull, value)
  }

  /// A member that is always there and lists values.
  static func list<Value>(
    _ name: String, _ description: String, _ shape: Shape<Value>,
    _ value: @escaping @Sendable (Record) -> [Value]
  ) -> Property {
    Property(name, description, shape.list, value)
  }

  /// A member that is left out where there is no value.
  static func omissible<Value>(
    _ name: String, _ description: String, _ shape: Shape<Value>,
    _ value: @escaping @Sendable (Record) -> Value?
  ) -> Property {
    var property = Property(name, description, shape.orNull, value)
    property.schema = shape.schema
    property.isRequired = false
    let member = MemberName(name)
    property.write = { record, writer in
      guard let value = value(record) else { return }
      writer.member(member)
      shape.write(value, &writer)
    }
    return property
  }
}

extension JSONValue.Member {
  /// The keyword `type`.
  static func type(_ name: String) -> JSONValue.Member { .init("type", .string(name)) }

  /// The keyword `enum`.
  static func enumeration(_ cases: [String]) -> JSONValue.Member {
    .init("enum", .oneLine(.array(cases.map { .string($0) })))
  }
}
