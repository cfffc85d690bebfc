import DocumentModel
import Reading
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
}
