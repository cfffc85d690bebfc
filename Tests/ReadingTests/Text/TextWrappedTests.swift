import DocumentModel
@testable import Reading
import Testing

@Suite struct TextWrappedTests {
  static let paragraphs = [
    "二、收入决算情况说明",
    "河湾县水务局二〇二四年度收入总计一千二百万元，与上年度相比减少三十四万元，主要原因是项目资金按照进度安排有所减少，同时人员经费略有下降，其他收入与上年度基本持平",
    "（一）一般公共预算财政拨款收入共计九百万元，占本年度收入合计的百分之七十五，比年初预算数增加二十万元，主要原因是追加了河道治理项目资金以及水库维修养护经费",
    "2024年6月1日",
  ]

  /// Breaks after 24 hanzi, i.e. 48 columns.
  static func wrapped(_ paragraph: String) -> String {
    var lines: [String] = []
    var rest = paragraph[...]
    while !rest.isEmpty {
      lines.append(String(rest.prefix(24)))
      rest = rest.dropFirst(24)
    }
    return lines.joined(separator: "\n")
  }

  @Test func `lines broken at a width are joined to paragraphs`() throws {
    let text = Self.paragraphs.map(Self.wrapped).joined(separator: "\n")
    let document = try TextReaderTests.read(text)
    #expect(TextReaderTests.outline(document) == Self.paragraphs.map(Self.wrapped))
    #expect(document.leaves[1].locator == .text(line: 2, offset: 31))
  }

  @Test func `text that is not wrapped keeps its lines`() throws {
    let lines = ["收入总计", "支出总计及结余情况", "无", "其他需要说明的事项如下", "河湾县水务局", "完"]
    #expect(
      TextReaderTests.outline(try TextReaderTests.read(lines.joined(separator: "\n"))) == lines)
  }

  @Test(arguments: ["- 5 -", "—5—", "第5页", "第 5 页 共 10 页", "－5－"])
  func `a page number is a footer and joins nothing`(number: String) throws {
    let body = Self.wrapped(Self.paragraphs[1])
    let document = try TextReaderTests.read(body + "\n" + number + "\n\u{0C}" + body)
    #expect(TextReaderTests.outline(document) == [body, "页" + number, body])
  }

  @Test(arguments: ["-5", "12.50", "5-", "2024", "第5章"])
  func `a figure is no page number`(line: String) throws {
    let document = try TextReaderTests.read("甲项目\n" + line + "\n乙项目")
    #expect(document.blocks.allSatisfy { $0.region == .body })
  }

  @Test func `a bare number is a page number only at a page's edge or in sequence`() throws {
    #expect(try TextReaderTests.read("甲\n20\n乙").blocks[1].region == .body)
    #expect(try TextReaderTests.read("甲\n\n20\n\n乙").blocks[1].region == .body)
    #expect(try TextReaderTests.read("甲\n20\n\u{0C}乙").blocks[1].region == .footer)
    let pages = try TextReaderTests.read("甲\n\n1\n\n乙\n\n2\n").blocks.map(\.region)
    #expect(pages == [.body, .footer, .body, .footer])
  }

  @Test func `a form feed starts a paragraph but counts no line`() throws {
    let document = try TextReaderTests.read("甲\n\u{0C}乙\n丙")
    #expect(TextReaderTests.outline(document) == ["甲", "乙", "丙"])
    #expect(document.leaves[1].locator == .text(line: 2, offset: 5))
  }
}
