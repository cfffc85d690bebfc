import DocumentModel
import Reading
import Testing

/// Pages made to exhaust the reader: each ends in a result or an error, and soon.
@Suite struct `Hostile web pages` {
  private static let patience = Duration.seconds(20)

  private func time(_ page: String) -> Duration {
    let bytes = Array(page.utf8)
    return ContinuousClock().measure { _ = try? HTMLReader.read(bytes) }
  }

  @Test func `nesting without end is refused`() {
    let page = "<p>甲</p>" + String(repeating: "<div>", count: 1_000_000)
    #expect(time(page) < Self.patience)
    #expect(throws: ReadError.self) { try HTMLReader.read(Array(page.utf8)) }
  }

  @Test(arguments: ["<b>", "<p>", "<td>", "<table><tr><td>", "</div>", "<a href=x>", "<br>", "<"])
  func `repeated markup ends`(_ markup: String) {
    #expect(time("<body><p>甲</p>" + String(repeating: markup, count: 300_000)) < Self.patience)
  }

  @Test func `an element with a million attributes ends`() {
    let attributes = (0..<1_000_000).map { " a\($0)=1" }.joined()
    #expect(time("<p\(attributes)>甲</p>") < Self.patience)
  }

  @Test func `wide spans end`() {
    let row = "<tr>" + String(repeating: "<td colspan=1000 rowspan=1000>甲</td>", count: 1000)
    #expect(time("<table>" + String(repeating: row, count: 50)) < Self.patience)
  }

  @Test func `an element cut off at the end is no trouble`() throws {
    let document = try HTMLReader.read(Array("<div><p>甲</p><p>乙<span cla".utf8))
    #expect(document.blocks.count == 2)
  }
}
