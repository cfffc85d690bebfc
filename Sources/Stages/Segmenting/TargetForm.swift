import DocumentModel
import ValueModel

/// What the form of one project's targets (绩效目标表) has above its indicators: labels with their values below one
/// another, funds and goals among them, without heads of columns.
struct TargetForm {
  typealias Entry = TableRows.Entry

  private let vocabulary: SegmentingVocabulary

  init(_ vocabulary: SegmentingVocabulary) { self.vocabulary = vocabulary }

  /// Takes the rows of funds and goals out of the head of a form; the others are given back.
  func read(_ rows: ArraySlice<[Entry]>, into table: inout PerformanceTable) -> [[Entry]] {
    var rest: [[Entry]] = []
    for row in rows {
      if let (label, value) = fund(row) {
        table.funds.columns = ["", ""]
        table.funds.rows.append([.init(leaf: label.leaf), .init(leaf: value.leaf)])
        table.unit = table.unit ?? row.lazy.compactMap { MoneyWord.printed(in: $0.text) }.first
      } else if row.contains(where: isGoalLabel) {
        if let goal = goal(row) { table.goals.append(.init(expected: goal.leaf, actual: nil)) }
      } else {
        rest.append(row)
      }
    }
    return rest
  }

  /// «年度资金总额: | 120.00»; the label of the band, «项目资金(万元)», may stand before.
  private func fund(_ row: [Entry]) -> (Entry, Entry)? {
    let printed = row.filter { !$0.text.isEmpty && !$0.continues }
    guard let value = printed.firstIndex(where: { FundRows.isFigure($0.text) }), value > 0 else {
      return nil
    }
    let label = printed[value - 1]
    guard label.text.utf8.count <= 60, vocabulary.funds.contains(where: { label.text.holds($0) })
    else { return nil }
    return (label, printed[value])
  }

  private func isGoalLabel(_ entry: Entry) -> Bool {
    entry.text.utf8.count <= 30 && vocabulary.goals.contains { entry.text.begins(with: $0) }
  }

  /// The text beside the label of the goal, or below it.
  private func goal(_ row: [Entry]) -> Entry? {
    row.last { !$0.continues && !$0.text.isEmpty && !isGoalLabel($0) }
  }
}
