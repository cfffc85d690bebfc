package import ReportModel

/// One accounting relation as a check file states it.
package struct CheckRule: Sendable, Equatable {
  /// Keeps its meaning for ever: `income.total`.
  package var id: String
  package var statementZh: String
  package var statementEn: String
  package var severity: CheckSeverity
  /// Who says so: the official form, a regulation, what published reports show.
  package var source: String
  package var test: Test
  /// The aspects that references without one are asked with, one after the other.
  package var aspects: [String]
  /// The concepts that «this» stands for; empty for all. «income.*» stands for all that begin so.
  package var concepts: [String]
  /// The sections and statements whose figures are asked; empty for all.
  package var sections: [String]
  /// A failure counts only where as many hold as fail in its section: else the rule's reading of the
  /// section is wrong, not the section («占» of a whole that is not printed).
  package var needsMajority: Bool = false
  /// Whether figures of other sections count as well.
  package var isReportWide: Bool

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

  package enum Test: Sendable, Equatable {
    /// One of the formulas must hold; where several can be asked, the best result counts.
    case formulas([Formula])
    case named(NamedTest)
  }

  /// What no formula can say.
  package enum NamedTest: String, Sendable, CaseIterable {
    /// A quantity that stands in several places has one value.
    case sameValue = "same_value"
    /// A rate is printed with its %.
    case percentSign = "percent_sign"
    /// An amount in a text about a table has the unit that the table gives it.
    case unitInText = "unit_in_text"
    /// «X万元/平方米» is the amount over the quantity of the same table.
    case unitCost = "unit_cost"
  }
}
