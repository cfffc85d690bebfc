import DocumentModel
import Reading
import Testing

@Suite struct PDFParagraphTests {
  /// The text's width: 40 hanzi of 10 points from x = 90.
  private let full = String(repeating: "全年收入支出情况说明", count: 4)

  private func read(_ draw: (inout PDFFixture.Page) -> Void) throws -> Document {
    var pdf = PDFFixture()
    pdf.page(draw)
    return try PDFReader.read(pdf.bytes)
  }

  private func body(_ document: Document) -> [String] {
    document.paragraphs().map { $0.filter { !$0.isWhitespace } }
  }

  @Test func `lines broken at the edge are one paragraph, an indent begins the next`() throws {
    let document = try read { page in
      page.write(String(full.dropLast(2)), 110, 100)
      page.write(full, 90, 116)
      page.write("共计12.50万元。", 90, 132)
      page.write(String(full.dropLast(2)), 110, 148)
      page.write("完。", 90, 164)
    }
    #expect(
      body(document) == [full.dropLast(2) + full + "共计12.50万元。", full.dropLast(2) + "完。"])
  }

  @Test func `an indent begins a paragraph even behind a line that fills the width`() throws {
    let document = try read { page in
      page.write(String(full.dropLast(2)), 110, 100)
      page.write(full, 90, 116)
      page.write(String(full.dropLast(2)), 110, 132)
      page.write("完。", 90, 148)
    }
    #expect(body(document) == [full.dropLast(2) + full, full.dropLast(2) + "完。"])
  }

  @Test func `a line that does not fill the width ends its paragraph`() throws {
    let document = try read { page in
      page.write(full, 90, 100)
      page.write("一、收入情况", 90, 116)
      page.write("本年收入合计9.00万元", 90, 132)
      page.write(full, 90, 148)
    }
    #expect(
      body(document) == [full + "一、收入情况", "本年收入合计9.00万元", full]
        || body(document) == [full, "一、收入情况", "本年收入合计9.00万元", full])
  }

  @Test func `a figure at the beginning of a line does not begin a paragraph`() throws {
    let document = try read { page in
      page.write(String(full.dropLast(2)), 110, 100)
      page.write("12.50万元，其中基本支出", 90, 116)
      page.write(String(full.dropLast(2)), 110, 132)
      page.write("3.00万元。", 90, 148)
    }
    #expect(
      body(document) == [full.dropLast(2) + "12.50万元，其中基本支出", full.dropLast(2) + "3.00万元。"])
  }

  @Test
  func `a bracket at the beginning of a line does not tear a paragraph that began with an indent`()
    throws
  {
    let document = try read { page in
      page.write(String(full.dropLast(2)), 110, 100)
      page.write(full, 90, 116)
      page.write("（项）支出决算数为3.00万元。", 90, 132)
      page.write(String(full.dropLast(2)), 110, 148)
      page.write("（二）款的支出。", 90, 164)
    }
    #expect(
      body(document) == [
        full.dropLast(2) + full + "（项）支出决算数为3.00万元。", full.dropLast(2) + "（二）款的支出。",
      ])
  }

  @Test func `a bracket does not tear a paragraph without indents either`() throws {
    let document = try read { page in
      page.write(full, 90, 100)
      page.write("（项）支出决算数为3.00万元。", 90, 116)
      page.write(full, 90, 148)
      page.write("（护）费等。", 90, 164)
    }
    #expect(body(document) == [full + "（项）支出决算数为3.00万元。", full + "（护）费等。"])
  }

  @Test func `a paragraph goes on over the end of the page and the page's number`() throws {
    var pdf = PDFFixture()
    pdf.page { page in
      page.write(String(full.dropLast(2)), 110, 740)
      page.write(full, 90, 756)
      page.write("- 1 -", 285, 800)
    }
    pdf.page { page in
      page.write("共3.00万元。", 90, 80)
      page.write(String(full.dropLast(2)), 110, 96)
      page.write("- 2 -", 285, 800)
    }
    let document = try PDFReader.read(pdf.bytes)
    #expect(body(document) == [full.dropLast(2) + full + "共3.00万元。", String(full.dropLast(2))])
    #expect(document.paragraphs(.footer) == ["- 1 -", "- 2 -"])
    let paragraph = try #require(document.blocks.first)
    guard case .paragraph(let first) = paragraph.content,
      case .page(let number, let box) = document.leaves[first.leaf].locator
    else {
      Issue.record("no place on a page")
      return
    }
    #expect(number == 1)
    #expect(box.left >= 880 && box.right <= 4920 && box.top > 7200 && box.bottom < 7650)
  }

  @Test func `words keep their space over the end of a line, hanzi get none`() throws {
    let document = try read { page in
      page.writeLatin(String(repeating: "budget report ", count: 6) + "year", 90, 100)
      page.writeLatin(String(repeating: "expenditure of ", count: 5) + "all", 90, 116)
      page.writeLatin("end", 90, 132)
    }
    let text = try #require(document.paragraphs().first)
    #expect(!text.contains("yearexp") && text.contains("budget report budget"))
    #expect(document.paragraphs().joined(separator: " ").hasSuffix("all end"))
  }

  @Test func `text that is printed twice for bold is read once`() throws {
    let document = try read { page in
      page.write("合计1100.00万元", 90, 100)
      page.write("合计1100.00万元", 90.3, 100)
      page.write("另计11万元", 90, 130)
    }
    #expect(body(document) == ["合计1100.00万元", "另计11万元"])
  }

  @Test func `all text is there, in order, whatever the order it is drawn in`() throws {
    let document = try read { page in
      page.write("第三行。", 110, 200)
      page.write("第一行。", 110, 100)
      page.write("第二", 110, 150)
      page.write("行。", 130, 150)
    }
    #expect(body(document) == ["第一行。", "第二行。", "第三行。"])
  }
}
