import Conversion
import ReportModel
import Testing

/// Statements whose cells a copy from a web page left one to a line.
@Suite("Flattened statements")
struct FlattenedTableTests {
  private static let overview = """
    云岭县交通局2024年度部门决算

    一、收入支出决算总表

    公开01表

    金额单位:万元

    收入

    支出

    项目

    行次

    金额

    项目

    行次

    金额

    栏次


    1

    栏次


    2

    一、一般公共预算财政拨款收入

    1

    640.25

    一、一般公共服务支出

    28

    12.40

    二、政府性基金预算财政拨款收入

    2

    0.00

    二、外交支出

    29

    0.00
    """

  @Test func `a column headed by «amount» alone holds amounts`() throws {
    let stages = try Corpus.converter().stages(of: Array(Self.overview.utf8), named: "a.txt")
    let values = stages.report.facts.map { "\($0.concept) \($0.value)" }
    #expect(values.contains("income.fiscal_appropriation 640.25"), "\(values)")
    // The title stands within the table, so that nothing says that this is all money.
    let doubtful = stages.report.doubtful.map { "\($0.value) \($0.reason)" }
    #expect(doubtful == ["12.40 openFund", "0.00 openFund"], "\(values)")
    #expect(!values.contains { $0.hasSuffix(" 28") || $0.hasSuffix(" 1") })
  }

  @Test func `the name of an item says nothing of budget or final`() throws {
    let text = """
      云岭县财政局2024年度部门决算

      支出决算表
      单位：万元
      功能分类科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
      合计\t\t30.00\t10.00\t20.00
      201\t一般公共服务支出\t30.00\t10.00\t20.00
      20106\t财政事务\t30.00\t10.00\t20.00
      2010604\t预算改革业务\t12.00\t4.00\t8.00
      2010607\t信息化建设\t18.00\t6.00\t12.00
      """
    let report = try Corpus.converter().stages(of: Array(text.utf8), named: "a.txt").report
    let items = report.facts.filter { $0.dimensions["function"] == "2010604" }
    #expect(items.map(\.value.description) == ["12.00", "4.00", "8.00"])
    #expect(items.allSatisfy { $0.aspect == .actual })
  }
}
