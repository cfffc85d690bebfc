import DocumentModel
import Reading
import Testing

@Suite struct `Word documents` {
  private typealias Fixture = DocxFixture

  private func read(_ body: String) throws -> Document {
    try DocxReader.read(Fixture.bytes(body))
  }

  @Test func `runs of one paragraph are one leaf with its path`() throws {
    let document = try read(
      "<w:p><w:r><w:t>收入</w:t><w:tab/><w:t>支出</w:t><w:br/><w:t>结余</w:t></w:r></w:p><w:p/>"
        + Fixture.paragraph("第二段"))
    #expect(Fixture.texts(document) == ["收入 支出\n结余", "第二段"])
    #expect(document.leaves[1].locator == .path("word/document.xml#/body/p[3]"))
    #expect(document.text == Array("收入 支出\n结余\n第二段".utf8))
  }

  @Test func `insertions, links and field results count, deletions and codes do not`() throws {
    let document = try read(
      """
      <w:p><w:ins><w:r><w:t>甲</w:t></w:r></w:ins>\
      <w:del><w:r><w:delText>乙</w:delText></w:r></w:del>\
      <w:moveFrom><w:r><w:t>丙</w:t></w:r></w:moveFrom>\
      <w:hyperlink><w:r><w:t>丁</w:t></w:r></w:hyperlink>\
      <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>\
      <w:r><w:fldChar w:fldCharType="end"/></w:r>\
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>戊</w:t></w:r><w:r><w:t>己</w:t></w:r></w:p>
      """)
    #expect(Fixture.texts(document) == ["甲丁7己"])
  }

  @Test func `a text box counts once and is a paragraph of its own`() throws {
    let box = "<w:txbxContent>\(Fixture.paragraph("框内"))</w:txbxContent>"
    let document = try read(
      """
      <w:p><w:r><mc:AlternateContent><mc:Choice>\(box)</mc:Choice>\
      <mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent></w:r>\
      <w:r><w:t>框外</w:t></w:r></w:p>
      """)
    #expect(Fixture.texts(document).sorted() == ["框内", "框外"].sorted())
  }

  @Test func `footnotes stand apart from the body`() throws {
    let document = try DocxReader.read(
      Fixture.bytes(
        Fixture.paragraph("正文"),
        footnotes: "<w:footnote w:id=\"2\">\(Fixture.paragraph("注"))</w:footnote>"))
    #expect(document.blocks.map(\.region) == [.body, .footnote])
  }

  @Test func `spans make a grid`() throws {
    let across = "<w:gridSpan w:val=\"2\"/>"
    let starts = "<w:vMerge w:val=\"restart\"/>"
    let document = try read(
      "<w:tbl>"
        + Fixture.row(Fixture.cell("项目", starts), Fixture.cell("金额", across))
        + Fixture.row(Fixture.cell("", "<w:vMerge/>"), Fixture.cell("1.00"), Fixture.cell("2.00"))
        + "</w:tbl>")
    let table = try #require(Fixture.tables(document).first)
    #expect(table.rows == 2 && table.columns == 3)
    #expect(
      table.cells == [
        Cell(row: 0, column: 0, rowSpan: 2, leaf: 0),
        Cell(row: 0, column: 1, columnSpan: 2, leaf: 1),
        Cell(row: 1, column: 1, leaf: 2), Cell(row: 1, column: 2, leaf: 3),
      ])
    #expect(document.leaves[3].locator == .path("word/document.xml#/body/tbl[1]/tr[2]/tc[3]"))
  }

  @Test func `a table within a cell follows the table around it`() throws {
    let inner = "<w:tbl>\(Fixture.row(Fixture.cell("内一"), Fixture.cell("内二")))</w:tbl>"
    let long = String(repeating: "决算", count: 20)
    let document = try read(
      "<w:tbl>\(Fixture.row(Fixture.cell(long), Fixture.cell("2")))"
        + Fixture.row(Fixture.cell("3"), "<w:tc>\(inner)<w:p/></w:tc>") + "</w:tbl>")
    #expect(Fixture.tables(document).map(\.cells.count) == [4, 2])
    #expect(Fixture.texts(document).filter { $0.contains("内一") } == ["内一"])
  }

  @Test func `a cell that only touches the merged one above is a cell of its own`() throws {
    let wide = "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>"
    let document = try read(
      "<w:tbl>" + Fixture.row(Fixture.cell("宽", wide))
        + Fixture.row(Fixture.cell("左"), Fixture.cell("右", "<w:vMerge/>")) + "</w:tbl>")
    let table = try #require(Fixture.tables(document).first)
    #expect(
      table.cells == [
        Cell(row: 0, column: 0, columnSpan: 2, leaf: 0), Cell(row: 1, column: 0, leaf: 1),
        Cell(row: 1, column: 1, leaf: 2),
      ])
    #expect(document.string(ofLeaf: 2) == "右")
  }
}
