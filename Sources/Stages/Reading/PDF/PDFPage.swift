internal import DocumentModel
internal import PDFPages

/// One page taken apart: its tables with their texts, and the lines outside them.
struct PDFPage {
  struct TableCell {
    var cell: PDFGridCell
    var text: [UInt8]
    var left: Float
    var top: Float
    var right: Float
    var bottom: Float
    /// The page on which it begins.
    var page: Int
    /// How much of the cell's width its last line leaves free.
    var room: Float
    /// The width of its first word, which needs room to stand on the line above.
    var firstWord: Float
  }

  struct Table {
    var rows: Int
    var columns: Int
    /// Left edges of the columns and the right edge of the last.
    var edges: [Float]
    var top: Float
    var bottom: Float
    var firstPage: Int
    var lastPage: Int
    /// Of the last page.
    var pageHeight: Float
    var cells: [TableCell]

    var left: Float { edges.first ?? 0 }
    var right: Float { edges.last ?? 0 }
  }

  var number: Int
  var width: Float
  var height: Float
  var tables: [Table] = []
  var lines: [PDFLine] = []
  var hasGlyphs: Bool
  var hasImages: Bool
  /// How many glyphs stand crosswise to the text and were left out.
  var crosswise = 0
  /// How many glyphs the font does not tell.
  var unknown = 0
  /// What a person does not see of the page, or cannot read.
  var leftOut = LeftOut()
  /// Quarter turns by which the page was turned to be read.
  private var turn = 0

  init(_ content: PageContent, number: Int) {
    self.number = number
    width = content.width
    height = content.height
    hasGlyphs = !content.glyphs.isEmpty
    hasImages = content.images > 0
    // Text that stands crosswise is a stamp or a watermark.
    let upright = content.glyphs.filter { $0.turn == 0 }
    let turned = content.glyphs.count - upright.count
    let glyphs = turned > upright.count ? Self.turned(content, &width, &height) : upright
    crosswise = content.glyphs.count - glyphs.count
    for glyph in content.unseen { leftOut.note(glyph, .hidden) }
    for glyph in content.unreadable { leftOut.note(glyph, .unreadable) }
    unknown = glyphs.count { $0.scalar == "\u{FFFD}" }
    if turned > upright.count { turn = Self.mainTurn(content) }
    var rest = glyphs
    let lines = turned > upright.count ? Self.turnedLines(content) : content.lines
    for grid in PDFTableFinder.tables(in: lines) {
      guard let (table, outside) = fill(grid, with: rest) else { continue }
      tables.append(table)
      rest = outside
    }
    let found = PDFAlignedColumns.find(
      in: PDFTextLines.lines(of: rest, splitAtGap: PDFTolerances.pieceGap), page: number,
      pageHeight: height)
    tables += found.tables
    self.lines = found.lines
  }

  // MARK: Turned pages

  private static func mainTurn(_ content: PageContent) -> Int {
    let counts = content.glyphs.reduce(into: [0, 0, 0, 0]) { $0[$1.turn & 3] += 1 }
    return counts.indices.max { counts[$0] < counts[$1] } ?? 0
  }

  /// Where a box lies on the page as it is seen.
  func seen(
    _ left: Float, _ top: Float, _ right: Float, _ bottom: Float
  ) -> (left: Float, top: Float, right: Float, bottom: Float) {
    switch turn {
    case 1: (height - bottom, left, height - top, right)
    case 2: (width - right, height - bottom, width - left, height - top)
    case 3: (top, width - right, bottom, width - left)
    default: (left, top, right, bottom)
    }
  }

  /// A page whose text stands crosswise is read as if the page were turned.
  private static func turned(_ content: PageContent, _ width: inout Float, _ height: inout Float)
    -> [Glyph]
  {
    let turn = mainTurn(content)
    let old = (width: width, height: height)
    if turn % 2 == 1 { (width, height) = (old.height, old.width) }
    return content.glyphs.filter { $0.turn == turn }.map { glyph in
      var result = glyph
      switch turn {
      case 1:
        result.left = glyph.top
        result.right = glyph.bottom
        result.top = old.width - glyph.right
        result.bottom = old.width - glyph.left
        result.baseline = old.width - glyph.baseline
      case 3:
        result.left = old.height - glyph.bottom
        result.right = old.height - glyph.top
        result.top = glyph.left
        result.bottom = glyph.right
        result.baseline = glyph.baseline
      default:
        result.left = old.width - glyph.right
        result.right = old.width - glyph.left
        result.top = old.height - glyph.bottom
        result.bottom = old.height - glyph.top
        result.baseline = old.height - glyph.baseline
      }
      result.turn = 0
      return result
    }
  }

  private static func turnedLines(_ content: PageContent) -> [RulingLine] {
    let turn = mainTurn(content)
    return content.lines.map { line in
      var result = line
      switch (turn, line.isHorizontal) {
      case (1, true):
        // y stays as the new x; x becomes the new y from the other side.
        result.isHorizontal = false
        result.start = content.width - line.end
        result.end = content.width - line.start
      case (1, false):
        result.isHorizontal = true
        result.position = content.width - line.position
      case (3, true):
        result.isHorizontal = false
        result.position = content.height - line.position
      case (3, false):
        result.isHorizontal = true
        result.start = content.height - line.end
        result.end = content.height - line.start
      case (_, true):
        result.position = content.height - line.position
        result.start = content.width - line.end
        result.end = content.width - line.start
      case (_, false):
        result.position = content.width - line.position
        result.start = content.height - line.end
        result.end = content.height - line.start
      }
      return result
    }
  }

  // MARK: Tables

  /// The table with its texts and the glyphs that stand outside it; nil where no text stands in it
  /// (a frame, a chart).
  private func fill(_ grid: PDFGrid, with glyphs: [Glyph]) -> (Table, [Glyph])? {
    let width = grid.columns.count - 1
    let height = grid.rows.count - 1
    var owner = [Int](repeating: -1, count: width * height)
    for (index, cell) in grid.cells.enumerated() {
      for row in cell.row..<cell.row + cell.rowSpan {
        for column in cell.column..<cell.column + cell.columnSpan {
          owner[row * width + column] = index
        }
      }
    }
    var content = [[Glyph]](repeating: [], count: grid.cells.count)
    var outside: [Glyph] = []
    var inside = 0
    let owned = PDFCellOwners(of: glyphs) { glyph in
      let center = glyph.center
      guard let column = PDFGrid.interval(center.x, in: grid.columns),
        let row = PDFGrid.interval(center.y, in: grid.rows)
      else { return -1 }
      return owner[row * width + column]
    }
    for index in owned.holes where owned.owners[index] >= 0 {
      var hole = glyphs[index]
      hole.scalar = "\u{FFFC}"
      hole.right = hole.left
      content[owned.owners[index]].append(hole)
    }
    for (glyph, owner) in zip(glyphs, owned.owners) {
      if owner >= 0 {
        content[owner].append(glyph)
        inside += 1
      } else {
        outside.append(glyph)
      }
    }
    // An empty strip of one row is what is left of a table at the head of a page.
    guard inside > 0 || width >= PDFTolerances.fewestColumnsOfEmptyGrid else { return nil }
    let cells = zip(grid.cells, content).map { cell, glyphs in
      let lines = PDFTextLines.lines(of: glyphs, splitAtGap: .infinity)
      let right = grid.columns[cell.column + cell.columnSpan]
      let left = grid.columns[cell.column]
      // The box holds all of a word that reaches over the line of its cell.
      return TableCell(
        cell: cell, text: Self.text(of: lines, left: grid.columns[cell.column], right: right),
        left: min(left, lines.map(\.left).min() ?? left), top: grid.rows[cell.row],
        right: max(right, lines.map(\.right).max() ?? right),
        bottom: grid.rows[cell.row + cell.rowSpan], page: number,
        room: lines.last.map { last in
          (right - last.right) + ((lines.map(\.left).min() ?? left) - left)
        } ?? .infinity,
        firstWord: lines.first.map { Self.need($0) } ?? 0)
    }
    var table = Table(
      rows: height, columns: width, edges: grid.columns, top: grid.rows[0],
      bottom: grid.rows[height], firstPage: number, lastPage: number, pageHeight: self.height,
      cells: cells)
    let figures = PDFTornFigures(table, before: height)
    for index in table.cells.indices {
      let cell = table.cells[index]
      table.cells[index].text = figures.joined(cell.text, column: cell.cell.column)
    }
    return (table, outside)
  }

  /// The lines of a cell: joined where the next word had no room, apart by a line feed elsewhere.
  private static func text(of lines: [PDFLine], left: Float, right: Float) -> [UInt8] {
    var text: [UInt8] = []
    for (index, line) in lines.enumerated() {
      if index > 0, let first = line.glyphs.first {
        let above = lines[index - 1]
        // A centred line has half of its room on either side; an indent is no room.
        let room = (right - above.right) + min(above.left - left, lines[index].left - left)
        if PDFTornFigures.areOfFigures(above.text, line.text) {
          let isFull = room < need(line) - line.firstWordWidth + first.right - first.left
          if !PDFTornFigures.isOne(above.text, line.text, isFull: isFull) { text.append(0x0A) }
        } else if room >= need(line) {
          text.append(0x0A)
        } else if let last = above.glyphs.last, Self.isLetter(last.scalar),
          Self.isLetter(first.scalar)
        {
          text.append(0x20)
        }
      }
      text += line.text
    }
    return text
  }

  /// The room that a line's first word would have needed on the line above.
  private static func need(_ line: PDFLine) -> Float {
    line.firstWordWidth + PDFTolerances.cellJustification * line.size
      + PDFTolerances.cellPadding
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}

extension LeftOut {
  /// Glyphs come in the order in which they were drawn: a word of another place is another figure.
  fileprivate mutating func note(_ glyph: Glyph, _ reason: Reason) {
    if glyph.begins { endFigure() }
    note(String(glyph.scalar).utf8, reason)
  }
}
