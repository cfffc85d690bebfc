import DocumentModel
import Mapping
import ReportModel
import Segmenting
import TestSupport
import Testing
import ValueModel

@Suite struct `Amounts of performance tables` {
  /// The report of a performance table with these rows of cells that cover one place each.
  private func report(_ rows: [[String]]) -> Report {
    var document = Document(paragraphs: ["某局2024年度部门整体支出绩效自评表"])
    var cells: [Cell] = []
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        document.text.append(0x0A)
        let start = document.text.count
        document.text += Array(text.utf8)
        document.leaves.append(
          Leaf(
            range: start..<document.text.count,
            locator: .text(line: document.leaves.count + 1, offset: start)))
        cells.append(Cell(row: row, column: column, leaf: document.leaves.count - 1))
      }
    }
    let width = rows.map(\.count).max() ?? 0
    document.blocks.append(Block(.table(Table(rows: rows.count, columns: width, cells: cells))))
    let normalized = NormalizedDocument(unchanged: document)
    return ReportMapper(mapping: Fixture.mappings).map(
      Segmenter().segment(normalized), in: normalized,
      file: SourceFile(
        file: "a.txt", format: .txt, encoding: "UTF-8", sha256: "0123456789abcdef00", bytes: 1,
        pages: nil))
  }

  private func unmapped(_ rows: [[String]]) -> [String] {
    report(rows).unmapped.map(\.source.text)
  }

  @Test func `an amount under a head without a field is told`() {
    #expect(
      unmapped([
        ["资金来源", "年初预算数", "全年执行数", "本级预算", "得分"], ["合计", "500", "579.00", "450", "9"],
      ]) == ["450"])
  }

  @Test func `of two columns of one field none is taken`() {
    let report = report([
      ["资金来源", "全年预算数", "调整预算数", "全年执行数"], ["合计", "500.00", "600.00", "579.00"],
    ])
    #expect(report.unmapped.map(\.source.text) == ["500.00", "600.00"])
    #expect(report.performance.first?.funds.first?.figures.keys.map(\.rawValue) == ["executed"])
  }

  @Test func `an unknown field's amount is told, its code and its year are not`() {
    #expect(
      unmapped([
        ["项目代码", "650021", "项目年度", "2024"], ["项目总金额", "1,200.50", "已到位", "300万元"],
        ["资金来源", "年初预算数", "全年执行数"], ["合计", "5.00", "4.00"],
      ]) == ["1,200.50", "300"])
  }
}
