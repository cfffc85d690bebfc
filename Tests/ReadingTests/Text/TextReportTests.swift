import DocumentModel
import FoundationEssentials
@testable import Reading
import Testing

/// The one real dump at hand; skipped where it is not.
@Suite struct TextReportTests {
  static let path =
    #filePath.split(separator: "/").dropLast(5).map { "/" + $0 }.joined()
    + "/shared/reports/changji-housing-2024.txt"

  @Test(.enabled(if: FileManager.default.contents(atPath: path) != nil))
  func `a dumped report has its tables with whole indicator rows`() throws {
    let bytes = try #require(FileManager.default.contents(atPath: Self.path))
    let document = try TextReader.read(Array(bytes))
    let tables = document.blocks.compactMap { block in
      if case .table(let table) = block.content { table } else { nil }
    }
    #expect(tables.count == 14)
    #expect(tables.map(\.columns) == [8] + Array(repeating: 14, count: 13))
    for table in tables {
      var covered = [Int](repeating: 0, count: table.rows * table.columns)
      for cell in table.cells {
        for row in cell.row..<cell.row + cell.rowSpan {
          for column in cell.column..<cell.column + cell.columnSpan {
            covered[row * table.columns + column] += 1
          }
        }
      }
      #expect(covered.allSatisfy { $0 == 1 })
    }
    #expect(document.findings.isEmpty)
  }
}
