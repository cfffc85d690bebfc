import DocumentModel
import Reading
import Testing

@Suite struct `Web pages` {
  private static let sentence = "本部门二〇二三年度收入总计一百二十万元，与上年相比增加十万元，主要原因是人员经费增加"

  private func read(_ body: String) throws -> Document {
    try HTMLReader.read(Array("<html><body>\(body)</body></html>".utf8))
  }

  private func texts(_ document: Document, _ region: Block.Region = .body) -> [String] {
    document.blocks.compactMap { block in
      guard case .paragraph(let paragraph) = block.content, block.region == region else {
        return nil
      }
      return document.string(ofLeaf: paragraph.leaf)
    }
  }

  private func paragraphs(_ document: Document) -> [Paragraph] {
    document.blocks.compactMap { block in
      guard case .paragraph(let paragraph) = block.content else { return nil }
      return paragraph
    }
  }

  private func tables(_ document: Document) -> [Table] {
    document.blocks.compactMap { block in
      guard case .table(let table) = block.content else { return nil }
      return table
    }
  }

  private func cells(_ document: Document) -> [String] {
    tables(document).flatMap { $0.cells.map { document.string(ofLeaf: $0.leaf) } }
  }

  // MARK: Paragraphs

  @Test func `inline elements join and block elements split`() throws {
    let document = try read(
      "<p class=MsoNormal><span>收入</span><b>总<o:p></o:p>计</b></p><div>支出<div>结余</div>合计</div>末尾")
    #expect(texts(document) == ["收入总计", "支出", "结余", "合计", "末尾"])
  }

  @Test func `white space collapses but wide spaces stay`() throws {
    let document = try read("<p>\n  收入 \t\n 总计  </p><p>\u{3000}\u{3000}支出&nbsp;合计</p>")
    #expect(texts(document) == ["收入 总计", "\u{3000}\u{3000}支出\u{A0}合计"])
  }

  @Test func `paragraphs that are never closed are told apart`() throws {
    let document = try read("<p>甲<p>乙<div>丙<p>丁</div>戊")
    #expect(texts(document) == ["甲", "乙", "丙", "丁", "戊"])
  }

  @Test func `a line break ends a finished sentence`() throws {
    let document = try read("<div>\(Self.sentence)。<br>支出总计一百二十万元。<br><br>说明</div>")
    #expect(texts(document) == ["\(Self.sentence)。", "支出总计一百二十万元。", "说明"])
  }

  @Test(arguments: ["一、支出情况", "（二）支出情况", "2.支出情况", "第二部分", "\u{3000}\u{3000}支出情况"])
  func `a line break ends a paragraph where an entry follows`(_ next: String) throws {
    let document = try read("<div>\(Self.sentence)<br>\(next)</div>")
    #expect(texts(document) == [Self.sentence, next])
  }

  @Test func `a line break within a sentence stays in the paragraph`() throws {
    let document = try read("<div>\(Self.sentence)<br>\n和项目支出增加。</div>")
    #expect(texts(document) == ["\(Self.sentence)\n和项目支出增加。"])
  }

  @Test func `preformatted text keeps its lines`() throws {
    let document = try read("<pre>收入  1.00\n支出  2.00\n</pre><p>说明</p>")
    #expect(texts(document) == ["收入  1.00", "支出  2.00", "说明"])
  }

  @Test func `headings have levels`() throws {
    let document = try read("<h2>收入情况</h2><h6>明细</h6><p>正文</p>")
    #expect(paragraphs(document).map(\.outlineLevel) == [2, 6, nil])
  }

  @Test func `ordered lists have numbers, others none`() throws {
    let document = try read(
      "<ol><li>甲<li><p>乙</p><p>续</p><ul><li>子</li></ul></li><li>丙</li></ol><p>后</p>")
    #expect(texts(document) == ["甲", "乙", "续", "子", "丙", "后"])
    #expect(paragraphs(document).map(\.numbering) == ["1.", "2.", nil, nil, "3.", nil])
  }

  @Test func `the number of an empty list entry does not pass to the next paragraph`() throws {
    let document = try read("<ol><li></li></ol><p>正文</p><ol><li> <ul><li>子</li></ul></li></ol>")
    #expect(paragraphs(document).map(\.numbering) == [nil, nil])
  }

  @Test func `paths count elements of one name`() throws {
    let document = try read(
      "<div>头</div><div><p>甲</p><div>乙</div><p>丙<span>丁</span></p></div>")
    #expect(
      document.leaves.map(\.locator) == [
        .path("/html/body/div[1]"), .path("/html/body/div[2]/p[1]"),
        .path("/html/body/div[2]/div[1]"), .path("/html/body/div[2]/p[2]"),
      ])
  }

  @Test func `a paragraph ended by a line break has the path of its block`() throws {
    let document = try read("<div><span>甲。<br><br>乙。<br></span><span>丙。</span></div>")
    #expect(texts(document) == ["甲。", "乙。", "丙。"])
    #expect(document.leaves.allSatisfy { $0.locator == .path("/html/body/div[1]") })
  }

  // MARK: What is left out

  @Test func `scripts, styles, comments and hidden elements are skipped`() throws {
    let document = try HTMLReader.read(
      Array(
        """
        <html><head><title>题</title><style>p{}</style></head><body><script>var a="甲"</script>\
        <!--[if gte mso 9]><xml>乙</xml><![endif]--><noscript>丙</noscript>\
        <p hidden>丁</p><div style="color:red; Display : none">戊<br><img src=a><p>己</p></div>\
        <select><option>庚</option></select><button>辛</button><template>壬</template>\
        <p>正文</p></body></html>
        """.utf8))
    #expect(texts(document) + texts(document, .navigation) == ["正文"])
  }

  // MARK: Tables

  @Test func `spans make a grid and nonsense spans are one`() throws {
    let document = try read(
      """
      <table><thead><tr><th rowspan=2>项目</th><th colspan=2>金额</th></tr></thead>\
      <tbody><tr><td colspan="0">1.00</td><td rowspan="-3" colspan="x">2.00</td></tr></tbody>\
      </table>
      """)
    let table = try #require(tables(document).first)
    #expect(table.rows == 2 && table.columns == 3)
    #expect(
      table.cells == [
        Cell(row: 0, column: 0, rowSpan: 2, leaf: 0),
        Cell(row: 0, column: 1, columnSpan: 2, leaf: 1),
        Cell(row: 1, column: 1, leaf: 2), Cell(row: 1, column: 2, leaf: 3),
      ])
    #expect(document.leaves[0].locator == .path("/html/body/table[1]/thead[1]/tr[1]/th[1]"))
    #expect(document.leaves[2].locator == .path("/html/body/table[1]/tbody[1]/tr[1]/td[1]"))
  }

  @Test func `rows and cells that are never closed are told apart`() throws {
    let document = try read("<table><tr><td>甲<td>乙<tr><td>丙<td></table><p>后</p>")
    #expect(cells(document) == ["甲", "乙", "丙", ""])
    #expect(texts(document) == ["后"])
  }

  @Test func `a cell keeps its lines without empty ones at its end`() throws {
    let document = try read(
      "<table><tr><td>收入<br>总计</td><td><p>支</p><p>出</p></td><td>一<br></td></tr>"
        + "<tr><td>1</td><td>2</td><td>3</td></tr></table>")
    #expect(cells(document) == ["收入\n总计", "支\n出", "一", "1", "2", "3"])
  }

  @Test func `a caption is a paragraph before its table`() throws {
    let document = try read(
      "<table><caption>收入决算表</caption><tr><td>甲</td><td>乙</td></tr></table>")
    #expect(texts(document) == ["收入决算表"])
    #expect(cells(document) == ["甲", "乙"])
    guard case .paragraph = try #require(document.blocks.first).content else {
      Issue.record("the caption is not first")
      return
    }
  }

  @Test func `a table that lays out the page is not a table`() throws {
    let document = try read(
      "<table><tr><td><p>前言</p><table><tr><td>甲</td><td>1</td></tr>"
        + "<tr><td>乙</td><td>2</td></tr></table></td></tr></table>")
    #expect(texts(document) == ["前言"])
    #expect(tables(document).count == 1 && cells(document) == ["甲", "1", "乙", "2"])
  }

  // MARK: Encoding

  @Test func `the declared character set counts`() throws {
    // «决算» in GB 18030.
    let page =
      Array("<html><head><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">".utf8)
      + Array("</head><body><p>".utf8) + [0xBE, 0xF6, 0xCB, 0xE3] + Array("</p></body>".utf8)
    #expect(try texts(HTMLReader.read(page)) == ["决算"])
  }

  @Test func `characters survive the borders of the parser's chunks`() throws {
    let long = String(repeating: "决算", count: 60_000)
    #expect(try texts(read("<p>a\(long)</p>")) == ["a\(long)"])
  }

  @Test func `a page without text is empty`() {
    #expect(throws: ReadError.empty) { try read("<script>甲</script><p>&#32;</p>") }
  }
}
