import Reviewing
import Testing

@Suite("Charts")
struct ChartTests {
  private static func fact(
    _ id: String, _ concept: String, _ value: String, aspect: String = "actual",
    fund: String? = nil, function: String? = nil, other: String? = nil
  ) -> String {
    let dimensions = [
      fund.map { #""fund": "\#($0)""# }, function.map { #""function": "\#($0)""# }, other,
    ].compactMap(\.self).joined(separator: ", ")
    return PageFixture.fact(
      id, concept, value, aspect: aspect, dimensions: "{\(dimensions)}", label: "L" + id,
      block: Int(id.dropFirst()) ?? 0)
  }

  @Test func `parts of a whole are told with their shares`() throws {
    let html = try PageFixture.html(
      try PageFixture.report(facts: [
        Self.fact("f1", "income.current_year", "100.00"),
        Self.fact("f2", "income.fiscal_appropriation", "75.00"),
        Self.fact("f3", "income.other", "25.00"),
      ]))
    #expect(html.contains("<h3>收入构成</h3><span class=\"unit\">万元</span>"))
    let row1 = #"<b class="amount">75.00</b><span class="share">75.0%</span>"#
    #expect(html.contains(row1))
    #expect(!html.contains("各项之和与总数相差"))
  }

  @Test func `parts that do not add up are told, rounding is not`() throws {
    for (part, isTold) in [("24.99", false), ("24.00", true)] {
      let html = try PageFixture.html(
        try PageFixture.report(facts: [
          Self.fact("f1", "income.current_year", "100.00"),
          Self.fact("f2", "income.fiscal_appropriation", "75.00"),
          Self.fact("f3", "income.other", part),
        ]))
      #expect(html.contains("各项之和与总数相差 1.00 万元") == isTold)
    }
  }

  @Test func `amounts of another fund, year or body are in no chart`() throws {
    let html = try PageFixture.html(
      try PageFixture.report(facts: [
        Self.fact("f1", "expenditure.basic", "60.00"),
        Self.fact("f2", "expenditure.project", "40.00", fund: "government_fund"),
        Self.fact("f3", "expenditure.business", "30.00", other: #""year": "2023""#),
        Self.fact("f4", "expenditure.affiliated_subsidy", "20.00", other: #""entity": "乙局""#),
      ]))
    #expect(!html.contains("<h3>支出构成</h3>"))
    #expect(html.contains("没有画的图：收入构成、支出构成、"))
  }

  @Test func `where the report prints two amounts the chart says which it shows`() throws {
    let html = try PageFixture.html(
      try PageFixture.report(facts: [
        Self.fact("f1", "income.current_year", "100.00"),
        Self.fact("f2", "income.fiscal_appropriation", "75.00"),
        Self.fact("f3", "income.other", "25.00"), Self.fact("f4", "income.other", "26.00"),
      ]))
    #expect(html.contains("报告各处对“其他收入”印有不同数字，此处取最先出现的。"))
  }

  @Test func `changes of different funds stand in different charts`() throws {
    let html = try PageFixture.html(
      try PageFixture.report(facts: [
        Self.fact("f1", "income.other", "-5.00", aspect: "change"),
        Self.fact("f2", "income.fiscal_appropriation", "7.00", aspect: "change"),
        Self.fact("f3", "income.other", "3.00", aspect: "change", fund: "general_public_budget"),
        Self.fact(
          "f4", "income.fiscal_appropriation", "2.00", aspect: "change",
          fund: "general_public_budget"),
      ]))
    #expect(html.contains("<h3>比上年增减 · 全部资金</h3>"))
    #expect(html.contains("<h3>比上年增减 · 一般公共预算财政拨款</h3>"))
    let row2 = #"<b class="amount">−5.00</b>"#
    #expect(html.contains(row2))
    let row3 = #"<b class="amount">+7.00</b>"#
    #expect(html.contains(row3))
  }

  @Test func `large sums are told in 亿元 and none of them is lost`() throws {
    let html = try PageFixture.html(
      try PageFixture.report(facts: [
        Self.fact("f1", "income.total", "38137.12"), Self.fact("f2", "three_public.total", "0.39"),
      ]))
    #expect(html.contains("<b>3.8137</b><span class=\"unit\">亿元</span>"))
    #expect(html.contains("<b>0.39</b><span class=\"unit\">万元</span>"))
  }

  @Test func `a report without figures has no chart and says so`() throws {
    let html = try PageFixture.html(try PageFixture.report(facts: []))
    #expect(!html.contains("<figure class=\"chart\">"))
    #expect(html.contains("没有画的图：收入构成、支出构成、支出功能分类、比上年增减、“三公”经费、绩效自评得分。"))
  }
}
