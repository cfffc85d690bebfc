package import ReportModel

/// One thing that a careful reader of a report's texts would remark on, as a remark file states it.
package struct RemarkRule: Sendable, Equatable {
  /// Keeps its meaning for ever: `reason.missing`.
  package var id: String
  /// What is wrong, in words.
  package var statementZh: String
  package var statementEn: String
  /// How much it matters.
  package var severity: CheckSeverity
  /// Who says so: a regulation, what inspections of published reports found.
  package var source: String
  /// Which reports it is asked of.
  package var reports = CheckRule.Reports.all
  /// The texts that it looks at.
  package var places: Set<Place> = [.text]
  /// Regular expressions in ICU's syntax.
  package var patterns: [String] = []
  /// Whether patterns are searched in the text as it is printed, not in its matching form, which mends marks.
  package var isPrinted = false
  /// An expression that excuses a sentence: nothing of it is remarked on.
  package var unless: String?
  /// Which years the group `year` must name; empty where it may name any.
  package var years: Set<YearRelation> = []
  /// The words that say how the amount of the group `first` compares with that of `second`, or with 100 where
  /// that took no part; a remark where the
  /// amounts say otherwise; a word may allow several. Empty where nothing is compared.
  package var words: [Comparison: [String]] = [:]
  /// What no pattern can say: a test of its own, by its id.
  package var test: NamedCheckID?
  /// What such a test is given: marks, words.
  package var arguments: [String] = []
  /// Texts of which each must be remarked on.
  package var found: [String] = []
  /// Texts of which none may be.
  package var fine: [String] = []

  /// A kind of texts; the raw value is what a remark file says.
  package enum Place: String, Sendable, CaseIterable {
    /// Paragraphs, but for those below.
    case text
    case headings
    case cells
    /// What the body does and how it is divided.
    case duties
    /// Explanations of terms.
    case glossary
  }

  /// A year beside the report's own; the raw value is what a remark file says.
  package enum YearRelation: String, Sendable, CaseIterable {
    case earlier, own, later
  }

  /// How an amount compares with another; the raw value is what a remark file says.
  package enum Comparison: String, Sendable, CaseIterable {
    case greater, less, equal
  }

  /// A rule that looks for nothing yet.
  package init(
    id: String, statementZh: String, statementEn: String, severity: CheckSeverity, source: String
  ) {
    self.id = id
    self.statementZh = statementZh
    self.statementEn = statementEn
    self.severity = severity
    self.source = source
  }
}
