import OutputReading
import Reviewing
import Testing

@Suite("Index page")
struct IndexPageTests {
  private func entry(_ members: String) throws -> ReportEntry {
    ReportEntry(try Output(Array(#"{"schema": "juesuan-report/2", \#(members)}"#.utf8)))
  }

  @Test(arguments: [
    ("昌吉回族自治州住房和城乡建设局", "昌吉回族自治州"), ("上海市普陀区规划和自然资源局", "上海市普陀区"),
    ("新疆维吾尔自治区教育厅", "新疆维吾尔自治区"), ("广州市城市管理局", "广州市"), ("平溪县教育局", "平溪县"),
    ("贵州省苏州市市场监督管理局", "贵州省苏州市"), ("市场监督管理局", ""), ("国家档案馆", ""), ("杭州师范大学", ""),
    ("云岭州职业技术学校", "云岭州"),
  ])
  func `the region is what a body's name begins with`(_ name: String, _ region: String) throws {
    #expect(try entry(#""report": {"institution": "\#(name)"}"#).region == region)
  }

  @Test func `coverage is never rounded up to all`() throws {
    let entry = try entry(#""coverage": {"figures": 100000, "mapped": 99999, "unmapped": 1}"#)
    let html = String(
      decoding: IndexPage([entry], problems: [], labels: PageFixture.labels, language: .en).html(
        try PageFixture.templates.get()), as: UTF8.self)
    #expect(html.contains(">99.9%</td>"))
    #expect(html.contains("1 reports, 0 with figures"))
    #expect(!html.contains("alarm\">"))
  }

  @Test func `doubtful figures are counted, and a report that is not understood is told`() throws {
    let entry = try entry(
      #""coverage": {"figures": 20, "mapped": 5, "explained": 3, "doubtful": 12, "unmapped": 0}, "#
        + #""notes": [{"code": "layout_not_understood"}]"#)
    let html = String(
      decoding: IndexPage([entry], problems: [], labels: PageFixture.labels, language: .en).html(
        try PageFixture.templates.get()), as: UTF8.self)
    #expect(html.contains("12 figures are doubtful"))
    #expect(html.contains(#"<td class="num warn" data-name="doubtful">12</td>"#))
    #expect(html.contains(">40.0%</td>"))
    #expect(html.contains(#"<i class="alarm">not understood</i>"#))
  }
}
