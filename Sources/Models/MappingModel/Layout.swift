package import PhraseModel
package import ReportModel

/// Everything the mapping files say: concepts and layouts, checked and with inheritance resolved.
package struct MappingSet: Sendable {
  /// By concept id.
  package var concepts: [String: Concept]
  /// `common` first, then the others by id; each complete (what it inherits is in it).
  package var layouts: [Layout]
  /// The morphemes and frames that phrases are read by.
  package var lexicon: Lexicon
  /// What the money is spent for (支出功能分类).
  package var functions: Classification
  /// What it is spent on (部门预算支出经济分类).
  package var economic: Classification

  /// A set of these; without classifications nothing is known of codes.
  package init(
    concepts: [String: Concept], layouts: [Layout], lexicon: Lexicon = Lexicon(),
    functions: Classification = Classification(), economic: Classification = Classification()
  ) {
    self.lexicon = lexicon
    self.concepts = concepts
    self.layouts = layouts
    self.functions = functions
    self.economic = economic
  }
}

/// One entry of the taxonomy.
package struct Concept: Sendable, Equatable {
  /// What kind of thing a concept counts.
  package enum Kind: String, Sendable, CaseIterable { case money, count, area }
  /// Its name in the taxonomy: `income.total`.
  package var id: String
  /// What kind of thing it counts.
  package var kind: Kind
  /// The unit of a count or an area («person»); nil for money, whose unit is as printed.
  package var unit: Unit?
  /// What it is called in Chinese.
  package var labelZh: String
  /// What it is called in English.
  package var labelEn: String

  /// A concept with all it tells.
  package init(id: String, kind: Kind, unit: Unit?, labelZh: String, labelEn: String) {
    self.id = id
    self.kind = kind
    self.unit = unit
    self.labelZh = labelZh
    self.labelEn = labelEn
  }
}

/// How one family of reports is written: its sections, labels and tables.
package struct Layout: Sendable, Equatable {
  /// The name of the layout's file without its ending.
  package var id: String
  /// Headings by whose presence the layout is recognized, in matching form; empty for `common`.
  package var recognizedBy: [String]
  /// What its sections are called and hold.
  package var sections: [SectionRule]
  /// Labels that hold in every section.
  package var labels: [LabelRule]
  /// The official statements it knows.
  package var statements: [StatementRule]
  /// What rows and columns of performance tables are called.
  package var performance: PerformanceRule

  /// A layout that says no more than what is given.
  package init(
    id: String, recognizedBy: [String] = [], sections: [SectionRule] = [],
    labels: [LabelRule] = [], statements: [StatementRule] = [],
    performance: PerformanceRule = PerformanceRule()
  ) {
    self.id = id
    self.recognizedBy = recognizedBy
    self.sections = sections
    self.labels = labels
    self.statements = statements
    self.performance = performance
  }
}

/// A section: the headings it goes by and what its labels mean there.
package struct SectionRule: Sendable, Equatable {
  /// What a section holds.
  package enum Content: String, Sendable, CaseIterable {
    /// Sentences with figures.
    case narrative
    /// The institution's functions, one numbered paragraph each.
    case functions
    /// Divisions and headcount, told in sentences.
    case organization
    /// Terms and definitions.
    case glossary
    /// The list of the official statements.
    case statements
    /// Text without figures of its own; its figures are explained.
    case text
  }

  /// The name that rules and checks know it by: `overall`.
  package var id: String
  /// What it holds.
  package var content: Content
  /// Heading texts without number, in matching form.
  package var headings: [String]
  /// Dimensions that every money fact of the section has.
  package var dimensions: [String: String]
  /// Whether the file says the content itself; else a section that extends another keeps that one's.
  package var saysContent = true
  /// How narrow the section is: one within another keeps the outer rule where its own is wider
  /// («结构情况» of the general public budget is no section of all expenditure). 0 is the widest.
  package var narrowness = 3
  /// Whether functional items (项) are listed here by their bare names.
  package var listsFunctions = false
  /// Labels that hold in this section and stand above the layout's own.
  package var labels: [LabelRule]

  /// A section that says no more than what is given.
  package init(
    id: String, content: Content, headings: [String], dimensions: [String: String] = [:],
    labels: [LabelRule] = []
  ) {
    self.id = id
    self.content = content
    self.headings = headings
    self.dimensions = dimensions
    self.labels = labels
  }
}

/// Printed labels that stand for one concept.
package struct LabelRule: Sendable, Equatable {
  /// The concept's id.
  package var concept: String
  /// Dimensions that its figures have.
  package var dimensions: [String: String]
  /// In matching form.
  package var labels: [String]
  /// Whether the section's own dimensions are left off (the label says whose money it is).
  package var leavesSectionDimensions: Bool

  /// A label that means the same everywhere, unless more is given.
  package init(
    concept: String, dimensions: [String: String] = [:], labels: [String],
    leavesSectionDimensions: Bool = false
  ) {
    self.concept = concept
    self.dimensions = dimensions
    self.labels = labels
    self.leavesSectionDimensions = leavesSectionDimensions
  }
}

/// The titles an official statement goes by, and what its figures have in common.
package struct StatementRule: Sendable, Equatable {
  /// Its canonical id: `overview`, `income`.
  package var id: String
  /// The titles it goes by, in matching form.
  package var titles: [String]
  /// What a title says that names it, where none of the titles stands in it: sets of features.
  package var reads: [[Feature]] = []
  /// The section whose labels and dimensions hold in the statement, too.
  package var section: String?
  /// The concept that «合计» stands for.
  package var total: String?
  /// Whether its rows are functional items, economic items or neither.
  package var rows: Rows

  /// What the codes of a statement's rows belong to.
  package enum Rows: String, Sendable, CaseIterable {
    case functions, economic, labels
  }

  /// A statement whose rows are told by their labels, unless more is given.
  package init(
    id: String, titles: [String], section: String? = nil, total: String? = nil,
    rows: Rows = .labels
  ) {
    self.id = id
    self.titles = titles
    self.section = section
    self.total = total
    self.rows = rows
  }
}

/// Names of rows and columns of performance tables: printed label → canonical field.
package struct PerformanceRule: Sendable, Equatable {
  /// Head fields: 项目名称 → `name`.
  package var fields: [String: PerformanceEvaluation.HeadField]
  /// Fund rows: 年度资金总额 → `total`.
  package var fundRows: [String: String]
  /// Fund columns: 年初预算数 → `initialBudget`.
  package var fundColumns: [String: PerformanceEvaluation.FundField]
  /// Indicator columns: 目标值 → `target`.
  package var indicatorColumns: [String: PerformanceEvaluation.IndicatorField]

  /// Names of fields; what is left out is known by no name.
  package init(
    fields: [String: PerformanceEvaluation.HeadField] = [:], fundRows: [String: String] = [:],
    fundColumns: [String: PerformanceEvaluation.FundField] = [:],
    indicatorColumns: [String: PerformanceEvaluation.IndicatorField] = [:]
  ) {
    self.fields = fields
    self.fundRows = fundRows
    self.fundColumns = fundColumns
    self.indicatorColumns = indicatorColumns
  }
}
