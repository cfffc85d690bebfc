/// A text as a key of a dictionary or a set: equal where the bytes are the same.
///
/// `String` treats different encodings of one character as equal and so normalizes every text that
/// is not ASCII before it compares or hashes it, which costs ten times as much. Labels are normalized
/// already.
package struct ExactText: Sendable, Hashable {
  /// The text itself.
  package let text: String

  /// A key of a text.
  package init(_ text: String) { self.text = text }

  /// Whether the bytes are the same.
  package static func == (first: ExactText, second: ExactText) -> Bool {
    var (first, second) = (first.text, second.text)
    // Safe: borrowed within the closures; both counts are compared first.
    return first.withUTF8 { one in
      second.withUTF8 { two in one.count == two.count && one.elementsEqual(two) }
    }
  }

  /// Hashes the bytes.
  package func hash(into hasher: inout Hasher) {
    var text = text
    // Safe: borrowed for the call.
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
