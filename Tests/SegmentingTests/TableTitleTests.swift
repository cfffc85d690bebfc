import DocumentModel
import Segmenting
import Testing

/// What the lines above a table say about it.
@Suite struct TableTitleTests {
  private let rows = [["项目", "金额"], ["合计", "9.00"], ["其中", "6.00"]]

  private func title(_ draw: (inout Sample) -> Void) -> String? {
    var sample = Sample()
    draw(&sample)
    sample.printed(rows, page: 1, heights: [200, 200, 200])
    return Segmenter().segment(sample.normalized).tables.first?.titleText
  }

  @Test func `a title on two lines is one`() {
    let title = title { sample in
      sample.printed("青河县林业局一般公共预算", top: 500)
      sample.printed("财政拨款支出决算表", top: 640)
      sample.printed("单位:万元", top: 800)
    }
    #expect(title == "青河县林业局一般公共预算财政拨款支出决算表")
  }

  @Test func `a line in larger type, or further above, is no part of the title`() {
    let larger = title { sample in
      sample.printed("青河县林业局部门决算", top: 400, height: 200)
      sample.printed("财政拨款支出决算表", top: 640)
    }
    #expect(larger == "财政拨款支出决算表")
    let further = title { sample in
      sample.printed("青河县林业局部门决算", top: 300)
      sample.printed("财政拨款支出决算表", top: 640)
    }
    #expect(further == "财政拨款支出决算表")
    let report = title { sample in
      sample.printed("青河县林业局部门决算", top: 500)
      sample.printed("财政拨款支出决算表", top: 640)
    }
    #expect(report == "财政拨款支出决算表")
  }

  @Test func `a title may share its line with the unit`() {
    #expect(title { $0.printed("支出决算表 单位:万元", top: 640) } == "支出决算表")
  }
}
