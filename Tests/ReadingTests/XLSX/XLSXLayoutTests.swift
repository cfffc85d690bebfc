import DocumentModel
import Reading
import Testing

@Suite struct `Paragraphs and tables of sheets` {
  private func outline(_ lines: [String], merges: [String] = []) throws -> [String] {
    XLSXFixture.outline(try XLSXFixture.read(.lines(lines, merges: merges)))
  }

  @Test func `titles, form numbers, units and notes around a table are paragraphs`() throws {
    let lines = [
      "收入决算表", "||公开02表", "部门：某某局||单位：万元", "[项目|行次|金额]", "[事业收入|1|12.5]",
      "[合计|2|12.5]", "注：本表反映取得的收入。", "2. 数字为决算数。",
    ]
    #expect(
      try outline(lines, merges: ["A1:C1", "A7:C7"]) == [
        "收入决算表", "公开02表", "部门：某某局", "单位：万元", "3×3", "[项目|行次|金额]", "[事业收入|1|12.5]",
        "[合计|2|12.5]", "注：本表反映取得的收入。", "2. 数字为决算数。",
      ])
  }

  @Test func `a table without lines is found by its rows`() throws {
    let lines = [
      "支出决算表", "编制单位：某某局||2024年度||金额单位：元", "项目||本年支出|基本支出|项目支出", "科目编码|科目名称",
      "||1|2|3", "208|社会保障|5|5", "合计||5|5", "注：本表反映支出。",
    ]
    #expect(
      try outline(lines, merges: ["A3:B3", "C3:C4", "D3:D4", "E3:E4"]) == [
        "支出决算表", "编制单位：某某局", "2024年度", "金额单位：元", "5×5",
        "[项目{1×2}|本年支出{2×1}|基本支出{2×1}|项目支出{2×1}]", "[科目编码|科目名称]", "[||1|2|3]",
        "[208|社会保障|5|5|]", "[合计||5|5|]", "注：本表反映支出。",
      ])
  }

  @Test func `captions without a colon stand apart from a head without lines`() throws {
    let lines = ["某某局||||万元", "科目|合计|基本支出|项目支出|备注", "教育|3|1|2|无"]
    #expect(
      try outline(lines) == [
        "某某局", "万元", "2×5", "[科目|合计|基本支出|项目支出|备注]", "[教育|3|1|2|无]",
      ])
  }

  @Test func `a head without lines belongs to the lines below it`() throws {
    let lines = ["某某局||||万元", "科目|合计|基本支出|项目支出|备注", "[教育|3|1|2|无]", "[合计|3|1|2|]"]
    #expect(
      try outline(lines) == [
        "某某局", "万元", "3×5", "[科目|合计|基本支出|项目支出|备注]", "[教育|3|1|2|无]", "[合计|3|1|2|]",
      ])
    #expect(
      try outline(["某某局||||万元", "[收入|||支出|]", "[1|2|3|4|5]"], merges: ["A2:C2", "D2:E2"]) == [
        "某某局", "万元", "2×5", "[收入{1×3}|支出{1×2}]", "[1|2|3|4|5]",
      ])
  }

  @Test func `a year among the captions above lines is no figure of a table`() throws {
    let lines = ["年度|2024|||||万元", "[科目|合计|基本支出|项目支出|一|二|三]", "[教育|3|1|2|0|0|0]"]
    #expect(Array(try outline(lines).prefix(4)) == ["年度", "2024", "万元", "2×7"])
  }

  @Test func `statements stacked without lines or empty rows are several tables`() throws {
    let lines = [
      "收入决算表", "|单位：万元", "项目|金额", "事业收入|1", "支出决算表", "|单位：万元", "项目|金额", "教育|2", "三公经费情况",
      "项目|金额", "公务接待费|3",
    ]
    #expect(
      try outline(lines) == [
        "收入决算表", "单位：万元", "2×2", "[项目|金额]", "[事业收入|1]", "支出决算表", "单位：万元", "2×2",
        "[项目|金额]", "[教育|2]", "三公经费情况", "2×2", "[项目|金额]", "[公务接待费|3]",
      ])
  }

  @Test func `a band within a table stays in it`() throws {
    let lines = ["科目|金额", "一、人员经费", "基本工资|1", "津贴|2", "二、公用经费", "办公费|3"]
    #expect(
      try outline(lines) == [
        "6×2", "[科目|金额]", "[一、人员经费|]", "[基本工资|1]", "[津贴|2]", "[二、公用经费|]", "[办公费|3]",
      ])
    #expect(
      try outline(["[科目|金额]", "[一、人员经费|]", "[基本工资|1]"], merges: ["A2:B2"]) == [
        "3×2", "[科目|金额]", "[一、人员经费{1×2}]", "[基本工资|1]",
      ])
  }

  @Test func `a title within lines ends the table above it`() throws {
    let lines = [
      "[收入决算表|]", "[|单位：万元]", "[项目|金额]", "[事业收入|1]", "[支出决算表（续）|]", "[单位：万元|]", "[项目|金额]",
      "[教育|2]", "[注：含上年结转。|]",
    ]
    #expect(
      try outline(lines, merges: ["A1:B1", "A5:B5", "A6:B6", "A9:B9"]) == [
        "收入决算表", "单位：万元", "2×2", "[项目|金额]", "[事业收入|1]", "支出决算表（续）", "单位：万元", "2×2",
        "[项目|金额]", "[教育|2]", "注：含上年结转。",
      ])
  }

  @Test func `an empty row parts tables with heads and does not part figures`() throws {
    #expect(
      try outline(["[项目|金额]", "[甲|1]", "", "[项目|金额]", "[乙|2]"]) == [
        "2×2", "[项目|金额]", "[甲|1]", "2×2", "[项目|金额]", "[乙|2]",
      ])
    #expect(
      try outline(["项目|金额", "甲|1", "", "乙|2"]) == ["3×2", "[项目|金额]", "[甲|1]", "[乙|2]"])
  }

  @Test func `empty rows and columns within and around a table are left out`() throws {
    let lines = ["", "[||||]", "[|项目||金额|]", "[||||]", "[|甲||1|]", "[||||]"]
    #expect(try outline(lines) == ["2×2", "[项目|金额]", "[甲|1]"])
  }

  @Test func `merged ranges span the rows and columns that are kept`() throws {
    let lines = ["[科目||||金额|]", "[208||||1|2]", "[|类|||3|4]"]
    let document = try XLSXFixture.read(
      .lines(lines, merges: ["A1:D1", "E1:F1", "A2:D2", "A3:A4", "C3:D3"]))
    #expect(
      XLSXFixture.outline(document) == [
        "3×4", "[科目{1×2}|金额{1×2}]", "[208{1×2}|1|2]", "[|类|3|4]",
      ])
    guard case .table(let table) = try #require(document.blocks.first).content else {
      Issue.record("no table")
      return
    }
    for cell in table.cells {
      #expect(
        cell.row + cell.rowSpan <= table.rows && cell.column + cell.columnSpan <= table.columns)
    }
  }

  @Test func `a range merged downwards reaches to the end of its table`() throws {
    #expect(
      try outline(["[产出|数量|1]", "[|质量|2]", "[效益|社会|3]"], merges: ["A1:A2", "A3:A9"]) == [
        "3×3", "[产出{2×1}|数量|1]", "[质量|2]", "[效益|社会|3]",
      ])
  }

  @Test func `a merged range holds the rows of a table without lines together`() throws {
    #expect(
      try outline(["绩效|指标", "产出|数量", "|质量"], merges: ["A2:A3"]) == [
        "3×2", "[绩效|指标]", "[产出{2×1}|数量]", "[质量]",
      ])
    #expect(
      try outline(["项目|金额", "甲|1", "", "乙|待定"], merges: ["A2:A3", "B2:B3"]) == [
        "3×2", "[项目|金额]", "[甲|1]", "[乙|待定]",
      ])
  }

  @Test func `an empty merged range that begins beside the title is an empty cell`() throws {
    #expect(
      try outline(["[收入决算表||]", "[项目|金额|]", "[甲|1|2]"], merges: ["A1:B1", "C1:C2"]) == [
        "收入决算表", "2×3", "[项目|金额|]", "[甲|1|2]",
      ])
  }

  @Test func `a row of parts is none of captions`() throws {
    #expect(
      try outline(["收入|支出", "其中：拨款|其中：基本", "1|2"]) == [
        "3×2", "[收入|支出]", "[其中：拨款|其中：基本]", "[1|2]",
      ])
  }

  @Test func `a title within lines may stand right above a head`() throws {
    #expect(
      try outline(["[项目|金额]", "[甲|1]", "[支出决算表|]", "[项目|金额]", "[乙|2]"], merges: ["A3:B3"]) == [
        "2×2", "[项目|金额]", "[甲|1]", "支出决算表", "2×2", "[项目|金额]", "[乙|2]",
      ])
  }

  @Test func `a text over the whole width of the lines is no row of the table`() throws {
    #expect(
      try outline(["[基本情况||]", "[项目|金额|备注]", "[甲|1|]"], merges: ["A1:C1"]) == [
        "基本情况", "2×3", "[项目|金额|备注]", "[甲|1|]",
      ])
  }

  @Test func `a text without lines ends the table with lines above it`() throws {
    #expect(
      try outline(["[项目|金额]", "[甲|1]", "二、明细", "乙|2"]) == [
        "2×2", "[项目|金额]", "[甲|1]", "二、明细", "1×2", "[乙|2]",
      ])
  }

  @Test func `every leaf knows its cell, empty ones too`() throws {
    let document = try XLSXFixture.read(
      .lines(["题目", "[合计||1]", "[甲|乙|]"], merges: ["A2:B2"], name: "01表"))
    #expect(
      document.leaves.map { XLSXFixture.address($0) } == [
        "01表!A1", "01表!A2", "01表!C2", "01表!A3", "01表!B3", "01表!C3",
      ])
    #expect(document.leaves[5].range.isEmpty)
    #expect(document.text == Array("题目\n合计\n1\n甲\n乙\n".utf8))
  }

  @Test func `a sheet of text is paragraphs, boxed or not`() throws {
    #expect(
      try outline(["一、部门职责", "负责财政工作。", "", "二、机构设置"]) == ["一、部门职责", "负责财政工作。", "二、机构设置"])
    #expect(try outline(["[一、部门职责]", "[负责财政工作。]"]) == ["一、部门职责", "负责财政工作。"])
  }

  @Test func `signatures below a table are paragraphs`() throws {
    #expect(
      try outline(["[项目|金额|备注]", "[甲|1|]", "单位负责人：张三|财务负责人：李四|填表人：王五"]) == [
        "2×3", "[项目|金额|备注]", "[甲|1|]", "单位负责人：张三", "财务负责人：李四", "填表人：王五",
      ])
  }

  @Test func `figures written as text keep a table together`() throws {
    #expect(
      try outline(["项目|金额|比例", "甲|1,871.38|99.8%", "乙|-|—", "合计|(3.5)|100%"]) == [
        "4×3", "[项目|金额|比例]", "[甲|1,871.38|99.8%]", "[乙|-|—]", "[合计|(3.5)|100%]",
      ])
  }
}
