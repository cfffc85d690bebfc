import DocumentModel
import Reading
import Testing

@Suite struct `Numbers and headings of Word paragraphs` {
  private static let list = """
    <w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/>\
    <w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>\
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>\
    <w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>\
    <w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>\
    <w:num w:numId="2"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0">\
    <w:startOverride w:val="10"/></w:lvlOverride></w:num>
    """

  private static func item(_ number: Int, _ level: Int) -> String {
    DocxFixture.paragraph(
      "项", "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(number)\"/></w:numPr>")
  }

  @Test func `deeper levels start again and overrides take effect once`() throws {
    let levels = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 0), (2, 0)]
    let document = try DocxReader.read(
      DocxFixture.bytes(
        levels.map { Self.item($0.0, $0.1) }.joined(), numbering: Self.list))
    #expect(
      DocxFixture.paragraphs(document).map(\.numbering)
        == ["一、", "（1）", "（2）", "二、", "（1）", "十、", "十一、"])
  }

  @Test func `a heading is told by its level, its style's or the style's name`() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="a"><w:name w:val="正标题"/>\
      <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>\
      <w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>\
      <w:style w:type="paragraph" w:styleId="c"><w:name w:val="heading 3"/></w:style>
      """
    let marks = [
      "<w:pStyle w:val=\"b\"/>", "<w:pStyle w:val=\"c\"/>", "<w:outlineLvl w:val=\"0\"/>",
      "<w:outlineLvl w:val=\"9\"/>", "",
    ]
    let document = try DocxReader.read(
      DocxFixture.bytes(
        marks.map { DocxFixture.paragraph("部门概况", $0) }.joined(), styles: styles))
    #expect(DocxFixture.paragraphs(document).map(\.outlineLevel) == [2, 3, 1, nil, nil])
  }

  @Test func `a style that gives only the level keeps the list of its base`() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>\
      </w:pPr></w:style>\
      <w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/>\
      <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
      """
    let document = try DocxReader.read(
      DocxFixture.bytes(
        DocxFixture.paragraph("项", "<w:pStyle w:val=\"b\"/>"), styles: styles,
        numbering: Self.list))
    #expect(DocxFixture.paragraphs(document).map(\.numbering) == ["（1）"])
  }
}
