internal import CPoppler

/// Why a PDF or one of its pages cannot be read.
package enum PDFError: Error, Equatable {
  case damaged, encrypted, outOfMemory
  /// More glyphs, lines or time than any page of a report needs.
  case limitExceeded
}

/// One character on a page; points from the top-left corner of the page as it is seen.
package struct Glyph: Sendable, Equatable {
  package var left: Float
  package var top: Float
  package var right: Float
  package var bottom: Float
  package var baseline: Float
  package var size: Float
  package var scalar: Unicode.Scalar
  /// Quarter turns of the text against the page.
  package var turn: Int
  /// The end of a word that lies beyond what the page shows of it: beyond the edge of its cell.
  package var isClipped: Bool
  /// The first of a text that was drawn for itself.
  package var begins: Bool

  package init(
    left: Float, top: Float, right: Float, bottom: Float, baseline: Float, size: Float,
    scalar: Unicode.Scalar, turn: Int = 0, isClipped: Bool = false, begins: Bool = false
  ) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
    self.baseline = baseline
    self.size = size
    self.scalar = scalar
    self.turn = turn
    self.isClipped = isClipped
    self.begins = begins
  }

  /// The middle of its box.
  package var center: (x: Float, y: Float) { ((left + right) / 2, (top + bottom) / 2) }
}

/// A horizontal or vertical ruling line.
package struct RulingLine: Sendable, Equatable {
  package var isHorizontal: Bool
  /// The y of a horizontal line, the x of a vertical one.
  package var position: Float
  package var start: Float
  package var end: Float

  package init(isHorizontal: Bool, position: Float, start: Float, end: Float) {
    self.isHorizontal = isHorizontal
    self.position = position
    self.start = start
    self.end = end
  }
}

/// What a page shows.
package struct PageContent: Sendable {
  package var width: Float
  package var height: Float
  /// In the order in which the page draws them; no white space.
  package var glyphs: [Glyph]
  package var lines: [RulingLine]
  package var images: Int
  /// How many glyphs the page does not show, which are not among ``glyphs``.
  package var hidden: Int

  package init(
    width: Float, height: Float, glyphs: [Glyph], lines: [RulingLine], images: Int, hidden: Int = 0
  ) {
    self.width = width
    self.height = height
    self.glyphs = glyphs
    self.lines = lines
    self.images = images
    self.hidden = hidden
  }
}

/// The pages of a PDF in memory.
package final class PDFDocument {
  // Safe: poppler reads these bytes until the document is closed; deinit closes it first, then
  // frees them.
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  let document: OpaquePointer

  /// Opens a PDF; throws when it is damaged beyond use or needs a password.
  package init(_ bytes: [UInt8]) throws(PDFError) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    _ = copy.initialize(from: bytes)
    var status: Int32 = 0
    guard let opened = cpop_open(copy.baseAddress, bytes.count, &status) else {
      copy.deallocate()
      throw Self.error(status)
    }
    self.bytes = copy
    document = opened
  }

  deinit {
    cpop_close(document)
    bytes.deallocate()
  }

  /// How many pages it says it has.
  package var count: Int { Int(cpop_page_count(document)) }

  /// Page 1 … ``count``.
  package func page(_ number: Int) throws(PDFError) -> PageContent {
    var page = cpop_page()
    let status = cpop_read_page(document, Int32(clamping: number), &page)
    guard status == CPOP_OK else { throw Self.error(status) }
    var content = PageContent(
      width: page.width, height: page.height, glyphs: [], lines: [], images: page.image_count)
    content.glyphs.reserveCapacity(page.glyph_count)
    // Safe: poppler keeps both arrays until the next call, and here they are copied.
    for glyph in UnsafeBufferPointer(start: page.glyphs, count: page.glyph_count) {
      guard let scalar = Unicode.Scalar(glyph.code), !Self.isBlank(scalar) else { continue }
      guard Int(glyph.clip) != Int(CPOP_CLIPPED_ACROSS) else {
        content.hidden += 1
        continue
      }
      content.glyphs.append(
        Glyph(
          left: glyph.x0, top: glyph.y0, right: glyph.x1, bottom: glyph.y1,
          baseline: glyph.baseline, size: glyph.size, scalar: scalar, turn: Int(glyph.turn),
          isClipped: Int(glyph.clip) != Int(CPOP_SHOWN), begins: glyph.begins != 0))
    }
    content.dropHiddenRuns()
    content.lines.reserveCapacity(page.segment_count)
    for line in UnsafeBufferPointer(start: page.segments, count: page.segment_count) {
      content.lines.append(
        line.y0 == line.y1
          ? RulingLine(isHorizontal: true, position: line.y0, start: line.x0, end: line.x1)
          : RulingLine(isHorizontal: false, position: line.x0, start: line.y0, end: line.y1))
    }
    return content
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF:
      true
    default: false
    }
  }

  static func error(_ status: Int32) -> PDFError {
    switch Int(status) {
    case Int(CPOP_ENCRYPTED): .encrypted
    case Int(CPOP_NO_MEMORY): .outOfMemory
    case Int(CPOP_LIMIT): .limitExceeded
    default: .damaged
    }
  }
}
