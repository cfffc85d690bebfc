import DocumentModel
import ValueModel

/// Puts a document together, leaf after leaf.
///
/// Nothing else appends to the text, the leaves and the blocks of a document, so what holds for all
/// formats is kept here: a line feed between two leaves, and ``DocumentLimits``.
struct DocumentBuilder {
  private(set) var document: Document
  private var leafStart = 0

  /// Goes on with a document that holds no leaf yet; `capacity` is about how long its text will be.
  init(_ document: Document, capacity: Int = 0) {
    self.document = document
    self.document.text.reserveCapacity(capacity)
  }

  /// Whether a document may not have so many leaves or so much text; for a reader that collects
  /// before it builds and has to stop in time.
  static func isBeyondLimits(leaves: Int, text: Int) -> Bool {
    leaves > DocumentLimits.mostLeaves || text > DocumentLimits.mostText
  }

  /// How many bytes of text there is room for.
  var room: Int { DocumentLimits.mostText - document.text.count }

  mutating func note(_ finding: Finding) { document.findings.append(finding) }

  // MARK: Leaves

  /// The next leaf's text is what is appended until ``endLeaf(at:)``.
  mutating func beginLeaf() {
    if !document.leaves.isEmpty { document.text.append(0x0A) }
    leafStart = document.text.count
  }

  mutating func append(_ text: ArraySlice<UInt8>) { document.text.append(contentsOf: text) }

  mutating func append(_ byte: UInt8) { document.text.append(byte) }

  /// The number of the leaf.
  ///
  /// - Throws: `limitExceeded` where the document has become too large.
  mutating func endLeaf(at place: Locator) throws(ReadError) -> Int {
    let leaf = document.leaves.count
    document.leaves.append(Leaf(range: leafStart..<document.text.count, locator: place))
    if Self.isBeyondLimits(leaves: leaf + 1, text: document.text.count) {
      throw DocumentLimits.error
    }
    return leaf
  }

  /// Adds a leaf whose text stands in one piece; its number.
  mutating func addLeaf(_ text: ArraySlice<UInt8>, at place: Locator) throws(ReadError) -> Int {
    beginLeaf()
    append(text)
    return try endLeaf(at: place)
  }

  // MARK: Blocks

  /// Adds a paragraph with its leaf.
  mutating func addParagraph(
    _ text: ArraySlice<UInt8>, at place: Locator, outlineLevel: Int? = nil,
    numbering: String? = nil, region: Block.Region = .body
  ) throws(ReadError) {
    let leaf = try addLeaf(text, at: place)
    let paragraph = Paragraph(leaf: leaf, outlineLevel: outlineLevel, numbering: numbering)
    document.blocks.append(Block(.paragraph(paragraph), region: region))
  }

  /// Adds a table whose cells have their leaves already.
  mutating func addTable(_ table: Table, region: Block.Region = .body) {
    document.blocks.append(Block(.table(table), region: region))
  }

  /// Tells that a stretch of the text, within the last leaf, is no text of the report.
  mutating func addGap(_ range: Range<Int>) { document.gaps.append(range) }
}
