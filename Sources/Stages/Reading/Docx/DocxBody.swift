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
/// before the one that holds them). Left out are: deletions, moved-away text, field codes, comments,
/// readings above characters, what is hidden or struck out, and one branch of an alternate content.
struct DocxBody {
  private var collector: MarkupCollector
  private let styles: DocxStyles
  private let numbering: DocxNumbering
  private var path: ElementPath

  private struct OpenCell {
    var span = 1
    var mergesAbove = false
    var began = false
  }

  private var text: DocxText
  private var ground = DocxGround()
  private var cells: [OpenCell] = []
  private var columnsBefore = 0
  /// How deep the parse is within an element that is left out, counted in elements of its name; 0
  /// outside.
  private var skipped = 0
  private var skippedElement = -1
  private var takesText = false
  private var takesCode = false
  private var alternates = DocxAlternates()
  private var isInTextFill = false
  /// Parts and objects that hold more than the text of the document.
  private var embedded = 0

  /// By the numbers that `path` gives their names.
  private var elements: [DocxElement] = []

  init(
    part: String, styles: DocxStyles, numbering: DocxNumbering, region: Block.Region,
    collector: MarkupCollector = MarkupCollector(format: .docx)
  ) {
    self.styles = styles
    text = DocxText(styles: styles)
    self.numbering = numbering
    self.collector = collector
    self.collector.region = region
    path = ElementPath(
      prefix: part + "#", single: ["body", "hdr", "ftr", "footnotes", "endnotes"])
  }

  // MARK: Result

  /// What was collected, with what is to be told of the part.
  var finished: MarkupCollector {
    var collector = collector
    collector.leftOut.add(text.leftOut)
    if embedded > 0 { collector.note(.embedded(embedded)) }
    if text.fields.unclosed > 0 { collector.note(.unclosedFields(text.fields.unclosed)) }
    return collector
  }

  /// Where a limit was passed.
  var error: ReadError? { collector.error }

  // MARK: Events

  /// Whether a limit was passed and the parse can stop.
  var isOverLimit: Bool { collector.error != nil }

  mutating func number(ofElements name: String) -> Int? {
    guard let element = DocxElement.byName[name] else { return nil }
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
    case .skipped: skip(number)
    case .text: takesText = true
    case .fieldCode: takesCode = true
    case .run: text.beginRun()
    case .look(let property): take(property, attributes)
    case .runStyle: text.take(style: attributes["val"])
    case .paragraph:
      beginCellIfNeeded()
      path.push(number)
      text.beginParagraph()
    case .tab: if !isInProperties { append([0x20]) }
    case .lineBreak: append([0x0A])
    case .noBreakHyphen: append([0x2D])
    case .symbol: append(SymbolFonts.text(font: attributes["font"], code: attributes["char"]))
    case .properties: properties += 1
    case .style: edit { $0.style = attributes["val"] }
    case .outlineLevel: edit { $0.outlineLevel = attributes["val"].flatMap { Int($0) } }
    case .numberID: edit { $0.numberID = attributes["val"] }
    case .numberLevel: edit { $0.numberLevel = attributes["val"].flatMap { Int($0) } }
    case .fieldCharacter: text.takeField(attributes["fldCharType"], on: ground)
    case .table:
      beginCellIfNeeded()
      path.push(number)
      ground.beginTable()
      collector.beginTable()
    case .row:
      path.push(number)
      collector.beginRow()
      ground.beginRow()
      columnsBefore = 0
    case .cell:
      path.push(number)
      cells.append(OpenCell())
      ground.beginCell()
    case .gridSpan: editCell { $0.span = attributes["val"].flatMap { Int($0) } ?? 1 }
    case .verticalMerge: editCell { $0.mergesAbove = attributes["val"] != "restart" }
    case .gridBefore: columnsBefore = attributes["val"].flatMap { Int($0) } ?? 0
    case .part: path.push(number)
    case .textFill: isInTextFill = true
    case .noFill: if isInTextFill, !isInProperties { text.hideRun() }
    case .tableStyle: ground.take(tableStyle: attributes["val"])
    case .rowHidden: ground.hideRow(DocxLook.isOn(attributes))
    case .background: ground.isPageColored = true
    case .math: text.beginMath()
    case .mathStructure: text.noteMathStructure()
    case .alternate: alternates.begin(seen: text.seen)
    case .choice:
      if !alternates.takesChoice(requiring: attributes["Requires"], seen: text.seen) {
        skip(number)
      }
    case .fallback: if !alternates.takesFallback { skip(number) }
    case .picture: text.notePicture()
    case .drawing:
      ground.isDrawingHidden = attributes["hidden"].map { $0 != "0" && $0 != "false" } ?? false
    case .embedded: embedded += 1
    case .object:
      if attributes["ProgID"]?.hasPrefix("Equation") ?? false {
        append(Legibility.hole)
      } else {
        embedded += 1
      }
    }
  }

  mutating func end(_ number: Int) {
    if skipped > 0 {
      if number == skippedElement { skipped -= 1 }
      return
    }
    switch elements[number] {
    case .text: takesText = false
    case .fieldCode: takesCode = false
    case .run: text.endRun()
    case .textFill: isInTextFill = false
    case .paragraph: endParagraph()
    case .properties: properties -= 1
    case .cell:
      beginCellIfNeeded()
      if cells.popLast() != nil { collector.endCell() }
      ground.endCell()
      path.pop()
    case .row, .part: path.pop()
    case .table:
      collector.endTable()
      ground.endTable()
      path.pop()
    case .math: text.endMath()
    case .alternate: alternates.end()
    case .choice: alternates.endChoice(seen: text.seen)
    default: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0, takesText || takesCode else { return }
    if takesCode { text.take(code: bytes) } else { text.take(bytes, on: ground) }
  }

  private mutating func skip(_ number: Int) {
    skipped = 1
    skippedElement = number
  }

  private mutating func append(_ bytes: [UInt8]) { text.append(bytes, on: ground) }

  /// The properties of runs; a shade may be that of what is around them.
  private mutating func take(_ property: DocxLook.Property, _ attributes: MarkupAttributes) {
    guard property == .shade, !text.isInRun else {
      if !isInProperties { text.take(property, attributes) }
      return
    }
    let shade = DocxGround.Shade(attributes)
    if isInProperties {
      text.edit { $0.shade = shade }
    } else if let cell = cells.last, !cell.began {
      ground.shadeCell(shade)
    } else {
      ground.shadeTable(shade)
    }
  }

  // MARK: Paragraphs

  /// Within pPr or tabs, where a «tab» is a tab stop.
  private var properties = 0
  private var isInProperties: Bool { properties > 0 }

  private mutating func edit(_ change: (inout DocxText.Paragraph) -> Void) {
    if isInProperties { text.edit(change) }
  }

  private mutating func endParagraph() {
    defer { path.pop() }
    guard let paragraph = text.endParagraph(on: ground) else { return }
    defer { text.drop(paragraph) }
    let printed = text.text(of: paragraph)
    guard collector.isInCell || !printed.isEmpty else { return }
    // A text box ends inside the paragraph that holds it, so its paragraphs come first.
    let outline =
      paragraph.outlineLevel.map { (0...8).contains($0) ? $0 + 1 : 0 }
      ?? styles.outlineLevel(of: paragraph.style)
    collector.addParagraph(
      printed, path: path.text,
      outlineLevel: outline.flatMap { (1...9).contains($0) ? $0 : nil },
      numbering: printed.isEmpty ? nil : number(of: paragraph))
  }

  private func number(of paragraph: DocxText.Paragraph) -> String? {
    let inherited = styles.numbering(of: paragraph.style)
    guard let id = paragraph.numberID ?? inherited?.id, id != "0" else { return nil }
    return numbering.next(
      .init(id: id, level: min(8, max(0, paragraph.numberLevel ?? inherited?.level ?? 0))))
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
