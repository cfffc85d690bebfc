import DocumentModel

/// Puts a table together that is too wide for its sheet: its last columns stand on the next page, beside
/// nothing that names their rows.
///
/// Only the sheet tells that they belong together: each row of the right half is as high as that of the
/// left half, and it holds nothing but figures below its head.
struct TableHalves {
  let normalized: NormalizedDocument

  /// In tenths of a point, how much two rows may differ that are one: positions are rounded.
  private static let sameHeight = 15
  /// Fewer rows are as high as those of another table by chance.
  private static let fewestRows = 4

  /// The whole of two halves; nil where the second is another table.
  func joined(_ left: LogicalTable, _ right: LogicalTable) -> LogicalTable? {
    let rows = left.rows - left.captionRows
    guard rows >= Self.fewestRows, rows == right.rows - right.captionRows, right.title == nil,
      let above = places(of: left), let beside = places(of: right), above.page + 1 == beside.page,
      zip(above.tops, beside.tops).allSatisfy({ abs($0 - $1) <= Self.sameHeight }),
      holdsOnlyFigures(right), namesRows(left, like: right)
    else { return nil }
    var whole = left
    whole.blocks += right.blocks
    whole.columns = left.columns + right.columns
    whole.leaves = []
    whole.isOrigin = []
    whole.spans = []
    let shift = right.captionRows - left.captionRows
    for row in 0..<left.rows {
      let own = row * left.columns..<(row + 1) * left.columns
      whole.leaves += left.leaves[own]
      whole.isOrigin += left.isOrigin[own]
      whole.spans += left.spans[own]
      let other = (row + shift) * right.columns..<(row + shift + 1) * right.columns
      if row >= left.captionRows {
        whole.leaves += right.leaves[other]
        whole.isOrigin += right.isOrigin[other]
        whole.spans += right.spans[other]
      } else {
        whole.leaves += Array(repeating: -1, count: right.columns)
        whole.isOrigin += Array(repeating: false, count: right.columns)
        whole.spans += Array(repeating: 1, count: right.columns)
      }
    }
    whole.captions += right.captions
    return whole
  }

  /// The page on which a table stands, and how far below its first row each row begins, in tenths of a
  /// point; nil where it stands on several pages, or where a row has no cell of its own.
  private func places(of table: LogicalTable) -> (page: Int, tops: [Int])? {
    var page: Int?
    var tops: [Int] = []
    for row in table.captionRows..<table.rows {
      var top: Int?
      for column in 0..<table.columns where table.begins(row, column) {
        guard let leaf = table.leaf(row, column),
          case .page(let number, let box) = normalized.document.leaves[leaf].locator,
          number == page ?? number
        else { return nil }
        page = number
        top = min(top ?? box.top, box.top)
      }
      guard let top else { return nil }
      tops.append(top - (tops.isEmpty ? 0 : tops[0]))
    }
    guard let page, !tops.isEmpty else { return nil }
    tops[0] = 0
    return (page, tops)
  }

  /// Whether a table's rows hold nothing but figures from the first that holds one.
  private func holdsOnlyFigures(_ table: LogicalTable) -> Bool {
    guard let first = firstRowOfFigures(table) else { return false }
    return first > table.captionRows
      && (first..<table.rows).allSatisfy { row in
        (0..<table.columns).allSatisfy { column in
          table.leaf(row, column).map { isFigure($0) || normalized.ranges[$0].isEmpty } ?? true
        }
      }
  }

  /// Whether the rows of the left half have names where those of the right half have figures.
  private func namesRows(_ table: LogicalTable, like right: LogicalTable) -> Bool {
    guard let first = firstRowOfFigures(right) else { return false }
    let start = first - right.captionRows + table.captionRows
    return (start..<table.rows).allSatisfy { row in
      (0..<table.columns).contains { column in
        table.leaf(row, column).map { !isFigure($0) && !normalized.ranges[$0].isEmpty } ?? false
      }
    }
  }

  private func firstRowOfFigures(_ table: LogicalTable) -> Int? {
    (table.captionRows..<table.rows).first { row in
      (0..<table.columns).contains { column in table.leaf(row, column).map(isFigure) ?? false }
    }
  }

  private func isFigure(_ leaf: Int) -> Bool {
    let text = normalized.text[normalized.ranges[leaf]]
    let marks: Set<UInt8> = Set(",.-%/() ".utf8)
    return text.contains { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
      && text.allSatisfy { (0x30...0x39).contains($0) || marks.contains($0) }
  }
}
