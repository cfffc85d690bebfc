import DocumentModel

extension NormalizedDocument {
  /// A range of the normalized text as the source prints it, within one leaf and without space around
  /// it. Signs that only look like characters (⼀ for 一, as PDFs have them) are given as what they
  /// mean: nobody would find the name by them.
  func printed(_ range: Range<Int>, ofLeaf leaf: Int) -> String {
    let original = originalRange(of: range).clamped(to: document.leaves[leaf].range)
    let text = document.string(in: original)
    let holdsRadicals = text.unicodeScalars.contains { (0x2E80...0x2FDF).contains($0.value) }
    return Self.trimmed(holdsRadicals ? String(decoding: self.text[range], as: UTF8.self) : text)
  }

  /// A text without space around it.
  static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }
}
