import DocumentModel
import TextLibraries

/// Hands the events of a part on.
final class DocxBodyEvents: MarkupElementHandler {
  /// The check of exclusive access at each event would find nothing and cost time.
  // Safe: one parser on one thread calls, and the body calls nothing that leads back here.
  @exclusivity(unchecked) private(set) var body: DocxBody

  init(_ body: DocxBody) { self.body = body }

  func number(ofElements name: String) -> Int? { body.number(ofElements: name) }

  func start(_ number: Int, attributes: MarkupAttributes) {
    body.start(number, attributes: attributes)
  }

  func end(_ number: Int) { body.end(number) }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { body.text(bytes) }
}

/// Turns the events of a WordprocessingML part into paragraphs and tables.
///
/// Read are: runs, insertions, hyperlinks, field results, content controls, text boxes (as paragraphs
/// before the one that holds them). Left out are: deletions, moved-away text, field codes, hidden
/// text, comments, and the fallback of an alternate content.
struct DocxBody {
  private(set) var collector: MarkupCollector
  private let styles: DocxStyles
  private let numbering: DocxNumbering
  private var path: ElementPath

  private struct OpenParagraph {
    /// Where its text begins in `text`.
    var start: Int
    var style: String?
    var outlineLevel: Int?
    var numberID: String?
    var numberLevel: Int?
  }

  private struct OpenCell {
    var span = 1
    var mergesAbove = false
    var began = false
  }

  private var paragraphs: [OpenParagraph] = []
  /// The text of the open paragraphs; one within another ends before the outer one goes on.
  private var text: [UInt8] = []
  private var cells: [OpenCell] = []
  private var columnsBefore = 0
  /// How deep the parse is within an element that is left out, counted in elements of its name; 0
  /// outside.
  private var skipped = 0
  private var skippedElement = -1
  private var takesText = false
  /// Fields: whether each open one is still in its code.
  private var fieldCodes: [Bool] = []

  /// The elements that matter.
  private enum Element {
    case text, run, vanish, paragraph, tab, lineBreak, noBreakHyphen, properties, style,
      outlineLevel
    case numberID, numberLevel, fieldCharacter, table, row, cell, gridSpan, verticalMerge,
      gridBefore
    case part, skipped
  }

  private static let elementsByName: [String: Element] = {
    var elements: [String: Element] = [
      "t": .text, "r": .run, "vanish": .vanish, "p": .paragraph, "tab": .tab, "ptab": .tab,
      "br": .lineBreak, "cr": .lineBreak, "noBreakHyphen": .noBreakHyphen, "pPr": .properties,
      "tabs": .properties, "pStyle": .style, "outlineLvl": .outlineLevel, "numId": .numberID,
      "ilvl": .numberLevel, "fldChar": .fieldCharacter, "tbl": .table, "tr": .row, "tc": .cell,
      "gridSpan": .gridSpan, "vMerge": .verticalMerge, "gridBefore": .gridBefore,
    ]
    for name in [
      "body", "hdr", "ftr", "footnotes", "endnotes", "footnote", "endnote", "txbxContent",
    ] { elements[name] = .part }
    for name in [
      "del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "rPrChange",
      "pPrChange", "tblPrChange", "tcPrChange", "trPrChange", "sectPrChange", "tblGridChange",
      "fldData",
    ] { elements[name] = .skipped }
    return elements
  }()

  /// By the numbers that `path` gives their names.
  private var elements: [Element] = []

  init(
    part: String, styles: DocxStyles, numbering: DocxNumbering, region: Block.Region,
    collector: MarkupCollector = MarkupCollector(format: .docx)
  ) {
    self.styles = styles
    self.numbering = numbering
    self.collector = collector
    self.collector.region = region
    path = ElementPath(
      prefix: part + "#", single: ["body", "hdr", "ftr", "footnotes", "endnotes"])
  }

  // MARK: Events

  /// Whether a limit was passed and the parse can stop.
  var isOverLimit: Bool { collector.error != nil }

  mutating func number(ofElements name: String) -> Int? {
    guard let element = Self.elementsByName[name] else { return nil }
    let number = path.number(of: name)
    if number == elements.count { elements.append(element) }
    return number
  }

  mutating func start(_ number: Int, attributes: MarkupAttributes) {
    if isOverLimit { return }
    if skipped > 0 {
      if number == skippedElement { skipped += 1 }
      return
    }
    switch elements[number] {
    case .skipped:
      skipped = 1
      skippedElement = number
    case .text: takesText = !(fieldCodes.last ?? false)
    case .run: hidesRun = false
    case .vanish: hidesRun = attributes["val"].map { $0 != "0" && $0 != "false" } ?? true
    case .paragraph:
      beginCellIfNeeded()
      path.push(number)
      paragraphs.append(OpenParagraph(start: text.count))
    case .tab: if !isInProperties { append(0x20) }
    case .lineBreak: append(0x0A)
    case .noBreakHyphen: append(0x2D)
    case .properties: properties += 1
    case .style: edit { $0.style = attributes["val"] }
    case .outlineLevel: edit { $0.outlineLevel = attributes["val"].flatMap { Int($0) } }
    case .numberID: edit { $0.numberID = attributes["val"] }
    case .numberLevel: edit { $0.numberLevel = attributes["val"].flatMap { Int($0) } }
    case .fieldCharacter: takeField(attributes["fldCharType"])
    case .table:
      beginCellIfNeeded()
      path.push(number)
      collector.beginTable()
    case .row:
      path.push(number)
      collector.beginRow()
      columnsBefore = 0
    case .cell:
      path.push(number)
      cells.append(OpenCell())
    case .gridSpan: editCell { $0.span = attributes["val"].flatMap { Int($0) } ?? 1 }
    case .verticalMerge: editCell { $0.mergesAbove = attributes["val"] != "restart" }
    case .gridBefore: columnsBefore = attributes["val"].flatMap { Int($0) } ?? 0
    case .part: path.push(number)
    }
  }

  mutating func end(_ number: Int) {
    if skipped > 0 {
      if number == skippedElement { skipped -= 1 }
      return
    }
    switch elements[number] {
    case .text: takesText = false
    case .paragraph: endParagraph()
    case .properties: properties -= 1
    case .cell:
      beginCellIfNeeded()
      if cells.popLast() != nil { collector.endCell() }
      path.pop()
    case .row, .part: path.pop()
    case .table:
      collector.endTable()
      path.pop()
    case .run, .vanish, .tab, .lineBreak, .noBreakHyphen, .style, .outlineLevel, .numberID,
      .numberLevel, .fieldCharacter, .gridSpan, .verticalMerge, .gridBefore, .skipped:
      break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard takesText, skipped == 0, !hidesRun, !paragraphs.isEmpty else { return }
    text.append(contentsOf: bytes)
  }

  // MARK: Paragraphs

  /// Within pPr or tabs, where a «tab» is a tab stop.
  private var properties = 0
  private var isInProperties: Bool { properties > 0 }
  /// The run is hidden text.
  private var hidesRun = false

  private mutating func append(_ byte: UInt8) {
    guard !paragraphs.isEmpty, !hidesRun else { return }
    text.append(byte)
  }

  private mutating func edit(_ change: (inout OpenParagraph) -> Void) {
    guard isInProperties, let last = paragraphs.indices.last else { return }
    change(&paragraphs[last])
  }

  private mutating func endParagraph() {
    defer { path.pop() }
    guard let paragraph = paragraphs.popLast() else { return }
    defer { text.removeSubrange(paragraph.start...) }
    let isEmpty = text.count == paragraph.start
    guard collector.isInCell || !isEmpty else { return }
    // A text box ends inside the paragraph that holds it, so its paragraphs come first.
    let outline =
      paragraph.outlineLevel.map { (0...8).contains($0) ? $0 + 1 : 0 }
      ?? styles.outlineLevel(of: paragraph.style)
    collector.addParagraph(
      text[paragraph.start...], path: path.text,
      outlineLevel: outline.flatMap { (1...9).contains($0) ? $0 : nil },
      numbering: isEmpty ? nil : number(of: paragraph))
  }

  private func number(of paragraph: OpenParagraph) -> String? {
    let inherited = styles.numbering(of: paragraph.style)
    guard let id = paragraph.numberID ?? inherited?.id, id != "0" else { return nil }
    return numbering.next(
      .init(id: id, level: min(8, max(0, paragraph.numberLevel ?? inherited?.level ?? 0))))
  }

  /// A field's code is not text, its result is.
  private mutating func takeField(_ type: String?) {
    switch type {
    case "begin": if fieldCodes.count < 64 { fieldCodes.append(true) }
    case "separate": if let last = fieldCodes.indices.last { fieldCodes[last] = false }
    case "end": _ = fieldCodes.popLast()
    default: break
    }
  }

  // MARK: Tables

  private mutating func editCell(_ change: (inout OpenCell) -> Void) {
    guard let last = cells.indices.last, !cells[last].began else { return }
    change(&cells[last])
  }

  /// A cell's spans are known once its first content begins.
  private mutating func beginCellIfNeeded() {
    guard let last = cells.indices.last, !cells[last].began else { return }
    cells[last].began = true
    collector.beginCell(
      path: path.text, columnSpan: cells[last].span, columnsBefore: columnsBefore,
      mergesAbove: cells[last].mergesAbove)
    columnsBefore = 0
  }
}
