import Foundation
import TestSupport
import Testing

@testable import Writing

@Suite("The page on the output")
struct OutputPageTests {
  private static let file = Repository.root.appending(path: "docs/output.md")

  private func page() throws -> (text: String, page: OutputPage) {
    let text = String(decoding: try Repository.bytes("docs/output.md"), as: UTF8.self)
    return (text, OutputPage(text))
  }

  /// `RECORD=1` writes them anew.
  @Test func `every member stands in it as the schema has it`() throws {
    let (text, page) = try page()
    let wanted = page.rewritten(SchemaRecord.all)
    if ProcessInfo.processInfo.environment["RECORD"] != nil, wanted != text {
      try Data(wanted.utf8).write(to: Self.file)
    }
    #expect(
      text == wanted,
      "docs/output.md is behind the schema: RECORD=1 swift test --filter OutputPageTests")
  }

  @Test func `every record has an example with the members that it always has, and no other`()
    throws
  {
    let page = try page().page
    for record in SchemaRecord.all {
      let example = try #require(page.example(of: record.name), "\(record.name)")
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(example.utf8)) as? [String: Any],
        "\(record.name)")
      let known = Set(record.members.map(\.name))
      let required = Set(record.members.filter(\.isRequired).map(\.name))
      #expect(Set(object.keys).isSubset(of: known), "\(record.name)")
      #expect(required.isSubset(of: object.keys), "\(record.name)")
    }
  }

  @Test func `records of places name members of their record and places alone`() {
    let definitions = ReportShape.root.definitions
    let records = Dictionary(
      SchemaRecord.all.map { ($0.name, Set($0.members.map(\.name))) }, uniquingKeysWith: { $1 })
    for name in definitions.keys where name.hasSuffix("Sources") {
      let record = String(name.dropLast("Sources".count))
      #expect(records[record]?.contains("sources") == true, "\(name)")
    }
    #expect(records.count + definitions.keys.count { $0.hasSuffix("Sources") } == definitions.count)
  }

  @Test func `the page names the version that outputs carry`() throws {
    let (text, _) = try page()
    #expect(text.hasPrefix("# The output: `\(ReportShape.name)`\n"))
    let changes = String(decoding: try Repository.bytes("CHANGELOG.md"), as: UTF8.self)
    #expect(changes.contains("`\(ReportShape.name)`"))
  }
}
