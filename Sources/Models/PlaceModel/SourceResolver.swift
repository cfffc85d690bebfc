package import DocumentModel
package import ReportModel

/// Turns places in a document into source references.
///
/// Code points are counted forward from the place asked for last, so that references asked for in
/// source order cost linear time however long a paragraph is.
package struct SourceResolver {
  private let document: Document
  private let places: [Place]
  private var cursor = (leaf: -1, offset: 0, scalars: 0, line: 0)

  private struct Place {
    var block: Int
    var row: Int?
    var column: Int?
  }

  /// A resolver of places in this document.
  package init(document: Document) {
    self.document = document
    var places = [Place](repeating: Place(block: 0), count: document.leaves.count)
    for (block, content) in document.blocks.enumerated() {
      switch content.content {
      case .paragraph(let paragraph): places[paragraph.leaf] = Place(block: block)
      case .table(let table):
        for cell in table.cells {
          places[cell.leaf] = Place(block: block, row: cell.row, column: cell.column)
        }
      }
    }
    self.places = places
  }

  /// The reference to the whole text of a leaf.
  package mutating func reference(toLeaf leaf: Int) -> SourceReference {
    reference(in: leaf, range: document.leaves[leaf].range)
  }

  /// The reference to a range of the document's text that lies within one leaf.
  package mutating func reference(in leaf: Int, range: Range<Int>) -> SourceReference {
    let leafStart = document.leaves[leaf].range.lowerBound
    let start = advance(to: range.lowerBound, in: leaf)
    let line = cursor.line
    let end = advance(to: range.upperBound, in: leaf)
    let place = places[leaf]
    var reference = SourceReference(
      block: place.block, row: place.row, column: place.column, start: start, end: end,
      text: document.string(in: range))
    switch document.leaves[leaf].locator {
    case .text(let firstLine, let offset):
      reference.line = firstLine + line
      if let map = document.sourceMap {
        let shift = offset - leafStart
        reference.bytes =
          map.originalOffset(
            of: range.lowerBound + shift)..<map.originalOffset(of: range.upperBound + shift)
      }
    case .path(let path): reference.path = path
    case .page(let page, let box):
      reference.page = page
      reference.box = [box.left, box.top, box.right, box.bottom]
    case .sheet(let sheet, let cell):
      reference.sheet = sheet
      reference.cell = cell
    }
    return reference
  }

  /// Code points from the leaf's start to an offset; the cursor's line is the number of line ends
  /// passed.
  private mutating func advance(to offset: Int, in leaf: Int) -> Int {
    if cursor.leaf != leaf || cursor.offset > offset {
      cursor = (leaf, document.leaves[leaf].range.lowerBound, 0, 0)
    }
    let text = document.text
    var index = cursor.offset
    while index < offset {
      let byte = text[index]
      if byte & 0xC0 != 0x80 { cursor.scalars += 1 }
      let isLineEnd =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
          && !(index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n"))
      if isLineEnd { cursor.line += 1 }
      index += 1
    }
    cursor.offset = index
    return cursor.scalars
  }
}
