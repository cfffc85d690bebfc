import DocumentModel

/// The fields that are open at a place of a document: what they are made of is no text, their result is.
struct DocxFields {
  private struct Field {
    var isInCode = true
    /// The beginning of its code.
    var code: [UInt8] = []
    /// The text that stands between its code's marks.
    var suppressed: [UInt8] = []
    /// The number of the paragraph in which it began.
    var paragraph: Int
  }

  private static let deepest = 64
  private static let longestCode = 256

  private var open: [Field] = []
  private var inCode = 0
  private(set) var unclosed = 0

  /// Whether what is read is the code of a field, or of one around it.
  var isInCode: Bool { inCode > 0 }

  mutating func begin(inParagraph paragraph: Int) {
    guard open.count < Self.deepest else { return }
    open.append(Field(paragraph: paragraph))
    inCode += 1
  }

  mutating func separate() {
    guard let last = open.indices.last, open[last].isInCode else { return }
    open[last].isInCode = false
    inCode -= 1
  }

  /// Ends the innermost field; what it shows itself where it has no result: a symbol, or a hole where it
  /// draws a formula.
  mutating func end() -> [UInt8] {
    guard let field = open.popLast(), field.isInCode else { return [] }
    inCode -= 1
    guard !isInCode else { return [] }
    let words = field.code.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
    switch words.first?.uppercased() {
    case "EQ": return Legibility.hole
    case "SYMBOL": return Self.symbol(words)
    default: return []
    }
  }

  mutating func take(code bytes: UnsafeBufferPointer<UInt8>) {
    guard let last = open.indices.last, open[last].code.count < Self.longestCode else { return }
    open[last].code += bytes
  }

  mutating func suppress(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let last = open.indices.last else { return }
    open[last].suppressed += bytes
  }

  /// Closes the fields that a paragraph leaves open within their code, as word processors do; the text that
  /// only looked like code.
  mutating func close(endOfParagraph paragraph: Int) -> [UInt8] {
    var text: [UInt8] = []
    while let last = open.last, last.isInCode, last.paragraph >= paragraph {
      open.removeLast()
      inCode -= 1
      unclosed += 1
      text = last.suppressed + text
    }
    guard isInCode, let last = open.indices.last else { return text }
    open[last].suppressed += text
    return []
  }

  /// `SYMBOL 45 \f "Symbol"`.
  private static func symbol(_ words: [String]) -> [UInt8] {
    guard words.count > 1, let value = Int(words[1]) ?? Int(words[1].dropFirst(2), radix: 16) else {
      return Legibility.hole
    }
    let font = words.firstIndex(of: "\\f").flatMap { words.indices.contains($0 + 1) ? $0 + 1 : nil }
    return SymbolFonts.text(
      font: font.map { words[$0].filter { $0 != "\"" } }, code: String(value, radix: 16))
  }
}
