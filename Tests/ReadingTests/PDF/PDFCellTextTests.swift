import DocumentModel
import Reading
import Testing
import ValueModel

/// Words and figures that do not keep to the lines of their cells.
@Suite struct PDFCellTextTests {
  private let xs: [Double] = [60, 160, 200, 240]
  private let ys: [Double] = [100, 120, 140]

  private func read(_ draw: (inout PDFFixture.Page) -> Void) throws -> Document {
    var pdf = PDFFixture()
    pdf.page(draw)
    return try PDFReader.read(pdf.bytes)
  }

  @Test func `a figure that reaches over the line of its cell is not cut`() throws {
    let rows = [["项目", "上年", "决算"], ["合计", "1234567.89", ""]]
    let document = try read { page in
      page.grid(xs, ys)
      page.fill(xs, ys, rows)
    }
    #expect(document.tables.map { document.texts($0) } == [rows])
    let leaf = try #require(document.tables.first?.cells[4]).leaf
    guard case .page(1, let box) = document.leaves[leaf].locator else {
      Issue.record("no place on the page")
      return
    }
    #expect(box.left == 1600 && abs(box.right - 2130) <= 5)
  }

  @Test func `a figure that begins before its cell does is not cut`() throws {
    let document = try read { page in
      page.grid(xs, ys)
      page.fill(xs, ys, [["项目", "上年", "决算"], ["合计", "", "5.00"]])
      page.write("654321.09", 157, 135)
    }
    #expect(document.tables.map { document.texts($0) }.last?.last == ["合计", "654321.09", "5.00"])
  }

  @Test func `a label that fills its cell and the figure beside it stay two`() throws {
    let document = try read { page in
      page.grid(xs, ys)
      page.fill(xs, ys, [["项目", "上年", "决算"], ["", "", "5.00"]])
      page.write("基本养老保险缴费支出", 60, 135)
      page.write("12.50", 160, 135)
    }
    #expect(
      document.tables.map { document.texts($0) }.last?.last == ["基本养老保险缴费支出", "12.50", "5.00"])
  }

  @Test func `what a cell does not show is not read, what it cuts off at its side is`() throws {
    let document = try read { page in
      page.grid(xs, ys)
      page.fill(xs, ys, [["项目", "上年", "决算"], ["", "3.00", "5.00"]])
      page.clipped(60, 120, 160, 140) { page in
        page.write("机关事业单位基本养老保险", 63, 135)
        page.write("已经看不见的一行", 63, 152)
        page.write("看不见的字", 170, 135)
      }
    }
    #expect(
      document.tables.map { document.texts($0) } == [
        [["项目", "上年", "决算"], ["机关事业单位基本养老保险", "3.00", "5.00"]]
      ])
    #expect(document.paragraphs().isEmpty)
    #expect(document.findings.map(\.code.rawValue) == ["pdf.hidden_text"])
  }

  @Test func `a figure that stands on two lines of its cell is one figure`() throws {
    let ys: [Double] = [100, 120, 150, 180]
    let document = try read { page in
      page.grid(xs, ys)
      page.fill(xs, ys, [["项目", "上年", "决算"], ["合计", "", "7.25"], ["其中", "", "9.10"]])
      page.write("851.7", 163, 132)
      page.write("5", 163, 145)
      page.write("10", 163, 162)
      page.write("20.00", 163, 175)
    }
    let table = try #require(document.tables.first)
    #expect(document.texts(table)[1] == ["合计", "851.75", "7.25"])
    #expect(document.string(ofLeaf: table.cells[7].leaf) == "10\n20.00")
  }

  @Test func `an indent is no room for the next word`() throws {
    let document = try read { page in
      page.grid([60, 130, 200], [100, 130, 160])
      page.write("行政运行", 90, 112)
      page.write("和其他支出", 65, 125)
      page.write("8.25", 140, 118)
      page.write("其他支出", 65, 148)
      page.write("1.00", 140, 148)
    }
    let table = try #require(document.tables.first)
    #expect(document.string(ofLeaf: table.cells[0].leaf) == "行政运行和其他支出")
  }
}
