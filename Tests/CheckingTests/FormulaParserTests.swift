@testable import Checking
import MappingModel
import Testing

@Suite("Formulas")
struct FormulaParserTests {
  @Test func `a formula names its figures, dimensions and what may be missing`() throws {
    let formula = try Formula(
      parsing: "this@share_percent = 100 * table.income:income.other[fund=none,function=208]? / 3")
    #expect(formula.comparison == .equal)
    #expect(formula.lead?.concept == nil)
    #expect(formula.aspects == ["share_percent"])
    let reference = try #require(formula.right.references.first)
    #expect(reference.section == "table.income")
    #expect(reference.concept == "income.other")
    #expect(reference.dimensions == [.fund: nil, .function: "208"])
    #expect(reference.isOptional)
    #expect(formula.right.isRate)
  }

  @Test func `products bind closer than sums, and brackets closest`() throws {
    let formula = try Formula(parsing: "a = (b + c) * d - e / f")
    guard case .minus(.times(.plus, _), .over) = formula.right else {
      Issue.record("\(formula.right)")
      return
    }
  }

  @Test(arguments: [(1000, true), (1001, false), (20_000, false)])
  func `a formula has at most a thousand figures`(count: Int, isRead: Bool) {
    let sum = Array(repeating: "b", count: count - 1).joined(separator: " + ")
    #expect(((try? Formula(parsing: "a = " + sum)) != nil) == isRead)
  }

  @Test func `a condition stands behind «if»`() throws {
    let formula = try Formula(parsing: "a <= b if c > 100")
    #expect(formula.comparison == .atMost)
    #expect(formula.condition?.comparison == .above)
  }

  @Test(arguments: [
    ("a = ", 4, "expected a figure"), ("a b", 2, "expected =, <=, >=, < or >"),
    ("a = b)", 5, "nothing is expected here any more"),
    ("a = sum(b)", 9, "expected , and a dimension"),
    ("a? = b", 6, "the left side must begin with a figure that is not optional"),
    ("a = b[colour=red]", 12, "unknown dimension «colour»"),
    ("a = 99999999999999999999", 24, "the number is too large"),
  ])
  func `what is wrong is told with its place`(text: String, offset: Int, message: String) {
    do {
      _ = try Formula(parsing: text)
      Issue.record("«\(text)» was read")
    } catch {
      #expect(error.offset == offset, "\(text): \(error.message)")
      #expect(error.message.contains(message), "\(text): \(error.message)")
    }
  }

  @Test func `brackets are not nested for ever`() {
    let text = "a = " + String(repeating: "(", count: 100_000) + "b"
    #expect(throws: FormulaError.self) { try Formula(parsing: text) }
  }
}
