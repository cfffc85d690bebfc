import DocumentModel
import TextLibraries

/// The cells of a worksheet that hold something, as they look on paper, with what is merged, hidden
/// and boxed.
///
/// The size that the part declares is not believed: only cells that are there take memory.
struct XLSXWorksheet {
  struct Cell {
    enum Kind: Sendable { case text, number, error }

    var address: XLSXAddress
    /// Its printed text in ``XLSXWorksheet/text``; never empty.
    var text: Range<Int>
    var kind: Kind
    var isBoxed: Bool
  }

  /// What is known of a row besides its filled cells.
  struct Row {
    var number: Int
    var isHidden: Bool
    /// Cells with a line on the left or the right, empty ones included.
    var boxedCells: Int
  }

  private static let mostCells = DocumentLimits.mostLeaves
  private static let mostMerges = 262_144

  private(set) var error: ReadError?
  private(set) var text: [UInt8] = []
  private(set) var cells: [Cell] = []
  private(set) var rows: [Row] = []
  private(set) var merges: [XLSXRange] = []
  private(set) var notices = XLSXNotices()
  private var cellsLeftOut = LeftOut()
  /// Per column, how many hidden ranges begin less how many have ended.
  private var hiddenColumnSteps: [Int32] = []
  private let strings: XLSXSharedStrings?
  private let styles: XLSXStyles
  private let textLimit: Int

  private var isInData = false
  private var place = XLSXAddress(row: -1, column: -1)
  private var isRowHidden = false
  private var boxedCells = 0
  private var style = 0
  private var type: String?
  private var value: [UInt8] = []
  private var collector = XLSXTextCollector()
  private var takesValue = false
  private var isInCell = false
  private var hasFormula = false
  /// Stretches of the cell's text that have a colour of their own.
  private var colored: [XLSXTextCollector.Colored] = []

  /// `textLimit` bounds the bytes of text.
  init(strings: XLSXSharedStrings?, styles: XLSXStyles, textLimit: Int) {
    self.strings = strings
    self.styles = styles
    self.textLimit = textLimit
  }

  /// Whether each column is hidden, as far as any is.
  var hiddenColumns: [Bool] {
    var depth: Int32 = 0
    return hiddenColumnSteps.map {
      depth += $0
      return depth > 0
    }
  }

  // MARK: Events

  mutating func start(_ name: String, _ attributes: MarkupAttributes) {
    guard error == nil else { return }
    guard isInData else {
      startOutside(name, attributes)
      return
    }
    switch name {
    case "c": startCell(attributes)
    case "v": takesValue = isInCell
    case "row": startRow(attributes)
    case "f": hasFormula = true
    default: if isInCell { collector.start(name, attributes) }
    }
  }

  mutating func end(_ name: String) {
    guard isInData, error == nil else { return }
    switch name {
    case "c": endCell()
    case "v": takesValue = false
    case "row": endRow()
    case "sheetData": isInData = false
    default: if isInCell { collector.end(name) }
    }
  }

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInCell else { return }
    guard takesValue else {
      collector.text(bytes)
      return
    }
    if value.count < XLSXTextCollector.mostText { value.append(contentsOf: bytes) }
  }

  private mutating func startOutside(_ name: String, _ attributes: MarkupAttributes) {
    switch name {
    case "sheetData": isInData = true
    case "col":
      guard attributes.isTrue("hidden") || attributes["width"] == "0",
        let first = attributes.number("min"), let last = attributes.number("max"), first > 0,
        first <= last, first <= XLSXAddress.mostColumns
      else { return }
      if hiddenColumnSteps.isEmpty {
        hiddenColumnSteps = Array(repeating: 0, count: XLSXAddress.mostColumns + 1)
      }
      hiddenColumnSteps[first - 1] += 1
      hiddenColumnSteps[min(last, XLSXAddress.mostColumns)] -= 1
    case "mergeCell":
      guard let range = attributes["ref"].flatMap({ XLSXRange(parsing: $0) }),
        range.first != range.last
      else { return }
      guard merges.count < Self.mostMerges else {
        error = .limitExceeded(what: "merged ranges of a sheet", limit: "\(Self.mostMerges)")
        return
      }
      merges.append(range)
    default: break
    }
  }

  // MARK: Rows and cells

  private mutating func startRow(_ attributes: MarkupAttributes) {
    // Whatever is written here, the next row can still be counted on from it.
    let number = attributes.number("r").map { max(0, min($0, XLSXAddress.mostRows + 1)) - 1 }
    place = XLSXAddress(row: number ?? min(place.row + 1, XLSXAddress.mostRows), column: -1)
    isRowHidden = attributes.isTrue("hidden") || attributes["ht"] == "0"
    boxedCells = 0
  }

  private mutating func endRow() {
    guard isRowHidden || boxedCells > 0, isOnSheet(place.row, 0) else { return }
    guard rows.count < XLSXAddress.mostRows else {
      error = .limitExceeded(what: "rows of a sheet", limit: "\(XLSXAddress.mostRows)")
      return
    }
    rows.append(Row(number: place.row, isHidden: isRowHidden, boxedCells: boxedCells))
  }

  private func isOnSheet(_ row: Int, _ column: Int) -> Bool {
    (0..<XLSXAddress.mostRows).contains(row) && (0..<XLSXAddress.mostColumns).contains(column)
  }

  private mutating func startCell(_ attributes: MarkupAttributes) {
    isInCell = true
    hasFormula = false
    takesValue = false
    value.removeAll(keepingCapacity: true)
    collector.clear()
    type = attributes["t"]
    style = attributes.number("s") ?? 0
    if let reference = attributes["r"], let address = XLSXAddress(parsing: reference.utf8) {
      place = address
    } else {
      place.column += 1
    }
  }

  private mutating func endCell() {
    guard isInCell else { return }
    isInCell = false
    guard isOnSheet(place.row, place.column) else {
      notices.add(.outside, at: place)
      return
    }
    if collector.isOverLimit || value.count >= XLSXTextCollector.mostText {
      error = XLSXTextCollector.limit
      return
    }
    let isBoxed = styles.isBoxed(style)
    if isBoxed { boxedCells += 1 }
    let start = text.count
    let (kind, notice) = appendContent()
    leaveOutUnseen(from: start)
    if let notice { notices.add(notice, at: place) }
    guard !XLSXText.isBlank(text[start...]) else {
      text.removeLast(text.count - start)
      return
    }
    guard cells.count < Self.mostCells, text.count <= textLimit else {
      error = .limitExceeded(
        what: "cells of a workbook",
        limit: "\(Self.mostCells) on a sheet, \(textLimit >> 20) MB of text left")
      return
    }
    cells.append(Cell(address: place, text: start..<text.count, kind: kind, isBoxed: isBoxed))
  }

  /// What a person does not see of the cells.
  var leftOut: LeftOut {
    var all = cellsLeftOut
    all.add(collector.leftOut)
    return all
  }

  /// Takes away what the cell's font does not show of its text.
  private mutating func leaveOutUnseen(from start: Int) {
    defer { colored = [] }
    for stretch in colored.reversed() where styles.hides(stretch.color, in: style) {
      let range = (stretch.range.lowerBound + start)..<(stretch.range.upperBound + start)
      guard range.upperBound <= text.count else { continue }
      cellsLeftOut.note(text[range], .hidden)
      text.removeSubrange(range)
    }
    let font = styles.font(style)
    guard font != .plain, text.count > start else { return }
    let hasFigure = text[start...].contains { (0x30...0x39).contains($0) }
    let isUnseen = colored.isEmpty && hasFigure && styles.hides(font.color, in: style)
    if font.isStruck || font.isTiny || isUnseen {
      cellsLeftOut.note(text[start...], font.isStruck ? .struck : .hidden)
      cellsLeftOut.endFigure()
      text.removeSubrange(start...)
    } else if font.face == .pictures, hasFigure {
      cellsLeftOut.note(text[start...], .unreadable)
      text.removeSubrange(start...)
      text += Legibility.hole
    }
  }

  /// Adds what the cell looks like on paper to the text.
  private mutating func appendContent() -> (kind: Cell.Kind, notice: XLSXNotices.Kind?) {
    switch type {
    case "s":
      guard let index = Int(String(decoding: value, as: UTF8.self)), let string = strings?[index]
      else { return (.text, value.isEmpty ? nil : .missingString) }
      colored = strings?.colored[index] ?? []
      return append(printed: string)
    case "inlineStr":
      colored = collector.colored
      return append(printed: collector.take()[...])
    case "str": return append(printed: XLSXEscapes.decoded(value)[...])
    case "b":
      text += (value == [UInt8(ascii: "0")] ? "FALSE" : "TRUE").utf8
      return (.text, nil)
    case "e":
      text += value
      return (.error, value.isEmpty ? nil : .error(value))
    case "d":
      text += XLSXText.day(ofISO: value)
      return (.text, nil)
    default: break
    }
    if value.isEmpty {
      let collected = collector.take()
      if !collected.isEmpty { return append(printed: collected[...]) }
      return (.text, hasFormula ? .noResult : nil)
    }
    guard let number = XLSXDecimal(parsing: value) else {
      text += value
      return (.text, .notANumber)
    }
    let printed = styles.print(number, style: style)
    text += printed.text
    return (.number, printed.note.map { .format($0) })
  }

  private mutating func append(
    printed string: ArraySlice<UInt8>
  ) -> (kind: Cell.Kind, notice: XLSXNotices.Kind?) {
    guard styles.changesText(style) else {
      text += string
      return (.text, nil)
    }
    let printed = styles.print(text: Array(string), style: style)
    text += printed.text
    return (.text, printed.note.map { .format($0) })
  }
}
