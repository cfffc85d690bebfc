import OutputReading
import Testing

@Suite("JSON read back")
struct OutputNodeTests {
  /// The member `a` of an output with nothing else in it.
  private func node(_ json: String) throws -> OutputNode {
    let text = #"{"schema": "juesuan-report/2", "a": \#(json)}"#
    return try #require(try Output(Array(text.utf8)).root["a"])
  }

  @Test func `numbers keep the digits that were written`() throws {
    let numbers = try node("[8.40, -173.41, 0, 9007199254740993.01]").elements
    #expect(numbers.compactMap(\.digits) == ["8.40", "-173.41", "0", "9007199254740993.01"])
    #expect(numbers.map(\.integer) == [nil, nil, 0, nil])
  }

  @Test func `escapes are read`() throws {
    let texts = try node(#"["\u51b3\u7b97 \ud83d\ude00 \"\\\/\n\u0000", "\ud800"]"#).elements
    #expect(texts.map(\.text) == ["决算 😀 \"\\/\n\0", "\u{FFFD}"])
  }

  @Test(arguments: [
    "", "{", "[1,]", "[1 2]", #"{"a" 1}"#, "[\"\u{1}\"]", #"["\u+123"]"#, "nul", "[1] x", "[-]",
    String(repeating: "[", count: 100_000),
  ])
  func `what is no JSON is refused`(_ text: String) {
    #expect(throws: OutputError.self) { try node(text) }
  }

  @Test func `a node is only what it is`() throws {
    let values = try node(#"[null, true, 1, "x", [1], {"b": 2}]"#).elements
    #expect(values.map(\.isNull) == [true, false, false, false, false, false])
    #expect(values.map(\.isTrue) == [false, true, false, false, false, false])
    #expect(values.compactMap(\.digits) == ["1"])
    #expect(values.compactMap(\.text) == ["x"])
    #expect(values.map(\.elements.count) == [0, 0, 0, 0, 1, 0])
    #expect(values.map(\.members.count) == [0, 0, 0, 0, 0, 1])
    #expect(values.map { $0["b"]?.digits } == [nil, nil, nil, nil, nil, "2"])
  }

  @Test func `members come in their order, and of two of a name the first counts`() throws {
    let object = try node(#"{"z": 1, "b": {"z": 3}, "z": 2}"#)
    #expect(object.members.map(\.name) == ["z", "b", "z"])
    #expect(object["z"]?.digits == "1")
    #expect(object["y"] == nil)
  }

  @Test func `every node knows its pointer, and steps lead back to it`() throws {
    let object = try node(#"{"x/y": [1, {"~": null}], "b": [[], [true]]}"#)
    #expect(object.pointer == "/a")
    let inner = try #require(object["x/y"]?.elements[1]["~"])
    #expect(inner.pointer == "/a/x~1y/1/~0")
    let flag = try #require(object.step("b")?.step("1")?.step("0"))
    #expect(flag.isTrue)
    #expect(flag.pointer == "/a/b/1/0")
    #expect(object.step("b")?.step("2") == nil)
    #expect(object.step("b")?.step("x") == nil)
  }
}
