internal import PDFPages

/// A table's grid on a page: where its columns and rows begin and which positions are one cell.
struct PDFGrid {
  /// Left edges of the columns and the right edge of the last one, ascending.
  var columns: [Float]
  /// Top edges of the rows and the bottom edge of the last one, ascending.
  var rows: [Float]
  var cells: [PDFGridCell]

  /// The index of the interval between two edges that a coordinate lies in.
  static func interval(_ value: Float, in edges: [Float]) -> Int? {
    guard let first = edges.first, let last = edges.last, value >= first, value <= last else {
      return nil
    }
    var low = 0
    var high = edges.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if edges[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}

/// One cell of a grid; a merged one covers several positions.
struct PDFGridCell {
  var row: Int
  var column: Int
  var rowSpan: Int
  var columnSpan: Int
}

/// Finds the tables of a page in its ruling lines.
///
/// Lines that touch belong to one table; their positions, rounded together, are its edges; between
/// two positions of the grid there is a border where a line covers the middle of their common edge;
/// positions without a border between them are one cell.
struct PDFTableFinder {
  private static let reach = PDFTolerances.rulingReach
  /// Plain bounds: a page of more lines or positions is a drawing, and costs no time.
  private static let mostLines = 60_000
  private static let mostTables = 500
  private static let mostPositions = 400_000

  /// The tables from top to bottom, then from left to right.
  static func tables(in lines: [RulingLine]) -> [PDFGrid] {
    guard lines.count >= 4, lines.count <= mostLines else { return [] }
    let merged = merged(lines.filter(\.isHorizontal)) + merged(lines.filter { !$0.isHorizontal })
    let grids = components(merged).compactMap(grid)
    guard grids.count <= mostTables else { return [] }
    return grids.sorted {
      abs($0.rows[0] - $1.rows[0]) > PDFTolerances.sameEdge
        ? $0.rows[0] < $1.rows[0] : $0.columns[0] < $1.columns[0]
    }
  }

  /// Pieces of one line joined.
  private static func merged(_ lines: [RulingLine]) -> [RulingLine] {
    let sorted = lines.sorted {
      $0.position != $1.position ? $0.position < $1.position : $0.start < $1.start
    }
    var result: [RulingLine] = []
    var group: [RulingLine] = []
    func flush() {
      guard let first = group.first else { return }
      let position = group.reduce(0) { $0 + $1.position } / Float(group.count)
      var current: RulingLine?
      for piece in group.sorted(by: { $0.start < $1.start }) {
        if var open = current, piece.start <= open.end + PDFTolerances.sameEdge {
          open.end = max(open.end, piece.end)
          current = open
        } else {
          if let current { result.append(current) }
          current = RulingLine(
            isHorizontal: first.isHorizontal, position: position, start: piece.start, end: piece.end
          )
        }
      }
      if let current { result.append(current) }
      group = []
    }
    for line in sorted {
      if let first = group.first, line.position - first.position > PDFTolerances.sameRuling {
        flush()
      }
      group.append(line)
    }
    flush()
    return result
  }

  // MARK: Components

  private static func components(_ lines: [RulingLine]) -> [[RulingLine]] {
    var parents = Array(lines.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index {
        parents[index] = parents[parents[index]]
        index = parents[index]
      }
      return index
    }
    let vertical = lines.indices.filter { !lines[$0].isHorizontal }.sorted {
      lines[$0].position < lines[$1].position
    }
    let positions = vertical.map { lines[$0].position }
    for horizontal in lines.indices where lines[horizontal].isHorizontal {
      let line = lines[horizontal]
      var next = lowerBound(line.start - reach, in: positions)
      while next < vertical.count, positions[next] <= line.end + reach {
        let other = lines[vertical[next]]
        if other.start - reach <= line.position, line.position <= other.end + reach {
          parents[root(horizontal)] = root(vertical[next])
        }
        next += 1
      }
    }
    var groups: [Int: [RulingLine]] = [:]
    for index in lines.indices { groups[root(index), default: []].append(lines[index]) }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func lowerBound(_ value: Float, in sorted: [Float]) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Grid

  private static func grid(_ lines: [RulingLine]) -> PDFGrid? {
    let horizontal = lines.filter(\.isHorizontal)
    let vertical = lines.filter { !$0.isHorizontal }
    guard horizontal.count >= 2, !vertical.isEmpty else { return nil }
    var columns = edges(vertical.map(\.position))
    var rows = edges(horizontal.map(\.position))
    // A table may be open at its sides: its lines go on beyond the outermost ones.
    if let left = horizontal.map(\.start).min(), let first = columns.first,
      left < first - PDFTolerances.openSide
    {
      columns.insert(left, at: 0)
    }
    if let right = horizontal.map(\.end).max(), let last = columns.last,
      right > last + PDFTolerances.openSide
    {
      columns.append(right)
    }
    if let top = vertical.map(\.start).min(), let first = rows.first,
      top < first - PDFTolerances.openSide
    {
      rows.insert(top, at: 0)
    }
    if let bottom = vertical.map(\.end).max(), let last = rows.last,
      bottom > last + PDFTolerances.openSide
    {
      rows.append(bottom)
    }
    let width = columns.count - 1
    let height = rows.count - 1
    guard width >= 1, height >= 1, width * height >= 2, width * height <= mostPositions else {
      return nil
    }
    let cells = PDFCellMerging(
      columns: columns, rows: rows, horizontal: horizontal, vertical: vertical
    ).cells()
    guard cells.count >= 2 else { return nil }
    return PDFGrid(columns: columns, rows: rows, cells: cells)
  }

  private static func edges(_ positions: [Float]) -> [Float] {
    var groups: [(sum: Float, count: Float, last: Float)] = []
    for position in positions.sorted() {
      if let last = groups.indices.last, position - groups[last].last <= PDFTolerances.sameEdge {
        groups[last].sum += position
        groups[last].count += 1
        groups[last].last = position
      } else {
        groups.append((position, 1, position))
      }
    }
    return groups.map { $0.sum / $0.count }
  }
}

/// Joins the positions of a grid that no line divides.
struct PDFCellMerging {
  let columns: [Float]
  let rows: [Float]
  let horizontal: [RulingLine]
  let vertical: [RulingLine]

  /// The cells by row and column. A group of positions that is no rectangle is taken apart again
  /// row by row: a cell has four corners.
  func cells() -> [PDFGridCell] {
    let width = columns.count - 1
    let height = rows.count - 1
    let right = verticalBorders(width, height)
    let below = horizontalBorders(width, height)
    var parents = Array(0..<width * height)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index {
        parents[index] = parents[parents[index]]
        index = parents[index]
      }
      return index
    }
    for row in 0..<height {
      for column in 0..<width {
        let index = row * width + column
        if column + 1 < width, !right[index] { parents[root(index)] = root(index + 1) }
        if row + 1 < height, !below[index] { parents[root(index)] = root(index + width) }
      }
    }
    var groups: [Int: [Int]] = [:]
    for index in parents.indices { groups[root(index), default: []].append(index) }
    return groups.values.flatMap { rectangles($0, width: width) }.sorted {
      $0.row != $1.row ? $0.row < $1.row : $0.column < $1.column
    }
  }

  private func rectangles(_ group: [Int], width: Int) -> [PDFGridCell] {
    let rows = group.map { $0 / width }
    let columns = group.map { $0 % width }
    guard let top = rows.min(), let bottom = rows.max(), let left = columns.min(),
      let right = columns.max()
    else { return [] }
    if group.count == (bottom - top + 1) * (right - left + 1) {
      return [
        PDFGridCell(
          row: top, column: left, rowSpan: bottom - top + 1, columnSpan: right - left + 1)
      ]
    }
    // By rows: positions one after the other are one cell.
    var cells: [PDFGridCell] = []
    var last: Int?
    for index in group.sorted() {
      if let before = last, index == before + 1, !index.isMultiple(of: width) {
        cells[cells.count - 1].columnSpan += 1
      } else {
        cells.append(
          PDFGridCell(row: index / width, column: index % width, rowSpan: 1, columnSpan: 1))
      }
      last = index
    }
    return cells
  }

  /// Per position, whether there is a line on its right.
  private func verticalBorders(_ width: Int, _ height: Int) -> [Bool] {
    var borders = [Bool](repeating: false, count: width * height)
    for line in vertical {
      guard let edge = nearest(line.position, in: columns), edge > 0, edge < width else { continue }
      for row in 0..<height {
        let middle = (rows[row] + rows[row + 1]) / 2
        if line.start - PDFTolerances.borderSlack <= middle,
          middle <= line.end + PDFTolerances.borderSlack
        {
          borders[row * width + edge - 1] = true
        }
      }
    }
    return borders
  }

  /// Per position, whether there is a line below it.
  private func horizontalBorders(_ width: Int, _ height: Int) -> [Bool] {
    var borders = [Bool](repeating: false, count: width * height)
    for line in horizontal {
      guard let edge = nearest(line.position, in: rows), edge > 0, edge < height else { continue }
      for column in 0..<width {
        let middle = (columns[column] + columns[column + 1]) / 2
        if line.start - PDFTolerances.borderSlack <= middle,
          middle <= line.end + PDFTolerances.borderSlack
        {
          borders[(edge - 1) * width + column] = true
        }
      }
    }
    return borders
  }

  private func nearest(_ value: Float, in edges: [Float]) -> Int? {
    edges.indices.min { abs(edges[$0] - value) < abs(edges[$1] - value) }
  }
}
