@testable import Writing

/// `docs/output.md` as the schema has it: per record a heading, what it is, its members in a table, and
/// behind them the example that a person wrote.
struct OutputPage {
  /// What stands before the first record.
  let preface: String
  /// By record, what stands behind its members.
  private let examples: [String: String]

  /// Takes a page apart.
  init(_ text: String) {
    let parts = text.components(cutBefore: "\n### ")
    preface = parts.first ?? ""
    var examples: [String: String] = [:]
    for part in parts.dropFirst() {
      let name = String(part.dropFirst("### ".count).prefix { $0 != "\n" })
      examples[name] = part.components(cutBefore: "\n```json\n").dropFirst().joined(separator: "\n")
    }
    self.examples = examples
  }

  /// The example of a record as JSON; nil where the page has none.
  func example(of record: String) -> String? {
    guard let text = examples[record], text.hasPrefix("```json\n"),
      let end = text.end(before: "\n```")
    else { return nil }
    return String(text[..<end].dropFirst("```json\n".count))
  }

  /// The page as it should be: what people wrote stays, what the schema says is written anew.
  func rewritten(_ records: [SchemaRecord]) -> String {
    let sections = records.map { record in
      record.section + (examples[record.name] ?? "```json\n{}\n```\n")
    }
    return ([preface] + sections).map { part in
      part.hasSuffix("\n") ? String(part.dropLast()) : part
    }.joined(separator: "\n") + "\n"
  }
}

/// One record of the schema.
struct SchemaRecord {
  let name: String
  let description: String
  let members: [Member]

  /// A member with its type in words.
  struct Member {
    let name: String
    let type: String
    let description: String
    let isRequired: Bool
  }

  /// All of them, each behind the one that names it first. Records of places alone are told with the record
  /// whose places they are.
  static var all: [SchemaRecord] {
    let definitions = ReportShape.root.definitions
    var found: [SchemaRecord] = []
    var seen: Set<String> = []
    func visit(_ name: String) {
      guard seen.insert(name).inserted, let definition = definitions[name] else { return }
      guard !name.hasSuffix("Sources") else { return visit("source") }
      found.append(SchemaRecord(name, definition))
      for member in definition["properties"]?.members ?? [] {
        member.value.references.forEach(visit)
      }
    }
    visit("document")
    return found
  }

  private init(_ name: String, _ definition: JSONValue) {
    self.name = name
    description = definition["description"]?.text ?? ""
    let required = Set((definition["required"]?.elements ?? []).compactMap(\.text))
    members = (definition["properties"]?.members ?? []).map { member in
      Member(
        name: member.name, type: member.value.typeInWords,
        description: member.value["description"]?.text ?? "",
        isRequired: required.contains(member.name))
    }
  }

  /// Heading, description and table, up to the example.
  var section: String {
    var lines = [
      "", "### \(name)", "", description, "", "| member | type | what |", "| --- | --- | --- |",
    ]
    lines += members.map {
      "| `\($0.name)` | \($0.type)\($0.isRequired ? "" : "; may be absent") | "
        + "\($0.description) |"
    }
    return (lines + ["", ""]).joined(separator: "\n")
  }
}

extension JSONValue {
  fileprivate subscript(name: String) -> JSONValue? { members.first { $0.name == name }?.value }

  fileprivate var members: [Member] {
    switch self {
    case .object(let members): members
    case .oneLine(let inner): inner.members
    default: []
    }
  }

  fileprivate var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .oneLine(let inner): inner.elements
    default: []
    }
  }

  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The records that a schema leads to.
  fileprivate var references: [String] {
    (self["$ref"]?.text).map { [String($0.dropFirst("#/$defs/".count))] }
      ?? members.flatMap { member in
        member.value.references + member.value.elements.flatMap(\.references)
      }
  }

  /// «list of [fact](#fact)», «number or null».
  fileprivate var typeInWords: String {
    if let reference = references.first, self["$ref"] != nil {
      return reference.hasSuffix("Sources")
        ? "[source](#source) by member" : "[\(reference)](#\(reference.lowercased()))"
    }
    if let choices = self["anyOf"]?.elements {
      return choices.map(\.typeInWords).joined(separator: " or ")
    }
    if let cases = self["enum"]?.elements.compactMap(\.text) {
      return cases.map { "`\($0)`" }.joined(separator: ", ")
    }
    switch self["type"]?.text {
    case "array":
      let item = self["items"]?.typeInWords ?? ""
      return "list of " + item + (item.hasPrefix("[") ? "" : "s")
    case "object": return (self["additionalProperties"]?.typeInWords ?? "") + " by name"
    case "string": return "text"
    case "integer": return "whole number"
    case "boolean": return "true or false"
    case let other: return other ?? ""
    }
  }
}

extension String {
  /// The pieces that begin with a mark, without the line feed at its front, and what stands before them.
  fileprivate func components(cutBefore mark: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let start = rest.dropFirst().firstRange(of: mark)?.lowerBound {
      pieces.append(String(rest[..<start]))
      rest = rest[index(after: start)...]
    }
    return pieces + [String(rest)]
  }

  fileprivate func end(before mark: String) -> String.Index? { firstRange(of: mark)?.lowerBound }
}
