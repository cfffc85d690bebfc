import Authoring
import Conversion
import DocumentModel
import Testing
import ValueModel

@Suite("Table grid")
struct TableGridTests {
  private func document() -> Document {
    let texts = ["项目 名称", "预算\n数", "", "收入/支出表"]
    var document = Document(format: .txt)
    for text in texts {
      let start = document.text.count
      document.text += Array(text.utf8)
      document.leaves.append(Leaf(range: start..<document.text.count, locator: .path("/x")))
      document.text.append(0x0A)
    }
    let table = Table(
      rows: 2, columns: 2,
      cells: [
        Cell(row: 0, column: 0, columnSpan: 2, leaf: 0), Cell(row: 1, column: 0, leaf: 1),
        Cell(row: 1, column: 1, leaf: 2),
      ])
    document.blocks = [Block(.paragraph(Paragraph(leaf: 3))), Block(.table(table))]
    return document
  }

  /// The table of `document()` as a later stage assembles it, with the paragraph as its title or none.
  private func table(title: Int?) -> LogicalTable {
    LogicalTable(
      blocks: [1], rows: 2, columns: 2, leaves: [0, 0, 1, 2], isOrigin: [true, false, true, true],
      spans: [2, 2, 1, 1], title: title)
  }

  @Test func `a merged text stands at its first position only and loses its white space`() throws {
    let file = try #require(TableGrid.tsvFiles(of: [table(title: nil)], in: document()).first)
    #expect(String(decoding: file.content, as: UTF8.self) == "项目名称\t\n预算数\t\n")
  }

  @Test func `a table is named by its title, one without by its first cell`() {
    #expect(
      TableGrid.tsvFiles(of: [table(title: 3), table(title: nil)], in: document()).map(\.name)
        == ["01-收入_支出表.tsv", "02-项目名称.tsv"])
  }

  @Test func `a dump marks what merged cells cover and what no cell covers`() {
    var document = document()
    #expect(
      DocumentInspection.describe(document).contains("  |项目 名称|<|\t@/x\n  |预算⏎数||\t@/x\n"))
    let cells = [Cell(row: 0, column: 0, rowSpan: 2, leaf: 0), Cell(row: 0, column: 1, leaf: 1)]
    document.blocks = [Block(.table(Table(rows: 2, columns: 2, cells: cells)))]
    #expect(DocumentInspection.describe(document).hasSuffix("|预算⏎数|\t@/x\n  |^|∅|\n"))
  }

  @Test func `spans beyond all reason give no grid`() {
    var document = document()
    document.blocks = [Block(.table(Table(rows: 1_000_000, columns: 1_000_000, cells: [])))]
    #expect(
      DocumentInspection.describe(document).hasSuffix(
        "table of 1000000 rows, 1000000 columns\t@0 nowhere\n"))
  }
}
