import ReportModel
import TestSupport
import Testing
import ValueModel

@testable import Mapping

/// Which readings other figures exclude.
struct ExclusionTests {
  /// One fact: «value unit features that were supplied by convention …».
  private static func fact(_ text: String, aspect: Aspect = .actual) throws -> Fact {
    let words = text.split(separator: " ").map(String.init)
    let unit = try #require(Unit(rawValue: words[1]))
    let value = try #require(Amount(parsing: words[0].utf8))
    var fact = Fact(
      id: "", concept: "expenditure.basic", aspect: aspect, value: value, unit: unit, label: "",
      source: SourceReference(block: 0, start: 0, end: 1, text: "1"),
      rule: RuleReference(layout: "a", section: "b", concept: "c"))
    var trust = Trust()
    for word in words.dropFirst(2) {
      switch word {
      case "fund": trust.fund = .convention
      case "concept": trust.concept = .convention
      case "aspect": trust.aspect = .convention
      default: Issue.record("unknown feature \(word)")
      }
    }
    fact.trust = trust
    return fact
  }

  @Test(arguments: CaseLine.list(cases))
  func `of contradicting readings those are excluded that were supplied`(_ item: CaseLine) throws {
    let excluded = Exclusion.excluded(from: try item.given.map { try Self.fact($0) })
    #expect(
      CaseLine.line(excluded.sorted().map { String($0 + 1) }) == item.expected)
  }

  @Test func `facts of different quantities never contradict each other`() throws {
    let first = try Self.fact("5.00 CNY_10K fund")
    var other = try Self.fact("6.00 CNY_10K")
    other.dimensions = ["fund": "fiscal"]
    #expect(Exclusion.excluded(from: [first, other]).isEmpty)
    let budget = try Self.fact("6.00 CNY_10K", aspect: .initialBudget)
    #expect(Exclusion.excluded(from: [first, budget]).isEmpty)
    #expect(Exclusion.excluded(from: []).isEmpty)
  }

  @Test func `a total of a sentence that the tables print as the sum of the year is none`() throws {
    func fact(_ text: String, _ concept: String, row: Int?, aspect: Aspect = .actual) throws -> Fact
    {
      var fact = try Self.fact(text, aspect: aspect)
      fact.concept = concept
      fact.source.block = row == nil ? 7 : 2
      fact.source.row = row
      return fact
    }
    let told = try fact("50.00 CNY_10K", "income.total", row: nil)
    let change = try fact("2.00 CNY_10K", "income.total", row: nil, aspect: .change)
    let total = try fact("70.00 CNY_10K", "income.total", row: 9)
    let sum = try fact("50.00 CNY_10K", "income.current_year", row: 5)
    #expect(Exclusion.excluded(from: [told, change, total, sum]) == [0, 1])
    // Where the tables do not print the amount as anything else, they contradict it, and a check tells it.
    #expect(Exclusion.excluded(from: [told, change, total]).isEmpty)
    #expect(Exclusion.excluded(from: [told, change, sum]).isEmpty)
  }

  private static let cases = """
    // What is printed is the publisher's, whatever it contradicts.
    5.00 CNY_10K | 6.00 CNY_10K → nothing
    5.00 CNY_10K fund | 6.00 CNY_10K → 1
    5.00 CNY_10K | 6.00 CNY_10K fund → 2
    // Nobody knows which of two is right: neither is told.
    5.00 CNY_10K fund | 6.00 CNY_10K fund → 1; 2
    5.00 CNY_10K fund concept | 6.00 CNY_10K fund → 1
    5.00 CNY_10K aspect | 6.00 CNY_10K concept → 1; 2
    // Equal figures contradict nothing, rounded ones neither.
    5.00 CNY_10K fund | 5.00 CNY_10K → nothing
    5.00 CNY_10K fund | 50000 CNY → nothing
    5.00 CNY_10K fund | 50049.99 CNY → nothing
    5.00 CNY_10K fund | 50200.00 CNY → 1
    5.0 CNY_10K fund | 5.04 CNY_10K → nothing
    5.0 CNY_10K fund | 5.20 CNY_10K → 1
    5 CNY_10K fund | 5 CNY → 1
    // Rates are no quantities that could contradict each other.
    5.00 percent fund | 6.00 percent → nothing
    5 vehicle concept | 6 vehicle → 1
    5.00 CNY_10K fund | 5.00 CNY_10K | 6.00 CNY_10K → 1
    """
}
