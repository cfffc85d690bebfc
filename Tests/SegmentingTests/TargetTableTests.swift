import DocumentModel
import Segmenting
import Testing
import ValueModel

/// Tables of performance targets (绩效目标表): the form of one project, and lists of many.
struct TargetTableTests {
  private typealias Cell = (String, Int, Int)

  /// Each record as its fields, funds, goals and indicators.
  private func records(_ rows: [[(String, Int, Int)]]) -> [String] {
    var sample = Sample()
    sample.spanned(rows)
    let document = sample.normalized
    func text(_ leaf: Int?) -> String { leaf.map { document.string(ofLeaf: $0) } ?? "-" }
    return Segmenter().segment(document).performanceTables.map { table in
      let fields = table.fields.map { "\($0.label)=\(text($0.leaf))" }
      let funds = table.funds.rows.map { row in row.map { text($0?.leaf) }.joined(separator: " ") }
      let goals = table.goals.map { text($0.expected) }
      let indicators = table.indicators.rows.map { row in
        row.map { text($0?.leaf) }.joined(separator: " ")
      }
      return [fields, funds, goals, indicators].map { $0.joined(separator: "; ") }
        .joined(separator: " | ") + " | \(table.unit?.rawValue ?? "-")"
    }
  }

  @Test func `a list of projects is one record for each`() {
    #expect(
      records([
        [
          ("单位名称", 2, 1), ("项目名称", 2, 1), ("项目总额(万元)", 2, 1), ("其中:", 1, 2), ("绩效目标", 2, 1),
          ("一级指标", 2, 1), ("二级指标", 2, 1), ("三级指标", 2, 1), ("指标性质", 2, 1), ("指标值", 2, 1),
        ],
        [("财政资金", 1, 1), ("其他资金", 1, 1)],
        [
          ("甲局", 3, 1), ("修路", 2, 1), ("9.00", 2, 1), ("8.00", 2, 1), ("1.00", 2, 1),
          ("路通", 2, 1), ("产出指标", 1, 1), ("数量指标", 1, 1), ("里程", 1, 1), (">=", 1, 1), ("3", 1, 1),
        ],
        [("效益指标", 1, 1), ("社会效益", 1, 1), ("减灾", 1, 1), ("定性", 1, 1), ("好", 1, 1)],
        [
          ("巡查", 1, 1), ("2.00", 1, 1), ("2.00", 1, 1), ("", 1, 1), ("无火", 1, 1), ("产出指标", 1, 1),
          ("数量指标", 1, 1), ("次数", 1, 1), (">=", 1, 1), ("12", 1, 1),
        ],
      ]) == [
        "项目名称=修路; 单位名称=甲局 | 项目总额(万元) 9.00; 财政资金 8.00; 其他资金 1.00 | 路通 | "
          + "产出指标 数量指标 里程 >= 3; 效益指标 社会效益 减灾 定性 好 | 万元",
        "项目名称=巡查; 单位名称=甲局 | 项目总额(万元) 2.00; 财政资金 2.00 | 无火 | 产出指标 数量指标 次数 >= 12 | 万元",
      ])
  }

  @Test func `an amount that began with another project is no project's own`() {
    #expect(
      records([
        [
          ("项目名称", 1, 1), ("年度资金总额", 1, 1), ("其他资金", 1, 1), ("一级指标", 1, 1), ("二级指标", 1, 1),
          ("三级指标", 1, 1), ("指标值", 1, 1),
        ],
        [
          ("修路", 1, 1), ("9.00", 1, 1), ("1.00", 2, 1), ("产出指标", 1, 1), ("数量指标", 1, 1),
          ("里程", 1, 1), ("3", 1, 1),
        ],
        [("巡查", 1, 1), ("2.00", 1, 1), ("产出指标", 1, 1), ("数量指标", 1, 1), ("次数", 1, 1), ("12", 1, 1)],
      ]).last == "项目名称=巡查 | 年度资金总额 2.00 |  | 产出指标 数量指标 次数 12 | -")
  }

  @Test func `the form of one project has its funds and its goal in rows`() {
    #expect(
      records([
        [("项目名称", 1, 2), ("修路", 1, 3)],
        [("主管部门及代码", 1, 2), ("甲局105", 1, 1), ("实施单位", 1, 1), ("乙所", 1, 1)],
        [("项目资金(万元)", 3, 1), ("年度资金总额:", 1, 2), ("9.00", 1, 1), ("执行率分值(10)", 3, 1)],
        [("其中:财政拨款", 1, 2), ("8.00", 1, 1)],
        [("上年结转", 1, 2), ("1.00", 1, 1)],
        [("年度总体目标", 1, 1), ("目标1:修路。目标2:通车。", 1, 4)],
        [("绩效指标", 2, 1), ("一级指标", 1, 1), ("二级指标", 1, 1), ("三级指标", 1, 1), ("指标值", 1, 1)],
        [("产出指标", 1, 1), ("数量指标", 1, 1), ("里程", 1, 1), ("3公里", 1, 1)],
      ]) == [
        "项目名称=修路; 主管部门及代码=甲局105; 实施单位=乙所 | 年度资金总额: 9.00; 其中:财政拨款 8.00; 上年结转 1.00 | "
          + "目标1:修路。目标2:通车。 | 产出指标 数量指标 里程 3公里 | 万元"
      ])
  }
}
