import DocumentModel
import Pipeline
import Testing

@Suite("Table grid")
struct TableGridTests {
  private func document() -> Document {
    let texts = ["项目 名称", "预算\n数", "", "收入/支出表"]
    var document = Document(format: .docx)
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

  @Test func `a merged text stands at its first position only and loses its white space`() throws {
    let file = try #require(TableGrid.tsvFiles(of: document()).first)
    #expect(String(decoding: file.content, as: UTF8.self) == "项目名称\t\n预算数\t\n")
  }

  @Test func `a table is named by its own first row`() {
    #expect(TableGrid.tsvFiles(of: document()).map(\.name) == ["01-项目名称.tsv"])
  }

  @Test func `a table without a title row is named by the paragraph before it`() {
    var document = document()
    document.blocks[1] = Block(
      .table(
        Table(
          rows: 1, columns: 2,
          cells: [Cell(row: 0, column: 0, leaf: 0), Cell(row: 0, column: 1, leaf: 1)])))
    #expect(TableGrid.tsvFiles(of: document).map(\.name) == ["01-收入_支出表.tsv"])
  }

  @Test func `spans beyond all reason give no grid`() {
    let table = Table(rows: 1_000_000, columns: 1_000_000, cells: [])
    #expect(TableGrid.rows(of: table, in: document()).isEmpty)
  }
}
