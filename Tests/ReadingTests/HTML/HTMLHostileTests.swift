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

  private static let names = (0..<200_000).map { "a\($0)" }.joined(separator: " ")

  @Test(
    arguments: [
      "<p ", "<_ ", "<p a=b=\" ", "<p \"=\" ", "<p a = \"x\"b=\"y\" ", "<!-- <a b=\" --><p ",
      "<!-- <a b=\"--!><p ",
      "<script>x<b=\"</script><p ", "<scripted a=\"</script>\" ",
    ])
  func `attributes are told as the parser tells them`(before: String) {
    let page = "<body><p>甲</p>\(before)\(Self.names) \">乙"
    #expect(time(page) < Self.patience)
    #expect(throws: ReadError.self) { try HTMLReader.read(Array(page.utf8)) }
  }

  @Test(arguments: ["<script>for(i=0;i<n;i++) ", "<!-- <p ", "<p title=\"", "<style>a<b "])
  func `words in scripts, comments and values are no attributes`(before: String) throws {
    let close =
      switch before.prefix(3) {
      case "<sc": "</SCRIPT >"
      case "<!-": "-->"
      case "<st": "</style>"
      default: "\">"
      }
    let words = String(repeating: "word ", count: 5000)
    let document = try HTMLReader.read(Array("<body><p>甲</p>\(before)\(words)\(close)<p>乙".utf8))
    #expect(document.blocks.count == 2)
  }

  @Test func `a text outside of all elements has a place`() throws {
    let document = try HTMLReader.read(Array("<>".utf8))
    #expect(document.leaves.allSatisfy { $0.locator != .path("") })
  }

  @Test func `depth counts in what is not shown, too`() {
    let page =
      "<p>甲</p><div hidden>" + String(repeating: "<div>", count: 100_000)
      + String(repeating: "</x>", count: 100_000)
    #expect(time(page) < Self.patience)
    #expect(throws: ReadError.self) { try HTMLReader.read(Array(page.utf8)) }
  }

  @Test func `many paragraphs far down pass a limit`() {
    let page =
      String(repeating: "<div>", count: 1500) + String(repeating: "<p>甲</p>", count: 200_000)
    #expect(time(page) < Self.patience)
    #expect(throws: ReadError.self) { try HTMLReader.read(Array(page.utf8)) }
  }

  @Test func `a text that an inline element holds is placed at its block`() throws {
    let document = try HTMLReader.read(
      Array("<body><div><p>甲</p><p><b><i>乙<br><br>丙</i></b></p></div><p>丁</p>".utf8))
    #expect(
      document.leaves.map(\.locator) == [
        .path("/html/body/div[1]/p[1]"), .path("/html/body/div[1]/p[2]"),
        .path("/html/body/div[1]/p[2]"), .path("/html/body/p[1]"),
      ])
  }
}
