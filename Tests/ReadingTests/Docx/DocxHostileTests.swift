import DocumentModel
import Reading
import TestSupport
import Testing

@Suite struct `Hostile Word documents` {
  private func error(_ bytes: [UInt8]) -> ReadError? {
    #expect(throws: ReadError.self) { _ = try DocxReader.read(bytes) }
  }

  @Test func `a ZIP without the document's part is damaged`() {
    guard case .damaged(_, "word/document.xml") = error(StoredZip.archive([("a.txt", "甲")]))
    else {
      Issue.record("not damaged")
      return
    }
  }

  @Test(arguments: [0, 10, 60, 200])
  func `a file that is cut off is damaged`(length: Int) {
    let bytes = DocxFixture.bytes(DocxFixture.paragraph("甲"))
    guard case .damaged = error(Array(bytes.prefix(length))) else {
      Issue.record("not damaged")
      return
    }
  }

  @Test func `a document type is refused`() {
    let part = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
    let bytes = StoredZip.archive([("word/document.xml", part)])
    guard case .refused(_, "word/document.xml") = error(bytes) else {
      Issue.record("not refused")
      return
    }
  }

  @Test func `elements too deep are damaged`() {
    let deep = String(repeating: "<w:sdt>", count: 5000)
    guard case .damaged = error(DocxFixture.bytes(deep)) else {
      Issue.record("not damaged")
      return
    }
  }

  @Test func `a span over a thousand million columns passes a limit`() {
    let cell = DocxFixture.cell("甲", "<w:gridSpan w:val=\"1000000000\"/>")
    let table = "<w:tbl>\(DocxFixture.row(cell, DocxFixture.cell("乙")))</w:tbl>"
    guard case .limitExceeded = error(DocxFixture.bytes(table)) else {
      Issue.record("no limit")
      return
    }
  }

  @Test func `a chain of merges without a start stays a grid`() throws {
    let row = DocxFixture.row(
      DocxFixture.cell("甲", "<w:vMerge/>"), DocxFixture.cell("乙", "<w:vMerge/>"))
    let document = try DocxReader.read(
      DocxFixture.bytes("<w:tbl>\(String(repeating: row, count: 500))</w:tbl>"))
    let table = try #require(DocxFixture.tables(document).first)
    #expect(table.cells.map(\.rowSpan) == [500, 500])
  }

  @Test(arguments: ["9223372036854775807", "-9223372036854775808", "9", "99999999999999999999"])
  func `an outline level beyond those that there are is none`(level: String) throws {
    let document = try DocxReader.read(
      DocxFixture.bytes(DocxFixture.paragraph("甲", "<w:outlineLvl w:val=\"\(level)\"/>")))
    #expect(DocxFixture.paragraphs(document).map(\.outlineLevel) == [nil])
  }

  @Test(arguments: ["", "<!-- <a \" -->", "<!-- <a b=' -->", "<w:p/>"])
  func `an element of a hundred thousand attributes is refused at once`(before: String) {
    let attributes = (0..<100_000).map { "a\($0)=\">\"" }.joined(separator: " ")
    let found = error(DocxFixture.bytes(before + "<w:p \(attributes)/>"))
    #expect(limit(found)?.contains("attributes") ?? false)
  }

  @Test func `many equal signs in a text are no attributes`() throws {
    let text = String(repeating: "=&quot;", count: 20_000)
    let document = try DocxReader.read(DocxFixture.bytes(DocxFixture.paragraph(text)))
    #expect(document.text.count == 40_000)
  }

  @Test func `namespaces by the thousand are refused at once`() {
    let open = (0..<100).map { level in
      let names = (0..<100).map { "xmlns:n\(level)_\($0)=\"u\"" }.joined(separator: " ")
      return "<w:sdt \(names)>"
    }
    let body = open.joined() + String(repeating: "<w:t/>", count: 200_000)
    #expect(limit(error(DocxFixture.bytes(body)))?.contains("namespaces") ?? false)
  }

  @Test func `every paragraph may declare its own namespaces`() throws {
    let paragraph = "<w:p xmlns:a=\"u\" xmlns:b=\"v\"><w:r><w:t>甲</w:t></w:r></w:p>"
    let document = try DocxReader.read(
      DocxFixture.bytes(String(repeating: paragraph, count: 3000)))
    #expect(document.blocks.count == 3000)
  }

  @Test func `more paragraphs than any document has pass a limit`() {
    let body = String(repeating: DocxFixture.paragraph("甲"), count: DocumentLimits.mostLeaves + 1)
    #expect(limit(error(DocxFixture.bytes(body)))?.contains("size of the text") ?? false)
  }

  @Test func `a list's number is no longer than Word's own`() throws {
    let level = String(repeating: "%1", count: 10_000)
    let numbering =
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"\(level)\"/>"
      + "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
    let document = try DocxReader.read(
      DocxFixture.bytes(
        DocxFixture.paragraph("甲", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>"),
        numbering: numbering))
    let number = try #require(DocxFixture.paragraphs(document).first?.numbering)
    #expect(number.count < 200)
  }

  private func limit(_ error: ReadError?) -> String? {
    if case .limitExceeded(let what, _) = error { what } else { nil }
  }
}
