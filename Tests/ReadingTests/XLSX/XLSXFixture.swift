import DocumentModel
import Reading
import TestSupport
import ValueModel

/// Small workbooks, made of lines of cells or of XML.
enum XLSXFixture {
  /// One sheet of a workbook.
  struct Sheet {
    var name = "表一"
    /// What stands in `sheetData`.
    var data = ""
    var merges: [String] = []
    /// What stands before `sheetData`.
    var head = ""
    var state: String?

    /// A sheet made of lines, each a row from 1 on: cells between bars, a line in brackets `[…]`
    /// has lines beside its cells, an empty one is no row. Figures become numbers in the format
    /// General, everything else text.
    static func lines(
      _ lines: [String], merges: [String] = [], name: String = "表一", head: String = ""
    ) -> Sheet {
      var data = ""
      for (row, line) in lines.enumerated() where !line.isEmpty {
        let isBoxed = line.hasPrefix("[") && line.hasSuffix("]")
        let cells = (isBoxed ? String(line.dropFirst().dropLast()) : line).split(
          separator: "|", omittingEmptySubsequences: false)
        data += "<row r=\"\(row + 1)\">"
        for (column, text) in cells.enumerated() where isBoxed || !text.isEmpty {
          let letter = String(decoding: [UInt8(ascii: "A") + UInt8(column)], as: UTF8.self)
          data += cell("\(letter)\(row + 1)", String(text), style: isBoxed ? 1 : 0)
        }
        data += "</row>"
      }
      return Sheet(name: name, data: data, merges: merges, head: head)
    }

    private static func cell(_ address: String, _ text: String, style: Int) -> String {
      if text.isEmpty { return "<c r=\"\(address)\" s=\"\(style)\"/>" }
      if Double(text) != nil { return "<c r=\"\(address)\" s=\"\(style)\"><v>\(text)</v></c>" }
      return """
        <c r="\(address)" s="\(style)" t="inlineStr"><is><t xml:space="preserve">\(text)</t></is></c>
        """
    }

    var xml: String {
      let ranges = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      return """
        <worksheet xmlns="urn:x">\(head)<sheetData>\(data)</sheetData>\
        \(ranges.isEmpty ? "" : "<mergeCells>\(ranges)</mergeCells>")</worksheet>
        """
    }
  }

  /// The parts of a workbook. Style 0 is General, style 1 has lines; the given number formats are
  /// styles from 2 on.
  static func parts(
    _ sheets: [Sheet], formats: [String] = [], strings: String? = nil, properties: String = ""
  ) -> [(name: String, text: String)] {
    let list = sheets.enumerated().map { index, sheet in
      let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
      return "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"r\(index)\"/>"
    }
    var relations = sheets.indices.map {
      "<Relationship Id=\"r\($0)\" Type=\"urn:o/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
    }
    relations.append("<Relationship Id=\"s\" Type=\"urn:o/styles\" Target=\"styles.xml\"/>")
    if strings != nil {
      relations.append(
        "<Relationship Id=\"t\" Type=\"urn:o/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>")
    }
    var parts: [(name: String, text: String)] = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "xl/workbook.xml",
        """
        <workbook xmlns:r="urn:r"><workbookPr\(properties)/><sheets>\(list.joined())</sheets>\
        </workbook>
        """
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships>\(relations.joined())</Relationships>"
      ),
      ("xl/styles.xml", styles(formats)),
    ]
    if let strings { parts.append(("xl/sharedStrings.xml", "<sst>\(strings)</sst>")) }
    for (index, sheet) in sheets.enumerated() {
      parts.append(("xl/worksheets/sheet\(index).xml", sheet.xml))
    }
    return parts
  }

  private static func styles(_ formats: [String]) -> String {
    // A format given as «id 43» is one that Excel knows by that number.
    var codes = ""
    var styles = ""
    for (index, format) in formats.enumerated() {
      let known = format.hasPrefix("id ") ? Int(format.dropFirst(3)) : nil
      let id = known ?? 200 + index
      styles += "<xf numFmtId=\"\(id)\" borderId=\"0\"/>"
      guard known == nil else { continue }
      let code = format.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing(
        "<", with: "&lt;")
      codes += "<numFmt numFmtId=\"\(id)\" formatCode=\"\(code)\"/>"
    }
    return """
      <styleSheet><numFmts>\(codes)</numFmts><borders><border><left/><right/></border>\
      <border><left style="thin"/><right style="thin"/></border></borders>\
      <cellStyleXfs><xf numFmtId="14" borderId="1"/></cellStyleXfs>\
      <cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/>\(styles)</cellXfs>\
      </styleSheet>
      """
  }

  static func read(
    _ sheets: Sheet..., formats: [String] = [], strings: String? = nil, properties: String = ""
  ) throws -> Document {
    try XLSXReader.read(
      StoredZip.archive(
        parts(sheets, formats: formats, strings: strings, properties: properties)))
  }

  /// What one cell looks like on paper.
  static func printed(
    _ value: String, _ format: String, type: String = "n", properties: String = ""
  ) throws -> String {
    let data =
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" s=\"2\" t=\"\(type)\">"
      + "<v>\(value)</v></c></row>"
    let document = try read(Sheet(data: data), formats: [format], properties: properties)
    return document.leaves.firstIndex { $0.locator == .sheet("表一", cell: "B1") }.map {
      document.string(ofLeaf: $0)
    } ?? ""
  }

  /// Paragraphs as their text, tables as `rows×columns`, followed by their rows in brackets.
  static func outline(_ document: Document) -> [String] {
    document.blocks.flatMap { block in
      switch block.content {
      case .paragraph(let paragraph): [document.string(ofLeaf: paragraph.leaf)]
      case .table(let table):
        ["\(table.rows)×\(table.columns)"] + rows(of: table, in: document).map { "[\($0)]" }
      }
    }
  }

  /// The cells of each row between bars; a span stands behind its cell as `{rows×columns}`.
  static func rows(of table: Table, in document: Document) -> [String] {
    (0..<table.rows).map { row in
      table.cells.filter { $0.row == row }.map { cell in
        let span = cell.rowSpan * cell.columnSpan > 1
        return document.string(ofLeaf: cell.leaf)
          + (span ? "{\(cell.rowSpan)×\(cell.columnSpan)}" : "")
      }.joined(separator: "|")
    }
  }

  /// The address of a leaf's cell.
  static func address(_ leaf: Leaf) -> String {
    guard case .sheet(let sheet, let cell) = leaf.locator else { return "" }
    return "\(sheet)!\(cell)"
  }

  static func codes(_ document: Document) -> [String] { document.findings.map(\.code.rawValue) }
}
