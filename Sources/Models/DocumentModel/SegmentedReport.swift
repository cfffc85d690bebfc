package import ValueModel

/// A report cut into its sections and its tables of known shape.
package struct SegmentedReport: Sendable {
  /// What the title says; nil where none was found.
  package var title: ReportTitle?
  /// In document order; a section's parent always stands before it.
  package var sections: [Section]
  /// The performance tables, in order; a list of projects is one for each.
  package var performanceTables: [PerformanceTable]
  /// All tables as they were meant, joined over pages; performance tables are among them.
  package var tables: [LogicalTable]
  /// The year the report is about, by all that the document says.
  package var fiscalYear: Int?
  /// The body that reports, as printed; nil where nothing names it.
  package var institution: String?
  /// The name in matching form, as it stands before labels in the text; empty where there is none.
  package var institutionKey: [UInt8]
  /// What kind of document it is, by all that it says.
  package var kind: ReportKind
  /// The sections whose heading prints another year than the report's, against the text under it.
  package var sectionsOfWrongYear: Set<Int> = []
  /// What was told from elsewhere than the title, and what contradicts itself.
  package var findings: [Finding] = []

  /// A report that holds no more than what is given.
  package init(
    title: ReportTitle? = nil, sections: [Section] = [],
    performanceTables: [PerformanceTable] = [], tables: [LogicalTable] = [],
    fiscalYear: Int? = nil
  ) {
    self.tables = tables
    self.fiscalYear = fiscalYear ?? title?.fiscalYear
    institution = title?.institution
    institutionKey = title?.institutionKey ?? []
    kind = title?.kind ?? .unknown
    self.title = title
    self.sections = sections
    self.performanceTables = performanceTables
  }
}

/// What the title says: «某局2024年度部门决算公开说明».
package struct ReportTitle: Sendable, Equatable {
  /// The leaf in which the title begins.
  package var leaf: Int
  /// The whole title as printed.
  package var text: String
  /// The body that reports, as printed; nil where the title names none.
  package var institution: String?
  /// The year the title names; nil where it names none.
  package var fiscalYear: Int?
  /// What kind of document it says it is.
  package var kind: ReportKind
  /// The name in matching form, as it stands before labels in the text; empty where there is none.
  package var institutionKey: [UInt8] = []

  /// A title with all it says.
  package init(
    leaf: Int, text: String, institution: String?, fiscalYear: Int?, kind: ReportKind
  ) {
    self.leaf = leaf
    self.text = text
    self.institution = institution
    self.fiscalYear = fiscalYear
    self.kind = kind
  }
}

/// One section: its heading and what stands under it up to the next heading.
package struct Section: Sendable {
  /// Index of the section that this one stands in; nil at the top.
  package var parent: Int?
  /// How the heading is numbered: 1 for «第一部分», 2 for «一、», 3 for «(一)», 4 for «1.», 5 for
  /// «(1)»; 0 where there is no heading. It is not the depth in the tree.
  package var level: Int
  /// The leaf that holds the heading; nil for what stands before the first heading.
  package var headingLeaf: Int?
  /// The number as printed, normalized («第二部分», «一、», «(一)»); empty where there is none.
  package var ordinal: String
  /// The heading's normalized text behind the number.
  package var heading: String
  /// Paragraph leaves and tables (block indices) directly under the heading, in order.
  package var items: [Item]

  /// What stands directly under a heading.
  package enum Item: Sendable, Equatable {
    /// Index into ``Document/leaves``; `start` is where the content begins in the leaf's
    /// *normalized* text (behind the heading, where heading and text share a line).
    case paragraph(leaf: Int, start: Int)
    /// Index into ``Document/blocks``.
    case table(block: Int)
  }

  /// A section with its heading.
  package init(
    parent: Int?, level: Int, headingLeaf: Int?, ordinal: String, heading: String,
    items: [Item] = []
  ) {
    self.parent = parent
    self.level = level
    self.headingLeaf = headingLeaf
    self.ordinal = ordinal
    self.heading = heading
    self.items = items
  }
}

/// A performance self-evaluation table (绩效自评表) cut into its bands.
package struct PerformanceTable: Sendable {
  /// Index into ``Document/blocks``.
  package var block: Int
  /// Whether it is about the whole body or about one project.
  package var scope: PerformanceScope
  /// What the fund rows are printed in; nil where nothing says it.
  package var unit: MoneyWord?
  /// Head fields: a label cell and the value cell to its right (项目名称, 主管部门, 实施单位, 单位名称 …).
  package var fields: [LabelledCell]
  /// Fund rows (资金).
  package var funds: Band
  /// Goal pairs (预期目标, 实际完成情况): one entry per row.
  package var goals: [Goal]
  /// Indicator rows; merged level cells are repeated in each row they cover.
  package var indicators: Band
  /// The 总分 row under the columns of `indicators`; nil where none is printed.
  package var total: [CellValue?]?

  /// A cell with the label that stands before it.
  package struct LabelledCell: Sendable, Equatable {
    /// Normalized label.
    package var label: String
    /// The leaf of the cell.
    package var leaf: Int
    /// A cell with its label.
    package init(label: String, leaf: Int) {
      self.label = label
      self.leaf = leaf
    }
  }

  /// A goal and what came of it.
  package struct Goal: Sendable, Equatable {
    /// The leaf of what was aimed at.
    package var expected: Int?
    /// The leaf of what came of it.
    package var actual: Int?
    /// A goal; either may be missing.
    package init(expected: Int?, actual: Int?) {
      self.expected = expected
      self.actual = actual
    }
  }

  /// A header row and the rows under it. `columns[i]` heads `rows[_][i]`.
  package struct Band: Sendable {
    /// Normalized column heads; the row head's column is «» where none is printed.
    package var columns: [String]
    /// Leaves of the cells; nil where the grid has no cell.
    package var rows: [[CellValue?]]
    /// A band of these rows.
    package init(columns: [String] = [], rows: [[CellValue?]] = []) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// A cell under a column head.
  package struct CellValue: Sendable, Equatable {
    /// The leaf of the cell.
    package var leaf: Int
    /// The cell with this leaf.
    package init(leaf: Int) { self.leaf = leaf }
  }

  /// A table of these bands.
  package init(
    block: Int, scope: PerformanceScope, unit: MoneyWord?, fields: [LabelledCell] = [],
    funds: Band = Band(),
    goals: [Goal] = [], indicators: Band = Band(), total: [CellValue?]? = nil
  ) {
    self.block = block
    self.scope = scope
    self.unit = unit
    self.fields = fields
    self.funds = funds
    self.goals = goals
    self.indicators = indicators
    self.total = total
  }
}
