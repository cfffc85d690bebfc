import DocumentModel
import TextLibraries

/// The text of the paragraphs that are open, as a person sees it: runs with their looks, fields, formulas.
struct DocxText {
  struct Paragraph {
    /// Where its text begins.
    var start: Int
    var style: String?
    var outlineLevel: Int?
    var numberID: String?
    var numberLevel: Int?
    var shade: DocxGround.Shade?
    var shifted: [Legibility.Shifted] = []
    var pictures: [Int] = []
    /// Among the paragraphs of the part.
    var ordinal: Int
  }

  private struct Run {
    var isOpen = false
    var style: String?
    var direct = DocxLook.plain
    /// With what its styles and its ground say; nil before it is asked for.
    var look: DocxLook?
  }

  private(set) var paragraphs: [Paragraph] = []
  /// The text of the open paragraphs; one within another ends before the outer one goes on.
  private var text: [UInt8] = []
  private var paragraphsBegun = 0
  private var run = Run()
  private(set) var fields = DocxFields()
  private(set) var leftOut = LeftOut()
  /// Bytes of text so far.
  private(set) var seen = 0
  private var mathStart: Int?
  /// The formula is more than text in a row: its numbers do not stand beside each other.
  private var isStructured = false

  private let styles: DocxStyles

  init(styles: DocxStyles) { self.styles = styles }

  var isInRun: Bool { run.isOpen }

  /// The text of the innermost paragraph, once it is ended.
  func text(of paragraph: Paragraph) -> ArraySlice<UInt8> { text[paragraph.start...] }

  // MARK: Paragraphs

  mutating func beginParagraph() {
    paragraphsBegun += 1
    run = Run()
    paragraphs.append(Paragraph(start: text.count, ordinal: paragraphsBegun))
  }

  mutating func edit(_ change: (inout Paragraph) -> Void) {
    if let last = paragraphs.indices.last { change(&paragraphs[last]) }
  }

  /// Ends the innermost paragraph, whose text stays until it is dropped.
  mutating func endParagraph(on ground: DocxGround) -> Paragraph? {
    leftOut.endFigure()
    if let ordinal = paragraphs.last?.ordinal {
      let recovered = fields.close(endOfParagraph: ordinal)
      if !recovered.isEmpty { append(recovered, on: ground) }
    }
    run = Run()
    guard let paragraph = paragraphs.popLast() else { return nil }
    if !paragraph.shifted.isEmpty {
      text[paragraph.start...] =
        Legibility.written(text[paragraph.start...], shifted: paragraph.shifted)[...]
    } else if !paragraph.pictures.isEmpty {
      text[paragraph.start...] =
        Legibility.withHoles(
          Array(text[paragraph.start...]),
          atPictures: paragraph.pictures.map { $0 - paragraph.start })[...]
    }
    return paragraph
  }

  mutating func drop(_ paragraph: Paragraph) { text.removeSubrange(paragraph.start...) }

  // MARK: Runs

  mutating func beginRun() {
    run = Run()
    run.isOpen = true
  }

  mutating func endRun() { run.isOpen = false }

  /// The run's letters are filled with nothing.
  mutating func hideRun() {
    run.direct.vanish = true
    run.look = nil
  }

  mutating func take(style: String?) { run.style = style }

  mutating func take(_ property: DocxLook.Property, _ attributes: MarkupAttributes) {
    run.direct.take(property, attributes)
    run.look = nil
  }

  private mutating func look(on ground: DocxGround) -> DocxLook {
    if let look = run.look { return look }
    var look = styles.look(
      paragraph: paragraphs.last?.style, character: run.style, table: ground.tableStyle
    ).overlaid(by: run.direct)
    if let color = look.color ?? nil {
      // Nobody knows which ground a text box has.
      let shade =
        paragraphs.count > 1
        ? .unknown : look.ground ?? paragraphs.last?.shade ?? ground.shade
      look.color = .some(nil)
      if case .color(let under) = shade, color.vanishes(on: under) { look.vanish = true }
    }
    if ground.isHidden(inTextBox: paragraphs.count > 1) { look.vanish = true }
    run.look = look
    return look
  }

  // MARK: Text

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, on ground: DocxGround) {
    if fields.isInCode { fields.suppress(bytes) } else { append(bytes, on: ground) }
  }

  mutating func append(_ bytes: [UInt8], on ground: DocxGround) {
    // Safe: borrowed for the closure.
    bytes.withUnsafeBufferPointer { append($0, on: ground) }
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, on ground: DocxGround) {
    guard let last = paragraphs.indices.last, !fields.isInCode else { return }
    let look = look(on: ground)
    if look.isOrdinary {
      text.append(contentsOf: bytes)
      seen += bytes.count
      return
    }
    if look.vanish == true || look.isTiny == true {
      leftOut.note(bytes, .hidden)
      return
    }
    if look.strike == true || look.doubleStrike == true {
      leftOut.note(bytes, .struck)
      return
    }
    let start = text.count
    if let face = look.face, face != .plain {
      text += SymbolFonts.text(bytes, in: face)
    } else {
      text.append(contentsOf: bytes)
    }
    seen += text.count - start
    if let shift = look.shift ?? nil {
      paragraphs[last].shifted.append(
        Legibility.Shifted(range: start..<text.count, shift: shift))
    }
  }

  /// A picture in the line: of interest only where it stands within a figure.
  mutating func notePicture() {
    guard let last = paragraphs.indices.last else { return }
    paragraphs[last].pictures.append(text.count)
  }

  // MARK: Fields

  mutating func take(code bytes: UnsafeBufferPointer<UInt8>) { fields.take(code: bytes) }

  /// A field's code is not text, its result is.
  mutating func takeField(_ type: String?, on ground: DocxGround) {
    switch type {
    case "begin": fields.begin(inParagraph: paragraphs.last?.ordinal ?? 0)
    case "separate": fields.separate()
    case "end":
      let shown = fields.end()
      if shown == Legibility.hole { leftOut.note([], .unreadable) }
      if !shown.isEmpty { append(shown, on: ground) }
    default: break
    }
  }

  // MARK: Formulas

  mutating func beginMath() {
    guard mathStart == nil, !paragraphs.isEmpty else { return }
    mathStart = text.count
    isStructured = false
  }

  mutating func noteMathStructure() { isStructured = true }

  mutating func endMath() {
    defer { mathStart = nil }
    guard let start = mathStart, isStructured, let paragraph = paragraphs.last,
      start >= paragraph.start, start <= text.count
    else { return }
    leftOut.note(text[start...], .unreadable)
    text.removeSubrange(start...)
    text += Legibility.hole
  }
}
