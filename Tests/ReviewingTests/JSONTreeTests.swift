import Reviewing
import Testing

@Suite("JSON read back")
struct JSONTreeTests {
  @Test func `numbers keep the digits that were written`() throws {
    let tree = try #require(JSONTree(Array(#"{"a": [8.40, -173.41, 0]}"#.utf8)))
    #expect(tree["a"]?.elements.compactMap(\.digits) == ["8.40", "-173.41", "0"])
  }

  @Test func `escapes are read`() throws {
    let tree = try #require(JSONTree(Array(#"["\u51b3\u7b97 \ud83d\ude00 \"\\\/\n"]"#.utf8)))
    #expect(tree.elements.first?.text == "决算 😀 \"\\/\n")
  }

  @Test(arguments: [
    "", "{", "[1,]", "[1 2]", #"{"a" 1}"#, "[\"\u{1}\"]", #"["\ud800"]"#, #"["\u+123"]"#, "nul",
    "[1] x", "[-]", String(repeating: "[", count: 100_000),
  ])
  func `what is no JSON is refused`(_ text: String) {
    #expect(JSONTree(Array(text.utf8)) == nil)
  }
}
