internal import DocumentModel
package import MappingModel
internal import PlaceModel
package import ReportModel
internal import TextLibraries
internal import ValueModel

/// The Proofread stage: asks the rules of the remark files of a report's texts.
package struct Proofreader: Sendable {
  private let rules: [CompiledRule]

  /// The ids of tests that a remark file may name.
  package static let namedTests: [NamedCheckID] = NamedRemarkTests.all.map(\.id)

  /// So many remarks of one rule are told; more say nothing new.
  private static let mostOfOneRule = 100

  /// A proofreader with these rules. A pattern or a test that does not exist is a mistake of the program: remark
  /// files are read strictly and refuse it.
  package init(rules: [RemarkRule]) { self.rules = rules.map(CompiledRule.init) }

  /// Ids and statements of the rules, in their order.
  package var statements: [(id: String, zh: String, en: String)] {
    rules.map { ($0.rule.id, $0.rule.statementZh, $0.rule.statementEn) }
  }

  /// What the rules remark on, rule by rule, each in the order of the text; and a note where a rule could not be
  /// asked of all of it.
  package func remarks(on text: ProofText) -> (remarks: [TextRemark], notes: [Note]) {
    var remarks: [TextRemark] = []
    var notes: [Note] = []
    switch text.report.identity.kind {
    case .template, .notAReport: return ([], [])
    default: break
    }
    // Two rules with one statement may find the same text.
    var told: [String: [Range<Int>]] = [:]
    var resolver = SourceResolver(document: text.normalized.document)
    let isBudget = text.report.identity.kind.isBudget
    for compiled in rules where compiled.rule.reports.include(budgets: isBudget) {
      let (findings, gaveUp) = compiled.findings(in: text, limit: Self.mostOfOneRule)
      let known = told[compiled.rule.statementZh, default: []]
      let new = findings.prefix(Self.mostOfOneRule).filter { finding in
        !known.contains { $0.overlaps(finding.range) }
      }
      told[compiled.rule.statementZh, default: []] += new.map(\.range)
      remarks += new.map {
        Self.remark($0, of: compiled.rule, in: text, &resolver)
      }
      if gaveUp {
        notes.append(
          Note(
            severity: .warning, code: .tooSlow,
            message:
              "the rule «\(compiled.rule.id)» took too long on some text and was not asked of it"
          ))
      }
    }
    return (remarks, notes)
  }

  private static func remark(
    _ finding: TextFinding, of rule: RemarkRule, in text: ProofText,
    _ resolver: inout SourceResolver
  ) -> TextRemark {
    let document = text.normalized.document
    let leaf = text.leaf(atOriginal: finding.range.lowerBound)
    let whole = document.leaves[leaf].range
    let range = finding.range.clamped(to: whole)
    let source = resolver.reference(in: leaf, range: range)
    let context = Quotation.around(range, within: whole, of: document)
    let place = PlaceWording(source)
    return TextRemark(
      id: rule.id, severity: rule.severity,
      message: CheckResult.Message(
        zh: rule.statementZh + "：«\(context)»（\(place.zh)）"
          + (finding.zh.isEmpty ? "" : "，" + finding.zh),
        en: rule.statementEn + ": «\(context)» (\(place.en))"
          + (finding.en.isEmpty ? "" : ", " + finding.en)),
      source: source)
  }
}

extension NoticeCode {
  fileprivate static let tooSlow = NoticeCode(rawValue: "remarks.too_slow")
}
