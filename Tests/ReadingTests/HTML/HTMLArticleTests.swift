import DocumentModel
import Reading
import Testing
import ValueModel

@Suite struct `Articles of web pages` {
  private static let report = (1...8).map {
    "<p>第\($0)项收入决算数为一百二十万元，与上年决算数相比增加十万元。</p>"
  }.joined()

  private func read(_ body: String) throws -> Document {
    try HTMLReader.read(Array("<html><body>\(body)</body></html>".utf8))
  }

  private func texts(_ document: Document, _ region: Block.Region) -> [String] {
    document.blocks.compactMap { block in
      guard case .paragraph(let paragraph) = block.content, block.region == region else {
        return nil
      }
      return document.string(ofLeaf: paragraph.leaf)
    }
  }

  @Test(arguments: [
    "id=\"zoom\"", "class=\"TRS_Editor\"", "class=\"box pages_content\"", "id=\"vsbcontent_4\"",
    "class='other'",
  ])
  func `what surrounds the article is navigation`(_ attribute: String) throws {
    let document = try read(
      "<div><a href=/>首页</a> <a href=/b>政务公开</a></div><div \(attribute)>\(Self.report)</div>"
        + "<div>版权所有 某县人民政府</div>")
    #expect(texts(document, .body).count == 8)
    #expect(texts(document, .navigation) == ["首页 政务公开", "版权所有 某县人民政府"])
  }

  @Test func `a known name with little text is not the article`() throws {
    let document = try read("<div class=content>提示</div><div>\(Self.report)</div>")
    #expect(texts(document, .body).count == 8)
    #expect(texts(document, .navigation) == ["提示"])
  }

  @Test func `links do not make an article`() throws {
    let links = String(repeating: "<p><a href=/a>部门预算决算公开栏目列表</a></p>", count: 60)
    let document = try read("<div>\(links)</div><div>\(Self.report)</div>")
    #expect(texts(document, .body).count == 8)
  }

  @Test func `the heading above the article is its title`() throws {
    let document = try read(
      "<h1>某县财政局2023年度部门决算</h1><div>发布时间：2024-09-10 来源：某局 浏览次数：12</div>"
        + "<div id=zoom>\(Self.report)</div>")
    #expect(texts(document, .body).first == "某县财政局2023年度部门决算")
    #expect(texts(document, .navigation).count == 1)
  }

  @Test func `a heading that the article repeats counts once`() throws {
    let document = try read(
      "<h1>某局部门决算</h1><div id=zoom><p>某局 部门决算</p>\(Self.report)</div>")
    #expect(texts(document, .navigation) == ["某局部门决算"])
    #expect(texts(document, .body).first == "某局 部门决算")
  }

  @Test func `the name of the site and headings below the article are not its title`() throws {
    let document = try read(
      "<h1>某县人民政府网</h1><h1>某局部门决算</h1><div id=zoom>\(Self.report)</div><h1>相关链接</h1>")
    #expect(texts(document, .navigation) == ["某县人民政府网", "相关链接"])
    #expect(texts(document, .body).first == "某局部门决算")
  }

  @Test func `the line on the publication is navigation in the article too`() throws {
    let document = try read(
      "<div id=zoom><p>发布日期：2024-09-10 浏览次数：3</p>\(Self.report)</div>")
    #expect(texts(document, .navigation).count == 1)
    #expect(texts(document, .body).count == 8)
  }

  @Test func `attached files are noted`() throws {
    let document = try read(
      "<div id=zoom><p>见附件</p><a href=\"/f/决算.PDF?x=1\">附件</a><a href=/a.html>页</a>"
        + "<iframe src=\"b.pdf\"></iframe></div>")
    #expect(document.findings.map(\.code.rawValue) == ["html.attachment", "html.attachment"])
    #expect(document.findings.first?.message.contains("/f/决算.PDF?x=1") == true)
  }
}
