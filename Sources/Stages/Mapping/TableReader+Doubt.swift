import DocumentModel
import MappingModel
import ReportModel

extension TableReader {
  /// Accounts for all figures of the table: what became facts, what is in doubt, what is quoted.
  func note(
    _ taken: Set<Int>, _ left: [(leaf: Int, reason: DoubtReason)], isStatement: Bool,
    _ context: inout MappingContext
  ) {
    guard !taken.isEmpty || isStatement || title.isThere && !left.isEmpty else { return }
    let leftLeaves = Set(left.map(\.leaf))
    for row in 0..<table.rows {
      let isHead = row < shape.dataStart || shape.isRuler(row)
      for column in 0..<table.columns where table.begins(row, column) {
        guard let leaf = table.leaf(row, column), !taken.contains(leaf), !leftLeaves.contains(leaf)
        else { continue }
        let names = shape.columns[column] != .value && shape.columns[column] != .other
        // A cell wider than its column in a row of data is what could not be laid out.
        if isHead || names && table.span(row, column) < table.columns {
          context.ledger.noteQuoted(leaf)
        }
      }
    }
    for leaf in table.captions { context.ledger.noteQuoted(leaf) }
    for leaf in taken { context.ledger.noteField(leaf) }
    guard !left.isEmpty else { return }
    var places: [Int: Int] = [:]
    for (place, leaf) in table.leaves.enumerated() where places[leaf] == nil {
      places[leaf] = place
    }
    for (leaf, reason) in left {
      if let place = places[leaf] { doubt(leaf, at: place, reason, &context) }
    }
  }

  private func doubt(
    _ leaf: Int, at place: Int, _ reason: DoubtReason, _ context: inout MappingContext
  ) {
    let range = context.normalized.ranges[leaf]
    let row = place / table.columns
    let column = place % table.columns
    guard let figure = shape.content(row, column).amount else { return }
    let unit = figure.unit ?? tableUnit(context)
    let labels = shape.labels(of: column)
    let label = (labels.names + labels.codes).lazy.compactMap { table.leaf(row, $0) }
      .first { !context.normalized.ranges[$0].isEmpty }
    context.ledger.note(leaf: leaf, mapped: 0, explained: 0, doubtful: 1, unmapped: [])
    context.doubtful.append(
      DoubtfulFigure(
        reason: reason, value: figure.value,
        unit: figure.isPercent ? .percent : unit,
        label: LabelText.onOneLine(
          label.map { context.normalized.document.string(ofLeaf: $0) }
            ?? shape.label(of: column)),
        source: context.reference(in: leaf, normalizedRange: range),
        section: title.statement?.id ?? section.id))
  }
}
