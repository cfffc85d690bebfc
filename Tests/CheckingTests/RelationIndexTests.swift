@testable import Checking
import MappingModel
import ReportModel
import Testing

/// What a program that proves readings would ask of small reports.
@Suite("Relations that touch a figure")
struct RelationIndexTests {
  private let total = "income.total = income.current_year + balance.opening?"

  private func relations(_ rules: [CheckRule], _ printed: [Printed]) throws -> RelationIndex {
    ReportChecker(rules: rules).relations(of: try .printing(printed))
  }

  private func sum(_ whole: String, _ part: String, _ rest: String) throws -> RelationIndex {
    try relations(
      [try .asking([total]), .named("same_value")],
      [
        Printed(concept: "income.total", value: whole),
        Printed(concept: "income.current_year", value: part),
        Printed(concept: "balance.opening", value: rest),
        Printed(concept: "income.current_year", value: "8.00", section: "income"),
      ])
  }

  @Test func `relations are the positions in the report's list of checks`() throws {
    let relations = try sum("10.00", "3.00", "2.00")
    let part = try #require(relations.figure(named: "f2"))
    let rest = try #require(relations.figure(named: "f3"))
    #expect(relations.touching(part) == [0, 1])
    #expect(relations.touching(rest) == [0])
    #expect(relations.figures(of: 0).first == relations.figure(named: "f1"))
    #expect(relations.figures(of: 0).count == 3)
    #expect(relations.figure(named: "f9") == nil)
  }

  @Test func `an answer of the printed values is what the check says`() throws {
    let relations = try sum("10.00", "3.00", "2.00")
    let answer = relations.answer(of: 0)
    #expect(answer.status == .fail)
    #expect(answer.difference?.description == "5")
  }

  @Test func `another value gives another answer, and changes nothing`() throws {
    let relations = try sum("10.00", "3.00", "2.00")
    let part = try #require(relations.figure(named: "f2"))
    for relation in relations.touching(part) {
      let wanted = try #require(relations.solution(of: relation, for: part))
      #expect(wanted.description == "8.00")
      #expect(relations.answer(of: relation, substituting: [part: wanted]).status == .pass)
      #expect(relations.answer(of: relation).status == .fail)
    }
  }

  @Test func `several figures may have other values at once`() throws {
    let relations = try sum("10.00", "3.00", "2.00")
    let whole = try #require(relations.figure(named: "f1"))
    let rest = try #require(relations.figure(named: "f3"))
    let answer = relations.answer(
      of: 0, substituting: [whole: try amount("7.00"), rest: try amount("4.00")])
    #expect(answer.status == .pass)
    #expect(answer.difference?.description == "0")
  }

  @Test func `values are told in the unit that the figure is printed in`() throws {
    let relations = try relations(
      [try .asking(["income.total = income.current_year"])],
      [
        Printed(concept: "income.total", value: "1.25", unit: .hundredMillionYuan),
        Printed(concept: "income.current_year", value: "125", unit: .yuan),
      ])
    let part = try #require(relations.figure(named: "f2"))
    #expect(relations.solution(of: 0, for: part)?.description == "125000000")
    #expect(
      relations.answer(of: 0, substituting: [part: try amount("125000000")]).status == .pass)
  }

  @Test func `a rate answers, but is not solved`() throws {
    let relations = try relations(
      [try .asking(["this@share_percent = 100 * this / income.total"])],
      [
        Printed(concept: "income.total", value: "200.00"),
        Printed(concept: "income.other", value: "50.00"),
        Printed(
          concept: "income.other", value: "52.00", aspect: .sharePercent, unit: .percent),
      ])
    let whole = try #require(relations.figure(named: "f1"))
    let share = try #require(relations.figure(named: "f3"))
    #expect(relations.answer(of: 0).status == .fail)
    #expect(relations.answer(of: 0, substituting: [share: try amount("25.00")]).status == .pass)
    #expect(relations.solution(of: 0, for: share) == nil)
    // With nothing to divide by there is no answer.
    let none = relations.answer(of: 0, substituting: [whole: try amount("0.00")])
    #expect(none.status == .notApplicable)
    #expect(none.difference == nil)
  }

  @Test func `a figure that both sides take alike has no solution`() throws {
    let relations = try relations(
      [try .asking(["income.total + income.other = income.current_year + income.other"])],
      [
        Printed(concept: "income.total", value: "2.00"),
        Printed(concept: "income.other", value: "3.00"),
        Printed(concept: "income.current_year", value: "1.00"),
      ])
    let other = try #require(relations.figure(named: "f2"))
    #expect(relations.touching(other) == [0])
    #expect(relations.solution(of: 0, for: other) == nil)
  }

  @Test func `what could not be asked touches nothing`() throws {
    let relations = try relations(
      [try .asking([total])], [Printed(concept: "income.total", value: "1.00")])
    let whole = try #require(relations.figure(named: "f1"))
    #expect(relations.touching(whole).isEmpty)
    #expect(relations.answer(of: 0).status == .notApplicable)
    #expect(relations.answer(of: 99).status == .notApplicable)
    #expect(relations.solution(of: 99, for: whole) == nil)
  }
}
