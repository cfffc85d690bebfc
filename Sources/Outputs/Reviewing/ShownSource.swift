package import DocumentModel

/// The source of a report as its page shows it: the document that a reader saw, and what a page adds.
package struct ShownSource: Sendable {
  /// The text with its places.
  package var document: Document
  /// Of each block the number that places name it by, where that is not its position: of a document
  /// made of quotations, the blocks between them are not there.
  package var numbers: [Int]?
  /// The pages of a PDF in their order; none for other formats.
  package var pages: [Page]
  /// What could not be shown, in words for people.
  package var notes: [Note]

  /// A document with nothing added.
  package init(
    _ document: Document, numbers: [Int]? = nil, pages: [Page] = [], notes: [Note] = []
  ) {
    self.document = document
    self.numbers = numbers
    self.pages = pages
    self.notes = notes
  }

  /// The number that places name a block by.
  func number(ofBlock position: Int) -> Int { numbers?[position] ?? position }

  /// A page of a PDF as a picture.
  package struct Page: Sendable {
    /// From 1.
    package var number: Int
    /// In tenths of a point.
    package var width: Int
    /// In tenths of a point.
    package var height: Int
    /// Lossless WebP; nil where the page could not be drawn or there was no room for it.
    package var picture: [UInt8]?
    /// Where texts of this page stand, exactly.
    package var areas: [Area]
  }

  /// The rectangles on a page in which a part of a leaf's text is drawn; code points as in places.
  package struct Area: Sendable {
    /// The paragraph that the text is of.
    package var block: Int
    /// Code points in it.
    package var start: Int
    /// Behind the last of them.
    package var end: Int
    /// In the order of the text.
    package var boxes: [PageBox]
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
