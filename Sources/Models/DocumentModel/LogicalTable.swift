package import ValueModel

/// A table as its publisher meant it: the parts that page ends tore apart joined, what stands above
/// it taken as its caption.
package struct LogicalTable: Sendable {
  /// The blocks it stands in, in order.
  package var blocks: [Int]
  /// How many rows the grid has.
  package var rows: Int
  /// How many columns the grid has.
  package var columns: Int
  /// Row by row, the leaf at each position (that of the merged cell that covers it); -1 where there
  /// is none.
  package var leaves: [Int]
  /// Row by row, whether a cell begins at the position.
  package var isOrigin: [Bool]
  /// Row by row, how many columns the cell at the position covers.
  package var spans: [Int]
  /// Rows at the top that are caption and no head: the title, «公开01表», «单位:万元».
  package var captionRows: Int
  /// Leaves of the paragraphs above it that belong to it, in order.
  package var captions: [Int]
  /// The leaf of the title; nil where there is none.
  package var title: Int?
  /// The title's normalized text without its number; empty where there is none.
  package var titleText: String
  /// What the caption says the amounts are in; nil where it says nothing.
  package var unit: MoneyWord?

  /// A table without a caption, unless more is given.
  package init(
    blocks: [Int], rows: Int, columns: Int, leaves: [Int], isOrigin: [Bool], spans: [Int],
    captionRows: Int = 0, captions: [Int] = [], title: Int? = nil, titleText: String = "",
    unit: MoneyWord? = nil
  ) {
    self.blocks = blocks
    self.rows = rows
    self.columns = columns
    self.leaves = leaves
    self.isOrigin = isOrigin
    self.spans = spans
    self.captionRows = captionRows
    self.captions = captions
    self.title = title
    self.titleText = titleText
    self.unit = unit
  }

  /// The leaf at a position, nil where there is none.
  package func leaf(_ row: Int, _ column: Int) -> Int? {
    let leaf = leaves[row * columns + column]
    return leaf < 0 ? nil : leaf
  }

  /// Whether a cell begins at the position.
  package func begins(_ row: Int, _ column: Int) -> Bool { isOrigin[row * columns + column] }

  /// How many columns the cell at the position covers.
  package func span(_ row: Int, _ column: Int) -> Int { spans[row * columns + column] }
}
