import DocumentModel
import Reading
import TestSupport
import Testing

@Suite struct `Hostile workbooks` {
  private typealias Sheet = XLSXFixture.Sheet

  private func error(_ bytes: [UInt8]) -> ReadError? {
    #expect(throws: ReadError.self) { _ = try XLSXReader.read(bytes) }
  }

  private func error(_ sheet: Sheet, strings: String? = nil) -> ReadError? {
    error(StoredZip.archive(XLSXFixture.parts([sheet], strings: strings)))
  }

  private func isLimit(_ error: ReadError?) -> Bool {
    if case .limitExceeded = error { true } else { false }
  }

  /// A workbook with one part's text changed, or left out.
  private func workbook(
    strings: String? = nil, changing name: String, to text: String?
  ) -> [UInt8] {
    let parts = XLSXFixture.parts([.lines(["甲|1"])], strings: strings)
    return StoredZip.archive(
      parts.compactMap { part in
        part.name == name ? text.map { (name: name, text: $0) } : part
      })
  }

  @Test func `a lie about the size and far-off cells make no giant grid`() throws {
    let data = """
      <row r="1"><c r="A1"><v>1</v></c></row>\
      <row r="1048576"><c r="XFD1048576"><v>2</v></c><c r="A1048576"><v>3</v></c></row>
      """
    let document = try XLSXFixture.read(
      Sheet(data: data, head: "<dimension ref=\"A1:XFD1048576\"/>"))
    #expect(XLSXFixture.outline(document) == ["1", "1×2", "[3|2]"])
    #expect(document.leaves.map { XLSXFixture.address($0) }.last == "表一!XFD1048576")
  }

  @Test func `merged ranges over a million cells cost nothing`() throws {
    let merges = ["A2:XFD1048576", "A1:XFD1", "B2:C3", "A1:A1", "C9", "nonsense", "A0:B1"]
    let document = try XLSXFixture.read(.lines(["题目", "合计|1"], merges: merges))
    #expect(XLSXFixture.outline(document) == ["题目", "合计"])
    #expect(XLSXFixture.codes(document) == ["xlsx.covered_cells"])
  }

  @Test func `merged ranges that all overlap pass a limit`() {
    let lines = (1...600).map { "[\($0)|2|3|4|5|6|7|8|9|0]" }
    // Each is free up to the last position, which the first one holds.
    let merges = ["J600:K601"] + Array(repeating: "A1:J600", count: 4000)
    #expect(isLimit(error(.lines(lines, merges: merges))))
  }

  @Test func `a table of more than a thousand columns passes a limit`() {
    let cells = (0..<1001).map { _ in "<c><v>1</v></c>" }.joined()
    #expect(isLimit(error(Sheet(data: "<row>\(cells)</row>"))))
  }

  @Test func `a table of more than a million positions passes a limit`() {
    let wide = "<row>\(String(repeating: "<c><v>1</v></c>", count: 1000))</row>"
    let thin = String(repeating: "<row><c><v>1</v></c><c><v>2</v></c></row>", count: 1000)
    #expect(isLimit(error(Sheet(data: wide + thin))))
  }

  @Test func `one long text in many cells passes a limit`() {
    let text = "<si><t>\(String(repeating: "字", count: 30_000))</t></si>"
    let rows = String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 1000)
    #expect(isLimit(error(Sheet(data: rows), strings: text)))
  }

  @Test(arguments: ["<is><t>%</t></is>", "<v>%</v>"])
  func `one text of more than a megabyte passes a limit`(element: String) {
    let text = element.replacing("%", with: String(repeating: "1", count: 1 << 20))
    #expect(isLimit(error(Sheet(data: "<row><c>\(text)</c></row>"))))
    #expect(isLimit(error(Sheet(), strings: "<si>\(text)<t>\(text)</t></si>")))
  }

  @Test(arguments: [
    "<row r=\"9223372036854775807\"><c><v>1</v></c></row><row><c><v>2</v></c></row>",
    "<row r=\"-9223372036854775808\"><c><v>1</v></c></row>",
    "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c><c><v>2</v></c></row>",
  ])
  func `cells beyond a sheet are left out and told`(data: String) throws {
    let last = "<row r=\"1048576\"><c r=\"A1048576\"><v>7</v></c></row>"
    let document = try XLSXFixture.read(Sheet(data: last + data))
    #expect(XLSXFixture.outline(document).contains("7"))
    #expect(XLSXFixture.codes(document).contains("xlsx.outside_sheet"))
  }

  @Test(arguments: ["7", "-1", "99999999999999999999", "x"])
  func `a string that is not there is told`(index: String) throws {
    let data = "<row><c><v>1</v></c><c t=\"s\"><v>\(index)</v></c><c><v>2</v></c></row>"
    let document = try XLSXFixture.read(Sheet(data: data), strings: "<si><t>甲</t></si>")
    #expect(XLSXFixture.outline(document) == ["1×2", "[1|2]"])
    #expect(XLSXFixture.codes(document) == ["xlsx.missing_string"])
  }

  @Test(arguments: [
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet0.xml",
    "xl/sharedStrings.xml",
  ])
  func `a missing part is named`(part: String) {
    guard
      case .damaged(_, part) = error(
        workbook(strings: "<si><t>甲</t></si>", changing: part, to: nil))
    else {
      Issue.record("\(part) is not named")
      return
    }
  }

  @Test func `without styles a number stands as it is`() throws {
    let document = try XLSXReader.read(workbook(changing: "xl/styles.xml", to: nil))
    #expect(XLSXFixture.outline(document) == ["1×2", "[甲|1]"])
  }

  @Test(arguments: [
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet0.xml", "xl/styles.xml",
  ])
  func `a document type is refused in every part`(part: String) {
    let text = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
    guard case .refused(_, part) = error(workbook(changing: part, to: text)) else {
      Issue.record("\(part) is not refused")
      return
    }
  }

  @Test func `markup that is cut off is damaged, with its line`() {
    let text = "<worksheet><sheetData>\n<row><c><v>1</v></c>"
    guard
      case .damaged(_, "xl/worksheets/sheet0.xml, line 2") = error(
        workbook(changing: "xl/worksheets/sheet0.xml", to: text))
    else {
      Issue.record("not damaged")
      return
    }
  }

  @Test(arguments: [0, 4, 30, 200, 900])
  func `a file that is cut off is damaged`(length: Int) {
    let bytes = StoredZip.archive(XLSXFixture.parts([.lines(["甲|1"])]))
    guard case .damaged = error(Array(bytes.prefix(length))) else {
      Issue.record("not damaged")
      return
    }
  }

  @Test func `no visible text is empty`() {
    var hidden = Sheet.lines(["甲"])
    hidden.state = "hidden"
    #expect(error(Sheet()) == .empty)
    #expect(error(hidden) == .empty)
  }

  @Test func `a binary workbook is named`() {
    let relations = """
      <Relationships><Relationship Id="a" Type="urn:o/officeDocument" Target="xl/workbook.bin"/>\
      </Relationships>
      """
    guard
      case .unsupportedFormat(let what, _) = error(
        StoredZip.archive([("_rels/.rels", relations), ("xl/workbook.bin", "x")]))
    else {
      Issue.record("not named")
      return
    }
    #expect(what.contains(".xlsb"))
  }

  @Test func `a format code of a million characters prints the number itself`() throws {
    let data = "<row r=\"1\"><c r=\"A1\" s=\"2\"><v>12.5</v></c></row>"
    let document = try XLSXFixture.read(
      Sheet(data: data), formats: [String(repeating: "0", count: 1_000_000)])
    #expect(document.string(ofLeaf: 0) == "12.5")
    #expect(XLSXFixture.codes(document) == ["xlsx.number_format"])
  }

  @Test func `the same sheet named a thousand times stays within bounds`() {
    let wide = "<row>\(String(repeating: "<c><v>1</v></c>", count: 1000))</row>"
    let data = wide + String(repeating: "<row><c><v>1</v></c><c><v>2</v></c></row>", count: 99)
    let lines = (0..<1000).map { "<sheet name=\"\($0)\" r:id=\"r0\"/>" }.joined()
    let parts = XLSXFixture.parts([Sheet(data: data)]).map { part in
      guard part.name == "xl/workbook.xml" else { return part }
      return (
        name: part.name,
        text: "<workbook xmlns:r=\"urn:r\"><sheets>\(lines)</sheets></workbook>"
      )
    }
    #expect(isLimit(error(StoredZip.archive(parts))))
  }
}
