import DocumentModel
import Segmenting
import Testing
import ValueModel

@Suite struct `Rows of funds` {
  private typealias Cells = [(text: String, down: Int, across: Int)]

  /// The band under the title of a performance table.
  private func read(_ rows: [Cells]) throws -> (
    unit: MoneyWord?, columns: [String], rows: [[String?]]
  ) {
    var sample = Sample()
    sample.paragraph("某局部门整体支出绩效自评表")
    sample.spanned(rows)
    let document = sample.normalized
    let table = try #require(Segmenter().segment(document).performanceTables.first)
    return (
      table.unit, table.funds.columns,
      table.funds.rows.map { $0.map { $0.map { document.string(ofLeaf: $0.leaf) } } }
    )
  }

  private func plain(_ texts: String...) -> Cells { texts.map { ($0, 1, 1) } }

  private static let divided: Cells = [
    ("预算执行情况", 4, 1), ("任务名称", 2, 1), ("年初预算数(万元)", 1, 2), ("执行数(万元)", 1, 2), ("执行率", 2, 1),
  ]

  @Test func `heads in two rows divide their columns`() throws {
    let read = try read([
      Self.divided, plain("总额", "财政拨款", "总额", "财政拨款"),
      plain("基本支出", "410.00", "400.00", "408.00", "399.00", "99.51%"),
      plain("合计", "600.00", "550.00", "579.00", "540.00", "96.50%"),
    ])
    #expect(read.unit == .tenThousand)
    #expect(
      read.columns == [
        "任务名称", "年初预算数(万元)", "年初预算数(万元)/财政拨款", "执行数(万元)", "执行数(万元)/财政拨款", "执行率",
      ])
    #expect(
      read.rows == [
        ["基本支出", "410.00", "400.00", "408.00", "399.00", "99.51%"],
        ["合计", "600.00", "550.00", "579.00", "540.00", "96.50%"],
      ])
  }

  @Test func `letters under the heads divide nothing`() throws {
    let read = try read([
      plain("资金来源", "年初预算数", "全年执行数", "执行率"), plain("", "(A)", "(B)", "(B/A)"),
      plain("合计", "5.00", "4.00", "80%"),
    ])
    #expect(read.columns == ["资金来源", "年初预算数", "全年执行数", "执行率"])
    #expect(read.rows == [["合计", "5.00", "4.00", "80%"]])
  }

  @Test func `heads in two rows without spans are not guessed at`() throws {
    let read = try read([
      plain("资金来源", "年初预算数", "全年执行数", "执行率", "得分"),
      plain("", "总额", "财政拨款", "总额", "财政拨款"),
      plain("合计", "600.00", "550.00", "579.00", "540.00", "96.50%", "9.65"),
    ])
    #expect(read.rows.isEmpty)
  }

  @Test func `a band's label that begins as a column's head is none`() throws {
    for label in ["预算执行情况(万元)", "预算执行(万元)"] {
      let read = try read([
        [(label, 3, 1)] + plain("", "年初预算数", "全年执行数", "得分"),
        plain("年度资金总额", "500.00", "579.00", "9.65"), plain("其他资金", "50.00", "39.00", "-"),
      ])
      #expect(read.unit == .tenThousand)
      #expect(read.columns == ["", "年初预算数", "全年执行数", "得分"])
      #expect(
        read.rows == [["年度资金总额", "500.00", "579.00", "9.65"], ["其他资金", "50.00", "39.00", "-"]])
    }
  }

  @Test func `what stands under two heads is under none`() throws {
    let read = try read([
      plain("资金来源", "年初预算数", "全年执行数", "得分"),
      plain("合计") + [("5.00", 1, 2)] + plain("10"),
      plain("12.00", "3.00", "2.00", "1.00"),
    ])
    #expect(read.rows == [["合计", nil, nil, "10"]])
  }
}
