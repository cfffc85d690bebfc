import Testing
@testable import Writing

@Suite("JSON writer")
struct JSONWriterTests {
  private func text(_ value: JSONValue) -> String {
    String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
  }

  @Test func `members keep their order and are indented by two spaces`() {
    let value = JSONValue.object([
      .init("b", .number("8.40")), .init("a", .array([.null, .boolean(true)])),
    ])
    #expect(text(value) == "{\n  \"b\": 8.40,\n  \"a\": [\n    null,\n    true\n  ]\n}\n")
  }

  @Test func `a value for one line stays on one line`() {
    let value = JSONValue.oneLine(
      .object([.init("a", .number("1")), .init("b", .array([.number("2"), .number("3")]))]))
    #expect(text(value) == "{ \"a\": 1, \"b\": [2, 3] }\n")
  }

  @Test func `empty lists and objects take no lines`() {
    #expect(
      text(.object([.init("a", .array([])), .init("b", .object([]))]))
        == "{\n  \"a\": [],\n  \"b\": {}\n}\n")
  }

  @Test func `hanzi and slashes stay, quotes and control characters are escaped`() {
    #expect(text(.string("收/支\"\\\n\t\u{1}\u{7F}")) == "\"收/支\\\"\\\\\\n\\t\\u0001\\u007f\"\n")
  }
}
