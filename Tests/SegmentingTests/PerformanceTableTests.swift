import DocumentModel
import Segmenting
import Testing
import ValueModel

@Suite("Performance tables")
struct PerformanceTableTests {
  /// The same table with its spans and as a text dump.
  private static let spanned: Sample = {
    var sample = Sample()
    sample.spanned([
      [("项目支出绩效自评表", 1, 8)],
      [("项目名称", 1, 2), ("防火道", 1, 6)],
      [("主管部门", 1, 2), ("甲局", 1, 3), ("实施单位", 1, 1), ("", 1, 2)],
      [
        ("项目资金(万元)", 3, 1), ("", 1, 1), ("年初预算数", 1, 2), ("全年执行数", 1, 2), ("分值", 1, 1),
        ("得分", 1, 1),
      ],
      [("年度资金总额", 1, 1), ("5.00", 1, 2), ("4.00", 1, 2), ("10", 1, 1), ("8", 1, 1)],
      [("其他资金", 1, 1), ("0.00", 1, 2), ("0.00", 1, 2), ("-", 1, 1), ("-", 1, 1)],
      [("年度总体目标", 2, 1), ("预期目标", 1, 4), ("实际完成情况", 1, 3)],
      [("修路\n巡查", 1, 4), ("已修", 1, 3)],
      [
        ("", 1, 1), ("一级指标", 1, 1), ("二级指标", 1, 1), ("三级指标", 1, 1), ("权重", 1, 1), ("目标值", 1, 1),
        ("业绩值", 1, 1), ("得分", 1, 1),
      ],
      [
        ("绩效指标", 3, 1), ("产出指标", 2, 1), ("数量指标", 2, 1), ("里程", 1, 1), ("50", 1, 1), (">=3公里", 1, 1),
        ("=3公里", 1, 1), ("50", 1, 1),
      ],
      [("次数", 1, 1), ("20", 1, 1), ("=2次", 1, 1), ("=2次", 1, 1), ("20", 1, 1)],
      [
        ("效益指标", 1, 1), ("", 1, 1), ("减灾", 1, 1), ("20", 1, 1), ("有效", 1, 1), ("", 1, 1),
        ("18", 1, 1),
      ],
      [("总分", 1, 4), ("100", 1, 1), ("", 1, 1), ("", 1, 1), ("96", 1, 1)],
    ])
    return sample
  }()

  private static let guessed: Sample = {
    var sample = Sample()
    sample.guessed([
      ["项目支出绩效自评表"],
      ["项目名称", "防火道"],
      ["主管部门", "甲局", "实施单位", ""],
      ["项目资金(万元)", "", "年初预算数", "全年执行数", "分值", "得分"],
      ["", "年度资金总额", "5.00", "4.00", "10", "8"],
      ["", "其他资金", "0.00", "0.00", "-", "-"],
      ["年度总体目标", "预期目标", "实际完成情况"],
      ["", "修路\n巡查", "已修"],
      ["", "一级指标", "二级指标", "三级指标", "权重", "目标值", "业绩值", "得分"],
      ["绩效指标", "产出指标", "数量指标", "里程", "50", ">=3公里", "=3公里", "50"],
      ["", "", "", "次数", "20", "=2次", "=2次", "20"],
      ["", "效益指标", "", "减灾", "20", "有效", "", "18"],
      ["总分", "100", "", "", "96"],
    ])
    return sample
  }()

  /// The two grids; an argument that prints short.
  enum Form: CaseIterable {
    case spanned, guessed
    var sample: Sample {
      switch self {
      case .spanned: PerformanceTableTests.spanned
      case .guessed: PerformanceTableTests.guessed
      }
    }
  }

  /// The table with its cells' texts.
  private func read(_ sample: Sample) throws -> (
    table: PerformanceTable, funds: [[String?]], indicators: [[String?]], total: [String?]?
  ) {
    let document = sample.normalized
    let table = try #require(Segmenter().segment(document).performanceTables.first)
    func texts(_ row: [PerformanceTable.CellValue?]) -> [String?] {
      row.map { $0.map { document.string(ofLeaf: $0.leaf) } }
    }
    return (
      table, table.funds.rows.map(texts), table.indicators.rows.map(texts), table.total.map(texts)
    )
  }

  @Test(arguments: Form.allCases)
  func `head fields are pairs of label and value`(form: Form) throws {
    let table = try read(form.sample).table
    let document = form.sample.normalized
    #expect(table.scope == .project)
    #expect(table.unit == .tenThousand)
    #expect(table.fields.map(\.label) == ["项目名称", "主管部门", "实施单位"])
    #expect(table.fields.map { document.string(ofLeaf: $0.leaf) } == ["防火道", "甲局", ""])
  }

  @Test(arguments: Form.allCases)
  func `fund rows stand under their heads`(form: Form) throws {
    let read = try read(form.sample)
    #expect(read.table.funds.columns == ["", "年初预算数", "全年执行数", "分值", "得分"])
    #expect(
      read.funds == [["年度资金总额", "5.00", "4.00", "10", "8"], ["其他资金", "0.00", "0.00", "-", "-"]])
  }

  @Test(arguments: Form.allCases)
  func `goals are pairs`(form: Form) throws {
    let goals = try read(form.sample).table.goals
    let document = form.sample.normalized
    #expect(goals.count == 1)
    #expect(goals.first?.expected.map { document.string(ofLeaf: $0) } == "修路\n巡查")
    #expect(goals.first?.actual.map { document.string(ofLeaf: $0) } == "已修")
  }

  @Test(arguments: Form.allCases)
  func `merged levels stand in each indicator row they cover`(form: Form) throws {
    let read = try read(form.sample)
    #expect(read.table.indicators.columns == ["一级指标", "二级指标", "三级指标", "权重", "目标值", "业绩值", "得分"])
    #expect(
      read.indicators == [
        ["产出指标", "数量指标", "里程", "50", ">=3公里", "=3公里", "50"],
        ["产出指标", "数量指标", "次数", "20", "=2次", "=2次", "20"],
        ["效益指标", "", "减灾", "20", "有效", "", "18"],
      ])
  }

  @Test(arguments: Form.allCases)
  func `the total stands under the last columns`(form: Form) throws {
    #expect(try read(form.sample).total == [nil, nil, nil, "100", "", "", "96"])
  }

  @Test func `the title may stand above the table, before its year and its unit`() throws {
    var sample = Sample()
    sample.paragraph("部门整体支出绩效自评表")
    sample.paragraph("")
    sample.paragraph("(2024年度)单位:元")
    sample.guessed([
      ["资金来源", "年初预算数", "全年预算数"], ["合计", "1.00", "2.00"],
    ])
    let read = try read(sample)
    #expect(read.table.scope == .overall)
    #expect(read.table.unit == .yuan)
    #expect(read.table.funds.columns == ["资金来源", "年初预算数", "全年预算数"])
    #expect(read.funds == [["合计", "1.00", "2.00"]])
    #expect(read.total == nil)
  }

  @Test func `a header that stands again on the next page is no indicator`() throws {
    var sample = Sample()
    let head = ["一级指标", "二级指标", "三级指标", "分值"]
    sample.guessed([
      head, ["产出", "数量", "甲", "5"], head, ["", "", "", ""], ["效益", "社会", "乙", "6"],
    ])
    #expect(try read(sample).indicators.map { $0.first } == ["产出", "效益"])
  }

  @Test func `a field's pair may stand behind the label of its band`() throws {
    var sample = Sample()
    sample.spanned([
      [("项目概况", 2, 1), ("项目名称", 1, 1), ("防火道", 1, 2)],
      [("项目代码", 1, 1), ("A1", 1, 2)],
      [("一级指标", 1, 1), ("二级指标", 1, 1), ("三级指标", 1, 1), ("分值", 1, 1)],
    ])
    #expect(try read(sample).table.fields.map(\.label) == ["项目名称", "项目代码"])
  }

  @Test func `another table is none`() {
    var sample = Sample()
    sample.paragraph("收入支出决算总表")
    sample.guessed([["项目", "年初预算数", "全年预算数"], ["合计", "1.00", "2.00"]])
    #expect(Segmenter().segment(sample.normalized).performanceTables.isEmpty)
  }
}
