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
  /// Glyphs that nobody sees on the page, which are not among ``glyphs``.
  package var unseen: [Glyph] = []
  /// Glyphs that are drawn over each other or struck through; a hole stands among ``glyphs`` for them.
  package var unreadable: [Glyph] = []

  package init(
    width: Float, height: Float, glyphs: [Glyph], lines: [RulingLine], images: Int
  ) {
    self.width = width
    self.height = height
    self.glyphs = glyphs
    self.lines = lines
    self.images = images
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
    let drawn = UnsafeBufferPointer(start: page.glyphs, count: page.glyph_count)
    let painted = UnsafeBufferPointer(start: page.boxes, count: page.box_count)
    var boxes = PaintedBoxes(
      painted.map { PaintedBox($0) }, width: page.width, height: page.height)
    for (number, source) in drawn.enumerated() {
      guard let scalar = Unicode.Scalar(source.code), !Self.isBlank(scalar) else { continue }
      let glyph = Glyph(
        left: source.x0, top: source.y0, right: source.x1, bottom: source.y1,
        baseline: source.baseline, size: source.size, scalar: scalar, turn: Int(source.turn),
        isClipped: Int(source.clip) != Int(CPOP_SHOWN), begins: source.begins != 0)
      let isHidden =
        Int(source.clip) == Int(CPOP_CLIPPED_ACROSS)
        || boxes.hides(
          glyph, number: number, color: source.color == UInt32.max ? nil : source.color,
          isUnpainted: source.unpainted != 0)
      if isHidden { content.unseen.append(glyph) } else { content.glyphs.append(glyph) }
    }
    content.dropHiddenRuns()
    content.lines.reserveCapacity(page.segment_count)
    for line in UnsafeBufferPointer(start: page.segments, count: page.segment_count) {
      content.lines.append(
        line.y0 == line.y1
          ? RulingLine(isHorizontal: true, position: line.y0, start: line.x0, end: line.x1)
          : RulingLine(isHorizontal: false, position: line.x0, start: line.y0, end: line.y1))
    }
    content.settleLegibility()
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

extension PaintedBox {
  fileprivate init(_ box: cpop_box) {
    self.init(
      left: box.x0, top: box.y0, right: box.x1, bottom: box.y1,
      glyphsBefore: Int(box.glyphs_before), color: box.color == UInt32.max ? nil : box.color,
      covers: box.covers != 0, isImage: box.is_image != 0)
  }
}
