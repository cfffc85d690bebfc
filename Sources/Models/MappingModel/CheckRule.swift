package import ReportModel

/// One accounting relation as a check file states it.
package struct CheckRule: Sendable, Equatable {
  /// Keeps its meaning for ever: `income.total`.
  package var id: String
  /// The relation in words.
  package var statementZh: String
  package var statementEn: String
  /// How bad a failure is.
  package var severity: CheckSeverity
  /// Who says so: the official form, a regulation, what published reports show.
  package var source: String
  /// What is asked.
  package var test: Test
  /// The aspects that references without one are asked with, one after the other.
  package var aspects: [String]
  /// The concepts that «this» stands for; empty for all. «income.*» stands for all that begin so.
  package var concepts: [String]
  /// The sections and statements whose figures are asked; empty for all.
  package var sections: [String]
  /// A failure counts only where at least as many hold as fail in its section. Where more fail, it is the
  /// rule that has taken the wrong whole («占» of a whole that is not printed).
  package var needsMajority: Bool = false
  /// Whether figures of other sections count as well.
  package var isReportWide: Bool
  /// Which reports it is asked of.
  package var reports = Reports.all

  /// Final accounts, budgets or both; the raw value is what a check file says.
  package enum Reports: String, Sendable, CaseIterable {
    case all
    case finalAccounts = "final_accounts"
    case budgets

    /// Whether reports of a kind are among these.
    package func include(budgets isBudget: Bool) -> Bool {
      switch self {
      case .all: true
      case .finalAccounts: !isBudget
      case .budgets: isBudget
      }
    }
  }

  /// The aspects that references without one are asked with in a report of a kind: a budget's own figures are its
  /// initial budget, as final accounts' own are actual.
  package func aspects(inBudget isBudget: Bool) -> [String] {
    guard reports.include(budgets: isBudget) else { return [] }
    guard isBudget else { return aspects }
    return aspects.contains("actual") ? ["initial_budget"] : aspects
  }

  /// A rule; what is left out is as a check file without that key says.
  package init(
    id: String, statementZh: String, statementEn: String, severity: CheckSeverity, source: String,
    test: Test, aspects: [String] = ["actual"], concepts: [String] = [], sections: [String] = [],
    isReportWide: Bool = false
  ) {
    self.id = id
    self.statementZh = statementZh
    self.statementEn = statementEn
    self.severity = severity
    self.source = source
    self.test = test
    self.aspects = aspects
    self.concepts = concepts
    self.sections = sections
    self.isReportWide = isReportWide
  }

  /// What is asked.
  package enum Test: Sendable, Equatable {
    /// One of the formulas must hold; where several can be asked, the best result counts.
    case formulas([Formula])
    /// What no formula can say: a check of its own, by its id.
    case named(NamedCheckID)
  }
}

/// What a check file calls a check that no formula can state: `same_value`. The Checking stage knows
/// which there are.
package struct NamedCheckID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  package let rawValue: String

  /// The id with this name, whether or not there is such a check.
  package init(rawValue: String) { self.rawValue = rawValue }

  package init(stringLiteral value: String) { rawValue = value }
}
