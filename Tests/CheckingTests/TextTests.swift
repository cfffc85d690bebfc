@testable import Checking
import ReportModel
import Testing

@Suite("Figures in texts")
struct TextTests {
  @Test func `figures are told with their unit and what stands before them`() {
    let figures = FigureInText.all(in: "执行率为96.69。投入办公费１，２００.５万元，活动费0.59元，完成率100%")
    #expect(figures.map(\.value.description) == ["96.69", "1", "200.5", "0.59", "100"])
    #expect(figures.map(\.unit) == ["", "", "万元", "元", "%"])
    #expect(figures.map(\.followsRate) == [true, false, false, false, true])
  }

  @Test(arguments: [
    ("2024年12月15日前", "12月10日", 5), ("=12月10日", "12月10日", 0), ("2025年1月1日", "12月31日", 1),
  ])
  func `days are counted`(later: String, earlier: String, difference: Int) throws {
    let first = try #require(DayNumber(later, year: 2024))
    let second = try #require(DayNumber(earlier, year: 2024))
    #expect(first.value - second.value == difference)
  }

  @Test(arguments: ["100%", "12月", "13月1日", "及时完成"])
  func `what is no day is none`(text: String) {
    #expect(DayNumber(text, year: 2024) == nil)
  }
}
