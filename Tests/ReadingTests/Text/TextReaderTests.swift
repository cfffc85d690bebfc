import DocumentModel
@testable import Reading
import Testing
import ValueModel

@Suite struct TextReaderTests {
  static func read(_ text: String) throws -> Document {
    try TextReader.read(Array(text.utf8))
  }

  /// Paragraphs as their text, tables as «row/row» with «,» between cells' «column+span×rows:text».
  static func outline(_ document: Document) -> [String] {
    document.blocks.map { block in
      switch block.content {
      case .paragraph(let paragraph):
        return (block.region == .footer ? "页" : "") + document.string(ofLeaf: paragraph.leaf)
      case .table(let table):
        let rows = (0..<table.rows).map { row in
          table.cells.filter { $0.row == row }.map { cell in
            let span = cell.columnSpan > 1 ? "+\(cell.columnSpan)" : ""
            let down = cell.rowSpan > 1 ? "×\(cell.rowSpan)" : ""
            return "\(cell.column)\(span)\(down):\(document.string(ofLeaf: cell.leaf))"
          }.joined(separator: ",")
        }
        return "T" + rows.joined(separator: "/")
      }
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `each line is a paragraph with its line and offset`(end: String) throws {
    let text = "一、概况" + end + end + "河湾县水务局。" + end
    let document = try Self.read(text)
    #expect(Self.outline(document) == ["一、概况", "河湾县水务局。"])
    let offset = 12 + 2 * end.utf8.count
    #expect(document.leaves[1].locator == .text(line: 3, offset: offset))
    #expect(document.string(ofLeaf: 1) == "河湾县水务局。")
    #expect(document.text == Array("一、概况\n河湾县水务局。".utf8))
  }

  @Test func `one cell per line becomes a grid`() throws {
    let document = try Self.read(
      """
      前文。

      \t自评表

      \t项目名称
      \t河道清淤

      \t资金
      \t
      \t预算数
      \t执行数
      \t得分

      \t
      \t其中：财政
      \t5.00
      \t4.00
      \t8

      \t
      \t一级
      \t二级
      \t三级
      \t权重
      \t得分

      \t绩效
      \t产出
      \t数量
      \t清淤
      \t10
      \t

      \t
      \t
      \t
      \t疏浚
      \t20
      \t19.5

      \t总分
      \t100
      \t
      \t
      \t99.5




      后文。
      """)
    #expect(
      Self.outline(document) == [
        "前文。",
        "T0+6:自评表/0:项目名称,1+5:河道清淤"
          + "/0×2:资金,1+2:,3:预算数,4:执行数,5:得分"
          + "/1+2:其中：财政,3:5.00,4:4.00,5:8"
          + "/0:,1:一级,2:二级,3:三级,4:权重,5:得分"
          + "/0×2:绩效,1×2:产出,2×2:数量,3:清淤,4:10,5:"
          + "/3:疏浚,4:20,5:19.5"
          + "/0:总分,1+2:100,3:,4:,5:99.5",
        "后文。",
      ])
  }

  @Test func `a cell goes on over lines and over empty lines within it`() throws {
    let document = try Self.read(
      """
      \t总体目标
      \t预期
      \t实际

      \t
      \t目标1：清淤；
      目标2：护岸。
      \t
      完成清淤。


      \t一级
      \t二级
      \t三级

      \t产出
      \t第一段

      第二段
      \t三

      说明文字。
      """)
    #expect(
      Self.outline(document) == [
        "T0×2:总体目标,1:预期,2:实际/1:目标1：清淤；\n目标2：护岸。,2:完成清淤。"
          + "/0:一级,1:二级,2:三级/0:产出,1:第一段\n\n第二段,2:三",
        "说明文字。",
      ])
  }

  @Test func `text between two tables is no cell`() throws {
    let table = "\t项目\n\t金额\n\n\t合计\n\t1.00\n\n"
    #expect(
      Self.outline(try Self.read(table + "第二项情况说明\n\n" + table)) == [
        "T0:项目,1:金额/0:合计,1:1.00", "第二项情况说明", "T0:项目,1:金额/0:合计,1:1.00",
      ])
  }

  @Test func `rows of one line have cells by TABs or by bars`() throws {
    #expect(
      Self.outline(try Self.read("单位：万元\n科目\t名称\t金额\n201\t\t1.00\n\t合计\n\n完"))
        == ["单位：万元", "T0:科目,1:名称,2:金额/0:201,1:,2:1.00/0:,1:合计", "完"])
    #expect(
      Self.outline(try Self.read("| 科目 | 金额 |\n|---|---|\n| 水利 | 2.00 |\n完"))
        == ["T0:科目,1:金额/0:水利,1:2.00", "完"])
    #expect(Self.outline(try Self.read("科目 | 金额 |\n水利 | 2.00 |")) == ["T0:科目,1:金额/0:水利,1:2.00"])
  }

  @Test func `what only looks like a table stays text`() throws {
    #expect(try Self.read("一、概况\t3\n二、收支\t12\n三、名词\t20").blocks.count == 3)
    let indented = try Self.read("\t本单位收入增加。\n\t本单位支出减少。\n\n\t无其他事项。\n\t特此说明。\n")
    #expect(indented.blocks.count == 4)
  }

  @Test func `a hostile number of columns is refused`() throws {
    #expect {
      try Self.read(String(repeating: "a\t", count: 2000))
    } throws: { error in
      if case ReadError.limitExceeded = error { true } else { false }
    }
  }

  @Test func `many refused table beginnings take linear time`() throws {
    let text = String(repeating: "\t段落文字完。\n\n", count: 20_000)
    let contents = (0..<20_000).map { "标题\t\($0 / 200)" }.joined(separator: "\n")
    let start = ContinuousClock.now
    #expect(try Self.read(text).blocks.count == 20_000)
    #expect(try Self.read(contents).blocks.count == 20_000)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func `undecodable bytes are told`() throws {
    var bytes = Array("河湾县水务局二〇二四年度部门决算公开说明，收入总计".utf8)
    bytes[0] = 0xFF
    #expect(
      try TextReader.read(bytes).findings.map(\.code.rawValue).first == "encoding.invalid_bytes")
  }
}
