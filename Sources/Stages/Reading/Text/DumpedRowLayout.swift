internal import DocumentModel

/// Lays the rows of a dumped table out on one grid.
///
/// The dump does not say how many columns a cell takes. Rows with the same number of cells get the
/// same layout, so that a band of rows keeps its columns; no cell changes its order or is left out.
struct DumpedRowLayout {
  let columns: Int
  let rows: [[TextTable.Cell]]
  let lines: TextLines

  /// The rows with columns, spans and vertical merges.
  func laidOut() -> [[TextTable.Cell]] {
    let spansByCount = spansByCount()
    var result: [[TextTable.Cell]] = []
    result.reserveCapacity(rows.count)
    // Whether the cell at a place of the row above has text, its own or by merging.
    var filledAbove: [Bool] = []
    for row in rows {
      var laid = row
      let spans = spansByCount[row.count]
      var column = 0
      var filled = [Bool](repeating: true, count: row.count)
      // Empty cells at the start of a row continue the cells above, column by column, as long as
      // the row above has the same layout and text there.
      var mayMerge = filledAbove.count == row.count && row.contains { !isEmpty($0) }
      for index in row.indices {
        laid[index].column = column
        laid[index].columnSpan = spans[index]
        column += laid[index].columnSpan
        let empty = isEmpty(row[index])
        mayMerge = mayMerge && empty && filledAbove[index]
        laid[index].isMerged = mayMerge
        filled[index] = !empty || mayMerge
      }
      filledAbove = filled
      result.append(laid)
    }
    return result
  }

  private func isEmpty(_ cell: TextTable.Cell) -> Bool { lines.trimmed(cell.range).isEmpty }

  /// By the number of cells in a row, how many columns each cell takes; nothing for numbers that
  /// no row has.
  private func spansByCount() -> [[Int]] {
    var result = [[Int]](repeating: [], count: columns + 1)
    for row in rows where result[row.count].isEmpty {
      result[row.count] = spans(count: row.count, first: row)
    }
    return result
  }

  private func spans(count: Int, first: [TextTable.Cell]) -> [Int] {
    var spans = [Int](repeating: 1, count: count)
    let surplus = columns - count
    switch count {
    case 1: spans[0] += surplus
    case 2: spans[1] += surplus
    case 3, 4:
      // «label value label value», or a label and two long texts: the second and the last share.
      spans[1] += surplus / 2
      spans[count - 1] += surplus - surplus / 2
    default:
      // A total has its label over all label columns; other rows have a merged cell at the left
      // and their label right of it.
      spans[isTotal(first[0]) ? 0 : 1] += surplus
    }
    return spans
  }

  private func isTotal(_ cell: TextTable.Cell) -> Bool {
    let text = lines.text[lines.trimmed(cell.range)].filter { $0 != 0x20 }
    return ["总分", "合计", "总计", "总得分"].contains { text.starts(with: $0.utf8) }
  }
}
