import DocumentModel
import ValueModel

/// Collects the paragraphs and tables of a markup format (DOCX, HTML) in the order of the source, for
/// ``MarkupWriter`` to write them into the document at the end.
///
/// Tables may nest: one that only lays out a page is taken apart into its contents, one inside a
/// cell of a true table becomes a block of its own behind it.
struct MarkupCollector {
  /// A piece of content with its place, before leaves are numbered.
  enum Node {
    case paragraph(ParagraphNode)
    case table(TableNode)
  }

  /// Text and path are ranges of ``Collected``, here and in cells.
  struct ParagraphNode {
    var text: Range<Int>
    var path: Range<Int>
    var outlineLevel: Int?
    var numbering: String?
    var region: Block.Region
    var container: Int
  }

  struct TableNode {
    var rows: [[CellNode]]
    var region: Block.Region
    var container: Int
  }

  struct CellNode {
    var path: Range<Int>
    var rowSpan: Int
    var columnSpan: Int
    /// Columns left out before the cell.
    var columnsBefore: Int
    /// The cell goes on with the one above it.
    var mergesAbove: Bool
    var content: [Node]
  }

  /// What was read, paragraph after paragraph: one buffer for all texts and one for all paths.
  struct Collected {
    fileprivate(set) var text: [UInt8] = []
    fileprivate(set) var paths: [UInt8] = []

    func text(of paragraph: ParagraphNode) -> ArraySlice<UInt8> { text[paragraph.text] }

    fileprivate mutating func append(text: ArraySlice<UInt8>) -> Range<Int> {
      let start = self.text.count
      self.text.append(contentsOf: text)
      return start..<self.text.count
    }

    fileprivate mutating func append(path: ArraySlice<UInt8>) -> Range<Int> {
      let start = paths.count
      paths.append(contentsOf: path)
      return start..<paths.count
    }
  }

  /// The part of the source that is being read.
  var region = Block.Region.body

  /// The element that holds what is read, by the reader's own number. A page tells only at its end
  /// which element is the article; the regions are decided by this number then.
  var container = 0

  private static let deepestTable = 32
  /// Paragraphs within cells.
  private static let mostLines = 1_000_000

  private var format: SourceFormat
  private var encoding: String?
  private var collected = Collected()
  private var top: [Node] = []
  private var openTables: [TableNode] = []
  private var openCells: [CellNode] = []
  /// Of texts and of the paths to them.
  private var size = 0
  private var leaves = 0
  private var lines = 0
  private(set) var findings: [Finding] = []
  /// What a person does not see of the source, or cannot read.
  var leftOut = LeftOut()
  private(set) var error: ReadError?

  init(format: SourceFormat, encoding: String? = nil) {
    self.format = format
    self.encoding = encoding
  }

  /// Whether a cell is open, so that paragraphs go into it.
  var isInCell: Bool { !openCells.isEmpty }

  mutating func note(_ finding: Finding) { findings.append(finding) }

  // MARK: Events

  /// Adds a paragraph; one without text counts only inside a cell (it is a line of the cell).
  mutating func addParagraph(
    _ text: ArraySlice<UInt8>, path: ArraySlice<UInt8>, outlineLevel: Int? = nil,
    numbering: String? = nil
  ) {
    guard isInCell || !text.isEmpty else { return }
    size += text.count + path.count / 4
    guard isWithinLimits() else { return }
    if isInCell { lines += 1 } else { leaves += 1 }
    add(
      .paragraph(
        ParagraphNode(
          text: collected.append(text: text), path: collected.append(path: path),
          outlineLevel: outlineLevel, numbering: numbering, region: region, container: container)))
  }

  mutating func beginTable() {
    guard openTables.count < Self.deepestTable else {
      error = error ?? .limitExceeded(what: "tables within tables", limit: "\(Self.deepestTable)")
      return
    }
    leaves += 1
    openTables.append(TableNode(rows: [], region: region, container: container))
  }

  mutating func beginRow() {
    guard let last = openTables.indices.last else { return }
    lines += 1
    openTables[last].rows.append([])
  }

  mutating func beginCell(
    path: ArraySlice<UInt8>, rowSpan: Int = 1, columnSpan: Int = 1, columnsBefore: Int = 0,
    mergesAbove: Bool = false
  ) {
    openCells.append(
      CellNode(
        path: collected.append(path: path), rowSpan: rowSpan, columnSpan: columnSpan,
        columnsBefore: columnsBefore, mergesAbove: mergesAbove, content: []))
  }

  mutating func endCell() {
    guard let cell = openCells.popLast(), let table = openTables.indices.last else { return }
    size += cell.path.count / 4
    leaves += 1
    guard isWithinLimits() else { return }
    if openTables[table].rows.isEmpty { openTables[table].rows.append([]) }
    openTables[table].rows[openTables[table].rows.count - 1].append(cell)
  }

  mutating func endTable() {
    guard let table = openTables.popLast() else { return }
    add(.table(table))
  }

  private mutating func add(_ node: Node) {
    guard isWithinLimits() else { return }
    if let last = openCells.indices.last {
      openCells[last].content.append(node)
    } else {
      top.append(node)
    }
  }

  /// Tells the error where a limit was passed; then nothing is collected any more.
  private mutating func isWithinLimits() -> Bool {
    if DocumentBuilder.isBeyondLimits(leaves: leaves, text: size) || lines > Self.mostLines {
      error = error ?? DocumentLimits.error
    }
    return error == nil
  }

  // MARK: Result

  /// The document; open tables are closed as far as they were read.
  ///
  /// - Parameter region: the region of what a container holds, where the reader decides so late; it
  ///   gets the paragraph's text, or nil for a table.
  /// - Returns: the document with its leaves numbered in reading order.
  /// - Throws: `limitExceeded` where a bound was passed on the way.
  consuming func finish(
    region: ((_ container: Int, _ text: ArraySlice<UInt8>?) -> Block.Region)? = nil
  ) throws(ReadError) -> Document {
    while !openTables.isEmpty {
      if openCells.count >= openTables.count { endCell() }
      endTable()
    }
    if let error { throw error }
    var writer = MarkupWriter(
      collected,
      into: Document(
        format: format, encoding: encoding,
        findings: findings + leftOut.findings(of: format)), region: region)
    for node in top { try writer.write(node) }
    return writer.document
  }
}
