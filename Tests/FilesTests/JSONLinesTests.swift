import Files
import Testing

@Suite("Reports one a line")
struct JSONLinesTests {
  @Test func `indentation goes and strings stay`() {
    let document = "{\n  \"a\": [\n    1,\n    \"b  c\\n  d\"\n  ]\n}\n"
    #expect(
      String(decoding: JSONLines.line(of: Array(document.utf8)), as: UTF8.self)
        == "{\"a\": [1,\"b  c\\n  d\"]}\n")
  }
}
