/// One official statement (决算报表) that the report holds or lists.
package struct Statement: Sendable, Equatable {
  /// Canonical id: `overview`, `income`, `expenditure` …; nil where the title is not known.
  package var id: String?
  /// The title as printed.
  package var title: String
  /// The kind of money that its title names; nil where it names none: all money, or what its columns say.
  package var fund: String?
  /// Which side of the accounts its amounts tell where no head says otherwise: final figures or a budget.
  package var aspect: Aspect?
  /// What its amounts are printed in; nil where nothing says it, or where the report only lists it.
  package var unit: Unit?
  /// Pages of a PDF on which it stands, ascending.
  package var pages: [Int] = []
  /// The report only names it; its table is not there.
  package var isListedOnly = true
  /// The table is there and holds no amount («本表无数据»).
  package var isEmpty = false
  /// Columns of amounts from left to right.
  package var columns: [Column] = []
  /// Rows from top to bottom; a row with two sides is two.
  package var rows: [Row] = []
  /// Where the title stands.
  package var source: SourceReference

  /// The half of a statement that a row stands in; the raw value is what the output says, and what
  /// the ids of its totals begin with.
  package enum Side: String, Sendable, CaseIterable {
    case income, expenditure
  }

  /// One column of amounts.
  package struct Column: Sendable, Equatable {
    /// Unique within the statement: `basic`, `initial_budget.abroad`; `column_4` where the head is not
    /// known.
    package var id: String
    /// The heads above it from top to bottom, as printed.
    package var label: String
    /// A column with all it tells.
    package init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// One row: its code, its label, its amounts by column.
  package struct Row: Sendable, Equatable {
    /// The code of the classification; nil where none is printed.
    package var code: String?
    /// The label as printed; nil where there is none.
    package var label: String?
    /// 1 … 3 for class, category, item, from the code; nil where there is no code.
    package var level: Int?
    /// Where it stands in a statement with two sides.
    package var side: Side?
    /// By column id.
    package var values: [String: Amount] = [:]
    /// Places of the code, the label and each value: `code`, `label`, or the column's id.
    package var sources: [String: SourceReference] = [:]
    /// A row without any cell.
    package init() {}
  }

  /// A statement that the report only names.
  package init(id: String?, title: String, source: SourceReference) {
    self.id = id
    self.title = title
    self.source = source
  }
}
