import DocumentModel
import ValueModel

/// Cuts a performance table, of targets or of a self-evaluation, into its bands: head fields, funds, goals, indicators,
/// total. A list of projects is cut into one table for each.
struct PerformanceTableReader {
  private typealias Row = [TableRows.Entry]
  private let vocabulary: SegmentingVocabulary
  private let normalized: NormalizedDocument
  private let rows: [[TableRows.Entry]]
  private let fundRows: FundRows

  init(vocabulary: SegmentingVocabulary, normalized: NormalizedDocument, table: Table) {
    self.vocabulary = vocabulary
    self.normalized = normalized
    rows = TableRows(table, in: normalized).rows
    fundRows = FundRows(vocabulary: vocabulary, rows: rows)
  }

  /// The bands of each record; none where the table is none of this kind.
  func tables(block: Int, paragraphAbove: String) -> [PerformanceTable] {
    let indicators = rows.firstIndex(where: isIndicatorHeader)
    if let indicators, let list = targetList(indicators) {
      return list.tables(block: block) { rows, table in
        readIndicators(rows, under: indicators, into: &table)
        table.unit = table.unit ?? MoneyWord.printed(in: paragraphAbove)
      }
    }
    return table(block: block, indicators: indicators, paragraphAbove).map { [$0] } ?? []
  }

  private func targetList(_ header: Int) -> TargetList? {
    guard let levels = rows[header].firstIndex(where: { $0.text.isExactly("一级指标") }) else {
      return nil
    }
    return TargetList(rows: rows, header: header, levels: levels, isHeader: isIndicatorHeader)
  }

  private func table(
    block: Int, indicators: Int?, _ paragraphAbove: String
  ) -> PerformanceTable? {
    let titled =
      isTitle(paragraphAbove)
      || rows.prefix(3).contains { row in
        row.contains { isTitle($0.text) }
      }
    guard indicators != nil || (titled && rows.contains(where: fundRows.isHeader)) else {
      return nil
    }
    var table = PerformanceTable(block: block, scope: .project, unit: nil)
    let funds = rows.firstIndex(where: fundRows.isHeader)
    let goals = rows.firstIndex(where: isGoalHeader)
    let headEnd = [funds, goals, indicators].compactMap { $0 }.min() ?? rows.count
    var head = Array(rows[..<headEnd])
    if funds == nil, goals == nil { head = TargetForm(vocabulary).read(head[...], into: &table) }
    readFields(head[...], into: &table)
    let starts = [funds, goals, indicators].compactMap { $0 }
    func end(of band: Int) -> Int { starts.filter { $0 > band }.min() ?? rows.count }
    if let funds { fundRows.read(from: funds, until: end(of: funds), into: &table) }
    if let goals { readGoals(from: goals, until: end(of: goals), into: &table) }
    if let indicators {
      readIndicators(rows[(indicators + 1)...], under: indicators, into: &table)
    }
    table.unit = table.unit ?? MoneyWord.printed(in: paragraphAbove) ?? unitInHead(rows[..<headEnd])
    table.scope = isOverall(table, paragraphAbove) ? .overall : .project
    return table
  }

  private func isOverall(_ table: PerformanceTable, _ above: String) -> Bool {
    if table.fields.contains(where: { $0.label.begins(with: "项目名称") }) { return false }
    let title = above + (rows.first.map { $0.map(\.text).joined() } ?? "")
    return title.holds("整体") || table.funds.columns.first == "资金来源"
  }

  // MARK: Header rows

  private func isGoalHeader(_ row: Row) -> Bool {
    row.contains { entry in
      vocabulary.expectedGoals.contains { entry.text.begins(with: $0) }
        && entry.text.utf8.count <= 45
    }
      && row.contains { entry in
        vocabulary.actualGoals.contains { entry.text.ends(with: $0) } && entry.text.utf8.count <= 60
      }
  }

  private func isIndicatorHeader(_ row: Row) -> Bool {
    row.contains { $0.text.isExactly("一级指标") } && row.contains { $0.text.isExactly("三级指标") }
  }

  // MARK: Bands

  /// Label and value side by side, once or twice a row.
  private func readFields(_ rows: ArraySlice<Row>, into table: inout PerformanceTable) {
    for row in rows {
      let cells = pairs(row)
      for position in stride(from: cells.startIndex, to: cells.endIndex - 1, by: 2) {
        let label = cells[position]
        guard !label.text.isEmpty, label.text.utf8.count <= 60, !label.continues,
          !isTitle(label.text)
        else { continue }
        table.fields.append(.init(label: label.text, leaf: cells[position + 1].leaf))
      }
    }
  }

  /// The cells of a row in pairs of label and value: without the label of a whole band before them,
  /// and without the empty cell behind them that a grid may have where its columns were guessed.
  private func pairs(_ row: Row) -> ArraySlice<TableRows.Entry> {
    var cells = row[...]
    while cells.count % 2 == 1, let first = cells.first,
      first.text.isEmpty || first.continues || first.goesOn
    { cells.removeFirst() }
    if cells.count % 2 == 1, cells.last?.text.isEmpty == true { cells.removeLast() }
    return cells.count >= 2 ? cells.prefix(cells.count / 2 * 2) : []
  }

  private func isTitle(_ text: String) -> Bool {
    vocabulary.performanceTitles.contains { text.holds($0) }
  }

  /// «单位:万元» in a row of its own above the bands.
  private func unitInHead(_ rows: ArraySlice<Row>) -> MoneyWord? {
    rows.lazy.joined().filter { $0.text.holds("单位:") }.compactMap { MoneyWord.printed(in: $0.text) }
      .first
  }

  private func readGoals(from header: Int, until end: Int, into table: inout PerformanceTable) {
    for row in rows[header + 1..<max(header + 1, end)] {
      let cells = row.filter { !$0.continues }.suffix(2)
      guard cells.count == 2, let expected = cells.first, let actual = cells.last,
        !(expected.text.isEmpty && actual.text.isEmpty)
      else { continue }
      table.goals.append(.init(expected: expected.leaf, actual: actual.leaf))
    }
  }

  /// Reads rows of indicators under the heads in row `header`.
  private func readIndicators(
    _ body: ArraySlice<Row>, under header: Int, into table: inout PerformanceTable
  ) {
    let head = rows[header]
    guard let first = head.firstIndex(where: { $0.text.isExactly("一级指标") }) else { return }
    let columns = head[first...].map(\.text)
    table.indicators.columns = columns
    let levels = columns.firstIndex(of: "三级指标") ?? 2
    var previous: [PerformanceTable.CellValue?] = []
    for row in body {
      guard row.contains(where: { !$0.continues && !$0.text.isEmpty }) else { continue }
      // The header row stands again where the table goes on on another page.
      if isIndicatorHeader(row) { continue }
      if let label = row.firstIndex(where: isTotalLabel), label <= levels + 1 {
        table.total = total(row[(label + 1)...], columns: columns.count, behind: levels)
        break
      }
      guard row.count >= columns.count else { continue }
      let cells = row.suffix(columns.count)
      var values: [PerformanceTable.CellValue?] = cells.map { .init(leaf: $0.leaf) }
      // A blank cell is merged from above only as long as the levels before it are, too.
      for (level, entry) in zip(0...levels, cells) {
        if entry.text.isEmpty {
          if previous.indices.contains(level) { values[level] = previous[level] }
        } else if !entry.continues {
          break
        }
      }
      table.indicators.rows.append(values)
      previous = values
    }
  }

  private func isTotalLabel(_ entry: TableRows.Entry) -> Bool {
    vocabulary.totals.contains { total in
      entry.text.isExactly(total)
        || entry.text.utf8.last == UInt8(ascii: ":") && entry.text.isExactly(total + ":")
    }
  }

  /// What stands behind «总分» belongs to the last columns; under the levels (up to column `levels`)
  /// stands the label, in whatever number of cells.
  private func total(
    _ cells: ArraySlice<TableRows.Entry>, columns: Int, behind levels: Int
  ) -> [PerformanceTable.CellValue?] {
    let cells = cells.suffix(max(0, columns - levels - 1))
    let values: [PerformanceTable.CellValue?] = cells.suffix(columns).map { .init(leaf: $0.leaf) }
    return Array(repeating: nil, count: columns - values.count) + values
  }
}
