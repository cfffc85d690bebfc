import Testing
import TextLibraries

@Suite("Text patterns")
struct TextPatternTests {
  private func matches(
    _ pattern: String, in text: String, groups: [String] = []
  ) throws -> TextPattern.Matches {
    let bytes = Array(text.utf8)
    return try TextPattern(pattern).matches(
      in: bytes, stretches: [0..<bytes.count], groups: groups)
  }

  private func words(_ range: Range<Int>?, of text: String) -> String? {
    range.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }

  @Test func `matches and groups are told in bytes`() throws {
    let text = "比上年增加3.20万元,比上年减少1.00万元"
    let found = try matches("(?<word>增加|减少)(?<first>[\\d.]+)", in: text, groups: ["first", "year"])
    #expect(found.found.map { words($0.range, of: text) } == ["增加3.20", "减少1.00"])
    #expect(found.found.map { words($0.groups[0], of: text) } == ["3.20", "1.00"])
    #expect(found.found.allSatisfy { $0.groups[1] == nil })
    #expect(!found.gaveUp)
  }

  @Test func `a match lies within one stretch, whose ends are the pattern's`() throws {
    let text = "原因是。原因是"
    let bytes = Array(text.utf8)
    let half = Array("原因是。".utf8).count
    let pattern = try TextPattern("^原因是$|是。原")
    let found = pattern.matches(in: bytes, stretches: [0..<half, half..<bytes.count])
    #expect(found.found.map(\.range) == [half..<bytes.count])
  }

  @Test func `a search that would not end is given up`() throws {
    let found = try matches("(?:a+)+b", in: String(repeating: "a", count: 3000))
    #expect(found.found.isEmpty)
    #expect(found.gaveUp)
  }

  @Test func `matches of no text are none, and the limit is kept`() throws {
    #expect(try matches("a*", in: "bbb").found.isEmpty)
    let bytes = Array("aaaa".utf8)
    #expect(
      try TextPattern("a").matches(in: bytes, stretches: [0..<4], limit: 2).found.count == 2)
  }

  @Test func `stretches beyond the text are clamped`() throws {
    let bytes = Array("ab".utf8)
    let found = try TextPattern("b").matches(in: bytes, stretches: [0..<99, 50..<60])
    #expect(found.found.map(\.range) == [1..<2])
  }

  @Test(arguments: ["(", "[a", "(?<year>", "", "\\p{Nope}"])
  func `what is no expression is told`(pattern: String) {
    #expect(throws: TextPattern.Problem.self) { _ = try TextPattern(pattern) }
  }
}
