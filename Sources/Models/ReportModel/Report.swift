package import ValueModel

/// One published report in canonical form: what an output of the form `juesuan-report/2` holds.
package struct Report: Sendable {
  /// The name and version of the canonical form, as every output says it.
  package static let schema = "juesuan-report/2"

  /// Which report it is and where it came from.
  package var identity: ReportIdentity
  /// What the body does and how it is divided.
  package var overview: Overview
  /// Figures with their meaning, in the order of the source.
  package var facts: [Fact]
  /// The official statements that it holds or lists.
  package var statements: [Statement]
  /// The performance self-evaluation tables.
  package var performance: [PerformanceEvaluation]
  /// Terms and what the report says they mean.
  package var glossary: [GlossaryEntry]
  /// What the checks found, in the order of the check files.
  package var checks: [CheckResult] = []
  /// Values that are most likely misprinted, the likeliest first.
  package var suspects: [Suspect] = []
  /// What a reader would remark on its texts, rule by rule.
  package var remarks: [TextRemark] = []
  /// Figures of which a part of the meaning is open, in the order of the source.
  package var doubtful: [DoubtfulFigure]
  /// Figures that no rule took.
  package var unmapped: [UnmappedFigure]
  /// What became of the figures of the source.
  package var coverage: Coverage
  /// What the stages noticed and went on with.
  package var notes: [Note]

  /// A report that holds no more than what is given.
  package init(
    identity: ReportIdentity, overview: Overview = Overview(), facts: [Fact] = [],
    statements: [Statement] = [], performance: [PerformanceEvaluation] = [],
    glossary: [GlossaryEntry] = [], doubtful: [DoubtfulFigure] = [],
    unmapped: [UnmappedFigure] = [], coverage: Coverage = Coverage(), notes: [Note] = []
  ) {
    self.identity = identity
    self.overview = overview
    self.facts = facts
    self.statements = statements
    self.performance = performance
    self.glossary = glossary
    self.doubtful = doubtful
    self.unmapped = unmapped
    self.coverage = coverage
    self.notes = notes
  }
}

/// Main functions and internal divisions of the institution.
package struct Overview: Sendable, Equatable {
  /// 主要职能, in their order.
  package var functions: [Function] = []
  /// 内设机构, in their order.
  package var divisions: [Division] = []

  /// Nothing is known yet.
  package init() {}

  /// One of the main functions.
  package struct Function: Sendable, Equatable {
    /// Its number, from 1.
    package var number: Int
    /// Its text without the number.
    package var text: String
    /// Where it stands.
    package var source: SourceReference
    /// A function at its place.
    package init(number: Int, text: String, source: SourceReference) {
      self.number = number
      self.text = text
      self.source = source
    }
  }

  /// One internal division.
  package struct Division: Sendable, Equatable {
    /// Its name.
    package var name: String
    /// Where it stands.
    package var source: SourceReference
    /// A division at its place.
    package init(name: String, source: SourceReference) {
      self.name = name
      self.source = source
    }
  }
}

/// A term and what the report says it means.
package struct GlossaryEntry: Sendable, Equatable {
  /// The term.
  package var term: String
  /// What it means.
  package var definition: String
  /// Where the definition stands.
  package var source: SourceReference

  /// An entry with all it tells.
  package init(term: String, definition: String, source: SourceReference) {
    self.term = term
    self.definition = definition
    self.source = source
  }
}

/// A figure that no rule took.
package struct UnmappedFigure: Sendable, Equatable {
  /// The figure as printed.
  package var text: String
  /// Where it stands.
  package var source: SourceReference
  /// Why no rule took it.
  package var reason: UnmappedReason
  /// The words before it, in matching form; not written, but counted over many reports.
  package var words: String

  /// A figure that was left, and why.
  package init(
    text: String, source: SourceReference, reason: UnmappedReason, words: String = ""
  ) {
    self.text = text
    self.source = source
    self.reason = reason
    self.words = words
  }
}

/// Something noticed on the way: a repaired byte, a skipped part, a doubt.
package struct Note: Sendable, Equatable {
  /// How grave it is.
  package var severity: NoticeSeverity
  /// What kind of thing it is.
  package var code: NoticeCode
  /// For people.
  package var message: String

  /// A note with all it tells.
  package init(severity: NoticeSeverity, code: NoticeCode, message: String) {
    self.severity = severity
    self.code = code
    self.message = message
  }
}
