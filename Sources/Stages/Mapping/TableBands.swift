import DocumentModel
import PhraseModel

/// Cuts a table whose rows name sections («一、政府采购情况» over the whole width) into the tables that those are.
///
/// Forms of several provinces put purchases, running expenses and assets into one grid, each part with heads of its
/// own: read as one table, the heads of the first part would stand over all.
struct TableBands {
  let vocabulary: LayoutVocabulary
  let normalized: NormalizedDocument

  /// The parts in order; the table itself where it has none.
  func parts(of table: LogicalTable) -> [LogicalTable] {
    let titles = (table.captionRows..<max(table.captionRows, table.rows)).filter {
      isTitle($0, of: table)
    }
    guard !titles.isEmpty else { return [table] }
    var parts: [LogicalTable] = []
    var heads: Range<Int>?
    if let first = titles.first, first > table.captionRows {
      parts.append(slice(of: table, 0..<first))
    }
    for (place, row) in titles.enumerated() {
      let end = place + 1 < titles.count ? titles[place + 1] : table.rows
      guard row + 1 < end, let leaf = table.leaf(row, 0) else { continue }
      let dataStart = (row + 1..<end).first { hasFigure($0, of: table) } ?? end
      if dataStart > row + 1 { heads = row + 1..<dataStart }
      // A part without heads of its own goes on under those before it.
      let shared = dataStart > row + 1 ? nil : heads
      var part = slice(of: table, row + 1..<end, under: shared)
      part.captionRows = 0
      part.captions = [leaf]
      part.title = leaf
      let entry = ListNumbers.entry(
        leaf: leaf, range: normalized.ranges[leaf], in: normalized.text)
      part.titleText = String(decoding: normalized.text[entry.range], as: UTF8.self)
      parts.append(part)
    }
    return parts
  }

  /// One numbered cell over all columns that names something of its own: neither figures nor an item.
  private func isTitle(_ row: Int, of table: LogicalTable) -> Bool {
    guard table.columns >= 2, table.begins(row, 0), table.span(row, 0) == table.columns,
      let leaf = table.leaf(row, 0)
    else { return false }
    let range = normalized.ranges[leaf]
    let entry = ListNumbers.entry(leaf: leaf, range: range, in: normalized.text)
    guard entry.number != nil, !entry.range.isEmpty else { return false }
    let reading = PhraseComposer(vocabulary.words).reading(of: normalized.text, in: entry.range)
    return reading.isWhole && reading.names.isEmpty
      && vocabulary.terms.has(reading.features, vocabulary.terms.objects)
  }

  private func hasFigure(_ row: Int, of table: LogicalTable) -> Bool {
    let scanner = FigureScanner(text: normalized.text)
    return (0..<table.columns).contains { column in
      guard table.begins(row, column), let leaf = table.leaf(row, column) else { return false }
      return TableCell(normalized.ranges[leaf], of: scanner).isAmount
    }
  }

  private func slice(
    of table: LogicalTable, _ rows: Range<Int>, under heads: Range<Int>? = nil
  ) -> LogicalTable {
    var part = table
    part.rows = rows.count + (heads?.count ?? 0)
    part.leaves = []
    part.isOrigin = []
    part.spans = []
    for rows in [heads, rows].compactMap(\.self) {
      let places = rows.lowerBound * table.columns..<rows.upperBound * table.columns
      part.leaves += table.leaves[places]
      part.isOrigin += table.isOrigin[places]
      part.spans += table.spans[places]
    }
    return part
  }
}
