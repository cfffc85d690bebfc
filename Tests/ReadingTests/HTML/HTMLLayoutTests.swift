import DocumentModel
import Reading
import Testing

@Suite struct `Tables that lay out a page` {
  private static let sentence = "2023年度收入总计910.00万元，支出总计910.00万元。"
  private static let grid =
    "<table><tr><td>项目</td><td>决算数</td></tr><tr><td>合计</td><td>910.00</td></tr></table>"

  private func read(_ body: String) throws -> Document {
    try HTMLReader.read(Array("<html><body>\(body)</body></html>".utf8))
  }

  /// The body in order: paragraphs as they are, tables as their cells.
  private func body(_ document: Document) -> [String] {
    document.blocks.filter { $0.region == .body }.map { block in
      switch block.content {
      case .paragraph(let paragraph): document.string(ofLeaf: paragraph.leaf)
      case .table(let table):
        "[" + table.cells.map { document.string(ofLeaf: $0.leaf) }.joined(separator: "|") + "]"
      }
    }
  }

  @Test(arguments: ["", "<td>首页</td>", "<td><ul><li>首页</li><li>公开</li></ul></td>"])
  func `a cell of sentences beside a menu is read as paragraphs`(_ menu: String) throws {
    let document = try read(
      "<table><tr>\(menu)<td><p>\(Self.sentence)</p><p>机关运行经费支出12.30万元。</p></td></tr></table>")
    #expect(body(document) == [Self.sentence, "机关运行经费支出12.30万元。"])
  }

  @Test func `text and tables in a cell are read in their order`() throws {
    let document = try read(
      "<table><tr><td>首页</td><td><h3>某局决算</h3></td></tr><tr><td>栏目</td><td><p>收入决算表</p>"
        + "\(Self.grid)<p>\(Self.sentence)</p><p>机关运行经费支出12.30万元。</p></td></tr></table>")
    #expect(
      body(document) == ["收入决算表", "[项目|决算数|合计|910.00]", Self.sentence, "机关运行经费支出12.30万元。"])
  }

  @Test func `a table of one cell a row is no table`() throws {
    #expect(try body(read("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>")) == ["甲", "乙"])
  }

  @Test func `a cell with sentences does not make a layout of a table with amounts`() throws {
    let document = try read(
      "<table><tr><td>说明</td><td><p>\(Self.sentence)</p><p>机关运行经费支出12.30万元。</p></td></tr>"
        + "<tr><td>合计</td><td>910.00</td></tr></table>")
    #expect(document.blocks.count == 1)
    #expect(document.blocks.first?.region == .body)
  }

  @Test func `a table with an amount keeps the tables within its cells apart`() throws {
    let document = try read(
      "<table><tr><td>甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁</td><td>1.00</td></tr><tr><td>丙</td><td>附表"
        + "\(Self.grid)</td></tr></table>")
    #expect(body(document) == ["[甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁|1.00|丙|附表]", "[项目|决算数|合计|910.00]"])
  }

  @Test func `a table around one amount is the text of its cell`() throws {
    let document = try read(
      "<table><tr><td>项目</td><td>决算数</td></tr><tr><td>合计</td><td><table><tr><td>129.30</td></tr>"
        + "</table></td></tr></table>")
    #expect(body(document) == ["[项目|决算数|合计|129.30]"])
  }

  @Test func `a row span of zero goes on to the last row`() throws {
    let document = try read(
      "<table><tr><td rowspan=0>甲</td><td>乙</td></tr><tr><td>1.00</td></tr><tr><td>2.00</td></tr>"
        + "</table>")
    guard case .table(let table)? = document.blocks.first?.content else {
      Issue.record("no table")
      return
    }
    #expect(table.cells.map(\.rowSpan) == [3, 1, 1, 1])
    #expect(table.cells.map(\.column) == [0, 1, 1, 1])
  }

  @Test func `what has amounts stands in no frame of the article`() throws {
    let article = String(repeating: "<p>主要原因是严格控制一般性支出，压减会议费、培训费、差旅费。</p>", count: 9)
    let frame = "<div>首页 2024.09.10 备05000001号</div>"
    let document = try read(
      "\(frame)<div><div class=left><p>\(Self.sentence)</p></div><div id=zoom>\(article)</div></div>"
    )
    #expect(body(document).count == 10)
    #expect(body(document).first == Self.sentence)
  }

  @Test func `an amount in a link is no part of the report`() throws {
    let document = try read(
      "<div><a href=/a>投资5亿元的项目开工</a></div><div id=zoom><p>\(Self.sentence)</p></div>")
    #expect(body(document) == [Self.sentence])
  }
}
