/// A report cut into its sections and its tables of known shape.
package struct SegmentedReport: Sendable {
  package var title: ReportTitle?
  /// In document order; a section's parent always stands before it.
  package var sections: [Section]
  package var performanceTables: [PerformanceTable]
  /// All tables as they were meant, joined over pages; performance tables are among them.
  package var tables: [LogicalTable]
  /// The year the report is about: the title's, or where that names none the one that the text
  /// gives final figures for.
  package var fiscalYear: Int?

  package init(
    title: ReportTitle? = nil, sections: [Section] = [],
    performanceTables: [PerformanceTable] = [], tables: [LogicalTable] = [],
    fiscalYear: Int? = nil
  ) {
    self.tables = tables
    self.fiscalYear = fiscalYear ?? title?.fiscalYear
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
  package var fiscalYear: Int?
  package var kind: ReportKind
  /// The name in matching form, as it stands before labels in the text; empty where there is none.
  package var institutionKey: [UInt8] = []

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

/// What kind of document a report is; the raw value is what the output says.
package enum ReportKind: String, Sendable, CaseIterable {
  case departmentFinalAccounts = "department_final_accounts"
  case unitFinalAccounts = "unit_final_accounts"
  case departmentBudget = "department_budget"
  case unitBudget = "unit_budget"
  case threePublicStatement = "three_public_statement"
  case governmentFinalAccounts = "government_final_accounts"
  case template
  case unknown
}

/// One section: its heading and what stands under it up to the next heading.
package struct Section: Sendable {
  /// Index of the section that this one stands in; nil at the top.
  package var parent: Int?
  /// 1 for 第X部分, 2 for 一、, 3 for （一）, 4 for 1. — by the kind of number, not by depth.
  package var level: Int
  /// The leaf that holds the heading; nil for what stands before the first heading.
  package var headingLeaf: Int?
  /// The number as printed, normalized («第二部分», «一、», «(一)»); empty where there is none.
  package var ordinal: String
  /// The heading's normalized text behind the number.
  package var heading: String
  /// Paragraph leaves and tables (block indices) directly under the heading, in order.
  package var items: [Item]

  package enum Item: Sendable, Equatable {
    /// Index into ``Document/leaves``; `start` is where the content begins in the leaf's
    /// *normalized* text (behind the heading, where heading and text share a line).
    case paragraph(leaf: Int, start: Int)
    /// Index into ``Document/blocks``.
    case table(block: Int)
  }

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
  package enum Scope: String, Sendable { case overall, project }
  /// Index into ``Document/blocks``.
  package var block: Int
  package var scope: Scope
  /// The printed unit of the fund rows («万元»); nil where none is printed.
  package var unit: String?
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

  package struct LabelledCell: Sendable, Equatable {
    /// Normalized label.
    package var label: String
    package var leaf: Int
    package init(label: String, leaf: Int) {
      self.label = label
      self.leaf = leaf
    }
  }

  package struct Goal: Sendable, Equatable {
    package var expected: Int?
    package var actual: Int?
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
    package init(columns: [String] = [], rows: [[CellValue?]] = []) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// A cell under a column head.
  package struct CellValue: Sendable, Equatable {
    package var leaf: Int
    package init(leaf: Int) { self.leaf = leaf }
  }

  package init(
    block: Int, scope: Scope, unit: String?, fields: [LabelledCell] = [], funds: Band = Band(),
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
