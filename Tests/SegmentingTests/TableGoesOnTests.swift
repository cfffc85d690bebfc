import DocumentModel
import Segmenting
import Testing

/// Whether a table without a title goes on with the one before it.
@Suite struct TableGoesOnTests {
  private let first = [
    ["科目名称", "合计", "基本支出", "项目支出"], ["合计", "9.00", "5.00", "4.00"],
    ["教育支出", "9.00", "5.00", "4.00"],
  ]
  private let more = [["卫生健康支出", "2.00", "1.00", "1.00"]]

  private func tables(_ captions: [String], _ next: [[String]]) -> Int {
    var sample = Sample()
    sample.paragraph("表03")
    sample.paragraph("支出决算表")
    sample.printed(first, page: 1, heights: first.map { _ in 200 })
    for caption in captions { sample.paragraph(caption) }
    sample.printed(next, page: 2, heights: next.map { _ in 300 })
    return Segmenter().segment(sample.normalized).tables.count
  }

  @Test func `rows under no head, or under the same head again, go on with it`() {
    #expect(tables([], more) == 1)
    #expect(tables(["表03", "单位:万元"], more) == 1)
    #expect(tables(["单位:万元"], [first[0]] + more) == 1)
  }

  @Test func `a table of another number is another one`() {
    #expect(tables(["表04"], [first[0]] + more) == 2)
  }

  @Test func `a table with a head of its own is another one`() {
    let sides = [
      ["收入", "", "支出", ""], ["项目", "决算数", "项目", "决算数"], ["本年收入", "2.00", "本年支出", "2.00"],
    ]
    #expect(tables(["单位:万元"], sides) == 2)
    #expect(tables([], [["项目名称", "总计", "财政拨款", "其他资金"]] + more) == 2)
  }
}
