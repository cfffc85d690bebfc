import DocumentModel
import Reading
import Testing

/// Tables that were flattened to one cell per line.
struct CellLinesTests {
  private func grid(_ text: String) throws -> [[String]]? {
    let document = try TextReader.read(Array(text.utf8))
    for block in document.blocks {
      guard case .table(let table) = block.content else { continue }
      var rows = [[String]](
        repeating: [String](repeating: "", count: table.columns), count: table.rows)
      for cell in table.cells { rows[cell.row][cell.column] = document.string(ofLeaf: cell.leaf) }
      return rows
    }
    return nil
  }

  @Test func `a cell on each line, a bar behind it`() throws {
    let rows = try grid("单位:万元\n项目 |\n预算数 |\n决算数 |\n合计 |\n9.5 |\n7.1 |\n接待费 |\n|\n2.0 |\n后面的话。\n")
    #expect(rows == [["项目", "预算数", "决算数"], ["合计", "9.5", "7.1"], ["接待费", "", "2.0"]])
  }

  @Test func `cell and bar on lines by turns`() throws {
    let rows = try grid("项目\n|\n决算数\n|\n合计\n|\n9.5\n|\n接待费\n|\n2.0\n|\n")
    #expect(rows == [["项目", "决算数"], ["合计", "9.5"], ["接待费", "2.0"]])
  }

  @Test func `cells with an empty line between, an empty cell being one line more`() throws {
    let text =
      ["项目", "行次", "金额", "收入合计", "1", "10.00", "事业收入", "2", "4.00", "其他收入", "3"]
      .joined(separator: "\n\n") + "\n\n6.00\n\n上级补助\n\n\n0.00\n"
    let rows = try #require(try grid(text))
    #expect(rows.last == ["上级补助", "", "0.00"])
    #expect(rows.count == 5)
  }

  @Test func `where empty cells vanish, a short row stays together`() throws {
    let rows = try grid(
      "项目\n预算数\n决算数\n合计\n15.00\n13.60\n出国费\n0.00\n接待费\n7.00\n5.20\n用车费\n8.00\n8.40\n")
    let found = try #require(rows)
    #expect(found[1] == ["合计", "15.00", "13.60"])
    #expect(found[2] == ["出国费", "0.00", ""])
  }

  @Test func `lines of text make no table`() throws {
    #expect(try grid("第一部分\n概况\n一、职能\n二、机构\n第二部分\n决算\n一、收入\n二、支出\n三、其他\n") == nil)
  }

  @Test func `the number of a page within a paragraph is no text of it`() throws {
    let line = "本单位二〇二三年度的收入和支出情况在这里说明如下其中本年收"
    let text = "\(line)\n—1—\n入1171.65万元,较2022年度决算数减少525.78万元,下降\n31%。收入具体情况如下,\n下面分项说明。\n"
    let document = try TextReader.read(Array(text.utf8))
    #expect(document.gaps.count == 1)
    #expect(document.gaps.map { document.string(in: $0) } == ["\n—1—"])
  }
}
