import DocumentModel
import Reading
import TestSupport
import Testing
import ValueModel

@Suite struct `Cells of workbooks` {
  private typealias Sheet = XLSXFixture.Sheet

  @Test func `runs are joined and reading aids left out`() throws {
    let strings = """
      <si><t>科目</t></si><si><r><t>收入</t></r><r><rPr><b/></rPr><t>决算</t></r>\
      <rPh sb="0" eb="1"><t>しゅう</t></rPh><phoneticPr fontId="1"/></si>\
      <si><t xml:space="preserve">  其中：_x000D_
      甲_x005F_乙</t></si>
      """
    let data = """
      <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>\
      <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>1</v></c></row>
      """
    let document = try XLSXFixture.read(Sheet(data: data), strings: strings)
    #expect(document.string(ofLeaf: 0) == "收入决算")
    #expect(document.string(ofLeaf: 2) == "  其中：\n甲_乙")
  }

  @Test func `formulas count with their saved results`() throws {
    let data = """
      <row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>3.5</v></c>\
      <c r="B1" t="str"><f>"合"&amp;"计"</f><v>合计</v></c>\
      <c r="C1" t="b"><f>1=1</f><v>1</v></c><c r="D1" t="b"><v>0</v></c>\
      <c r="E1"><f>A1*2</f></c></row>
      """
    let document = try XLSXFixture.read(Sheet(data: data))
    #expect(XLSXFixture.outline(document) == ["1×4", "[3.5|合计|TRUE|FALSE]"])
    #expect(XLSXFixture.codes(document) == ["xlsx.no_result"])
    #expect(document.findings[0].message.contains("E1"))
  }

  @Test func `errors are text and told with their leaf`() throws {
    let data = """
      <row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
      """
    let document = try XLSXFixture.read(Sheet(data: data))
    #expect(XLSXFixture.outline(document) == ["1×2", "[1|#DIV/0!]"])
    let finding = try #require(document.findings.first)
    #expect(finding.code.rawValue == "xlsx.error_value")
    #expect(finding.severity == .warning)
    #expect(finding.leaf == 1)
    #expect(finding.message.contains("cell B1 of sheet «表一»"))
  }

  @Test func `many errors are told as a number`() throws {
    let cells = (1...30).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"e\"><v>#N/A</v></c></row>" }
    let document = try XLSXFixture.read(Sheet(data: cells.joined()))
    #expect(document.findings.count == 21)
    #expect(document.findings.last?.message.hasPrefix("10 further cells") == true)
  }

  @Test func `a date in words of ISO loses its midnight`() throws {
    let data = """
      <row r="1"><c r="A1" t="d"><v>2024-12-31T00:00:00Z</v></c>\
      <c r="B1" t="d"><v>2024-12-31T18:30:00</v></c></row>
      """
    let document = try XLSXFixture.read(Sheet(data: data))
    #expect(document.string(ofLeaf: 0) == "2024-12-31")
    #expect(document.string(ofLeaf: 1) == "2024-12-31 18:30:00")
  }

  @Test func `cells without addresses follow each other`() throws {
    let data = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>"
    let document = try XLSXFixture.read(Sheet(data: data))
    #expect(
      document.leaves.map { XLSXFixture.address($0) } == ["表一!A1", "表一!B1", "表一!A2", "表一!B2"])
  }

  @Test func `rows out of order are put in order, and the later of two cells counts`() throws {
    let data = """
      <row r="2"><c r="B2"><v>22</v></c><c r="A2"><v>21</v></c></row>\
      <row r="1"><c r="A1"><v>11</v></c><c r="B1"><v>0</v></c><c r="B1"><v>12</v></c></row>
      """
    let document = try XLSXFixture.read(Sheet(data: data))
    #expect(XLSXFixture.outline(document) == ["2×2", "[11|12]", "[21|22]"])
  }

  @Test func `blank text is no cell`() throws {
    let document = try XLSXFixture.read(.lines(["题目", "| |\u{3000}", "甲|1"]))
    #expect(XLSXFixture.outline(document) == ["题目", "1×2", "[甲|1]"])
  }

  @Test func `sheets come in their order with their names`() throws {
    let document = try XLSXFixture.read(
      .lines(["甲"], name: "02 收入&amp;支出"), .lines(["乙"], name: "01"))
    #expect(document.leaves.map { XLSXFixture.address($0) } == ["02 收入&支出!A1", "01!A1"])
    #expect(document.format == .xlsx)
  }

  @Test(arguments: ["hidden", "veryHidden"])
  func `hidden sheets are left out and told`(state: String) throws {
    var hidden = Sheet.lines(["密"], name: "底稿")
    hidden.state = state
    let document = try XLSXFixture.read(hidden, .lines(["甲"]))
    #expect(XLSXFixture.outline(document) == ["甲"])
    #expect(XLSXFixture.codes(document) == ["xlsx.hidden_sheet"])
    #expect(document.findings[0].message.contains("«底稿»"))
  }

  @Test func `hidden rows and columns are left out and told once`() throws {
    let data = """
      <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>\
      <c r="J1"><v>5</v></c></row>\
      <row r="2" hidden="1"><c r="A2"><v>4</v></c></row><row r="3" hidden="true"/>\
      <row r="4"><c r="A4"><v>7</v></c><c r="B4"><v>8</v></c><c r="C4"><v>9</v></c></row>
      """
    let head =
      "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"9\" max=\"16384\" width=\"0\"/></cols>"
    let document = try XLSXFixture.read(Sheet(data: data, head: head))
    #expect(XLSXFixture.outline(document) == ["2×2", "[1|3]", "[7|9]"])
    #expect(XLSXFixture.codes(document) == ["xlsx.hidden_cells"])
    #expect(document.findings[0].message.contains("rows 2 and columns B, J of"))
  }

  @Test func `a merged range whose first column is hidden shows in the next one`() throws {
    let sheet = Sheet.lines(
      ["[合计||1|2]", "[甲|乙|3|4]"], merges: ["A1:B1"],
      head: "<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>")
    let document = try XLSXFixture.read(sheet)
    #expect(XLSXFixture.outline(document) == ["2×3", "[合计|1|2]", "[乙|3|4]"])
    #expect(XLSXFixture.address(document.leaves[0]) == "表一!A1")
    #expect(document.findings[0].message.contains("columns A of"))
  }

  @Test func `cells under a merged range are left out and told`() throws {
    let document = try XLSXFixture.read(
      .lines(["[甲|乙|1]", "[丙|丁|2]"], merges: ["A1:B1"]))
    #expect(XLSXFixture.outline(document) == ["2×3", "[甲{1×2}|1]", "[丙|丁|2]"])
    #expect(XLSXFixture.codes(document) == ["xlsx.covered_cells"])
  }

  @Test func `part names may differ in case, slashes and folders`() throws {
    let parts = XLSXFixture.parts([.lines(["甲"])]).map { part in
      (
        name: part.name.replacing("xl/worksheets/sheet0", with: "xl\\worksheets\\Sheet0"),
        text: part.text.replacing("worksheets/sheet0", with: "Worksheets/sheet0")
      )
    }
    #expect(XLSXFixture.outline(try XLSXReader.read(StoredZip.archive(parts))) == ["甲"])
  }

  @Test func `a chart sheet is told`() throws {
    let parts = XLSXFixture.parts([.lines(["甲"]), .lines(["乙"], name: "图")]).map { part in
      (
        name: part.name,
        text: part.text.replacing(
          "Id=\"r1\" Type=\"urn:o/worksheet\"", with: "Id=\"r1\" Type=\"urn:o/chartsheet\"")
      )
    }
    let document = try XLSXReader.read(StoredZip.archive(parts))
    #expect(XLSXFixture.outline(document) == ["甲"])
    #expect(XLSXFixture.codes(document) == ["xlsx.other_sheet"])
  }
}
