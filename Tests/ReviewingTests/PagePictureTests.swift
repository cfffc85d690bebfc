import Foundation
import PDFPages
import TestSupport
import Testing

@Suite("Pages as pictures")
struct PagePictureTests {
  private static func pages() throws -> PDFDocument {
    try PDFDocument(Repository.bytes("Corpus/statements/0001/report.pdf"))
  }

  @Test func `a page is a lossless WebP of the width asked for`() throws {
    let picture = try Self.pages().picture(of: 1, width: 700)
    #expect(picture.prefix(4).elementsEqual("RIFF".utf8))
    #expect(picture[8..<16].elementsEqual("WEBPVP8L".utf8))
    // Fourteen bits behind the signature byte hold the width less one.
    #expect((Int(picture[21]) | Int(picture[22] & 0x3F) << 8) + 1 == 700)
    #expect(picture.count < 100_000)
  }

  @Test func `no width makes a picture without bounds`() throws {
    let picture = try Self.pages().picture(of: 1, width: 1_000_000)
    #expect((Int(picture[21]) | Int(picture[22] & 0x3F) << 8) + 1 <= 2000)
    #expect(try Self.pages().picture(of: 1, width: -5).count > 20)
    #expect(throws: PDFError.self) { try Self.pages().picture(of: 99, width: 700) }
  }

  /// A PDF of one page with one image that claims to have so many points across and down; poppler
  /// finds the objects without a table of references.
  private static func scan(points: Int) -> [UInt8] {
    let content = "q 500 0 0 500 50 100 cm /I Do Q"
    return Array(
      """
      %PDF-1.4
      1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
      2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
      3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R
        /Resources<</XObject<</I 5 0 R>>>>>> endobj
      4 0 obj <</Length \(content.utf8.count)>> stream
      \(content)
      endstream endobj
      5 0 obj <</Type/XObject/Subtype/Image/Width \(points)/Height \(points)/BitsPerComponent 1
        /ColorSpace/DeviceGray/Length 8>> stream
      ABCDEFGH
      endstream endobj
      trailer <</Root 1 0 R>>

      """.utf8)
  }

  @Test func `an image that would take for ever is no picture`() throws {
    #expect(try PDFDocument(Self.scan(points: 8)).picture(of: 1, width: 300).count > 20)
    let started = ContinuousClock.now
    #expect(throws: PDFError.limitExceeded) {
      try PDFDocument(Self.scan(points: 30_000)).picture(of: 1, width: 300)
    }
    #expect(ContinuousClock.now - started < .seconds(5))
  }

  /// A page of one line of glyphs from x 100 on, ten points each.
  private static func page(_ lines: [(String, baseline: Float)]) -> PageContent {
    var glyphs: [Glyph] = []
    for (text, baseline) in lines {
      for (index, scalar) in text.unicodeScalars.enumerated() {
        let left = 100 + 10 * Float(index)
        glyphs.append(
          Glyph(
            left: left, top: baseline - 9, right: left + 10, bottom: baseline + 1,
            baseline: baseline, size: 10, scalar: scalar))
      }
    }
    return PageContent(width: 600, height: 800, glyphs: glyphs, lines: [], images: 0)
  }

  @Test func `a range is found over the end of a line`() throws {
    let search = GlyphSearch(Self.page([("收入总计12", 100), ("34万元。", 120), ("别的", 300)]))
    let pieces = try #require(
      search.pieces(
        of: [4..<10], in: "收入总计 1234万元。", within: (90, 80, 500, 130), next: nil))
    #expect(
      pieces == [
        [
          .init(left: 140, top: 91, right: 160, bottom: 101, isOnNextPage: false),
          .init(left: 100, top: 111, right: 130, bottom: 121, isOnNextPage: false),
        ]
      ])
  }

  @Test func `a range is found over the end of a page`() throws {
    let first = GlyphSearch(Self.page([("别的", 50), ("收入总计12", 700)]))
    let second = GlyphSearch(Self.page([("目录", 30), ("34万元。", 60)]))
    let pieces = try #require(
      first.pieces(
        of: [0..<2, 4..<8], in: "收入总计1234万元。", within: (90, 680, 500, 720), next: second))
    #expect(pieces[0] == [.init(left: 100, top: 691, right: 120, bottom: 701, isOnNextPage: false)])
    #expect(
      pieces[1] == [
        .init(left: 140, top: 691, right: 160, bottom: 701, isOnNextPage: false),
        .init(left: 100, top: 51, right: 120, bottom: 61, isOnNextPage: true),
      ])
  }

  @Test func `glyphs that spell something else are no place`() {
    let search = GlyphSearch(Self.page([("收入总计12", 100)]))
    #expect(
      search.pieces(of: [0..<2], in: "支出总计12", within: (90, 80, 500, 130), next: nil) == nil)
  }
}
