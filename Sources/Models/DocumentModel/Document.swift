package import ValueModel

/// A report as a reader saw it: paragraphs and tables in reading order, each leaf of text with its
/// place in the original file.
///
/// All text stands in one UTF-8 buffer, `text`, leaf after leaf with one line feed between two
/// leaves, so that later stages pass over it once and a position in it is one integer.
package struct Document: Sendable {
  /// UTF-8, valid; the text of all leaves as the source has it (nothing is normalized).
  package var text: [UInt8]
  /// Paragraphs' and cells' texts in reading order; their ranges ascend and do not overlap.
  package var leaves: [Leaf]
  /// Paragraphs and tables in reading order.
  package var blocks: [Block]
  /// The format that was read.
  package var format: SourceFormat
  /// The character encoding of a text or HTML source by its usual name («UTF-8», «GB18030»);
  /// nil where the format leaves no choice.
  package var encoding: String?
  /// What the reader noticed and could go on with.
  package var findings: [Finding]
  /// Stretches of `text` within leaves that are no text of the report, ascending: the number of a
  /// page in the middle of a paragraph that goes on behind it.
  package var gaps: [Range<Int>] = []
  /// Where decoded text stands in the bytes of a text file; nil for other formats.
  package var sourceMap: TextSourceMap?
  /// How many pages a PDF has; nil for formats without pages.
  package var pageCount: Int?

  /// A document that holds no more than what is given.
  package init(
    text: [UInt8] = [], leaves: [Leaf] = [], blocks: [Block] = [], format: SourceFormat,
    encoding: String? = nil, findings: [Finding] = [], sourceMap: TextSourceMap? = nil,
    pageCount: Int? = nil
  ) {
    self.text = text
    self.leaves = leaves
    self.blocks = blocks
    self.format = format
    self.encoding = encoding
    self.findings = findings
    self.sourceMap = sourceMap
    self.pageCount = pageCount
  }

  /// The text of one leaf as a string.
  package func string(ofLeaf leaf: Int) -> String {
    string(in: leaves[leaf].range)
  }

  /// The text in a range of the buffer as a string.
  package func string(in range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }
}

/// One run of text that is never split over two places of the source: a paragraph or a cell.
package struct Leaf: Sendable, Equatable {
  /// Where its text stands in ``Document/text``.
  package var range: Range<Int>
  /// Where it stands in the original.
  package var locator: Locator

  /// A leaf at its place.
  package init(range: Range<Int>, locator: Locator) {
    self.range = range
    self.locator = locator
  }
}

/// The place of a leaf in the original.
package enum Locator: Sendable, Equatable {
  /// Plain text: the 1-based line on which the leaf starts, and the offset of its first byte in the
  /// decoded UTF-8 text of the file (``TextSourceMap`` leads on to the file's own bytes).
  case text(line: Int, offset: Int)
  /// DOCX and HTML: the element's path, 1-based per element name, e.g.
  /// `word/document.xml#/body/tbl[2]/tr[3]/tc[4]` or `/html/body/div[2]/p[14]`.
  case path(String)
  /// PDF: the 1-based page and the box of the leaf's glyphs on it. A paragraph that goes on over a
  /// page's end has the place of its first part.
  case page(Int, PageBox)
  /// XLSX: the sheet's name and the cell's own address («B12»; of a merged range the top-left one).
  case sheet(String, cell: String)
}

/// A rectangle on a page as it is seen (rotation applied), in tenths of a point from the top-left
/// corner: whole numbers, so that the output is the same on every machine.
package struct PageBox: Sendable, Hashable {
  /// Distance of the left side from the page's left side.
  package var left: Int
  /// Distance of the upper side from the page's upper side.
  package var top: Int
  /// Distance of the right side from the page's left side.
  package var right: Int
  /// Distance of the lower side from the page's upper side.
  package var bottom: Int

  /// A box by its four sides.
  package init(left: Int, top: Int, right: Int, bottom: Int) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }
}

/// A paragraph or a table.
package struct Block: Sendable {
  /// The paragraph or the table.
  package var content: Content
  /// The part of the source it comes from.
  package var region: Region

  /// What a block is.
  package enum Content: Sendable {
    case paragraph(Paragraph)
    case table(Table)
  }

  /// Which part of the source a block comes from. Only `body` carries the report; the rest is kept
  /// apart so that a page number or a navigation link never becomes a figure.
  package enum Region: String, Sendable {
    case body, header, footer, footnote, navigation
  }

  /// A block of the body, unless another part is named.
  package init(_ content: Content, region: Region = .body) {
    self.content = content
    self.region = region
  }
}

/// One paragraph.
package struct Paragraph: Sendable {
  /// Index into ``Document/leaves``.
  package var leaf: Int
  /// 1…9 where the format says that this is a heading, nil otherwise.
  package var outlineLevel: Int?
  /// The number that the word processor draws before the text and that is not part of it
  /// («一、», «（一）», «1.»); nil where there is none.
  package var numbering: String?

  /// A paragraph that is no heading and has no number, unless more is given.
  package init(leaf: Int, outlineLevel: Int? = nil, numbering: String? = nil) {
    self.leaf = leaf
    self.outlineLevel = outlineLevel
    self.numbering = numbering
  }
}

/// A table as a true grid: every position of `rows` × `columns` is covered by at most one cell.
package struct Table: Sendable {
  /// How many rows the grid has.
  package var rows: Int
  /// How many columns the grid has.
  package var columns: Int
  /// In reading order (by row, then column) of their top-left corners.
  package var cells: [Cell]

  /// A grid of these cells.
  package init(rows: Int, columns: Int, cells: [Cell]) {
    self.rows = rows
    self.columns = columns
    self.cells = cells
  }
}

/// One cell of a table, at its top-left corner.
package struct Cell: Sendable, Equatable {
  /// The row of its top-left corner, from 0.
  package var row: Int
  /// The column of its top-left corner, from 0.
  package var column: Int
  /// How many rows it covers.
  package var rowSpan: Int
  /// How many columns it covers.
  package var columnSpan: Int
  /// Index into ``Document/leaves``; an empty cell has a leaf with an empty range.
  package var leaf: Int

  /// A cell that covers one position, unless more is given.
  package init(row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, leaf: Int) {
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.leaf = leaf
  }
}

/// Something a stage noticed, told the reader of the output, and went on with.
package struct Finding: Sendable, Equatable {
  /// How grave it is.
  package var severity: NoticeSeverity
  /// What kind of thing it is.
  package var code: NoticeCode
  /// For people; names the place, the value and what was done about it.
  package var message: String
  /// The leaf it is about, where there is one.
  package var leaf: Int?

  /// A finding with all it tells.
  package init(
    severity: NoticeSeverity, code: NoticeCode, message: String, leaf: Int? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.leaf = leaf
  }
}
