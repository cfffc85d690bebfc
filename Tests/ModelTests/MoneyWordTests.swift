import ReportModel
import Testing
import ValueModel

@Suite("Words for money")
struct MoneyWordTests {
  @Test(arguments: [
    ("亿元", MoneyWord.hundredMillion, Unit.hundredMillionYuan),
    ("万元", .tenThousand, .tenThousandYuan),
    ("元", .yuan, .yuan),
  ])
  func `each word has its unit`(text: String, word: MoneyWord, unit: Unit) {
    #expect(MoneyWord(text) == word)
    #expect(word.unit == unit)
    #expect(MoneyWord(startOf: Array((text + ")").utf8)[...], among: MoneyWord.allCases) == word)
  }

  @Test func `thousands of yuan are known and have no unit`() {
    #expect(MoneyWord("千元") == .thousand)
    #expect(MoneyWord("元人") == nil)
    #expect(MoneyWord.thousand.unit == nil)
    #expect(MoneyWord.allCases.filter { $0.unit != nil } == MoneyWord.withUnit)
    #expect(MoneyWord(startOf: Array("千元".utf8)[...], among: MoneyWord.withUnit) == nil)
  }

  @Test func `no word hides another one behind it`() {
    for (index, word) in MoneyWord.allCases.enumerated() {
      for later in MoneyWord.allCases[(index + 1)...] {
        #expect(!later.rawValue.hasSuffix(word.rawValue))
      }
    }
  }
}
