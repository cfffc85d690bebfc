import DocumentModel
import Reading
import TestSupport
import Testing
import ValueModel

/// What a person sees is what is read, in whatever way a format hides, strikes or raises it.
struct LegibilityTests {
  private static let places = [false, true]

  private static func codes(_ document: Document) -> [String] {
    document.findings.map(\.code.rawValue)
  }

  // MARK: Word

  @Test(arguments: LegibilityDocxCases.hiding, places)
  func `hidden text of a document is left out and counted`(_ properties: String, inCell: Bool)
    throws
  {
    let (text, document) = try LegibilityDocxCases.text(
      "支出12", "9", "34.56万元", properties, inCell: inCell)
    #expect(text == "支出1234.56万元")
    #expect(Self.codes(document) == ["docx.hidden_text"])
  }

  @Test(arguments: LegibilityDocxCases.striking, places)
  func `struck text of a document is left out and counted`(_ properties: String, inCell: Bool)
    throws
  {
    let (text, document) = try LegibilityDocxCases.text(
      "支出12", "9", "34.56万元", properties, inCell: inCell)
    #expect(text == "支出1234.56万元")
    #expect(Self.codes(document) == ["docx.struck_text"])
  }

  @Test(arguments: LegibilityDocxCases.raising, places)
  func `raised digits of a document are written as such`(_ properties: String, inCell: Bool) throws
  {
    let mark = try LegibilityDocxCases.text("支出1,234.56", "12", "万元", properties, inCell: inCell)
    #expect(mark.text == "支出1,234.56¹²万元")
    let power = try LegibilityDocxCases.text("支出10", "3", "万元", properties, inCell: inCell)
    #expect(power.text == "支出10³万元")
    let figure = try LegibilityDocxCases.text("支出", "1,234.56", "万元", properties, inCell: inCell)
    #expect(figure.text == "支出1,234.56万元")
  }

  @Test(arguments: LegibilityDocxCases.plain, places)
  func `what only looks like hiding is read`(_ properties: String, inCell: Bool) throws {
    let (text, document) = try LegibilityDocxCases.text(
      "支出12", "3", "4.56万元", properties, inCell: inCell)
    #expect(text == "支出1234.56万元")
    #expect(document.findings.isEmpty)
  }

  @Test func `styles of a paragraph and of a run cancel out, as in Word`() throws {
    let run = "<w:r><w:rPr><w:rStyle w:val=\"Hidden\"/></w:rPr><w:t>1.00</w:t></w:r>"
    let plain = "<w:r><w:t>2.00</w:t></w:r>"
    let (text, _) = try LegibilityDocxCases.read(
      "<w:p><w:pPr><w:pStyle w:val=\"Gone\"/></w:pPr>\(run)\(plain)</w:p>")
    #expect(text == "1.00")
  }

  @Test(
    arguments: [
      (
        "<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup>",
        "\u{FFFC}"
      ),
      (
        "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>",
        "\u{FFFC}"
      ),
      ("<m:rad><m:e><m:r><m:t>16</m:t></m:r></m:e></m:rad>", "\u{FFFC}"),
      ("<m:r><m:t>12.5</m:t></m:r>", "12.5"),
    ], places)
  func `a formula is a hole, and text in a row is text`(
    _ item: (formula: String, text: String), inCell: Bool
  ) throws {
    let (text, document) = try LegibilityDocxCases.read(
      "<w:p><w:r><w:t>支出</w:t></w:r><m:oMath>\(item.formula)</m:oMath><w:r><w:t>万元</w:t></w:r></w:p>",
      inCell: inCell)
    #expect(text == "支出\(item.text)万元")
    #expect(Self.codes(document).contains("docx.unreadable_text") == (item.text == "\u{FFFC}"))
  }

  @Test(arguments: [
    ("<w:sym w:font=\"Symbol\" w:char=\"F02D\"/>", "−"),
    ("<w:sym w:font=\"Symbol\" w:char=\"F02E\"/>", "."),
    ("<w:sym w:font=\"Symbol\" w:char=\"F035\"/>", "5"),
    ("<w:sym w:font=\"Symbol\" w:char=\"F061\"/>", "\u{FFFC}"),
    ("<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>", "☑"),
    ("<w:sym w:font=\"Wingdings\" w:char=\"F034\"/>", "\u{FFFC}"),
    ("<w:sym w:font=\"Webdings\" w:char=\"F0A8\"/>", "\u{FFFC}"),
    ("<w:sym w:font=\"宋体\" w:char=\"2460\"/>", "①"),
    ("<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>12</w:t>", "\u{FFFC}"),
    ("<w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr><w:t>\u{F02D}12</w:t>", "−12"),
  ])
  func `a symbol is the character that is seen, or a hole`(_ item: (run: String, text: String))
    throws
  {
    let (text, _) = try LegibilityDocxCases.read(
      "<w:p><w:r><w:t>支出</w:t></w:r><w:r>\(item.run)</w:r></w:p>")
    #expect(text == "支出\(item.text)")
  }

  @Test func `the branch of an alternate content that shows text is read`() throws {
    func content(_ choice: String, _ fallback: String, _ requires: String = "wps") -> String {
      """
      <w:p><mc:AlternateContent><mc:Choice Requires="\(requires)"><w:r>\(choice)</w:r></mc:Choice>\
      <mc:Fallback><w:r>\(fallback)</w:r></mc:Fallback></mc:AlternateContent></w:p>
      """
    }
    let one = "<w:t>1.00</w:t>"
    let two = "<w:t>2.00</w:t>"
    #expect(try LegibilityDocxCases.read(content(one, two)).text == "1.00")
    #expect(try LegibilityDocxCases.read(content("", two)).text == "2.00")
    #expect(try LegibilityDocxCases.read(content(one, two, "zzz")).text == "2.00")
  }

  @Test func `a field that does not end takes no text away`() throws {
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
    let read = try LegibilityDocxCases.read(
      "<w:p><w:r><w:t>一</w:t></w:r>\(field)<w:r><w:t>7.00</w:t></w:r></w:p><w:p><w:r><w:t>8.00</w:t></w:r></w:p>"
    )
    #expect(read.text == "一7.00")
    #expect(DocxFixture.texts(read.document).last == "8.00")
    #expect(Self.codes(read.document) == ["docx.unclosed_field"])
  }

  @Test func `an embedded part and a formula that is drawn are told`() throws {
    let chunk = try LegibilityDocxCases.read(
      "<w:altChunk r:id=\"x\"/><w:p><w:r><w:t>1</w:t></w:r></w:p>")
    #expect(Self.codes(chunk.document) == ["docx.embedded_part"])
    let drawn = """
      <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> EQ \\f(1,2) </w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="end"/></w:r>
      """
    let equation = try LegibilityDocxCases.read("<w:p><w:r><w:t>12</w:t></w:r>\(drawn)</w:p>")
    #expect(equation.text == "12\u{FFFC}")
    let ruby =
      "<w:ruby><w:rt><w:r><w:t>9</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>12</w:t></w:r></w:rubyBase></w:ruby>"
    #expect(try LegibilityDocxCases.read("<w:p><w:r>\(ruby)</w:r></w:p>").text == "12")
  }

  // MARK: Web pages

  private static func page(
    _ before: String, _ marked: String, _ behind: String, inCell: Bool, style: String = ""
  ) throws -> (text: String, document: Document) {
    let content = before + marked + behind
    let body =
      inCell
      ? "<table border=1><tr><td>甲</td><td>\(content)</td></tr><tr><td>乙</td><td>丙</td></tr></table>"
      : "<p>甲</p><p>\(content)</p>"
    let document = try HTMLReader.read(
      Array("<html><head><style>\(style)</style></head><body>\(body)</body></html>".utf8))
    return (document.leaves.count > 1 ? document.string(ofLeaf: 1) : "", document)
  }

  private static let hidingRules = """
    /* x */ .a, .n .m { display: none !important } #b { visibility:hidden } .c{opacity:0}
    .d{font-size:0px} .e{color:#FFF} .f{position:absolute; left:-9999px} b.g > i{display:none}
    .h{clip:rect(0,0,0,0)} .i{width:0;height:0;overflow:hidden} .j{text-indent:-999px}
    @media print { .p { display:none } } .k{display:block}
    @media screen { .q { display:none } } .s{text-decoration: line-through}
    .t{text-decoration-line:line-through} .u{vertical-align:super} .v{vertical-align: 4px}
    """

  private static let hiding = [
    "<span style='display:none'>9</span>", "<span style='DISPLAY : None'>9</span>",
    "<b hidden>9</b>",
    "<span style='visibility:hidden'>9</span>", "<span style='visibility:collapse'>9</span>",
    "<span style='opacity:0'>9</span>", "<span style='opacity: 0.0'>9</span>",
    "<span style='font-size:0'>9</span>", "<span style='font-size:.5px'>9</span>",
    "<span style='color:#ffffff'>9</span>", "<span style='color:white'>9</span>",
    "<span style='color: rgb(255, 255, 255)'>9</span>", "<font color=#FFFFFF>9</font>",
    "<span style='color:transparent'>9</span>", "<span style='color:rgba(0,0,0,0)'>9</span>",
    "<span style='position:absolute;left:-5000px'>9</span>",
    "<span style='position:fixed;top:-2000px'>9</span>",
    "<span style='text-indent:-9999px'>9</span>",
    "<span style='clip-path: inset(100%)'>9</span>", "<span style='transform:scale(0)'>9</span>",
    "<span class=a>9</span>", "<span id=b>9</span>", "<span class='x c'>9</span>",
    "<i class=d>9</i>",
    "<i class=e>9</i>", "<i class=f>9</i>", "<b class=g><i>9</i></b>", "<i class=h>9</i>",
    "<i class=i>9</i>", "<i class=j>9</i>", "<i class=q>9</i>",
    "<b class=n><u><i class=m>9</i></u></b>",
    "<span style='display:none'><b><i>9</i></b></span>",
    "<b style='opacity:0'><i style='color:red'>9</i></b>",
  ]

  @Test(arguments: hiding, places)
  func `hidden text of a page is left out and counted`(_ marked: String, inCell: Bool) throws {
    let (text, document) = try Self.page(
      "支出12", marked, "34.56万元", inCell: inCell, style: Self.hidingRules)
    #expect(text == "支出1234.56万元")
    #expect(Self.codes(document) == ["html.hidden_text"])
  }

  @Test(
    arguments: [
      "<s>9</s>", "<del>9</del>", "<strike>9</strike>", "<b><s>9</s></b>", "<s><b><i>9</i></b></s>",
      "<span style='text-decoration:line-through'>9</span>", "<i class=s>9</i>", "<i class=t>9</i>",
      "<span style='text-decoration: underline line-through red'><b>9</b></span>",
    ], places)
  func `struck text of a page is left out and counted`(_ marked: String, inCell: Bool) throws {
    let (text, document) = try Self.page(
      "支出12", marked, "34.56万元", inCell: inCell, style: Self.hidingRules)
    #expect(text == "支出1234.56万元")
    #expect(Self.codes(document) == ["html.struck_text"])
  }

  @Test(
    arguments: [
      ("<sup>", "</sup>"), ("<a href=x><sup>", "</sup></a>"), ("<sup><b>", "</b></sup>"),
      ("<span style='vertical-align:super;font-size:60%'>", "</span>"), ("<i class=u>", "</i>"),
      ("<span style='vertical-align:5px'>", "</span>"), ("<i class=v>", "</i>"),
      ("<span style='position:relative;top:-0.5em'>", "</span>"),
    ], places)
  func `raised digits of a page are written as such`(
    _ tags: (open: String, close: String), inCell: Bool
  ) throws {
    func text(_ before: String, _ marked: String) throws -> String {
      try Self.page(
        before, tags.open + marked + tags.close, "万元", inCell: inCell, style: Self.hidingRules
      ).text
    }
    #expect(try text("支出1,234.56", "1") == "支出1,234.56¹万元")
    #expect(try text("支出10", "3") == "支出10³万元")
    #expect(try text("支出", "1,234.56") == "支出1,234.56万元")
  }

  @Test(
    arguments: [
      "<span class=p>3</span>", "<span class=k>3</span>", "<span class=zz>3</span>", "<b>3</b>",
      "<span style='visibility:visible'>3</span>", "<span style='opacity:1'>3</span>",
      "<span style='font-size:12px;color:#000'>3</span>", "<i class=m>3</i>",
      "<span style='background:#036;color:#fff'>3</span>", "<b class=g><u><i>3</i></u></b>",
      "<span style='left:-9999px'>3</span>", "<span style='text-indent:2em'>3</span>",
      "<span style='visibility:hidden'><i style='visibility:visible'>3</i></span>",
      "<ruby>3<rt>9</rt></ruby>", "<math><mn>3</mn></math>",
    ], places)
  func `what only looks like hiding on a page is read`(_ marked: String, inCell: Bool) throws {
    let (text, document) = try Self.page(
      "支出12", marked, "4.56万元", inCell: inCell, style: Self.hidingRules)
    #expect(text == "支出1234.56万元")
    #expect(document.findings.isEmpty)
  }

  @Test(arguments: [
    ("<math><msup><mn>10</mn><mn>3</mn></msup></math>", "\u{FFFC}"),
    ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "\u{FFFC}"),
    ("<bdo dir=rtl>65.4321</bdo>", "\u{FFFC}"), ("12<img src=x>34", "12\u{FFFC}34"),
    ("图<img src=x>", "图"),
  ])
  func `what cannot be read on a page is a hole`(_ item: (page: String, text: String)) throws {
    #expect(try Self.page("支出", item.page, "万元", inCell: false).text == "支出\(item.text)万元")
  }

  @Test func `white text may have a ground that is not in the page`() throws {
    let page =
      "<html><head><link rel=stylesheet href=a.css></head><body><p style='color:#fff'>1.00</p></body></html>"
    #expect(try HTMLReader.read(Array(page.utf8)).findings.isEmpty)
  }

  // MARK: Workbooks

  @Test(
    arguments: [
      (
        "<r><t>12</t></r><r><rPr><strike/></rPr><t>9</t></r><r><t>34.56</t></r>", "1234.56",
        "xlsx.struck_text"
      ),
      (
        "<r><t>12</t></r><r><rPr><color rgb=\"FFFFFFFF\"/></rPr><t>9</t></r><r><t>34.56</t></r>",
        "1234.56", "xlsx.hidden_text"
      ),
      (
        "<r><t>12</t></r><r><rPr><sz val=\"1\"/></rPr><t>9</t></r><r><t>34.56</t></r>", "1234.56",
        "xlsx.hidden_text"
      ),
      (
        "<r><t>1,234.56</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r>",
        "1,234.56¹", nil
      ),
      ("<r><t>10</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>3</t></r>", "10³", nil),
      ("<r><t>10</t></r><r><rPr><vertAlign val=\"subscript\"/></rPr><t>2</t></r>", "10₂", nil),
      ("<r><rPr><rFont val=\"Wingdings\"/></rPr><t>12</t></r><r><t>34</t></r>", "\u{FFFC}34", nil),
      ("<r><rPr><b/></rPr><t>12</t></r><r><t>34.56</t></r><rPh><t>9</t></rPh>", "1234.56", nil),
    ] as [(String, String, String?)], [false, true])
  func `runs of a cell are read as they are seen`(
    _ item: (runs: String, text: String, code: String?), isShared: Bool
  ) throws {
    var sheet = XLSXFixture.Sheet()
    let cell =
      isShared
      ? "<c r=\"B1\" t=\"s\"><v>0</v></c>" : "<c r=\"B1\" t=\"inlineStr\"><is>\(item.runs)</is></c>"
    sheet.data = "<row r=\"1\"><c r=\"A1\"><v>1</v></c>\(cell)</row>"
    let document = try XLSXFixture.read(sheet, strings: isShared ? "<si>\(item.runs)</si>" : nil)
    let texts = document.leaves.indices.map { document.string(ofLeaf: $0) }
    #expect(texts.contains(item.text), "\(texts)")
    #expect(Self.codes(document) == (item.code.map { [$0] } ?? []))
  }

  @Test(
    arguments: [
      ("<strike/>", "<patternFill patternType=\"none\"/>", "", "xlsx.struck_text"),
      ("<color rgb=\"FFFFFFFF\"/>", "<patternFill patternType=\"none\"/>", "", "xlsx.hidden_text"),
      ("<color theme=\"0\"/>", "<patternFill patternType=\"none\"/>", "", "xlsx.hidden_text"),
      (
        "<color rgb=\"FFFFFFFF\"/>",
        "<patternFill patternType=\"solid\"><fgColor rgb=\"FFFFFFFF\"/></patternFill>", "",
        "xlsx.hidden_text"
      ),
      (
        "<color rgb=\"FFFFFFFF\"/>",
        "<patternFill patternType=\"solid\"><fgColor rgb=\"FF003366\"/></patternFill>", "1234.56",
        nil
      ),
      ("<sz val=\"1\"/>", "<patternFill patternType=\"none\"/>", "", "xlsx.hidden_text"),
      ("<vertAlign val=\"superscript\"/>", "<patternFill patternType=\"none\"/>", "1234.56", nil),
      (
        "<strike val=\"0\"/><color theme=\"1\"/>", "<patternFill patternType=\"none\"/>", "1234.56",
        nil
      ),
      (
        "<name val=\"Wingdings\"/>", "<patternFill patternType=\"none\"/>", "\u{FFFC}",
        "xlsx.unreadable_text"
      ),
    ] as [(String, String, String, String?)])
  func `a cell shows what its font and its ground let see`(
    _ item: (font: String, fill: String, text: String, code: String?)
  ) throws {
    let sheet = XLSXFixture.Sheet(
      data: "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>1234.56</v></c></row>")
    let styles = """
      <styleSheet><fonts><font/><font>\(item.font)</font></fonts>\
      <fills><fill><patternFill patternType="none"/></fill><fill>\(item.fill)</fill></fills>\
      <cellXfs><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="0" fontId="1" fillId="1"/></cellXfs>\
      </styleSheet>
      """
    let parts = XLSXFixture.parts([sheet]).map { part in
      part.name == "xl/styles.xml" ? (name: part.name, text: styles) : part
    }
    let document = try XLSXReader.read(StoredZip.archive(parts))
    let texts = document.leaves.indices.map { document.string(ofLeaf: $0) }
    #expect(texts.filter { $0 != "1" && !$0.isEmpty } == (item.text.isEmpty ? [] : [item.text]))
    #expect(Self.codes(document) == (item.code.map { [$0] } ?? []))
  }
}
