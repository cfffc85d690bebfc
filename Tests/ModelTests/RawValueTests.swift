import ReportModel
import Testing
import ValueModel

/// What outputs say in closed lists of words. Whoever reads outputs relies on them, so they stand here
/// once more: a case that is renamed by accident fails.
@Suite("Words of the output")
struct RawValueTests {
  private func words<Word: RawRepresentable<String> & CaseIterable>(_: Word.Type) -> String {
    Word.allCases.map(\.rawValue).joined(separator: " ")
  }

  @Test func `kinds of reports`() {
    #expect(
      words(ReportKind.self)
        == "department_final_accounts unit_final_accounts department_budget unit_budget "
        + "three_public_statement government_final_accounts government_budget template not_a_report unknown"
    )
    #expect(
      ReportKind.allCases.filter(\.isBudget) == [.departmentBudget, .unitBudget, .governmentBudget])
  }

  @Test func `facts`() {
    #expect(
      words(Aspect.self)
        == "actual initial_budget annual_budget prior_year change change_percent budget_change "
        + "budget_change_percent share_percent completion_percent variance_percent")
    #expect(
      words(Unit.self)
        == "CNY CNY_10K CNY_100M percent person person_time vehicle batch group set unit division "
        + "table project m2")
    #expect(
      words(UnmappedReason.self)
        == "no_label no_unit no_percent_sign no_rule unit_mismatch uneven_list illegible")
    #expect(
      words(DoubtReason.self)
        == "unknown_title unknown_column unknown_row unknown_words open_concept open_fund "
        + "open_aspect open_year open_unit open_owner inexact contradicted")
    #expect(words(Trust.Grade.self) == "proved read")
    #expect(words(Footing.self) == "proved printed convention")
    #expect(
      RuleReference(layout: "common", section: "overall", concept: "income.total").description
        == "common/overall/income.total")
  }

  @Test func `statements and performance tables`() {
    #expect(words(Statement.Side.self) == "income expenditure")
    #expect(words(PerformanceScope.self) == "overall project")
    #expect(
      words(PerformanceEvaluation.HeadField.self) == "name supervisingDepartment implementingUnit")
    #expect(
      words(PerformanceEvaluation.FundField.self)
        == "initialBudget annualBudget executed weight executionRate score")
    #expect(
      words(PerformanceEvaluation.IndicatorField.self)
        == "level1 level2 level3 weight target actual completionRate score basis priorYear "
        + "scoringRule evidence deviation comparator unit")
  }

  @Test func `checks and notes`() {
    #expect(words(CheckStatus.self) == "pass rounding fail not_applicable")
    #expect(words(CheckSeverity.self) == "error warning info")
    #expect(
      words(Suspect.Slip.self)
        == "digits_swapped digit_dropped digit_added digit_changed sign unit decimal_point "
        + "exchanged shifted_column other")
    #expect(words(NoticeSeverity.self) == "note warning error")
    #expect(NoticeCode.roundingNote.rawValue == "rounding_note")
    #expect(NoticeCode.layoutNotUnderstood.rawValue == "layout_not_understood")
  }
}
