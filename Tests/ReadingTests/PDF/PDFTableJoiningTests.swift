import DocumentModel
import Reading
import Testing

/// Tables that the end of a page tore apart, without a head on the next page.
@Suite struct PDFTableJoiningTests {
  private let xs: [Double] = [60, 120, 220, 270, 320]
  private let head = ["编码", "名称", "合计", "基本支出"]

  /// A table of one page, its rows 20 points high.
  private func draw(
    _ rows: [[String]], _ xs: [Double], top: Double, on page: inout PDFFixture.Page
  ) {
    let ys = (0...rows.count).map { top + 20 * Double($0) }
    page.grid(xs, ys)
    page.fill(xs, ys, rows)
  }

  @Test func `a table goes on without a head though the page was not full`() throws {
    var pdf = PDFFixture()
    pdf.page { draw([head, ["201", "公共服务", "9.00", "5.00"]], xs, top: 100, on: &$0) }
    pdf.page { draw([["205", "教育", "3.00", "2.00"]], xs, top: 60, on: &$0) }
    let document = try PDFReader.read(pdf.bytes)
    #expect(
      document.tables.map { document.texts($0) } == [
        [head, ["201", "公共服务", "9.00", "5.00"], ["205", "教育", "3.00", "2.00"]]
      ])
  }

  @Test func `a page without the last columns, which are empty there, keeps its rows' places`()
    throws
  {
    var pdf = PDFFixture()
    pdf.page { draw([head, ["201", "公共服务", "9.00", "5.00"]], xs, top: 100, on: &$0) }
    pdf.page { draw([["205", "教育", "3.00"]], xs.dropLast(), top: 60, on: &$0) }
    let document = try PDFReader.read(pdf.bytes)
    #expect(
      document.tables.map { document.texts($0) } == [
        [head, ["201", "公共服务", "9.00", "5.00"], ["205", "教育", "3.00", ""]]
      ])
  }

  @Test func `columns that each page sets anew are the same by their order`() throws {
    var pdf = PDFFixture()
    pdf.page { draw([head, ["201", "公共服务", "9.00", "5.00"]], xs, top: 100, on: &$0) }
    pdf.page { draw([["205", "教育", "3.00", ""]], [60, 100, 260, 310, 320], top: 60, on: &$0) }
    let document = try PDFReader.read(pdf.bytes)
    #expect(
      document.tables.map { document.texts($0) } == [
        [head, ["201", "公共服务", "9.00", "5.00"], ["205", "教育", "3.00", ""]]
      ])
  }

  @Test func `another table on the next page stays another one`() throws {
    var pdf = PDFFixture()
    pdf.page { draw([head, ["201", "公共服务", "9.00", "5.00"]], xs, top: 100, on: &$0) }
    pdf.page { page in
      draw([["项目", "单位", "预算", "决算"], ["接待费", "局", "3.00", "2.00"]], xs, top: 60, on: &page)
    }
    let document = try PDFReader.read(pdf.bytes)
    #expect(document.tables.count == 2)
  }

  @Test func `a figure whose last digit stands on the next page is one figure`() throws {
    var pdf = PDFFixture()
    pdf.page { page in
      draw(
        [
          head, ["201", "公共服务", "345678.90", "345678.90"], ["20101", "人大事务", "345678.9", "0.00"],
        ], xs, top: 100, on: &page)
    }
    pdf.page { page in
      draw([["", "", "0", ""], ["205", "教育", "345678.12", "1.00"]], xs, top: 60, on: &page)
    }
    let document = try PDFReader.read(pdf.bytes)
    #expect(
      document.tables.map { document.texts($0) } == [
        [
          head, ["201", "公共服务", "345678.90", "345678.90"],
          ["20101", "人大事务", "345678.90", "0.00"], ["205", "教育", "345678.12", "1.00"],
        ]
      ])
  }

  @Test func `a figure that has all its decimals takes none of the next page`() throws {
    var pdf = PDFFixture()
    pdf.page { page in
      draw(
        [head, ["201", "公共服务", "345678.90", "5.00"], ["20101", "人大事务", "345678.90", "0.00"]], xs,
        top: 100, on: &page)
    }
    pdf.page { draw([["", "", "4", ""], ["205", "教育", "3.00", "1.00"]], xs, top: 60, on: &$0) }
    let document = try PDFReader.read(pdf.bytes)
    #expect(document.tables.flatMap { document.texts($0) }.contains(["", "", "4", ""]))
  }

  @Test func `the last columns of a wide table are no rows of it`() throws {
    let xs: [Double] = [60, 160, 260, 320]
    let names = [["编码", "名称", "合计"]] + (1...3).map { ["20\($0)", "科目\($0)", "\($0).00"] }
    var pdf = PDFFixture()
    pdf.page { draw(names, xs, top: 720, on: &$0) }
    pdf.page { page in
      draw(
        [["基本支出", "项目支出", "其他"]] + (1...3).map { ["\($0).00", "0.00", "0.00"] },
        [60, 140, 220, 320], top: 60, on: &page)
    }
    let document = try PDFReader.read(pdf.bytes)
    #expect(document.tables.map(\.columns) == [3, 3])
  }

  @Test func `a row that is torn goes on below a head that is printed again`() throws {
    let xs: [Double] = [60, 100, 160, 240, 320]
    var pdf = PDFFixture()
    pdf.page { page in
      draw(
        [head, ["201", "公共服务", "9.00", "5.00"], ["20805", "行政事业", "3.00", "2.00"]], xs, top: 740,
        on: &page)
    }
    pdf.page { page in
      draw([head, ["", "养老支出", "", ""], ["210", "卫生", "1.00", "1.00"]], xs, top: 60, on: &page)
    }
    let document = try PDFReader.read(pdf.bytes)
    let rows = document.tables.flatMap { document.texts($0) }
    #expect(
      rows == [
        head, ["201", "公共服务", "9.00", "5.00"], ["20805", "行政事业养老支出", "3.00", "2.00"],
        ["210", "卫生", "1.00", "1.00"],
      ])
  }
}
