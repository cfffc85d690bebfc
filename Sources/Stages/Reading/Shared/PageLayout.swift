import DocumentModel
import TextLibraries

/// Tells a table that only places things on a page from one that relates its cells.
///
/// What stands in a page's layout is read as paragraphs and tables in their order. In a true table
/// the text of a cell means little without the cells beside and above it.
struct PageLayout {
  private let collected: MarkupCollector.Collected

  init(_ collected: MarkupCollector.Collected) { self.collected = collected }

  /// Whether a table has one cell a row, stands around other tables, or holds little besides one
  /// cell of several lines of sentences.
  func isLayout(_ table: MarkupCollector.TableNode) -> Bool {
    let widest = table.rows.map(\.count).max() ?? 0
    guard widest > 1 else { return true }
    let cells = table.rows.lazy.joined().map(contents(of:))
    let own = cells.reduce(0) { $0 + $1.own }
    let within = cells.reduce(0) { $0 + $1.within }
    let holdsTables = cells.contains { $0.holdsTable }
    if holdsTables, table.rows.count == 1 || within > own { return true }
    // An amount of its own makes it a table, whatever else stands in it.
    guard !cells.contains(where: \.isFigure) else { return false }
    if cells.contains(where: { $0.holdsGrid && $0.own > 0 }) { return true }
    guard !holdsTables else { return false }
    return cells.contains { $0.lines > 1 && $0.holdsSentence && $0.own * 3 > own * 2 }
  }

  /// The paragraphs of a table that only places text, in their order; nil for any other table.
  func paragraphs(
    of table: MarkupCollector.TableNode
  ) -> [MarkupCollector.ParagraphNode]? {
    guard isLayout(table) else { return nil }
    var paragraphs: [MarkupCollector.ParagraphNode] = []
    for cell in table.rows.lazy.joined() {
      for node in cell.content {
        switch node {
        case .paragraph(let paragraph): paragraphs.append(paragraph)
        case .table(let inner):
          guard let more = self.paragraphs(of: inner) else { return nil }
          paragraphs += more
        }
      }
    }
    return paragraphs
  }

  // MARK: Cells

  private struct Contents {
    /// Bytes of text in the cell, and in tables within it.
    var own = 0
    var within = 0
    var lines = 0
    var holdsSentence = false
    var holdsTable = false
    /// A table within has rows and columns.
    var holdsGrid = false
    var isFigure = false
  }

  private func contents(of cell: MarkupCollector.CellNode) -> Contents {
    var contents = Contents()
    var figures = 0
    for node in cell.content {
      switch node {
      case .paragraph(let paragraph):
        let text = collected.text(of: paragraph)
        contents.own += text.count
        let lines = text.split(separator: 0x0A)
        contents.lines += lines.count
        figures += lines.count(where: Self.isFigure)
        if ByteSearch.first(Self.fullStop, in: text) != nil { contents.holdsSentence = true }
      case .table(let inner):
        contents.holdsTable = true
        contents.within += Self.size(of: inner)
        if inner.rows.count(where: { $0.count > 1 }) > 1 { contents.holdsGrid = true }
      }
    }
    contents.isFigure = figures > 0 && figures == contents.lines
    return contents
  }

  private static let fullStop = Array("。".utf8)

  /// «1,204.50», «-3.5%»: digits with the marks of amounts and blanks around them.
  private static func isFigure(_ text: ArraySlice<UInt8>) -> Bool {
    var holdsDigit = false
    for byte in text {
      switch byte {
      case 0x30...0x39: holdsDigit = true
      case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "%"):
        continue
      // Blanks in ASCII, and the bytes of the no-break space.
      case 0x20, 0x09, 0x0D, 0xC2, 0xA0: continue
      default: return false
      }
    }
    return holdsDigit
  }

  private static func size(of table: MarkupCollector.TableNode) -> Int {
    var size = 0
    for cell in table.rows.lazy.joined() {
      for node in cell.content {
        switch node {
        case .paragraph(let paragraph): size += paragraph.text.count
        case .table(let inner): size += Self.size(of: inner)
        }
      }
    }
    return size
  }
}
