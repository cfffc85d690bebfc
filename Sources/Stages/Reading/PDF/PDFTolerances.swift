/// How far things on a page may lie apart, or must, for the reader to take them as one or as two.
///
/// A PDF holds glyphs and strokes at positions; lines, words, cells and paragraphs are concluded from
/// distances. Each distance stands here with the two things it tells apart. Those that scale with the
/// print are in glyph sizes, the others in points (1/72 inch) or in shares of the page. Counts that only
/// keep hostile files from costing time are not here but where they bound a loop.
///
/// Where a case of the Corpus comes out otherwise with another value, it is named. The others are plain
/// bounds that follow from how word processors set type: with 0.4 or 2.5 times one value, no PDF of the
/// Corpus is read otherwise (``figureShare`` was not tried).
///
/// `juesuan inspect --draw PAGE FILE.pdf` draws what was concluded.
enum PDFTolerances {
  // MARK: Glyphs into lines

  /// Glyph sizes between the baselines of one line. Digits and hanzi of two fonts differ by a tenth;
  /// superscripts are raised by a third; the next line is 1 away at least.
  static let sameBaseline: Float = 0.35

  /// Glyph sizes between two drawings of one glyph: bold type is imitated by drawing it twice, a
  /// few hundredths apart. The narrowest true neighbour («1») is half a size away: with 0.5,
  /// Corpus/statements/0001 and 0002 lose the second of two equal digits.
  static let shadow: Float = 0.2

  /// Glyph sizes of white space that are a space between two glyphs; justified lines stretch the gap
  /// between hanzi up to a quarter. With 0.13, Corpus/statements/0001 and 0002 have spaces within words.
  static let space: Float = 0.33

  /// The same between two Latin letters, whose spaces are as narrow as a fifth.
  static let latinSpace: Float = 0.18

  /// Glyph sizes of white space that divide a line outside tables into two pieces: columns without
  /// ruling lines. An ideographic space is 1, an indent or a blank in a title («决 算») 2.
  static let pieceGap: Float = 2.5

  // MARK: Ruling lines into grids

  /// Points between strokes that are drawn as one line: double rules, and both edges of a thin
  /// rectangle. With 4, Corpus/statements/0002 is read otherwise.
  static let sameRuling: Float = 1.6

  /// Points between edges of a grid that are one edge, and between pieces of one line. Rows of the
  /// smallest print are 8 high. With 6.25, Corpus/statements/0002 is read otherwise.
  static let sameEdge: Float = 2.5

  /// Points that a line may end before or behind the one it meets: programs draw to the middle or to
  /// the outside of a thick frame.
  static let rulingReach: Float = 3.5

  /// Points by which the lines must go on beyond the outermost crossing line for the grid to be open
  /// on that side (tables without a frame on the left and right).
  static let openSide: Float = 2 * rulingReach

  /// Points that a line may end before the middle of an edge and still be its border; half of the
  /// narrowest column is more.
  static let borderSlack: Float = 1.5

  /// Columns that a grid without any text must have to be taken as a table: the empty strip that is
  /// left of a torn row at the head of a page. A frame or a chart has one or two.
  static let fewestColumnsOfEmptyGrid = 3

  // MARK: Cells

  /// The share of a figure that reaches over the line of its cell which must stand in the cell for it to be
  /// the cell's.
  static let certainShare = (numerator: 3, denominator: 5)

  /// Glyph sizes between a mark («，») that hangs over the edge of its cell and the word before it.
  static let hangingMark: Float = 0.3

  /// Points that word processors keep free beside the text of a cell: 5.4 on both sides, and rounding.
  static let cellPadding: Float = 13

  /// Glyph sizes that a justified line may leave free though the next word would have fitted.
  static let cellJustification: Float = 0.6

  // MARK: Tables without lines

  /// Glyph sizes of an empty ribbon between two columns, over all rows; a space is half of one.
  static let ribbon: Float = 0.8

  /// Glyph sizes from one row's baseline to the next one's; paragraphs of a page stand as close, so
  /// this only keeps apart what has an empty line between.
  static let widestPitch: Float = 3.2

  /// Glyph sizes between the baselines of a label and its figures, which programs centre in the height of
  /// the row; rows lie 1.2 apart at least.
  static let sameRow: Float = 0.6

  /// Glyph sizes between the further line of a label and the figures of its row: lines of one cell lie
  /// 1.5 apart at most.
  static let wrappedLabel: Float = 1.6

  /// The share of the distance to another row by which a line may be away from its own.
  static let nearer: Float = 0.8

  /// So many rows and columns at least: two lines of prose line up by chance.
  static let fewestAlignedRows = 3
  static let fewestAlignedColumns = 3

  /// The share of cells behind the first column that must hold a figure: a list of names in columns is
  /// no statement.
  static let figureShare = (numerator: 3, denominator: 5)

  // MARK: Tables over pages

  /// Points between edges of two parts of a table that are one: the parts are drawn anew on each page,
  /// and rounded to whole pixels by some programs.
  static let samePartEdge: Float = 4

  /// Shares of the page's height: the upper part ends below the first, the lower part begins above the
  /// second. A page's margin and a running head take a quarter at most.
  static let footOfPage: Float = 0.72
  static let headOfPage: Float = 0.25

  /// Bytes of a cell's text (8 hanzi) that are long enough to be torn by the end of a page; shorter
  /// ones are words of their own.
  static let longCellText = 24

  /// Bytes (20 hanzi) behind which a text that begins with a number or a bracket is no list item of
  /// its own row but the rest of a sentence.
  static let longRest = 60

  /// Points by which tables or lines beside a gap between tables may reach into it.
  static let columnOverlap: Float = 1

  // MARK: Lines into paragraphs

  /// The share of a page's width that a line takes if it is to tell where the text begins and ends.
  static let longLine: Float = 0.5

  /// One in so many of the longest lines may lie outside the text's edges: hanging marks, a stray
  /// table without lines.
  static let outliers = 20

  /// The share of the page's width that is the right edge where no line tells it: then none is full.
  static let unknownRight: Float = 0.98

  /// Glyph sizes by which a first line is indented; usual are two hanzi.
  static let indent: Float = 1.5

  /// Glyph sizes by which a line may begin right of the text's edge and still go on: a bracket or
  /// quotation mark is drawn in the right half of its box.
  static let leftEdge: Float = 0.9

  /// Glyph sizes that a line may leave free though the next word would have fitted: justified lines,
  /// and a mark that hangs over the edge.
  static let fullLine: Float = 0.9

  /// The share by which the glyphs of two lines of one paragraph may differ in size; a heading is a
  /// fifth larger.
  static let sameSize: Float = 0.15

  /// Glyph sizes from one baseline to the next within a paragraph: twice the usual 1.5 for reports set
  /// with double spacing.
  static let linePitch: Float = 3.2

  /// Glyph sizes right of the text's edge where a line that is no centred title begins: an indent of
  /// two, and room for a bracket.
  static let textStart: Float = 3.5

  // MARK: Page numbers, running heads and feet

  /// The share of the page's height at its head and foot where they stand.
  static let margin: Float = 0.13

  /// On fewer pages nothing can be seen to repeat; on more, half of the pages must show it.
  static let fewestPages = 3

  /// Points of one place over all pages.
  static let samePlace: Float = 4

  /// Glyphs of a running head at most: the name of the body and of the report, twice over.
  static let longestRunningHead = 60

  /// Glyphs of «— 第 5 页 共 124 页 —» without white space.
  static let longestPageNumber = 12

  /// Digits of a bare page number. Figures have more, or a decimal point.
  static let longestBareNumber = 4

  /// Glyph sizes between the baselines of a page number and of anything beside it: a figure of a
  /// table without lines has neighbours a fraction of a size away, a page number has none.
  static let neighbour: Float = 0.5
}
