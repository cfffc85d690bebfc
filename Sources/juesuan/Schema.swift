import ArgumentParser
import Writing

/// `juesuan schema`.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema (draft 2020-12) of the output.",
    discussion: "Example: juesuan schema > juesuan-report-1.schema.json")

  func run() throws {
    try Console.print(SchemaDocument.bytes)
  }
}
