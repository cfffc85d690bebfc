/// The order in which what stands on a page is read.
enum PDFColumnOrder {
  /// More tables beside each other than on any sheet are some drawing.
  private static let mostTablesAbreast = 100

  /// Where tables stand side by side (A3 sheets), each with the lines over it, one after the other.
  static func sorted(
    _ items: [(top: Float, left: Float, item: Int)], on page: PDFPage
  ) -> [Int] {
    guard (2...mostTablesAbreast).contains(page.tables.count) else { return items.map(\.item) }
    let tables = page.tables.map { (left: $0.left, right: $0.cells.map(\.right).max() ?? 0) }
      .sorted { $0.left < $1.left }
    let overlap = PDFTolerances.columnOverlap
    // A gap that no table and no line crosses divides the sheet.
    var gaps: [Float] = []
    for (first, second) in zip(tables, tables.dropFirst()) {
      let right = first.right
      let left = second.left
      guard left > right,
        !tables.contains(where: { $0.left < right - overlap && $0.right > left + overlap }),
        !page.lines.contains(where: { $0.left < right - overlap && $0.right > left + overlap })
      else { continue }
      gaps.append((left + right) / 2)
    }
    guard !gaps.isEmpty else { return items.map(\.item) }
    var columns = [[Int]](repeating: [], count: gaps.count + 1)
    for item in items {
      columns[gaps.firstIndex { item.left < $0 } ?? gaps.count].append(item.item)
    }
    return columns.flatMap { $0 }
  }
}
