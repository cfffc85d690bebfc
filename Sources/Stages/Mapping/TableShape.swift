import DocumentModel
import MappingModel
import PhraseModel
import ReportModel
import ValueModel

/// Where in a table the head ends, which columns name the rows and which hold amounts.
struct TableShape {
  enum Column: Equatable {
    /// Texts that name the rows.
    case name
    /// Codes of a classification.
    case code
    /// Numbers of lines.
    case ordinal
    case value
    /// Nothing that is known.
    case other
  }

  /// The first row of data.
  private(set) var dataStart: Int
  private(set) var columns: [Column]
  /// Per column, what its head says.
  private(set) var heads: [HeadRole]
  /// Per column, on which side it stands, where a head says so.
  private(set) var sides: [Statement.Side?]

  private var reaches: [[Int?]] = []
  private let table: LogicalTable
  private let normalized: NormalizedDocument
  /// What each place holds, row after row; each cell is asked many times.
  private let cells: [TableCell]
  /// Per row, whether it numbers the columns.
  private let rulers: [Bool]

  init(
    _ table: LogicalTable, in normalized: NormalizedDocument, vocabulary: LayoutVocabulary,
    section: String, around: FeatureSet
  ) {
    self.table = table
    self.normalized = normalized
    let cells = Self.cells(of: table, normalized)
    self.cells = cells
    rulers = (0..<table.rows).map { Self.isRuler($0, of: table, normalized, cells) }
    dataStart = table.captionRows
    columns = Array(repeating: .other, count: table.columns)
    heads = Array(repeating: HeadRole(), count: table.columns)
    sides = Array(repeating: nil, count: table.columns)
    dataStart = headEnd()
    let rulers = (table.captionRows..<dataStart).filter(isRuler)
    let headRows = table.captionRows..<(rulers.first ?? dataStart)
    reaches = Self.reach(of: table, normalized, rows: headRows)
    readHeads(vocabulary, section, around)
    settleTotals(vocabulary)
    settleFunding()
    for column in columns.indices { columns[column] = kind(column) }
    demoteNames()
  }

  /// What a cell of data holds.
  func content(_ row: Int, _ column: Int) -> TableCell { cells[row * table.columns + column] }

  /// Whether a row numbers the columns («栏次 1 2 3», in workbooks also «1.00 2.00 3.00»).
  func isRuler(_ row: Int) -> Bool { rulers[row] }

  // MARK: Cells

  private static func cells(
    of table: LogicalTable, _ normalized: NormalizedDocument
  ) -> [TableCell] {
    let scanner = FigureScanner(text: normalized.text)
    var cells: [TableCell] = []
    cells.reserveCapacity(table.rows * table.columns)
    for row in 0..<table.rows {
      for column in 0..<table.columns {
        let leaf = table.leaf(row, column)
        cells.append(leaf.map { TableCell(normalized.ranges[$0], of: scanner) } ?? .empty)
      }
    }
    return cells
  }

  private static let rulerNames = WordList(["栏次", "行次", "**"])

  private static func isRuler(
    _ row: Int, of table: LogicalTable, _ normalized: NormalizedDocument, _ cells: [TableCell]
  ) -> Bool {
    var isNamed = false
    var figures = 0
    var counts = true
    for column in 0..<table.columns {
      guard table.begins(row, column), let leaf = table.leaf(row, column) else { continue }
      if rulerNames.contains(normalized.text[normalized.ranges[leaf]]) { isNamed = true }
      guard let value = cells[row * table.columns + column].amount?.value else { continue }
      let unit = PowersOfTen.power(value.scale)
      guard value.unscaled % unit == 0, (1...99).contains(value.unscaled / unit) else {
        return false
      }
      figures += 1
      counts = counts && value.scale == 0 && value.unscaled == Int64(figures)
    }
    // «1 2 3 4» from left to right numbers the columns, whether or not 栏次 stands before it.
    return isNamed && figures > 0 || counts && figures >= 3
  }

  /// What a row without figures says that amounts are printed in: «单位:元» in the middle of a table.
  func unit(saidIn row: Int) -> MoneyWord? {
    var unit: MoneyWord?
    for column in 0..<table.columns where table.begins(row, column) {
      if content(row, column).isAmount { return nil }
      guard unit == nil, let leaf = table.leaf(row, column) else { continue }
      unit = MoneyWord(caption: normalized.text[normalized.ranges[leaf]])
    }
    return unit
  }

  // MARK: Head

  /// The head ends before the first row with a figure that is no line number, or with a code.
  private func headEnd() -> Int {
    var row = table.captionRows
    while row < table.rows {
      if !isRuler(row) {
        let hasFigure = (0..<table.columns).contains { column in
          table.begins(row, column) && content(row, column).isAmount
        }
        if hasFigure { break }
      }
      row += 1
    }
    // Rows of words only, below a head, may be data without figures: the head is what stands above
    // the first row whose first cell is not merged down from the head. Rulers belong to it.
    if row == table.rows { return min(table.rows, table.captionRows + 1) }
    return row
  }

  /// Per row of the head, the leaf whose text heads each column.
  ///
  /// Plain text has no merged cells: there a head above others reaches over the empty cells to its
  /// right, as far as the head above it reaches.
  private static func reach(
    of table: LogicalTable, _ normalized: NormalizedDocument, rows: Range<Int>
  ) -> [[Int?]] {
    let isMerged = rows.contains { row in
      (0..<table.columns).contains { column in
        table.leaf(row, column) != nil
          && (table.span(row, column) > 1 || !table.begins(row, column))
      }
    }
    var heads: [[Int?]] = []
    for row in rows {
      var line: [Int?] = []
      let isPacked = isPacked(table, normalized, row)
      for column in 0..<table.columns {
        let own = table.leaf(row, column).flatMap { normalized.ranges[$0].isEmpty ? nil : $0 }
        if own != nil || isMerged || isPacked || column == 0 || row == rows.upperBound - 1 {
          line.append(own)
          continue
        }
        let isUnderOne = heads.last.map { $0[column] == $0[column - 1] } ?? true
        line.append(isUnderOne ? line[column - 1] : nil)
      }
      heads.append(line)
    }
    return heads
  }

  /// All texts of a row stand at its beginning, with the empty cells behind them: which heads were
  /// merged is lost.
  private static func isPacked(
    _ table: LogicalTable, _ normalized: NormalizedDocument, _ row: Int
  ) -> Bool {
    let filled = (0..<table.columns).filter { column in
      table.leaf(row, column).map { !normalized.ranges[$0].isEmpty } ?? false
    }
    guard let last = filled.last, filled.count >= 2 else { return false }
    return filled.count == last + 1 && last + 1 < table.columns
  }

  /// The leaf that heads a column in a row of the head.
  func head(_ row: Int, _ column: Int) -> Int? {
    let index = row - table.captionRows
    return reaches.indices.contains(index) ? reaches[index][column] : nil
  }

  private mutating func readHeads(
    _ vocabulary: LayoutVocabulary, _ section: String, _ around: FeatureSet
  ) {
    for column in 0..<table.columns {
      var role = HeadRole()
      var seen: Set<Int> = []
      let lastHead =
        (table.captionRows..<dataStart).last { !isRuler($0) } ?? table.captionRows
      for row in table.captionRows..<dataStart where !isRuler(row) {
        guard let leaf = head(row, column), seen.insert(leaf).inserted else { continue }
        let range = normalized.ranges[leaf]
        guard !range.isEmpty else { continue }
        // What a spanning head names lends to the heads under it.
        let terms = vocabulary.terms
        let lent = around.union(
          terms.lexicon.surroundings(of: role.noun.features.subtracting(terms.funds)))
        var own = HeadRole(
          range, of: normalized.text, vocabulary: vocabulary, section: section, around: lent)
        let isWide =
          table.span(row, column) > 1
          || [column - 1, column + 1].contains {
            $0 >= 0 && $0 < table.columns && head(row, $0) == leaf
          }
        if row < lastHead || isWide, let side = own.side {
          // «本年收入» over names and amounts is a side of the table and no concept of theirs.
          sides[column] = side
          if isWide, !own.isSum { own.found = nil }
        }
        role = own.within(role)
      }
      heads[column] = role
    }
  }

  /// Whether the columns that a cell covers have the same heads.
  func isUnderOneHead(_ column: Int, span: Int) -> Bool {
    (column + 1..<max(column + 1, min(column + span, table.columns))).allSatisfy { other in
      (table.captionRows..<dataStart).allSatisfy { head($0, column) == head($0, other) }
    }
  }

  /// Some text heads a column.
  func isHeaded(_ column: Int) -> Bool {
    (table.captionRows..<dataStart).contains { row in
      !isRuler(row) && (head(row, column).map { !normalized.ranges[$0].isEmpty } ?? false)
    }
  }

  /// The heads over a column as printed, each once, joined with «/».
  func label(of column: Int) -> String {
    var leaves: [Int] = []
    for row in table.captionRows..<dataStart where !isRuler(row) {
      guard let leaf = head(row, column), !leaves.contains(leaf), !normalized.ranges[leaf].isEmpty
      else { continue }
      leaves.append(leaf)
    }
    return leaves.map { LabelText.onOneLine(normalized.document.string(ofLeaf: $0)) }
      .joined(separator: "/")
  }

  /// «收入合计» beside columns of balances is the total: the year's own income and what was left of the year before.
  private mutating func settleTotals(_ vocabulary: LayoutVocabulary) {
    guard heads.contains(where: { $0.found?.concept.id.hasPrefix("balance.") ?? false }) else {
      return
    }
    let terms = vocabulary.terms
    for column in heads.indices where heads[column].isOutermost {
      guard let id = heads[column].found?.concept.id, id.hasSuffix(".current_year"),
        terms.has(heads[column].noun.features, terms.sum),
        !terms.has(heads[column].noun.features, terms.ownYear),
        let total = vocabulary.finder.concepts[
          String(id.dropLast("current_year".count)) + "total"]
      else { continue }
      heads[column].found?.concept = total
    }
  }

  /// Columns of single funds beside one of money carried over are of this year's money. Without such a column «本年»
  /// says which year is told, and not which money.
  private mutating func settleFunding() {
    guard heads.contains(where: { $0.funding == .carryover }) else {
      for column in heads.indices { heads[column].funding = nil }
      return
    }
    for column in heads.indices where heads[column].fund != nil && heads[column].funding == nil {
      heads[column].funding = .currentYear
    }
  }

  // MARK: Columns

  private func kind(_ column: Int) -> Column {
    if heads[column].isOrdinal { return .ordinal }
    var figures = 0
    var texts = 0
    var codes = 0
    for row in dataStart..<table.rows where !isRuler(row) {
      guard table.begins(row, column) else { continue }
      switch content(row, column) {
      case .figure, .unreadAmount: figures += 1
      case .code:
        codes += 1
        figures += 1
      case .text: texts += 1
      case .empty: break
      }
    }
    if heads[column].isCode, [.body, .project].contains(heads[column].naming) { return .ordinal }
    if heads[column].isCode, figures > 0 || texts == 0 { return .code }
    if codes > 0, codes == figures, heads[column].isName || heads[column].isUnknown, texts <= codes
    {
      return .code
    }
    if texts > figures { return .name }
    if heads[column].noun.features.isEmpty, texts == 0, countsLines(column) { return .ordinal }
    if !heads[column].isMeasure, dataStart > table.captionRows {
      // «208 | 05 | 05» under one head that plain text shows over the first of them only.
      let isCodePart = column > 0 && columns[column - 1] == .code && holdsShortNumbers(column)
      return isCodePart ? .code : .other
    }
    if figures > 0 { return .value }
    // A column whose cells are all empty still is what its head says.
    if texts == 0,
      heads[column].found != nil || heads[column].aspect != nil || heads[column].isTotal
    {
      return .value
    }
    return heads[column].isName ? .name : .other
  }

  /// Whole numbers that go up by one from row to row.
  private func countsLines(_ column: Int) -> Bool {
    var last: Int64?
    var count = 0
    for row in dataStart..<table.rows where !isRuler(row) && table.begins(row, column) {
      guard let value = content(row, column).amount?.value else { continue }
      guard value.scale == 0, last.map({ value.unscaled == $0 + 1 }) ?? true else { return false }
      last = value.unscaled
      count += 1
    }
    return count >= 3
  }

  /// Parts of codes: two or three digits each.
  private func holdsShortNumbers(_ column: Int) -> Bool {
    (dataStart..<table.rows).allSatisfy { row in
      guard table.begins(row, column), let leaf = table.leaf(row, column) else { return true }
      let text = normalized.text[normalized.ranges[leaf]]
      return text.count <= 3 && text.allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  /// A text column that stands right of the amounts and heads none itself is a remark.
  private mutating func demoteNames() {
    for column in columns.indices where columns[column] == .name {
      let isFollowed = columns[(column + 1)...].contains(.value)
      if !isFollowed { columns[column] = .other }
    }
  }

  /// The columns that name the rows for a value column: the names and codes nearest to its left.
  func labels(of column: Int) -> (names: [Int], codes: [Int]) {
    var names: [Int] = []
    var codes: [Int] = []
    var index = column - 1
    while index >= 0,
      columns[index] == .value || columns[index] == .ordinal || columns[index] == .other
    {
      index -= 1
    }
    while index >= 0,
      columns[index] == .name || columns[index] == .code || columns[index] == .ordinal
    {
      if columns[index] == .name { names.insert(index, at: 0) }
      if columns[index] == .code { codes.insert(index, at: 0) }
      index -= 1
    }
    return (names, codes)
  }
}
