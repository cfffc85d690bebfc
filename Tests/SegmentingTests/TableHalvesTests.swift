import DocumentModel
import Segmenting
import Testing

/// A table whose last columns stand on the next page.
@Suite struct TableHalvesTests {
  private let names = [
    ["编码", "名称", "合计"], ["", "合计", "9.00"], ["201", "公共服务", "6.00"], ["205", "教育", "3.00"],
  ]
  private let figures = [
    ["基本支出", "项目支出"], ["5.00", "4.00"], ["4.00", "2.00"], ["1.00", "2.00"],
  ]

  private func report(
    heights: [Int] = [400, 200, 200, 200], caption: String? = "续表", right: [[String]]? = nil
  ) -> SegmentedReport {
    var sample = Sample()
    sample.paragraph("支出决算表")
    sample.printed(names, page: 1, heights: [400, 200, 200, 200])
    if let caption { sample.paragraph(caption) }
    sample.printed(right ?? figures, page: 2, heights: heights)
    return Segmenter().segment(sample.normalized)
  }

  @Test(arguments: ["续表", "单位:万元", nil])
  func `rows as high as those of the page before, of nothing but figures, go on to the right`(
    caption: String?
  ) throws {
    let tables = report(caption: caption).tables
    #expect(tables.count == 1)
    let table = try #require(tables.first)
    #expect(table.columns == 5 && table.rows == 4 && table.blocks.count == 2)
    #expect(table.begins(3, 4) && table.leaf(3, 4) != nil)
  }

  @Test func `rows of other heights are another table`() {
    #expect(report(heights: [400, 200, 300, 200]).tables.count == 2)
  }

  @Test func `rows with names of their own are another table`() {
    let right = [["项目", "金额"], ["货物", "4.00"], ["工程", "2.00"], ["服务", "2.00"]]
    #expect(report(right: right).tables.count == 2)
  }

  @Test func `a table with a title is another one`() {
    #expect(report(caption: "项目支出决算表").tables.count == 2)
  }
}
