import DocumentModel
import FoundationEssentials
@testable import Reading
import Testing

@Suite struct PDFPageDrawingTests {
  private static func file() throws -> [UInt8] {
    let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
    let path = root + "/Corpus/statements/0002/report.pdf"
    return Array(try #require(FileManager.default.contents(atPath: path)))
  }

  @Test func `a page is drawn with its glyphs, ruling lines, cells and paragraphs`() throws {
    let bytes = try Self.file()
    let svg = try #require(try PDFPageDrawing.svg(of: bytes, page: 1))
    let document = try PDFReader.read(bytes)
    let leaves = document.leaves.filter {
      if case .page(1, _) = $0.locator { true } else { false }
    }
    let outlines = svg.split(separator: "\n").filter {
      $0.hasPrefix("<rect class=\"cell\"") || $0.hasPrefix("<rect class=\"paragraph\"")
    }
    #expect(outlines.count == leaves.count)
    // Every glyph has its box and its text.
    let boxes = svg.split(separator: "\n").count { $0.hasPrefix("<rect class=\"glyph\"") }
    let characters = leaves.reduce(0) { count, leaf in
      count + document.string(in: leaf.range).count { !$0.isWhitespace }
    }
    #expect(boxes == characters)
    #expect(svg.contains("<path class=\"rule\""))
    #expect(svg.contains("<title>block 4, row 1, column 2, 1 × 1</title>"))
    #expect(svg.hasSuffix("</svg>\n"))
  }

  @Test func `a page that is not there is not drawn`() throws {
    let bytes = try Self.file()
    #expect(try PDFPageDrawing.svg(of: bytes, page: 0) == nil)
    #expect(try PDFPageDrawing.svg(of: bytes, page: 1000) == nil)
  }

  @Test func `a drawing is well-formed whatever the glyphs are`() throws {
    var pdf = PDFFixture()
    pdf.page { $0.write("<&>", 100, 100) }
    let svg = try #require(try PDFPageDrawing.svg(of: pdf.bytes, page: 1))
    for text in ["&lt;", "&amp;", "&gt;"] { #expect(svg.contains(">\(text)</text>")) }
  }
}
