import DocumentModel
import TextLibraries
import ValueModel

/// Turns the events of a page into paragraphs and tables, and tells the article from the rest.
struct HTMLPage {
  private var collector: MarkupCollector
  private var containers = HTMLContainers()
  private var path = ElementPath(prefix: "", single: ["html", "body", "head"])
  private var paragraph = HTMLParagraph()
  private var skipped = 0
  private var links = 0
  /// The paragraph is a link, or holds one.
  private var isLinked = false
  private var preformatted = 0
  private var cells = 0
  /// Depths of the open block elements: a paragraph's place is its block, not the inline element in
  /// which a line break ended it.
  private var blockDepths: [Int] = []
  private var lists: [Int?] = []
  private var numbering: String?
  private var headingLevel: Int?
  private var isExplicit = false
  private var headings: [[UInt8]] = []
  private var error: ReadError?
  private var attachments = 0

  private static let deepest = 2000
  private static let mostAttachmentNotes = 20
  private static let documentEndings = [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".wps", ".zip"]

  /// By the numbers that `path` gives their names.
  private var elements: [HTMLElement] = []
  private var names: [String] = []
  private var sights: HTMLSights
  /// What is skipped is text of the page that nobody sees.
  private var skipsText = false
  private var formulaStart: Int?
  private var isStructured = false

  /// `sights` know the page's own style sheets.
  init(encoding: String, sights: HTMLSights) {
    self.sights = sights
    collector = MarkupCollector(format: .html, encoding: encoding)
  }

  // MARK: Events

  mutating func number(ofElements name: String) -> Int {
    let number = path.number(of: name)
    if number == elements.count {
      elements.append(HTMLElement(named: name))
      names.append(name)
    }
    return number
  }

  /// Returns false once a limit is passed: the parse can stop.
  mutating func start(_ number: Int, attributes: MarkupAttributes) -> Bool {
    let element = elements[number]
    if skipped > 0 || element.traits.contains(.skipped) {
      if case .embedded = element.kind { noteAttachment(attributes["src"] ?? attributes["data"]) }
      if skipped == 0 { skipsText = false }
      skipped += 1
      return isWithinLimits()
    }
    let look = sights.look(names[number], attributes)
    if isHidden(number, attributes) || look?.removes == true {
      skipsText = true
      if case .embedded = element.kind { noteAttachment(attributes["src"] ?? attributes["data"]) }
      skipped += 1
      return isWithinLimits()
    }
    let isBlock = element.traits.contains(.block)
    if isBlock { flush() }
    path.push(number)
    sights.begin(names[number], element.kind, look, attributes)
    if isBlock { blockDepths.append(path.depth) }
    if element.traits.contains(.container) {
      containers.begin(attributes)
      collector.container = containers.current
    }
    switch element.kind {
    case .lineBreak: lineBreak()
    case .paragraph: isExplicit = true
    case .preformatted:
      isExplicit = true
      preformatted += 1
    case .heading(let level): headingLevel = level
    case .orderedList: lists.append(0)
    case .list: lists.append(nil)
    case .item: beginListItem()
    case .link:
      links += 1
      isLinked = true
      noteAttachment(attributes["href"])
    case .table: collector.beginTable()
    case .row: collector.beginRow()
    case .cell:
      cells += 1
      collector.beginCell(
        path: path.text, rowSpan: rowSpan(attributes["rowspan"]),
        columnSpan: span(attributes["colspan"]))
    case .picture: paragraph.notePicture()
    case .formula:
      formulaStart = paragraph.text.count
      isStructured = false
    case .formulaStructure: isStructured = true
    case .embedded, .struck, .raised, .lowered, .backwards, .font, .other: break
    }
    return isWithinLimits()
  }

  mutating func end(_ number: Int) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    let element = elements[number]
    if element.traits.contains(.block) { flush() }
    switch element.kind {
    case .paragraph: isExplicit = false
    case .preformatted:
      isExplicit = false
      preformatted -= 1
    case .heading: headingLevel = nil
    case .orderedList, .list: _ = lists.popLast()
    case .item: numbering = nil
    case .link: links -= 1
    case .table: collector.endTable()
    case .cell:
      cells -= 1
      collector.endCell()
    case .formula: endFormula()
    case .lineBreak, .row, .embedded, .struck, .raised, .lowered, .backwards, .font, .picture,
      .formulaStructure, .other:
      break
    }
    if element.traits.contains(.container) {
      containers.end()
      collector.container = containers.current
    }
    if element.traits.contains(.block) { _ = blockDepths.popLast() }
    path.pop()
    sights.end()
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    let sight = sights.current
    guard skipped == 0, !sight.isHidden else {
      if skipped == 0 || skipsText { collector.leftOut.note(bytes, .hidden) }
      return
    }
    guard !sight.isStruck else { return collector.leftOut.note(bytes, .struck) }
    if sight.isReversed {
      collector.leftOut.note(bytes, .unreadable)
      return paragraph.appendHole()
    }
    let start = paragraph.text.count
    read(bytes)
    if let shift = sight.shift { paragraph.shift(from: min(start, paragraph.text.count), shift) }
  }

  private mutating func endFormula() {
    defer { formulaStart = nil }
    guard let start = formulaStart, isStructured else { return }
    collector.leftOut.note(paragraph.takeBack(from: start), .unreadable)
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    if preformatted > 0 {
      for byte in bytes {
        if byte == 0x0A { flush() } else if byte != 0x0D { paragraph.appendVerbatim(byte) }
      }
      return
    }
    if paragraph.takesPendingBreak(before: bytes, inCell: cells > 0) { flush() }
    let added = paragraph.append(bytes)
    if links == 0 { containers.count(text: added) }
  }

  /// Elements may be too deep: libxml2 looks through all open ones for each end tag.
  private mutating func isWithinLimits() -> Bool {
    if path.depth + skipped > Self.deepest {
      error = error ?? .limitExceeded(what: "depth of elements", limit: "\(Self.deepest)")
    }
    return error == nil && collector.error == nil
  }

  // MARK: Paragraphs

  private mutating func flush() {
    collector.leftOut.endFigure()
    paragraph.end()
    defer {
      paragraph.begin()
      isLinked = links > 0
    }
    guard !paragraph.isEmpty || (isExplicit && cells > 0) else { return }
    if !isLinked, PrintedAmount.stands(in: paragraph.text[...]) { containers.noteAmount() }
    if headingLevel == 1 { headings.append(HTMLParagraph.withoutSpace(paragraph.text[...])) }
    collector.addParagraph(
      paragraph.text[...], path: blockPath(), outlineLevel: headingLevel, numbering: numbering)
    numbering = nil
    isExplicit = false
  }

  private mutating func blockPath() -> ArraySlice<UInt8> {
    let depth = min(blockDepths.last ?? path.depth, path.depth)
    // Of «<>» libxml2 makes a text outside of all elements.
    return depth > 0 ? path.text(depth: depth) : Self.outside
  }

  private static let outside = ArraySlice("/html".utf8)

  private mutating func lineBreak() {
    if cells > 0 {
      paragraph.appendVerbatim(0x0A)
    } else if paragraph.isBreakPending || paragraph.isEmpty {
      flush()
    } else {
      paragraph.isBreakPending = true
    }
  }

  private mutating func beginListItem() {
    numbering = nil
    guard let last = lists.indices.last, let number = lists[last] else { return }
    lists[last] = number + 1
    numbering = "\(number + 1)."
  }

  private func span(_ value: String?) -> Int {
    guard let value, let span = Int(value.filter { !$0.isWhitespace }) else { return 1 }
    return min(1000, max(1, span))
  }

  /// The number 0 stands for all rows that are left.
  private func rowSpan(_ value: String?) -> Int {
    let isOpen = value?.allSatisfy { $0 == "0" || $0.isWhitespace } == true
    return isOpen && value?.contains("0") == true ? Self.allRows : span(value)
  }

  private static let allRows = 65_536

  // MARK: What is left out

  private func isHidden(_ number: Int, _ attributes: MarkupAttributes) -> Bool {
    attributes.contains("hidden") || names[number] == "dialog" && !attributes.contains("open")
  }

  /// A page that only links to its report says so in the findings.
  private mutating func noteAttachment(_ address: String?) {
    guard let address, attachments < Self.mostAttachmentNotes else { return }
    let file = address.split(separator: "?").first.map { $0.lowercased() } ?? ""
    guard Self.documentEndings.contains(where: { file.hasSuffix($0) }) else { return }
    attachments += 1
    collector.note(
      Finding(
        severity: .note, code: .attachment,
        message: "the page links to «\(address)»; convert that file too if the report is in it"))
  }

  // MARK: Result

  mutating func finish() throws(ReadError) -> Document {
    flush()
    if let error { throw error }
    let article = containers.article()
    let containers = containers
    let texts = Set(headings)
    var repeated: Set<[UInt8]> = []
    let document = try collector.finish { container, text in
      guard containers.isWithin(container, article: article) else { return .navigation }
      guard let text else { return .body }
      let shown = HTMLParagraph.withoutSpace(text)
      if texts.contains(shown) { repeated.insert(shown) }
      return HTMLPublicationLine.isOne(shown) ? .navigation : .body
    }
    return withTitle(document, repeated: repeated)
  }

  /// The page's own heading, the last one above the article, belongs to the report unless the
  /// article repeats it. Those further up name the site.
  private func withTitle(_ document: Document, repeated: Set<[UInt8]>) -> Document {
    var document = document
    let article = document.blocks.firstIndex { $0.region == .body } ?? 0
    for index in document.blocks.indices[..<article].reversed() {
      guard case .paragraph(let paragraph) = document.blocks[index].content,
        paragraph.outlineLevel == 1
      else { continue }
      let text = HTMLParagraph.withoutSpace(document.text[document.leaves[paragraph.leaf].range])
      if !repeated.contains(text) { document.blocks[index].region = .body }
      break
    }
    return document
  }
}
