import DocumentModel
import Reading
import Testing
import ValueModel

/// What a person sees of a page is what is read: colours, covers, modes, marks off the line, strokes.
struct PDFLegibilityTests {
  /// Where the figure begins behind its label, and the baseline.
  private static let x = 160.0
  private static let y = 100.0

  private static func read(
    resources: String = "", _ draw: (inout PDFFixture.Page) -> Void
  ) throws -> (text: String, codes: [String]) {
    var pdf = PDFFixture()
    pdf.resources = resources
    pdf.page { page in
      page.write("基本支出情况说明", 60, 60)
      draw(&page)
    }
    let document = try PDFReader.read(pdf.bytes)
    let texts = document.leaves.indices.map { document.string(ofLeaf: $0) }
    return (texts.dropFirst().joined(separator: "|"), document.findings.map(\.code.rawValue))
  }

  private static func box(
    _ page: inout PDFFixture.Page, _ left: Double, _ right: Double, _ color: String
  ) {
    page.content += "\(color) rg \(left) \(842 - y - 3) \(right - left) 13 re f 0 g\n"
  }

  private static func label(_ page: inout PDFFixture.Page) { page.write("基本支出共计为决算数", 60, y) }

  @Test func `what stands under a box that was painted later is left out`() throws {
    for color in ["1 1 1", "0 0 0", ".5 .5 .5"] {
      let read = try Self.read { page in
        Self.label(&page)
        page.write("98", Self.x, Self.y)
        Self.box(&page, Self.x, Self.x + 10, color)
        page.write("12万元。", Self.x, Self.y)
      }
      // Black on a black box is not seen either.
      #expect(read.text == (color == "0 0 0" ? "基本支出共计为决算数 万元。" : "基本支出共计为决算数12万元。"))
      #expect(read.codes == ["pdf.hidden_text"])
    }
  }

  @Test func `a thick stroke covers, a thin one strikes through, one below the line does neither`()
    throws
  {
    func read(_ width: Double, _ rise: Double, _ color: String) throws -> (
      text: String, codes: [String]
    ) {
      try Self.read { page in
        Self.label(&page)
        page.write("98.56万元。", Self.x, Self.y)
        page.content +=
          "q \(color) RG \(width) w \(Self.x) \(842 - Self.y + rise) m \(Self.x + 25) \(842 - Self.y + rise) l S Q\n"
      }
    }
    #expect(try read(12, 4, "1 1 1") == ("基本支出共计为决算数 万元。", ["pdf.hidden_text"]))
    #expect(try read(0.8, 3.5, "0 0 0") == ("基本支出共计为决算数\u{FFFC}万元。", ["pdf.unreadable_text"]))
    #expect(try read(0.8, -2, "0 0 0") == ("基本支出共计为决算数98.56万元。", []))
  }

  @Test(arguments: ["3 Tr", "7 Tr", "1 1 1 rg", "1 g", "0 0 0 0 k", "/G gs"])
  func `a digit that is not painted is left out`(_ look: String) throws {
    let read = try Self.read(resources: "/ExtGState<</G<</ca 0>>>>") { page in
      Self.label(&page)
      page.write("12", Self.x, Self.y)
      page.content += "q \(look)\n"
      page.write("9", Self.x + 10, Self.y)
      page.content += "Q\n"
      page.write("34.56万元。", Self.x + 10, Self.y)
    }
    #expect(read == ("基本支出共计为决算数1234.56万元。", ["pdf.hidden_text"]))
  }

  @Test
  func
    `white text is seen on a ground of another colour, and black text is not seen on a black one`()
    throws
  {
    for (ground, text, isSeen) in [
      ("0 0 .5", "1 1 1", true), ("1 1 1", "1 1 1", false), ("0 0 0", "0 0 0", false),
      ("1 1 1", "0 0 0", true),
    ] {
      let read = try Self.read { page in
        Self.box(&page, 50, 500, ground)
        page.content += "\(text) rg\n"
        page.write("基本支出1.00万元。", 60, Self.y)
        page.content += "0 g\n"
      }
      #expect(read.text == (isSeen ? "基本支出1.00万元。" : ""))
      #expect(read.codes == (isSeen ? [] : ["pdf.hidden_text"]))
    }
  }

  @Test(arguments: ["/BM/Multiply", "/ca 0.3"])
  func `what shines through a box is read`(_ state: String) throws {
    let read = try Self.read(resources: "/ExtGState<</G<<\(state)>>>>") { page in
      page.write("基本支出1.00万元。", 60, Self.y)
      page.content += "q /G gs 1 1 0 rg 50 \(842 - Self.y - 3) 400 14 re f Q\n"
    }
    #expect(read == ("基本支出1.00万元。", []))
  }

  @Test func `the invisible text of a scan is what a program read from the picture`() throws {
    let read = try Self.read { page in
      page.content += "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n3 Tr\n"
      page.write("基本支出1.00万元。", 60, Self.y)
    }
    #expect(read == ("基本支出1.00万元。", []))
  }

  @Test(arguments: [
    ("98", "12", 0.0), ("98", "12", 2.5), ("1234.56", "7890.12", 0.7), ("1234.56", "99", 7),
  ])
  func `figures that are drawn over each other are a hole`(
    _ item: (old: String, new: String, shift: Double)
  ) throws {
    let read = try Self.read { page in
      Self.label(&page)
      page.write(item.old, Self.x, Self.y)
      page.write(item.new, Self.x + item.shift, Self.y)
      page.write("万元。", Self.x + 40, Self.y)
    }
    #expect(read.text.contains("\u{FFFC}"), "\(read.text)")
    #expect(read.codes == ["pdf.unreadable_text"])
  }

  @Test func `a figure that is drawn twice to look bold is one`() throws {
    let read = try Self.read { page in
      page.write("1,234.56", 60, Self.y)
      page.write("1,234.56", 60.3, Self.y)
    }
    #expect(read == ("1,234.56", []))
  }

  @Test(arguments: [
    (7.0, 4.0, "¹²"), (7.0, 2.0, "¹²"), (8.0, 1.5, "¹²"), (10.0, 2.5, "¹²"), (6.0, 6.0, "¹²"),
    (7.0, -2.0, "₁₂"),
  ])
  func `small digits off the line are marks, in whatever order they are drawn`(
    _ item: (size: Double, rise: Double, text: String)
  ) throws {
    for isLate in [false, true] {
      let read = try Self.read { page in
        page.write("基本支出1,234.56", 60, Self.y)
        if !isLate { page.write("12", 140, Self.y - item.rise, size: item.size) }
        page.write("万元。", 140 + item.size, Self.y)
        if isLate { page.write("12", 140, Self.y - item.rise, size: item.size) }
      }
      #expect(read.text == "基本支出1,234.56\(item.text)万元。")
    }
  }

  @Test func `digits of another size on the line stay what they are`() throws {
    let read = try Self.read { page in
      page.write("基本支出", 60, Self.y, size: 16)
      page.write("1,234.56", 124, Self.y, size: 10.5)
      page.write("万元。", 166, Self.y, size: 16)
    }
    #expect(read == ("基本支出1,234.56万元。", []))
  }

  // MARK: Figures over the lines of cells

  private static func cells(_ figures: [(text: String, x: Double)]) throws -> [String] {
    var pdf = PDFFixture()
    pdf.page { page in
      let xs: [Double] = [60, 160, 210, 260]
      let ys: [Double] = [100, 120, 140]
      page.grid(xs, ys)
      page.fill(xs, ys, [["项目", "上年", "决算"], ["教育支出"]])
      for figure in figures { page.write(figure.text, figure.x, 135) }
    }
    let document = try PDFReader.read(pdf.bytes)
    return document.leaves.indices.suffix(2).map { document.string(ofLeaf: $0) }
  }

  @Test(
    arguments: [
      // Drawn each for itself: gapless, over the line, to the left.
      ("1234567.89", 162.0, "100.00", 212.0, ["1234567.89", "100.00"]),
      ("123456.78", 165, "100.00", 210, ["123456.78", "100.00"]),
      ("1234567", 175, "8901234", 210, ["1234567", "8901234"]),
      ("1234567890.12", 160, "200.00", 225, ["1234567890.12", "200.00"]),
      ("123.00", 163, "1234567890.12", 193, ["123.00", "1234567890.12"]),
      // One figure: for the most part in its cell, or nobody knows.
      ("123456789.01", 162, "", 0, ["123456789.01", ""]),
      ("12345678.90", 182, "", 0, ["\u{FFFC}12345678.90", ""]),
      ("123456789012", 165, "", 0, ["\u{FFFC}123456789012", ""]),
      ("123456.78100000.00", 165, "", 0, ["\u{FFFC}123456.78100000.00", ""]),
    ] as [(String, Double, String, Double, [String])])
  func `a figure over the line of its cell is whole, or in doubt`(
    _ item: (one: String, x: Double, other: String, otherX: Double, cells: [String])
  ) throws {
    let figures = [(item.one, item.x)] + (item.other.isEmpty ? [] : [(item.other, item.otherX)])
    let found = try Self.cells(figures)
    if item.one == "12345678.90" {
      #expect(Set(found) == Set(item.cells), "\(found)")
    } else {
      #expect(found == item.cells)
    }
  }
}
