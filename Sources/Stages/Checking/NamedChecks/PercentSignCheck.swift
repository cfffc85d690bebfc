internal import MappingModel
internal import ReportModel

/// A rate is printed with its %: what the mapping stage could not take for want of it, and rates in the
/// texts of performance tables.
struct PercentSignCheck: NamedCheck {
  let id: NamedCheckID = "percent_sign"

  func outcomes(of rule: CheckRule, at index: Int, in checked: inout CheckedReport) -> [Outcome] {
    var outcomes: [Outcome] = []
    func add(_ value: String, _ pointer: String, _ source: SourceReference) {
      outcomes.append(
        Outcome(
          rule: index, status: .fail,
          remark: Remark(
            message: Self.wording(rule, value, source), records: [pointer])))
    }
    let report = checked.report
    for (number, figure) in report.unmapped.enumerated() where figure.reason == .noPercentSign {
      add(figure.text, "/unmapped/\(number)", figure.source)
    }
    for text in checked.texts {
      for figure in text.figures
      where figure.unit.isEmpty && figure.followsRate && figure.value.scale > 0 {
        add(figure.value.description, text.pointer, text.field.source)
      }
    }
    for number in report.facts.indices where report.facts[number].unit == .percent {
      outcomes.append(
        Outcome(
          rule: index, status: .pass,
          remark: Remark(facts: [report.facts[number].id])))
    }
    return outcomes
  }

  private static func wording(
    _ rule: CheckRule, _ value: String, _ source: SourceReference
  ) -> CheckResult.Message {
    .init(
      zh: rule.statementZh + "：\(value)（\(PlaceWords.zh(source))）之后没有 %",
      en: rule.statementEn + ": no % stands behind \(value) (\(PlaceWords.en(source)))")
  }
}
