/// A text as a key: equal where the bytes are the same.
///
/// `String` compares and hashes what Unicode holds for equal, and for every text that is not ASCII it
/// looks for that first, which costs ten times as much. Labels are in one form already.
package struct ExactText: Sendable, Hashable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func == (first: ExactText, second: ExactText) -> Bool {
    var (first, second) = (first.text, second.text)
    return first.withUTF8 { one in
      second.withUTF8 { two in one.count == two.count && one.elementsEqual(two) }
    }
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
