/// The filled cells of a sheet that are not in a hidden row or column.
struct XLSXVisibleCells {
  struct Shown {
    /// Where it shows: of a merged range whose first rows or columns are hidden, the first visible
    /// position.
    var place: XLSXAddress
    /// Index into the worksheet's cells.
    var source: Int
  }

  /// By row, then column of their places.
  private(set) var cells: [Shown] = []
  private(set) var leftOut = XLSXLeftOut()

  init(_ sheet: XLSXWorksheet) {
    let hiddenColumns = sheet.hiddenColumns
    let nextColumns = Self.nextVisible(hiddenColumns)
    let hiddenRows = HiddenRows(sheet.rows)
    let corners = hiddenColumns.isEmpty && hiddenRows.isEmpty ? [:] : Self.corners(of: sheet)
    cells.reserveCapacity(sheet.cells.count)
    for (index, cell) in sheet.cells.enumerated() {
      let address = cell.address
      let hidesColumn = address.column < hiddenColumns.count && hiddenColumns[address.column]
      let hidesRow = hiddenRows.contains(address.row)
      guard hidesColumn || hidesRow else {
        cells.append(Shown(place: address, source: index))
        continue
      }
      if let range = corners[address] {
        let row = hiddenRows.firstVisible(from: address.row)
        let column = hidesColumn ? nextColumns[address.column] : address.column
        if row <= range.last.row, column <= range.last.column {
          cells.append(Shown(place: XLSXAddress(row: row, column: column), source: index))
          continue
        }
      }
      if hidesRow { leftOut.hiddenRows.insert(address.row) }
      if hidesColumn { leftOut.hiddenColumns.insert(address.column) }
    }
    order(sheet)
  }

  /// Cells come in order in all but odd files; of two at one address the later one counts.
  private mutating func order(_ sheet: XLSXWorksheet) {
    func precedes(_ one: Shown, _ other: Shown) -> Bool {
      let a = one.place
      let b = other.place
      return (a.row, a.column, one.source) < (b.row, b.column, other.source)
    }
    let isOrdered = zip(cells, cells.dropFirst()).allSatisfy {
      ($0.place.row, $0.place.column) < ($1.place.row, $1.place.column)
    }
    guard !isOrdered else { return }
    cells.sort(by: precedes)
    var unique: [Shown] = []
    for cell in cells {
      if let last = unique.last,
        sheet.cells[last.source].address == sheet.cells[cell.source].address
      {
        unique.removeLast()
      }
      unique.append(cell)
    }
    cells = unique
  }

  private static func corners(of sheet: XLSXWorksheet) -> [XLSXAddress: XLSXRange] {
    Dictionary(sheet.merges.map { ($0.first, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Per column, the first visible one from it on.
  private static func nextVisible(_ isHidden: [Bool]) -> [Int] {
    var next = Array(isHidden.indices)
    for column in isHidden.indices.dropLast().reversed() where isHidden[column] {
      next[column] = next[column + 1]
    }
    return next
  }

  /// Ascending, each once.
  var rowNumbers: [Int] {
    var numbers: [Int] = []
    for cell in cells where cell.place.row != numbers.last { numbers.append(cell.place.row) }
    return numbers
  }

  /// Ascending, each once.
  var columnNumbers: [Int] {
    var isUsed: [Bool] = []
    for cell in cells {
      let column = cell.place.column
      if column >= isUsed.count {
        isUsed += Array(repeating: false, count: column + 1 - isUsed.count)
      }
      isUsed[column] = true
    }
    return isUsed.indices.filter { isUsed[$0] }
  }

  /// The hidden rows of a sheet.
  private struct HiddenRows {
    /// Ascending, without overlaps.
    private var runs: [Range<Int>] = []

    init(_ rows: [XLSXWorksheet.Row]) {
      for number in rows.filter(\.isHidden).map(\.number).sorted() {
        if let last = runs.last, last.upperBound >= number {
          runs[runs.count - 1] = last.lowerBound..<max(last.upperBound, number + 1)
        } else {
          runs.append(number..<number + 1)
        }
      }
    }

    var isEmpty: Bool { runs.isEmpty }

    func contains(_ row: Int) -> Bool { run(of: row) != nil }

    func firstVisible(from row: Int) -> Int { run(of: row)?.upperBound ?? row }

    private func run(of row: Int) -> Range<Int>? {
      var low = 0
      var high = runs.count
      while low < high {
        let middle = (low + high) / 2
        if runs[middle].upperBound <= row { low = middle + 1 } else { high = middle }
      }
      return low < runs.count && runs[low].contains(row) ? runs[low] : nil
    }
  }
}

/// What a sheet holds and does not show.
struct XLSXLeftOut {
  /// Hidden rows and columns that hold something, numbered from 0.
  var hiddenRows: Set<Int> = []
  var hiddenColumns: Set<Int> = []
  /// Filled cells under a merged range.
  var covered: [XLSXAddress] = []
}
