import Conversion
import Testing

@Suite("Rows that number the columns")
struct RulerTests {
  private func values(_ numbers: [String]) throws -> [String] {
    let cells = (["栏次"] + numbers).map { "<td>\($0)</td>" }.joined()
    let page = """
      <html><body><p>某县测试局2024年度部门决算</p><p>支出决算表</p><p>单位：万元</p>
      <table><tr><td>项目</td><td>本年支出合计</td><td>基本支出</td><td>项目支出</td></tr>
      <tr>\(cells)</tr>
      <tr><td>合计</td><td>12.50</td><td>10.00</td><td>2.50</td></tr></table></body></html>
      """
    let json = try Corpus.converter().convert(Array(page.utf8), named: "report.html")
    let statements = try #require(try Corpus.object(json)["statements"] as? [[String: Any]])
    let rows = try #require(statements.first?["rows"] as? [[String: Any]])
    return rows.compactMap { $0["label"] as? String }
  }

  @Test(arguments: [["1", "2", "3"], ["1.00", "2.00", "3.00"]])
  func `they are no data, however their numbers are written`(numbers: [String]) throws {
    #expect(try values(numbers) == ["合计"])
  }

  @Test func `amounts behind such a word stay`() throws {
    #expect(try values(["1.25", "1.00", "0.25"]) == ["栏次", "合计"])
  }
}
