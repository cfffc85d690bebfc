import DocumentModel
import Reading
import Testing

@Suite struct PDFTableTests {
  private let xs: [Double] = [60, 200, 320, 440]
  private let ys: [Double] = [100, 120, 140, 160]

  private func read(_ draw: (inout PDFFixture.Page) -> Void) throws -> Document {
    var pdf = PDFFixture()
    pdf.page(draw)
    return try PDFReader.read(pdf.bytes)
  }

  @Test func `a ruled grid is a table, cell by cell`() throws {
    let rows = [["项目", "预算数", "决算数"], ["基本支出", "10.50", "9.75"], ["项目支出", "", "0.00"]]
    let document = try read { page in
      page.grid(xs, ys)
      page.fill(xs, ys, rows)
    }
    let table = try #require(document.tables.first)
    #expect(document.tables.count == 1)
    #expect(document.texts(table) == rows)
    #expect(table.cells.count == 9)
    #expect(document.paragraphs().isEmpty)
    #expect(document.pageCount == 1)
  }

  @Test func `a cell knows its page and its place on it`() throws {
    var pdf = PDFFixture()
    pdf.page { $0.write("封面", 250, 300) }
    pdf.page { page in
      page.grid(xs, ys)
      page.fill(xs, ys, [["a", "b", "c"], ["d", "42.00", "f"]])
    }
    let document = try PDFReader.read(pdf.bytes)
    let table = try #require(document.tables.first)
    let cell = try #require(table.cells.first { document.string(ofLeaf: $0.leaf) == "42.00" })
    guard case .page(let number, let box) = document.leaves[cell.leaf].locator else {
      Issue.record("no place on a page")
      return
    }
    #expect(number == 2)
    #expect(box.left >= 1980 && box.right <= 3220 && box.left < box.right)
    #expect(box.top >= 1180 && box.bottom <= 1420 && box.top < box.bottom)
  }

  @Test func `lines drawn as thin boxes, cell by cell, are the same grid`() throws {
    let rows = [["项目", "金额"], ["合计", "12.00"]]
    let xs = [60.0, 200, 320]
    let ys = [100.0, 120, 140]
    let document = try read { page in
      for row in 0..<2 {
        for column in 0..<2 {
          page.thinBox(xs[column] + 0.3, ys[row], xs[column + 1] - 0.3, ys[row])
          page.thinBox(xs[column] + 0.3, ys[row + 1], xs[column + 1] - 0.3, ys[row + 1])
          page.thinBox(xs[column], ys[row] + 0.3, xs[column], ys[row + 1] - 0.3)
          page.thinBox(xs[column + 1], ys[row] + 0.3, xs[column + 1], ys[row + 1] - 0.3)
        }
      }
      page.fill(xs, ys, rows)
    }
    #expect(document.tables.map { document.texts($0) } == [rows])
  }

  @Test func `positions without a line between them are one cell`() throws {
    let document = try read { page in
      for y in [100.0, 140, 160] { page.line(60, y, 440, y) }
      page.line(200, 120, 440, 120)
      for x in [60.0, 200, 440] { page.line(x, 100, x, 160) }
      page.line(320, 120, 320, 160)
      page.write("科目", 100, 125)
      page.write("本年支出", 280, 115)
      page.write("合计", 230, 135)
      page.write("基本支出", 350, 135)
      page.write("行政运行", 63, 155)
      page.write("5.00", 203, 155)
      page.write("4.00", 323, 155)
    }
    let table = try #require(document.tables.first)
    #expect(
      document.texts(table) == [
        ["科目", "本年支出", ""], ["", "合计", "基本支出"], ["行政运行", "5.00", "4.00"],
      ])
    let spans = table.cells.filter { $0.rowSpan * $0.columnSpan > 1 }
      .map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] }
    #expect(spans == [[0, 0, 2, 1], [0, 1, 1, 2]])
    #expect(table.cells.count == 7)
  }

  @Test func `a table without lines at its sides has its outer columns`() throws {
    let rows = [["项目", "预算数", "决算数"], ["合计", "3.00", "2.50"]]
    let document = try read { page in
      for y in ys.prefix(3) { page.line(60, y, 440, y) }
      for x in [200.0, 320] { page.line(x, 100, x, 140) }
      page.fill(xs, ys, rows)
    }
    #expect(document.tables.map { document.texts($0) } == [rows])
  }

  @Test func `cells never overlap where a line is missing`() throws {
    let document = try read { page in
      page.line(60, 100, 440, 100)
      page.line(60, 160, 440, 160)
      for x in [60.0, 440] { page.line(x, 100, x, 160) }
      // An angle: what lies around it is no rectangle.
      page.line(200, 100, 200, 120)
      page.line(60, 120, 200, 120)
      page.line(320, 130, 320, 160)
      page.line(320, 130, 440, 130)
      page.write("甲", 100, 115)
      page.write("乙", 250, 115)
      page.write("丙", 370, 150)
    }
    let table = try #require(document.tables.first)
    var covered = Set<Int>()
    for cell in table.cells {
      for row in cell.row..<cell.row + cell.rowSpan {
        for column in cell.column..<cell.column + cell.columnSpan {
          #expect(covered.insert(row * table.columns + column).inserted)
          #expect(row < table.rows && column < table.columns)
        }
      }
    }
    #expect(document.texts(table).joined().filter { !$0.isEmpty }.sorted() == ["丙", "乙", "甲"])
  }

  @Test func `text that was wrapped in its cell is joined`() throws {
    let document = try read { page in
      page.grid([60, 130, 200], [100, 130, 160])
      page.write("机关事业单位", 65, 112)
      page.write("基本养老保险", 65, 125)
      page.write("8.25", 140, 118)
      page.write("其他支出", 65, 148)
      page.write("1.00", 140, 148)
    }
    let table = try #require(document.tables.first)
    #expect(document.texts(table) == [["机关事业单位基本养老保险", "8.25"], ["其他支出", "1.00"]])
  }

  @Test func `two figures in one cell stay two`() throws {
    let document = try read { page in
      page.grid([60, 200, 320], [100, 130, 160])
      page.write("预算数", 65, 112)
      page.write("决算数", 65, 125)
      page.write("10", 210, 112)
      page.write("20", 210, 125)
      page.write("合计", 65, 148)
    }
    let table = try #require(document.tables.first)
    #expect(document.string(ofLeaf: table.cells[1].leaf) == "10\n20")
  }

  @Test func `letters set apart are one text`() throws {
    let document = try read { page in
      page.grid([60, 260, 320], [100, 120, 140])
      page.write("合", 90, 115)
      page.write("计", 210, 115)
      page.write("7.00", 270, 115)
      page.write("项目", 70, 135)
    }
    let table = try #require(document.tables.first)
    #expect(document.texts(table) == [["合计", "7.00"], ["项目", ""]])
  }

  @Test func `title, number and unit above a table are paragraphs of their own`() throws {
    let document = try read { page in
      page.write("支出决算表", 220, 60, size: 16)
      page.write("编制单位：清河县档案馆", 60, 90)
      page.write("单位：万元", 390, 90)
      page.grid(xs, ys)
      page.fill(xs, ys, [["项目", "预算数", "决算数"]])
    }
    #expect(document.outline == ["支出决算表", "编制单位：清河县档案馆", "单位：万元", "[项目]"])
  }

  @Test func `tables side by side come one after the other, each below its title`() throws {
    var pdf = PDFFixture()
    pdf.page(width: 1191, height: 842) { page in
      for (left, name) in [(60.0, "表甲"), (650.0, "表乙")] {
        let xs = [left, left + 200, left + 400]
        page.write(name, left + 150, 80)
        page.grid(xs, ys)
        page.fill(xs, ys, [[name + "项目", "金额"], ["合计", "1.00"], ["其中", "2.00"]])
      }
    }
    let document = try PDFReader.read(pdf.bytes)
    #expect(document.outline == ["表甲", "[表甲项目]", "表乙", "[表乙项目]"])
  }

  @Test func `a frame and an underline are no tables`() throws {
    let document = try read { page in
      page.grid([60, 440], [100, 160])
      // The stub of a line divides nothing.
      page.line(60, 130, 70, 130)
      page.write("本表为空，见说明。", 80, 130)
      page.write("名称", 60, 300)
      page.line(60, 303, 80, 303)
    }
    #expect(document.tables.isEmpty)
    #expect(document.paragraphs() == ["本表为空，见说明。", "名称"])
  }

  @Test func `an empty strip at the head of a page is not lost`() throws {
    var pdf = PDFFixture()
    pdf.page { page in
      let ys = stride(from: 640.0, through: 780, by: 20).map { $0 }
      page.grid(xs, ys)
      page.fill(xs, ys, ys.dropLast().indices.map { ["项目\($0)", "1.00", "2.00"] })
    }
    pdf.page { page in
      page.grid(xs, [60, 80])
      page.write("说明文字。", 60, 200)
    }
    let document = try PDFReader.read(pdf.bytes)
    #expect(document.tables.reduce(0) { $0 + $1.rows } == 8)
    #expect(document.outline.last == "说明文字。")
  }

  @Test func `rows of the next page never melt into those of the last`() throws {
    let xs = [60.0, 150, 200, 250]
    var pdf = PDFFixture()
    pdf.page { page in
      let ys = [700.0, 740, 780]
      page.grid(xs, ys)
      page.fill(xs, ys, [["数量指标", "权重", "得分"], ["消防安全演练次数", "10", "10"]])
    }
    pdf.page { page in
      let ys = [60.0, 80, 100]
      page.grid(xs, ys)
      page.fill(xs, ys, [["消防培训次数", "15", "15"], ["检查次数", "20", "20"]])
    }
    let document = try PDFReader.read(pdf.bytes)
    let rows = document.tables.flatMap { document.texts($0) }
    #expect(
      rows == [
        ["数量指标", "权重", "得分"], ["消防安全演练次数", "10", "10"], ["消防培训次数", "15", "15"],
        ["检查次数", "20", "20"],
      ])
  }

  @Test func `columns that only line up are a table where there are enough of them`() throws {
    let rows = [
      ["项目", "预算数", "决算数"], ["公务接待费", "3.00", "2.10"], ["公务用车购置费", "0.00", "0.00"],
      ["公务用车运行维护费", "5.00", "4.20"],
    ]
    let document = try read { page in
      page.write("下表列示各项经费。", 60, 60)
      for (index, row) in rows.enumerated() {
        let y = 100 + 20 * Double(index)
        page.write(row[0], 60, y)
        page.write(row[1], 260, y)
        page.write(row[2], 400, y)
      }
    }
    #expect(document.tables.map { document.texts($0) } == [rows])
  }

  @Test func `figures without lines may stand half a line lower than their labels`() throws {
    let rows = [
      ["项目", "预算数", "决算数"], ["公务接待费", "3.00", "2.10"], ["公务用车购置费", "0.00", "0.00"],
      ["公务用车运行维护费", "5.00", "4.20"],
    ]
    let document = try read { page in
      for (index, row) in rows.enumerated() {
        let y = 100 + 20 * Double(index)
        page.write(row[0], 60, y)
        page.write(row[1], 260, y + 5)
        page.write(row[2], 400, y + 5)
      }
    }
    #expect(document.tables.map { document.texts($0) } == [rows])
  }

  @Test(arguments: [0.0, 6, 12])
  func `a label without lines may stand on two lines, its figures beside any height of it`(
    down: Double
  ) throws {
    let document = try read { page in
      for (index, label) in [
        ("项目", ""), ("公务接待费", ""), ("公务用车购置", "及运行维护费"), ("会议费", ""), ("培训费", ""),
      ].enumerated() {
        let y = 100 + 30 * Double(index)
        page.write(label.0, 60, y)
        page.write(label.1, 60, y + 12)
        let place = label.1.isEmpty ? y : y + down
        page.write(index == 0 ? "预算数" : "3.0\(index)", 260, place)
        page.write(index == 0 ? "决算数" : "2.0\(index)", 400, place)
      }
    }
    #expect(
      document.tables.map { document.texts($0) } == [
        [
          ["项目", "预算数", "决算数"], ["公务接待费", "3.01", "2.01"], ["公务用车购置及运行维护费", "3.02", "2.02"],
          ["会议费", "3.03", "2.03"], ["培训费", "3.04", "2.04"],
        ]
      ])
  }
}
