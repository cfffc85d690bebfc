package import DocumentModel
internal import PDFPages

/// Draws what the reader saw on a page of a PDF and what it concluded, as SVG: for people who want to
/// know why a cell or a paragraph is as it is.
///
/// Glyphs stand where the page has them; ruling lines are red, cells blue with the row and column of the
/// document's table (counted from 0, as `inspect` lists them), paragraphs green with the number of their
/// block. What goes on from another page is drawn where it begins.
package struct PDFPageDrawing {
  private let content: PageContent
  private let number: Int
  private var svg = ""

  /// The page's drawing; nil where the PDF has no such page.
  ///
  /// - Throws: why the file cannot be read at all.
  package static func svg(of bytes: [UInt8], page number: Int) throws(ReadError) -> String? {
    let document = try PDFReader.read(bytes)
    guard let pages = document.pageCount, (1...max(1, pages)).contains(number) else { return nil }
    let content: PageContent
    do {
      content = try PDFDocument(bytes).page(number)
    } catch {
      throw .damaged(what: "the PDF is damaged or was cut off", place: "page \(number)")
    }
    var drawing = PDFPageDrawing(content: content, number: number)
    drawing.draw(document)
    return drawing.svg
  }

  private init(content: PageContent, number: Int) {
    self.content = content
    self.number = number
  }

  private mutating func draw(_ document: Document) {
    let size = "\(Self.points(content.width)) \(Self.points(content.height))"
    svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)">
      <style>
      rect { fill: none; stroke-width: .6 } text { font-family: sans-serif; fill: #333 }
      .page { fill: #fff } .glyph { stroke: #ddd; stroke-width: .2 }
      .rule { stroke: #d22; stroke-width: 2; opacity: .4 } .cell { stroke: #26c } .paragraph { stroke: #293 }
      .cell-label { fill: #26c; font-size: 4px } .paragraph-label { fill: #293; font-size: 5px }
      </style>
      <rect class="page" width="100%" height="100%"/>

      """
    for glyph in content.glyphs { draw(glyph) }
    for line in content.lines { draw(line) }
    for (index, block) in document.blocks.enumerated() {
      switch block.content {
      case .paragraph(let paragraph):
        outline(
          document.leaves[paragraph.leaf], "paragraph", label: "\(index)",
          title: "block \(index), \(block.region.rawValue)")
      case .table(let table):
        for cell in table.cells {
          outline(
            document.leaves[cell.leaf], "cell", label: "\(cell.row),\(cell.column)",
            title: "block \(index), row \(cell.row), column \(cell.column), "
              + "\(cell.rowSpan) × \(cell.columnSpan)")
        }
      }
    }
    svg += "</svg>\n"
  }

  // MARK: What the page has

  private mutating func draw(_ glyph: Glyph) {
    svg += Self.rectangle("glyph", glyph.left, glyph.top, glyph.right, glyph.bottom) + "/>\n"
    let size = Self.points(glyph.size)
    let text = Self.escaped(glyph.scalar)
    if glyph.turn == 0 {
      svg +=
        "<text x=\"\(Self.points(glyph.left))\" y=\"\(Self.points(glyph.baseline))\" "
        + "font-size=\"\(size)\" textLength=\"\(Self.points(glyph.right - glyph.left))\" "
        + "lengthAdjust=\"spacingAndGlyphs\">\(text)</text>\n"
    } else {
      let center = "\(Self.points(glyph.center.x)) \(Self.points(glyph.center.y))"
      svg +=
        "<text transform=\"translate(\(center)) rotate(\(90 * glyph.turn))\" "
        + "font-size=\"\(size)\" text-anchor=\"middle\" dominant-baseline=\"central\">"
        + "\(text)</text>\n"
    }
  }

  private mutating func draw(_ line: RulingLine) {
    let position = Self.points(line.position)
    let (start, end) = (Self.points(line.start), Self.points(line.end))
    svg +=
      line.isHorizontal
      ? "<path class=\"rule\" d=\"M\(start) \(position)H\(end)\"/>\n"
      : "<path class=\"rule\" d=\"M\(position) \(start)V\(end)\"/>\n"
  }

  // MARK: What was concluded

  private mutating func outline(_ leaf: Leaf, _ kind: String, label: String, title: String) {
    guard case .page(number, let box) = leaf.locator else { return }
    let left = Float(box.left) / 10
    let top = Float(box.top) / 10
    svg += Self.rectangle(kind, left, top, Float(box.right) / 10, Float(box.bottom) / 10)
    svg += "><title>\(title)</title></rect>\n"
    svg +=
      "<text class=\"\(kind)-label\" x=\"\(Self.points(left + 0.5))\" "
      + "y=\"\(Self.points(top + 4))\">\(label)</text>\n"
  }

  // MARK: SVG

  private static func rectangle(
    _ kind: String, _ left: Float, _ top: Float, _ right: Float, _ bottom: Float
  ) -> String {
    "<rect class=\"\(kind)\" x=\"\(points(left))\" y=\"\(points(top))\" "
      + "width=\"\(points(max(0, right - left)))\" height=\"\(points(max(0, bottom - top)))\""
  }

  /// With two digits behind the point; what no page can have is 0.
  private static func points(_ value: Float) -> String {
    guard let hundredths = Int(exactly: (value * 100).rounded()) else { return "0" }
    let digits = String(hundredths.magnitude % 100)
    let fraction = String(repeating: "0", count: 2 - digits.count) + digits
    return "\(hundredths < 0 ? "-" : "")\(hundredths.magnitude / 100).\(fraction)"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "<": "&lt;"
    case ">": "&gt;"
    case "&": "&amp;"
    // XML has no place for these two.
    case "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
    default: String(scalar)
    }
  }
}
