/// One published report in canonical form: what `juesuan-report/1` holds (DESIGN.md §4).
package struct Report: Sendable {
  /// The name and version of the canonical form, as every output says it.
  package static let schema = "juesuan-report/1"

  package var identity: ReportIdentity
  package var overview: Overview
  package var facts: [Fact]
  package var statements: [Statement]
  package var performance: [PerformanceEvaluation]
  package var glossary: [GlossaryEntry]
  /// What the checks found, in the order of the check files.
  package var checks: [CheckResult] = []
  /// Values that are most likely misprinted, the likeliest first.
  package var suspects: [Suspect] = []
  package var unmapped: [UnmappedFigure]
  package var coverage: Coverage
  /// What the stages noticed and went on with.
  package var notes: [Note]

  package init(
    identity: ReportIdentity, overview: Overview = Overview(), facts: [Fact] = [],
    statements: [Statement] = [], performance: [PerformanceEvaluation] = [],
    glossary: [GlossaryEntry] = [], unmapped: [UnmappedFigure] = [],
    coverage: Coverage = Coverage(), notes: [Note] = []
  ) {
    self.identity = identity
    self.overview = overview
    self.facts = facts
    self.statements = statements
    self.performance = performance
    self.glossary = glossary
    self.unmapped = unmapped
    self.coverage = coverage
    self.notes = notes
  }
}

/// Which report this is and where it came from.
package struct ReportIdentity: Sendable, Equatable {
  /// The first 16 hexadecimal digits of the source's SHA-256.
  package var id: String
  /// `institution/year/kind`: groups several publications of one report.
  package var key: String
  package var title: String?
  package var institution: String?
  package var fiscalYear: Int?
  /// The raw value of a report kind: `department_final_accounts`, `unit_final_accounts` ….
  package var kind: String
  package var layout: LayoutMatch
  package var source: SourceFile

  package init(
    id: String, key: String, title: String?, institution: String?, fiscalYear: Int?, kind: String,
    layout: LayoutMatch, source: SourceFile
  ) {
    self.id = id
    self.key = key
    self.title = title
    self.institution = institution
    self.fiscalYear = fiscalYear
    self.kind = kind
    self.layout = layout
    self.source = source
  }
}

/// The mapping layout that was taken, and how well the report fits it.
package struct LayoutMatch: Sendable, Equatable {
  package var id: String
  /// 0…1 with two decimals: the share of the layout's expected headings that were seen.
  package var score: Amount
  /// The headings by which it was recognized.
  package var seen: [String]

  package init(id: String, score: Amount, seen: [String] = []) {
    self.id = id
    self.score = score
    self.seen = seen
  }
}

/// The file a report was read from.
package struct SourceFile: Sendable, Equatable {
  /// The file's name without its folder, so that outputs do not depend on where it lay.
  package var file: String
  package var format: String
  /// «UTF-8», «GB18030» …; nil where the format leaves no choice.
  package var encoding: String?
  package var sha256: String
  package var bytes: Int
  /// Number of pages; nil where the format has none.
  package var pages: Int?

  package init(
    file: String, format: String, encoding: String?, sha256: String, bytes: Int, pages: Int?
  ) {
    self.file = file
    self.format = format
    self.encoding = encoding
    self.sha256 = sha256
    self.bytes = bytes
    self.pages = pages
  }
}

/// Main functions and internal divisions of the institution.
package struct Overview: Sendable, Equatable {
  package var functions: [Function] = []
  package var divisions: [Division] = []

  package init() {}

  package struct Function: Sendable, Equatable {
    package var number: Int
    package var text: String
    package var source: SourceReference
    package init(number: Int, text: String, source: SourceReference) {
      self.number = number
      self.text = text
      self.source = source
    }
  }

  package struct Division: Sendable, Equatable {
    package var name: String
    package var source: SourceReference
    package init(name: String, source: SourceReference) {
      self.name = name
      self.source = source
    }
  }
}

/// One official statement (决算报表) that the report holds or lists.
package struct Statement: Sendable, Equatable {
  /// Canonical id: `overview`, `income`, `expenditure` …; nil where the title is not known.
  package var id: String?
  package var title: String
  /// What its amounts are printed in; nil where nothing says it, or where the report only lists it.
  package var unit: Unit?
  /// Pages of a PDF on which it stands, ascending.
  package var pages: [Int] = []
  /// The report only names it; its table is not there.
  package var isListedOnly = true
  /// The table is there and holds no amount («本表无数据»).
  package var isEmpty = false
  package var columns: [Column] = []
  package var rows: [Row] = []
  package var source: SourceReference

  /// One column of amounts.
  package struct Column: Sendable, Equatable {
    /// Unique within the statement: `basic`, `initial_budget.abroad`; `column_4` where the head is not
    /// known.
    package var id: String
    /// The heads above it from top to bottom, as printed.
    package var label: String
    package init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// One row: its code, its label, its amounts by column.
  package struct Row: Sendable, Equatable {
    package var code: String?
    package var label: String?
    /// 1 … 3 for class, category, item, from the code; nil where there is no code.
    package var level: Int?
    /// `income` or `expenditure` in a statement with two sides.
    package var side: String?
    /// By column id.
    package var values: [String: Amount] = [:]
    /// Places of the code, the label and each value: `code`, `label`, or the column's id.
    package var sources: [String: SourceReference] = [:]
    package init() {}
  }

  package init(id: String?, title: String, source: SourceReference) {
    self.id = id
    self.title = title
    self.source = source
  }
}

/// A term and what the report says it means.
package struct GlossaryEntry: Sendable, Equatable {
  package var term: String
  package var definition: String
  package var source: SourceReference

  package init(term: String, definition: String, source: SourceReference) {
    self.term = term
    self.definition = definition
    self.source = source
  }
}

/// A figure that no rule took.
package struct UnmappedFigure: Sendable, Equatable {
  package var text: String
  package var source: SourceReference
  /// Why no rule took it: `no_label`, `ambiguous`, `unknown_label` ….
  package var reason: String
  /// The words before it, in matching form; not written, but counted over many reports.
  package var words: String

  package init(text: String, source: SourceReference, reason: String, words: String = "") {
    self.text = text
    self.source = source
    self.reason = reason
    self.words = words
  }
}

/// How many Arabic figures of the body became facts or fields, stand in quoted text, or neither.
package struct Coverage: Sendable, Equatable {
  package var mapped = 0
  package var explained = 0
  package var unmapped = 0

  package var figures: Int { mapped + explained + unmapped }

  package init(mapped: Int = 0, explained: Int = 0, unmapped: Int = 0) {
    self.mapped = mapped
    self.explained = explained
    self.unmapped = unmapped
  }
}

/// Something noticed on the way: a repaired byte, a skipped part, a doubt.
package struct Note: Sendable, Equatable {
  package var severity: String
  package var code: String
  package var message: String

  package init(severity: String, code: String, message: String) {
    self.severity = severity
    self.code = code
    self.message = message
  }
}
