internal import DocumentModel

/// Finds tables that have no ruling lines, by texts that line up in columns.
///
/// Much that is no table lines up here and there, so it takes three rows at least, one close below
/// the other, each with three pieces or more, empty ribbons between the columns over the whole
/// height, and figures in most cells behind the first column.
struct PDFAlignedColumns {
  private static let fewestRows = PDFTolerances.fewestAlignedRows
  private static let fewestColumns = PDFTolerances.fewestAlignedColumns
  /// A plain bound: no sheet is so wide.
  private static let mostColumns = 200

  /// The tables among the lines of a page, and the lines outside them.
  static func find(
    in lines: [PDFLine], page: Int, pageHeight: Float
  ) -> (tables: [PDFPage.Table], lines: [PDFLine]) {
    let rows = withWrappedLabels(rows(of: lines))
    var tables: [PDFPage.Table] = []
    var outside: [PDFLine] = []
    var index = 0
    while index < rows.count {
      var end = index
      while end < rows.count, rows[end].count >= fewestColumns,
        end == index || isNext(rows[end - 1], rows[end])
      {
        end += 1
      }
      if end - index >= fewestRows,
        let table = table(Array(rows[index..<end]), page: page, pageHeight: pageHeight)
      {
        tables.append(table)
        index = end
      } else {
        end = max(end, index + 1)
        for row in rows[index..<end] { outside += row }
        index = end
      }
    }
    return (tables, tables.isEmpty ? lines : outside)
  }

  /// Pieces of one row, from left to right: figures may stand half a line lower than their label.
  private static func rows(of lines: [PDFLine]) -> [[PDFLine]] {
    var rows: [[PDFLine]] = []
    for line in lines {
      if let first = rows.last?.first,
        abs(first.baseline - line.baseline) <= PDFTolerances.sameRow * line.size
      {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    return rows.map { $0.sorted { $0.left < $1.left } }
  }

  /// The rows with the further lines of their labels, which stand alone but nearer to their row than to
  /// any other.
  private static func withWrappedLabels(_ rows: [[PDFLine]]) -> [[PDFLine]] {
    var merged: [[PDFLine]] = []
    // Lines that belong to the row below them.
    var waiting: [PDFLine] = []
    for (index, row) in rows.enumerated() {
      let below = index + 1 < rows.count ? rows[index + 1] : []
      if row.count == 1, let line = row.first {
        let up = merged.last.flatMap { distance(of: line, from: $0) } ?? .infinity
        let down = distance(of: line, from: below) ?? .infinity
        let reach = PDFTolerances.wrappedLabel * line.size
        if up <= reach, up <= down * PDFTolerances.nearer, waiting.isEmpty {
          merged[merged.count - 1].insert(line, at: 0)
          continue
        }
        if down <= reach, down <= up * PDFTolerances.nearer {
          waiting.append(line)
          continue
        }
      }
      merged.append(waiting + row)
      waiting = []
    }
    return waiting.isEmpty ? merged : merged + [waiting]
  }

  /// How far a line lies above or below the figures of a row in whose first column it may stand.
  private static func distance(of line: PDFLine, from row: [PDFLine]) -> Float? {
    let others = row.filter { $0.left > line.right }
    guard others.count + 1 >= fewestColumns,
      row.allSatisfy({ $0.left > line.right || abs($0.left - line.left) <= 2 * line.size })
    else { return nil }
    return others.map { abs($0.baseline - line.baseline) }.min()
  }

  private static func isNext(_ above: [PDFLine], _ row: [PDFLine]) -> Bool {
    guard let upper = above.max(by: { $0.baseline < $1.baseline }),
      let lower = row.min(by: { $0.baseline < $1.baseline })
    else { return false }
    let pitch = lower.baseline - upper.baseline
    return pitch > 0 && pitch <= PDFTolerances.widestPitch * max(upper.size, lower.size)
  }

  private static func table(
    _ rows: [[PDFLine]], page: Int, pageHeight: Float
  ) -> PDFPage.Table? {
    guard let first = rows.first?.first, let last = rows.last?.first else { return nil }
    let columns = columns(of: rows.flatMap { $0 }, apart: PDFTolerances.ribbon * first.size)
    guard (fewestColumns...mostColumns).contains(columns.count) else { return nil }
    var edges = [columns[0].left]
    for (left, right) in zip(columns, columns.dropFirst()) {
      edges.append((left.right + right.left) / 2)
    }
    edges.append(columns[columns.count - 1].right)
    var cells: [PDFPage.TableCell] = []
    var figures = 0
    var filled = 0
    for (row, pieces) in rows.enumerated() {
      for column in columns.indices {
        let own = pieces.filter {
          $0.left >= columns[column].left && $0.right <= columns[column].right
        }
        // Two pieces in one column: their gap is no ribbon, so this is no table. A label may wrap.
        let lines = own.sorted { $0.baseline < $1.baseline }
        guard own.count <= 1 || column == 0 && areBelowEachOther(lines) else { return nil }
        let text = lines.flatMap(\.text)
        if column > 0, row > 0, !text.isEmpty {
          filled += 1
          if text.contains(where: { (0x30...0x39).contains($0) }) { figures += 1 }
        }
        cells.append(
          PDFPage.TableCell(
            cell: PDFGridCell(row: row, column: column, rowSpan: 1, columnSpan: 1), text: text,
            left: edges[column], top: pieces.map(\.top).min() ?? 0, right: edges[column + 1],
            bottom: pieces.map(\.bottom).max() ?? 0, page: page, room: .infinity, firstWord: 0))
      }
    }
    guard filled >= fewestRows,
      figures * PDFTolerances.figureShare.denominator
        >= filled * PDFTolerances.figureShare.numerator
    else { return nil }
    return PDFPage.Table(
      rows: rows.count, columns: columns.count, edges: edges, top: first.top, bottom: last.bottom,
      firstPage: page, lastPage: page, pageHeight: pageHeight, cells: cells)
  }

  private static func areBelowEachOther(_ lines: [PDFLine]) -> Bool {
    zip(lines, lines.dropFirst()).allSatisfy {
      $1.baseline - $0.baseline > PDFTolerances.sameBaseline * $1.size
    }
  }

  /// The stretches that pieces cover when all are pushed onto one line.
  private static func columns(
    of pieces: [PDFLine], apart: Float
  ) -> [(left: Float, right: Float)] {
    var columns: [(left: Float, right: Float)] = []
    for piece in pieces.sorted(by: { $0.left < $1.left }) {
      if let last = columns.indices.last, piece.left < columns[last].right + apart {
        columns[last].right = max(columns[last].right, piece.right)
      } else {
        columns.append((piece.left, piece.right))
      }
    }
    return columns
  }
}
