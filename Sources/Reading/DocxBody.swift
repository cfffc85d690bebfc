import DocumentModel
import TextKit

/// Turns the events of a WordprocessingML part into paragraphs and tables.
///
/// Counted: runs, insertions, hyperlinks, field results, content controls, text boxes (as paragraphs
/// before the one that holds them). Not counted: deletions, moved-away text, field codes, hidden
/// text, comments, and the fallback of an alternate content.
final class DocxBody: MarkupEventHandler {
  private(set) var builder: DocumentBuilder
  private let styles: DocxStyles
  private let numbering: DocxNumbering
  private var path: ElementPath

  private struct OpenParagraph {
    var text: [UInt8] = []
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
  private var cells: [OpenCell] = []
  private var columnsBefore = 0
  /// Depth of elements whose content does not count.
  private var skipped = 0
  private var takesText = false
  /// Fields: whether each open one is still in its code.
  private var fieldCodes: [Bool] = []

  private static let skippedElements: Set<String> = [
    "del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "rPrChange", "pPrChange",
    "tblPrChange", "tcPrChange", "trPrChange", "sectPrChange", "tblGridChange", "fldData",
  ]

  init(
    part: String, styles: DocxStyles, numbering: DocxNumbering, region: Block.Region,
    builder: DocumentBuilder = DocumentBuilder(format: .docx)
  ) {
    self.styles = styles
    self.numbering = numbering
    self.builder = builder
    self.builder.region = region
    path = ElementPath(
      prefix: part + "#", single: ["body", "hdr", "ftr", "footnotes", "endnotes"])
  }

  // MARK: Events

  /// Whether a limit was passed, so that reading on would only cost time.
  var isOverLimit: Bool { builder.error != nil }

  func start(_ name: String, attributes: MarkupAttributes) {
    if isOverLimit { return }
    if skipped > 0 || Self.skippedElements.contains(name) {
      skipped += 1
      return
    }
    switch name {
    case "t": takesText = !(fieldCodes.last ?? false)
    case "r": hidesRun = false
    case "vanish": hidesRun = attributes["val"].map { $0 != "0" && $0 != "false" } ?? true
    case "p":
      beginCellIfNeeded()
      path.push(name)
      paragraphs.append(OpenParagraph())
    case "tab", "ptab": if !isInProperties { append(0x20) }
    case "br", "cr": append(0x0A)
    case "noBreakHyphen": append(0x2D)
    case "pPr", "tabs": properties += 1
    case "pStyle": edit { $0.style = attributes["val"] }
    case "outlineLvl": edit { $0.outlineLevel = attributes["val"].flatMap { Int($0) } }
    case "numId": edit { $0.numberID = attributes["val"] }
    case "ilvl": edit { $0.numberLevel = attributes["val"].flatMap { Int($0) } }
    case "fldChar": takeField(attributes["fldCharType"])
    case "tbl", "tr", "tc": startTablePart(name)
    case "gridSpan": editCell { $0.span = attributes["val"].flatMap { Int($0) } ?? 1 }
    case "vMerge": editCell { $0.mergesAbove = attributes["val"] != "restart" }
    case "gridBefore": columnsBefore = attributes["val"].flatMap { Int($0) } ?? 0
    case "body", "hdr", "ftr", "footnotes", "endnotes", "footnote", "endnote",
      "txbxContent":
      path.push(name)
    default: break
    }
  }

  func end(_ name: String) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch name {
    case "t": takesText = false
    case "p": endParagraph()
    case "pPr", "tabs": properties -= 1
    case "tc":
      beginCellIfNeeded()
      if cells.popLast() != nil { builder.endCell() }
      path.pop()
    case "tr": path.pop()
    case "tbl":
      builder.endTable()
      path.pop()
    case "body", "hdr", "ftr", "footnotes", "endnotes", "footnote", "endnote",
      "txbxContent":
      path.pop()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard takesText, skipped == 0, !hidesRun, let last = paragraphs.indices.last else { return }
    paragraphs[last].text.append(contentsOf: bytes)
  }

  // MARK: Paragraphs

  /// Within pPr or tabs, where a «tab» is a tab stop.
  private var properties = 0
  private var isInProperties: Bool { properties > 0 }
  /// The run is hidden text.
  private var hidesRun = false

  private func append(_ byte: UInt8) {
    guard let last = paragraphs.indices.last, !hidesRun else { return }
    paragraphs[last].text.append(byte)
  }

  private func edit(_ change: (inout OpenParagraph) -> Void) {
    guard isInProperties, let last = paragraphs.indices.last else { return }
    change(&paragraphs[last])
  }

  private func endParagraph() {
    defer { path.pop() }
    guard let paragraph = paragraphs.popLast(), builder.isInCell || !paragraph.text.isEmpty else {
      return
    }
    // A text box ends inside the paragraph that holds it, so its paragraphs come first.
    let outline =
      paragraph.outlineLevel.map { (0...8).contains($0) ? $0 + 1 : 0 }
      ?? styles.outlineLevel(of: paragraph.style)
    builder.addParagraph(
      paragraph.text, path: path.text,
      outlineLevel: outline.flatMap { (1...9).contains($0) ? $0 : nil },
      numbering: number(of: paragraph))
  }

  private func number(of paragraph: OpenParagraph) -> String? {
    let inherited = styles.numbering(of: paragraph.style)
    guard let id = paragraph.numberID ?? inherited?.id, id != "0", !paragraph.text.isEmpty else {
      return nil
    }
    return numbering.next(
      .init(id: id, level: min(8, max(0, paragraph.numberLevel ?? inherited?.level ?? 0))))
  }

  /// A field's code is not text, its result is.
  private func takeField(_ type: String?) {
    switch type {
    case "begin": if fieldCodes.count < 64 { fieldCodes.append(true) }
    case "separate": if let last = fieldCodes.indices.last { fieldCodes[last] = false }
    case "end": _ = fieldCodes.popLast()
    default: break
    }
  }

  // MARK: Tables

  private func startTablePart(_ name: String) {
    switch name {
    case "tbl":
      beginCellIfNeeded()
      path.push(name)
      builder.beginTable()
    case "tr":
      path.push(name)
      builder.beginRow()
      columnsBefore = 0
    default:
      path.push(name)
      cells.append(OpenCell())
    }
  }

  private func editCell(_ change: (inout OpenCell) -> Void) {
    guard let last = cells.indices.last, !cells[last].began else { return }
    change(&cells[last])
  }

  /// A cell's spans are known once its first content begins.
  private func beginCellIfNeeded() {
    guard let last = cells.indices.last, !cells[last].began else { return }
    cells[last].began = true
    builder.beginCell(
      path: path.text, columnSpan: cells[last].span, columnsBefore: columnsBefore,
      mergesAbove: cells[last].mergesAbove)
    columnsBefore = 0
  }
}
