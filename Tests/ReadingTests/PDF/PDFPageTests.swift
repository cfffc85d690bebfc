import DocumentModel
import Reading
import Testing
import ValueModel

@Suite struct PDFPageTests {
  private func body(_ document: Document) -> [String] {
    document.paragraphs().map { $0.filter { !$0.isWhitespace } }
  }

  @Test(arguments: ["1", "- 1 -", "—1—", "第1页", "1/3"])
  func `the number of a page is no text`(shape: String) throws {
    var pdf = PDFFixture()
    for number in 1...3 {
      pdf.page { page in
        page.write("第\(number)段文字。", 110, 100)
        page.write(
          shape == "1/3" ? "\(number)/3" : shape.replacing("1", with: "\(number)"), 290, 805)
      }
    }
    let document = try PDFReader.read(pdf.bytes)
    #expect(body(document) == ["第1段文字。", "第2段文字。", "第3段文字。"])
    #expect(document.paragraphs(.footer).count == 3)
  }

  @Test func `a figure in the middle of a page is text`() throws {
    var pdf = PDFFixture()
    pdf.page { page in
      page.write("实有人数", 110, 100)
      page.write("109", 110, 400)
      page.write("年末实有人数。", 110, 500)
    }
    let document = try PDFReader.read(pdf.bytes)
    #expect(body(document) == ["实有人数", "109", "年末实有人数。"])
  }

  @Test func `a running head is kept apart`() throws {
    var pdf = PDFFixture()
    for number in 1...4 {
      pdf.page { page in
        page.write("清河县档案馆部门决算", 240, 40)
        page.write("第\(number)段文字。", 110, 120)
      }
    }
    let document = try PDFReader.read(pdf.bytes)
    #expect(body(document) == (1...4).map { "第\($0)段文字。" })
    #expect(document.paragraphs(.header).count == 4)
  }

  @Test func `a running head names the report, and stands elsewhere on pages of another size`()
    throws
  {
    var pdf = PDFFixture()
    for number in 1...9 {
      let (width, height) = number <= 6 ? (595, 842) : (842, 595)
      pdf.page(width: width, height: height) { page in
        page.write("清河县档案馆2026年度部门预算公开", 60, number <= 6 ? 60 : 40)
        page.write("第\(number)段文字。", 110, 120)
      }
    }
    let document = try PDFReader.read(pdf.bytes)
    #expect(body(document) == (1...9).map { "第\($0)段文字。" })
    #expect(document.paragraphs(.header).count == 9)
  }

  @Test func `a page's number may stand far above its foot, below the table`() throws {
    let xs = [60.0, 200, 320]
    var pdf = PDFFixture()
    for number in 1...3 {
      pdf.page { page in
        page.grid(xs, [100, 120, 140])
        page.fill(xs, [100, 120, 140], [["项目", "金额"], ["合计", "\(number).00"]])
        page.write("— \(number + 12) —", 290, 650)
      }
    }
    let document = try PDFReader.read(pdf.bytes)
    #expect(body(document).isEmpty)
    #expect(document.paragraphs(.footer).count == 3)
  }

  @Test func `the number and unit of a table are no running head`() throws {
    let xs = [60.0, 200, 320]
    let ys = [115.0, 135, 155]
    var pdf = PDFFixture()
    for number in 1...4 {
      pdf.page { page in
        page.write("公开0\(number)表", 60, 85)
        page.write("单位：万元", 260, 103)
        page.grid(xs, ys)
        page.fill(xs, ys, [["项目", "金额"], ["合计", "\(number).00"]])
      }
    }
    let document = try PDFReader.read(pdf.bytes)
    #expect(body(document).filter { $0 == "单位：万元" }.count == 4)
    #expect(body(document).contains("公开03表"))
    #expect(document.tables.count == 4)
  }

  @Test(arguments: [0, 90, 180, 270])
  func `a page is read as it is seen`(rotation: Int) throws {
    // Drawn so that it stands upright after the turn that the page asks for.
    var pdf = PDFFixture()
    let (width, height) = rotation % 180 == 0 ? (595, 842) : (842, 595)
    pdf.page(width: width, height: height, rotation: rotation) { page in
      let turn =
        switch rotation {
        case 90: "0 1 -1 0 \(width) 0 cm\n"
        case 180: "-1 0 0 -1 \(width) \(height) cm\n"
        case 270: "0 -1 1 0 0 \(height) cm\n"
        default: ""
        }
      var upright = PDFFixture.Page()
      upright.write("支出决算表", 200, 60)
      upright.grid([60, 200, 320], [100, 120, 140])
      upright.fill([60, 200, 320], [100, 120, 140], [["项目", "金额"], ["合计", "6.00"]])
      page.content = turn + upright.content
    }
    let document = try PDFReader.read(pdf.bytes)
    #expect(document.outline == ["支出决算表", "[项目]"])
    let table = try #require(document.tables.first)
    #expect(document.texts(table) == [["项目", "金额"], ["合计", "6.00"]])
    let leaf = try #require(table.cells.last).leaf
    guard case .page(1, let box) = document.leaves[leaf].locator else {
      Issue.record("no place on the page")
      return
    }
    #expect(box.left >= 1980 && box.right <= 3220 && box.top >= 1180 && box.bottom <= 1420)
  }

  @Test func `a table that lies on its side is read, and its place is that on the page`() throws {
    var pdf = PDFFixture()
    pdf.page { page in
      // Upwards: what is left on the side is at the foot of the page.
      for x in [100.0, 120, 140] { page.line(x, 500, x, 760) }
      for y in [500.0, 640, 760] { page.line(100, y, 140, y) }
      page.writeUpwards("项目", 115, 755)
      page.writeUpwards("金额", 115, 635)
      page.writeUpwards("合计", 135, 755)
      page.writeUpwards("8.00", 135, 635)
    }
    let document = try PDFReader.read(pdf.bytes)
    let table = try #require(document.tables.first)
    #expect(document.texts(table) == [["项目", "金额"], ["合计", "8.00"]])
    let leaf = try #require(table.cells.last).leaf
    guard case .page(1, let box) = document.leaves[leaf].locator else {
      Issue.record("no place on the page")
      return
    }
    #expect(box.left >= 1180 && box.right <= 1420 && box.top >= 4980 && box.bottom <= 6420)
  }

  @Test func `text that lies on its side has its place on the page as it is seen`() throws {
    var pdf = PDFFixture()
    pdf.page { $0.writeUpwards("说明文字。", 115, 700) }
    let document = try PDFReader.read(pdf.bytes)
    #expect(body(document) == ["说明文字。"])
    guard case .page(1, let box) = try #require(document.leaves.first).locator else {
      Issue.record("no place on the page")
      return
    }
    // Five letters of ten points upwards from y = 700, to the left of the baseline.
    #expect(abs(box.top - 6500) <= 5 && abs(box.bottom - 7000) <= 5)
    #expect(abs(box.left - 1062) <= 20 && abs(box.right - 1162) <= 20)
  }

  @Test func `a page that is a picture is told, the rest is read`() throws {
    var pdf = PDFFixture()
    pdf.page { $0.write("说明文字。", 110, 100) }
    pdf.page { $0.picture() }
    let document = try PDFReader.read(pdf.bytes)
    #expect(body(document) == ["说明文字。"])
    #expect(document.pageCount == 2)
    let finding = try #require(document.findings.first)
    #expect(document.findings.count == 1)
    #expect(finding.code.rawValue == "pdf.needs_ocr")
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("page 2") && finding.message.contains("OCR"))
  }

  @Test func `a letter that the font does not tell leaves a hole that is seen`() throws {
    var pdf = PDFFixture()
    pdf.page { page in
      page.write("合计", 90, 100)
      page.content += "BT /N 10 Tf 1 0 0 1 110 742 Tm <0001> Tj ET\n"
      page.write("5万元", 115, 100)
    }
    let document = try PDFReader.read(pdf.bytes)
    #expect(body(document) == ["合计\u{FFFD}5万元"])
  }
}
