import TestSupport
import Testing

@testable import Mapping

/// Words that name a body or several.
struct BodyNameTests {
  @Test(arguments: CaseLine.list(names))
  func `names of bodies are known by their ends`(_ item: CaseLine) {
    let text = Array(item.given[0].utf8)
    var told: [String] = []
    if BodyNames.ends(text.indices, of: text) { told.append("body") }
    if BodyNames.isPlural(text.indices, of: text) { told.append("several") }
    #expect(CaseLine.line(told) == item.expected)
  }

  @Test(arguments: CaseLine.list(wholes))
  func `governments and sums of bodies have one name each`(_ item: CaseLine) {
    #expect(BodyNames.whole(Array(item.given[0].utf8)[...]) == item.expected)
  }

  private static let names = """
    云岭县交通局 → body
    云岭县第一小学 → body
    云岭县人民医院 → body
    某街道 → body
    县直各部门 → body; several
    各单位 → body; several
    水毁公路修复 → nothing
    乡道养护 → nothing
    """

  private static let wholes = """
    全县 → 全县
    全省 → 全省
    区本级 → 本级
    县本级 → 本级
    各单位 → 汇总
    各乡镇 → 汇总
    各乡(镇)、县本级 → 汇总
    县直各部门 → 汇总
    """
}
