import DocumentModel
import Foundation
@testable import Reading
import Testing

/// The texts of the Corpus.
@Suite struct TextReportTests {
  private static func texts() -> [[UInt8]] {
    let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/Corpus"
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    return names.sorted().filter { $0.hasSuffix("report.txt") }.compactMap { name in
      FileManager.default.contents(atPath: root + "/" + name).map { Array($0) }
    }
  }

  @Test func `no two cells of a table stand at one place`() throws {
    let texts = Self.texts()
    #expect(!texts.isEmpty)
    for bytes in texts {
      for block in try TextReader.read(bytes).blocks {
        guard case .table(let table) = block.content else { continue }
        var covered = [Int](repeating: 0, count: table.rows * table.columns)
        for cell in table.cells {
          for row in cell.row..<cell.row + cell.rowSpan {
            for column in cell.column..<cell.column + cell.columnSpan {
              covered[row * table.columns + column] += 1
            }
          }
        }
        #expect(covered.allSatisfy { $0 <= 1 })
      }
    }
  }
}
