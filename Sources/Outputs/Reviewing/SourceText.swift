/// The text of a report as its source has it, for a page to show.
package struct SourceText: Sendable {
  package var blocks: [Block]
  /// The pages of a PDF in their order; none for other formats.
  package var pages: [Page]
  /// What could not be shown, in words for people.
  package var notes: [Note]

  package init(blocks: [Block], pages: [Page] = [], notes: [Note] = []) {
    self.blocks = blocks
    self.pages = pages
    self.notes = notes
  }

  /// One paragraph or table; places name it by its position in the list of blocks.
  package struct Block: Sendable {
    /// Its number in the outputs' places.
    package var number: Int
    package var content: Content
    /// Header, footer, navigation: no text of the report itself.
    package var isAside: Bool

    package init(number: Int, content: Content, isAside: Bool = false) {
      self.number = number
      self.content = content
      self.isAside = isAside
    }
  }

  /// What a block holds.
  package enum Content: Sendable {
    /// `level` 1…9 for what the format says is a heading; `numbering` is drawn before the text and no
    /// part of it.
    case paragraph(Leaf, level: Int?, numbering: String?)
    /// Cells by row, then column, of their top-left corners.
    case table([Cell])
  }

  /// A run of text with its place in words.
  package struct Leaf: Sendable {
    package var text: String
    package var locator: Locator

    package init(text: String, locator: Locator) {
      self.text = text
      self.locator = locator
    }
  }

  /// One cell of a table.
  package struct Cell: Sendable {
    package var row: Int
    package var column: Int
    package var rowSpan: Int
    package var columnSpan: Int
    package var leaf: Leaf

    package init(row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, leaf: Leaf) {
      self.row = row
      self.column = column
      self.rowSpan = rowSpan
      self.columnSpan = columnSpan
      self.leaf = leaf
    }
  }

  /// Where a leaf stands in the original.
  package enum Locator: Sendable, Equatable {
    case line(Int)
    case path(String)
    case page(Int)
    case cell(sheet: String, address: String)
    case unknown
  }

  /// A page of a PDF as a picture.
  package struct Page: Sendable {
    /// From 1.
    package var number: Int
    /// In tenths of a point.
    package var width: Int
    package var height: Int
    /// Lossless WebP; nil where the page could not be drawn or there was no room for it.
    package var picture: [UInt8]?
    /// Where texts of this page stand, exactly.
    package var areas: [Area]

    package init(number: Int, width: Int, height: Int, picture: [UInt8]?, areas: [Area] = []) {
      self.number = number
      self.width = width
      self.height = height
      self.picture = picture
      self.areas = areas
    }
  }

  /// The rectangles on a page in which a part of a leaf's text is drawn; code points as in places.
  package struct Area: Sendable {
    package var block: Int
    package var start: Int
    package var end: Int
    /// Left, top, right, bottom in tenths of a point from the top-left corner of the page.
    package var boxes: [[Int]]

    package init(block: Int, start: Int, end: Int, boxes: [[Int]]) {
      self.block = block
      self.start = start
      self.end = end
      self.boxes = boxes
    }
  }

  /// Something that the reader of a page should know about its source.
  package enum Note: Sendable, Equatable {
    /// No source was given or found.
    case quotesOnly
    /// The file found is not the one that was converted.
    case differentFile
    /// It cannot be read any more.
    case unreadable
    /// Pages without a picture: there was no room, or they could not be drawn.
    case pagesWithoutPicture(Int)
  }
}
