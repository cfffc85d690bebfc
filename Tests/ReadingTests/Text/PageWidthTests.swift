import DocumentModel
@testable import Reading
import Testing

@Suite struct PageWidthTests {
  static let paragraphs = [
    "二、财政拨款支出决算情况说明",
    "河湾县水务局二〇二四年度财政拨款支出合计1204.50万元，其中：基本支出804.20万元，占66.77%；项目支出400.30万元，占33.23%。",
    "与上年度相比，支出减少三十四万元，主要原因是项目资金按照进度安排有所减少，同时人员经费略有下降，其他支出与上年度基本持平。",
    "（一）公务用车购置及运行维护费支出5.20万元，比上年减少0.30万元，下降5.45%，主要原因是车辆燃油价格有所下降，年末公务用车保有量为两辆。",
    "（二）公务接待费支出0.40万元，比上年增加0.10万元，增长33.33%，主要原因是接待批次有所增加，全年国内公务接待六批次，共四十二人次。",
    "2024年6月1日",
  ]

  /// Breaks after as many columns; figures and the marks behind them stay whole.
  static func wrapped(_ paragraph: String, columns: Int = 38) -> [String] {
    var pieces: [String] = []
    for character in paragraph {
      let isFigure = character.isASCII && pieces.last?.last?.isASCII == true
      if isFigure || "，。；：、）%".contains(character), !pieces.isEmpty {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
    }
    var lines = [""]
    var room = columns
    for piece in pieces {
      let width = piece.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
      if width > room {
        lines.append("")
        room = columns
      }
      lines[lines.count - 1] += piece
      room -= width
    }
    return lines
  }

  static func outline(_ lines: [String]) throws -> [String] {
    TextReaderTests.outline(try TextReaderTests.read(lines.joined(separator: "\n")))
  }

  @Test(arguments: [36, 38, 52, 56]) func `lines that a page broke are joined`(columns: Int) throws
  {
    let lines = Self.paragraphs.map { Self.wrapped($0, columns: columns) }
    #expect(try Self.outline(lines.flatMap(\.self)) == lines.map { $0.joined(separator: "\n") })
  }

  @Test func `a full line goes on though it ends with a sentence`() throws {
    let full = "按照规定开支的其他经费均已列入本表中。"
    let lines = Self.paragraphs.flatMap { Self.wrapped($0) } + [full, "其中培训费3.20万元。"]
    #expect(try Self.outline(lines).last == full + "\n其中培训费3.20万元。")
  }

  @Test func `a full line ends its paragraph before a year, a heading or the unit of a table`()
    throws
  {
    let full = "按照规定开支的其他经费均已列入本表中。"
    for next in ["2023年度没有此项支出。", "三、其他事项", "单位：万元", "公开04表"] {
      let lines = Self.paragraphs.flatMap { Self.wrapped($0) } + [full, next]
      #expect(try Self.outline(lines).suffix(2) == [full, next])
    }
  }

  @Test func `a heading that fills its line is whole`() throws {
    let heading = "三、一般公共预算拨款支出决算情况的说明"
    let lines = Self.paragraphs.flatMap { Self.wrapped($0) } + [heading, "河湾县水务局没有此项支出。"]
    #expect(try Self.outline(lines).suffix(2) == [heading, "河湾县水务局没有此项支出。"])
  }

  @Test func `the number of a page within a paragraph is a gap`() throws {
    var lines = Self.paragraphs.flatMap { Self.wrapped($0) }
    let index = try #require(lines.firstIndex { $0.hasPrefix("与上年度相比") })
    lines.insert("— 2 —", at: index + 1)
    let document = try TextReaderTests.read(lines.joined(separator: "\n"))
    let gap = try #require(document.gaps.first)
    #expect(String(decoding: document.text[gap], as: UTF8.self) == "\n— 2 —")
    #expect(document.blocks.count == Self.paragraphs.count)
  }

  @Test func `paragraphs of one line each stay apart, however alike in width`() throws {
    let lines = (0..<12).map { "河湾县水务局年度预算执行情况良好，支出\($0 + 10).20万元。" }
    #expect(try Self.outline(lines) == lines)
    #expect(
      try Self.outline(Self.paragraphs + Self.paragraphs) == Self.paragraphs + Self.paragraphs)
    let names = (0..<12).map { _ in "河湾县水务局所属单位财务人员培训中心" }
    #expect(try Self.outline(names) == names)
  }
}
