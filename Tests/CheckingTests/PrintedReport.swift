import Checking
import MappingModel
import ReportModel
import Testing
import ValueModel

/// A figure that a report prints.
struct Printed {
  var concept: String
  var value: String
  var aspect = Aspect.actual
  var unit = Unit.tenThousandYuan
  var dimensions: [String: String] = [:]
  var section = "overall"
  /// In an official statement, not in the narrative.
  var isCell = false
}

extension Report {
  /// A report of these figures, one a line or row: the first one is the fact f1.
  static func printing(_ printed: [Printed]) throws -> Report {
    var report = Report(
      identity: ReportIdentity(
        id: "", key: "", title: nil, institution: nil, fiscalYear: 2024,
        kind: .departmentFinalAccounts,
        layout: LayoutMatch(id: "common", score: Amount(unscaled: 0, scale: 0)),
        source: SourceFile(
          file: "a.txt", format: .txt, encoding: nil, sha256: "", bytes: 0, pages: nil)))
    for (index, fact) in printed.enumerated() {
      var source = SourceReference(block: 0, start: 0, end: 1, text: fact.value, line: index + 1)
      if fact.isCell {
        source.line = nil
        source.row = index
        source.column = 1
      }
      report.facts.append(
        Fact(
          id: "f\(index + 1)", concept: fact.concept, aspect: fact.aspect,
          dimensions: fact.dimensions, value: try amount(fact.value), unit: fact.unit,
          label: fact.concept, source: source,
          rule: RuleReference(layout: "common", section: fact.section, concept: fact.concept)))
    }
    for section in Set(printed.filter(\.isCell).map(\.section)) {
      var statement = Statement(
        id: section, title: section,
        source: SourceReference(block: 0, start: 0, end: 1, text: section))
      statement.isListedOnly = false
      report.statements.append(statement)
    }
    return report
  }
}

extension CheckRule {
  /// A rule of formulas, with plain words.
  static func asking(
    _ formulas: [String], id: String = "rule", wide: Bool = false, aspects: [String] = ["actual"]
  ) throws -> CheckRule {
    CheckRule(
      id: id, statementZh: "关系", statementEn: "relation", severity: .error, source: "test",
      test: .formulas(try formulas.map { try Formula(parsing: $0) }), aspects: aspects,
      isReportWide: wide)
  }

  /// A rule that is a named check.
  static func named(_ check: NamedCheckID) -> CheckRule {
    CheckRule(
      id: check.rawValue, statementZh: "关系", statementEn: "relation", severity: .warning,
      source: "test", test: .named(check))
  }
}

func amount(_ text: String) throws -> Amount { try #require(Amount(parsing: text.utf8)) }
