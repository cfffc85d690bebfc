import DocumentModel
import Reading

/// A PDF that a test draws itself: text in two fonts that no PDF has to carry, and lines.
///
/// Places are points from the top-left corner of the page.
struct PDFFixture {
  struct Page {
    var width = 595
    var height = 842
    var rotation = 0
    var content = ""

    /// Text in a Chinese font: 1 em for a hanzi, half of it for ASCII; y is that of the baseline.
    mutating func write(_ text: String, _ x: Double, _ y: Double, size: Double = 10) {
      content +=
        "BT /C \(size) Tf 1 0 0 1 \(x) \(Double(height) - y) Tm <\(Self.hex(text))> Tj ET\n"
    }

    /// Text that runs upwards, as on a page that was laid out on its side.
    mutating func writeUpwards(_ text: String, _ x: Double, _ y: Double, size: Double = 10) {
      content +=
        "BT /C \(size) Tf 0 1 -1 0 \(x) \(Double(height) - y) Tm <\(Self.hex(text))> Tj ET\n"
    }

    /// Text in Helvetica.
    mutating func writeLatin(_ text: String, _ x: Double, _ y: Double, size: Double = 10) {
      content += "BT /F \(size) Tf 1 0 0 1 \(x) \(Double(height) - y) Tm (\(text)) Tj ET\n"
    }

    mutating func line(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
      content += "\(x0) \(Double(height) - y0) m \(x1) \(Double(height) - y1) l S\n"
    }

    /// The same line as a filled rectangle half a point thick.
    mutating func thinBox(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
      let width = max(0.5, x1 - x0)
      let height = max(0.5, y1 - y0)
      content += "\(x0) \(Double(self.height) - y0 - height) \(width) \(height) re f\n"
    }

    /// All lines of a grid.
    mutating func grid(_ xs: [Double], _ ys: [Double]) {
      guard let left = xs.first, let right = xs.last, let top = ys.first, let bottom = ys.last
      else { return }
      for x in xs { line(x, top, x, bottom) }
      for y in ys { line(left, y, right, y) }
    }

    /// A text in each cell of a grid, near its lower left corner.
    mutating func fill(_ xs: [Double], _ ys: [Double], _ rows: [[String]]) {
      for (row, texts) in rows.enumerated() {
        for (column, text) in texts.enumerated() where !text.isEmpty {
          write(text, xs[column] + 3, ys[row + 1] - 5)
        }
      }
    }

    /// What is drawn is shown within a box only.
    mutating func clipped(
      _ left: Double, _ top: Double, _ right: Double, _ bottom: Double,
      _ draw: (inout Page) -> Void
    ) {
      content += "q \(left) \(Double(height) - bottom) \(right - left) \(bottom - top) re W n\n"
      draw(&self)
      content += "Q\n"
    }

    /// A picture of one point, drawn large.
    mutating func picture() {
      content += "q 400 0 0 400 90 200 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n"
    }

    private static func hex(_ text: String) -> String {
      text.utf16.map { unit in
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
  }

  private var pages: [Page] = []
  /// Further entries of the trailer.
  var trailer = ""
  /// The objects behind those of the fixture itself, the first of which has the number 20.
  var extraObjects: [[UInt8]] = []
  /// Further resources of each page.
  var resources = ""

  mutating func page(
    width: Int = 595, height: Int = 842, rotation: Int = 0, _ draw: (inout Page) -> Void
  ) {
    var page = Page(width: width, height: height, rotation: rotation)
    draw(&page)
    pages.append(page)
  }

  /// The bytes of the file.
  var bytes: [UInt8] {
    let firstPage = 20 + extraObjects.count
    let kids = pages.indices.map { "\(firstPage + 2 * $0) 0 R" }.joined(separator: " ")
    var objects: [Int: [UInt8]] = [
      1: Array("<</Type/Catalog/Pages 2 0 R>>".utf8),
      2: Array("<</Type/Pages/Kids[\(kids)]/Count \(pages.count)>>".utf8),
      3: Array("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".utf8),
      4: Array(
        """
        <</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H\
        /DescendantFonts[5 0 R]>>
        """.utf8),
      5: Array(
        """
        <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500]\
        /CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 6 0 R>>
        """.utf8),
      6: Array(
        """
        <</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -120 1000 880]\
        /ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>
        """.utf8),
      // A font of its own that does not tell what its letters are.
      7: Array(
        """
        <</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/Identity-H/DescendantFonts[8 0 R]>>
        """.utf8),
      8: Array(
        """
        <</Type/Font/Subtype/CIDFontType2/BaseFont/Own/DW 500\
        /CIDSystemInfo<</Registry(Own)/Ordering(Own)/Supplement 0>>/FontDescriptor 6 0 R>>
        """.utf8),
    ]
    for (index, object) in extraObjects.enumerated() { objects[20 + index] = object }
    for (index, page) in pages.enumerated() {
      objects[firstPage + 2 * index] = Array(
        """
        <</Type/Page/Parent 2 0 R/MediaBox[0 0 \(page.width) \(page.height)]\
        /Rotate \(page.rotation)/Contents \(firstPage + 2 * index + 1) 0 R\
        /Resources<</Font<</F 3 0 R/C 4 0 R/N 7 0 R>>\(resources)>>>>
        """.utf8)
      objects[firstPage + 2 * index + 1] = Self.stream(Array(page.content.utf8))
    }
    return Self.file(objects, trailer: trailer)
  }

  /// A stream object.
  static func stream(_ content: [UInt8], entries: String = "") -> [UInt8] {
    Array("<<\(entries)/Length \(content.count)>>stream\n".utf8) + content
      + Array("\nendstream".utf8)
  }

  private static func file(_ objects: [Int: [UInt8]], trailer: String) -> [UInt8] {
    var bytes = Array("%PDF-1.5\n".utf8)
    var table = ""
    let end = (objects.keys.max() ?? 0) + 1
    for number in 1..<end {
      guard let object = objects[number] else {
        table += "0000000000 65535 f \n"
        continue
      }
      let offset = String(bytes.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      bytes += Array("\(number) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = bytes.count
    bytes += Array("xref\n0 \(end)\n0000000000 65535 f \n\(table)".utf8)
    bytes += Array(
      "trailer<</Root 1 0 R/Size \(end)\(trailer)>>\nstartxref\n\(start)\n%%EOF\n".utf8)
    return bytes
  }
}

extension Document {
  /// The texts of the paragraphs of a region.
  func paragraphs(_ region: Block.Region = .body) -> [String] {
    blocks.compactMap { block in
      guard block.region == region, case .paragraph(let paragraph) = block.content else {
        return nil
      }
      return string(ofLeaf: paragraph.leaf)
    }
  }

  /// The tables in order.
  var tables: [Table] {
    blocks.compactMap { block in
      guard case .table(let table) = block.content else { return nil }
      return table
    }
  }

  /// The texts of a table, row by row, without white space: a merged cell's at its top left corner.
  func texts(_ table: Table) -> [[String]] {
    var rows = Array(repeating: Array(repeating: "", count: table.columns), count: table.rows)
    for cell in table.cells {
      rows[cell.row][cell.column] = string(ofLeaf: cell.leaf).filter { !$0.isWhitespace }
    }
    return rows
  }

  /// What stands where: «text» for a paragraph, «[first text]» for a table.
  var outline: [String] {
    blocks.filter { $0.region == .body }.map { block in
      switch block.content {
      case .paragraph(let paragraph): string(ofLeaf: paragraph.leaf)
      case .table(let table): "[\(table.cells.first.map { string(ofLeaf: $0.leaf) } ?? "")]"
      }
    }
  }
}
