import TextLibraries

/// What text stands on, and what hides it with all that is around it.
struct DocxGround {
  /// What is behind text.
  enum Shade: Equatable {
    case color(PrintedColor)
    /// Several colours, or one that the document does not tell here.
    case unknown

    /// Nil for a shade that is none.
    init?(_ attributes: MarkupAttributes) {
      if let pattern = attributes["val"], !["clear", "nil", "solid"].contains(pattern) {
        self = .unknown
        return
      }
      let name = attributes["val"] == "solid" ? attributes["color"] : attributes["fill"]
      if let color = name.flatMap({ PrintedColor(hex: $0) }) {
        self = .color(color)
      } else if attributes.contains("themeFill") {
        self = .unknown
      } else {
        return nil
      }
    }
  }

  private struct Table {
    var style: String?
    var shade: Shade?
    var isRowHidden = false
  }

  private var tables: [Table] = []
  /// Of the open cells, outermost first.
  private var cells: [Shade?] = []
  /// Text may stand on the colour of the page.
  var isPageColored = false
  var isDrawingHidden = false

  var tableStyle: String? { tables.last?.style }

  /// What is behind the text of a paragraph that has no shade of its own. A table's style may shade single
  /// rows.
  var shade: Shade {
    if let shade = cells.reversed().lazy.compactMap({ $0 }).first { return shade }
    if let shade = tables.reversed().lazy.compactMap(\.shade).first { return shade }
    return isPageColored || tables.contains { $0.style != nil } ? .unknown : .color(.white)
  }

  func isHidden(inTextBox: Bool) -> Bool {
    inTextBox && isDrawingHidden || tables.contains(where: \.isRowHidden)
  }

  mutating func beginTable() { tables.append(Table()) }
  mutating func endTable() { _ = tables.popLast() }
  mutating func beginRow() { edit { $0.isRowHidden = false } }
  mutating func beginCell() { cells.append(nil) }
  mutating func endCell() { _ = cells.popLast() }

  mutating func take(tableStyle: String?) { edit { $0.style = tableStyle } }
  mutating func hideRow(_ isHidden: Bool) { edit { $0.isRowHidden = isHidden } }
  mutating func shadeTable(_ shade: Shade?) { edit { $0.shade = shade } }

  mutating func shadeCell(_ shade: Shade?) {
    if let last = cells.indices.last { cells[last] = shade }
  }

  private mutating func edit(_ change: (inout Table) -> Void) {
    if let last = tables.indices.last { change(&tables[last]) }
  }
}
