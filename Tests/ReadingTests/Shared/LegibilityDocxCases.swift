import DocumentModel
import Reading

/// Ways of Word to make a digit what no plain text of the line is.
enum LegibilityDocxCases {
  private static func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>"
  }

  /// The properties of runs that hide them; styles are those of ``styles``.
  static let hiding = [
    "<w:vanish/>", "<w:vanish w:val=\"true\"/>", "<w:rStyle w:val=\"Hidden\"/>",
    "<w:rStyle w:val=\"HiddenChild\"/>", "<w:color w:val=\"FFFFFF\"/>",
    "<w:color w:val=\"ffffff\"/>",
    "<w:sz w:val=\"1\"/>", "<w:rStyle w:val=\"White\"/>", "<w:rStyle w:val=\"Tiny\"/>",
    "<w:w w:val=\"1\"/>", "<w14:textFill><w14:noFill/></w14:textFill>",
    "<w:color w:val=\"FFFF00\"/><w:highlight w:val=\"yellow\"/>",
    "<w:color w:val=\"1F4E79\"/><w:shd w:val=\"clear\" w:fill=\"1F4E79\"/>",
  ]

  static let striking = [
    "<w:strike/>", "<w:dstrike/>", "<w:rStyle w:val=\"Struck\"/>",
    "<w:b/><w:strike w:val=\"1\"/><w:color w:val=\"FF0000\"/>",
  ]

  static let raising = [
    "<w:vertAlign w:val=\"superscript\"/>", "<w:rStyle w:val=\"Raised\"/>",
    "<w:position w:val=\"10\"/><w:sz w:val=\"12\"/>",
  ]

  /// Properties under which text is seen as any other.
  static let plain = [
    "", "<w:vanish w:val=\"0\"/>", "<w:vanish w:val=\"false\"/>", "<w:strike w:val=\"0\"/>",
    "<w:rStyle w:val=\"Hidden\"/><w:vanish w:val=\"0\"/>",
    "<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"1F4E79\"/>",
    "<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"black\"/>", "<w:webHidden/>",
    "<w14:textOutline><w14:noFill/></w14:textOutline>", "<w:color w:val=\"auto\"/>",
    "<w:vertAlign w:val=\"baseline\"/>", "<w:rStyle w:val=\"None\"/>", "<w:position w:val=\"-2\"/>",
  ]

  static let styles = """
    <w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="HiddenChild"><w:basedOn w:val="Hidden"/></w:style>
    <w:style w:type="character" w:styleId="White"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="Tiny"><w:rPr><w:sz w:val="2"/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="Raised">
      <w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Crossed"><w:rPr><w:strike/></w:rPr></w:style>
    """

  /// The text of a paragraph or a cell with one marked run between two others.
  static func text(
    _ before: String, _ marked: String, _ behind: String, _ properties: String, inCell: Bool
  ) throws -> (text: String, document: Document) {
    let content = run(before) + run(marked, properties) + run(behind)
    return try read("<w:p>\(content)</w:p>", inCell: inCell)
  }

  static func read(
    _ paragraph: String, inCell: Bool = false
  ) throws -> (text: String, document: Document) {
    let body =
      inCell
      ? "<w:tbl><w:tr>\(DocxFixture.cell("甲"))<w:tc>\(paragraph)</w:tc></w:tr>"
        + "<w:tr>\(DocxFixture.cell("乙"))\(DocxFixture.cell("丙"))</w:tr></w:tbl>"
      : DocxFixture.paragraph("甲") + paragraph
    let document = try DocxReader.read(DocxFixture.bytes(body, styles: styles))
    let texts = DocxFixture.texts(document)
    return (texts.count > 1 ? texts[1] : "", document)
  }
}
