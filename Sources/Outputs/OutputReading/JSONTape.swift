/// A JSON document as a flat list of nodes over its bytes: texts and numbers stay where they stand,
/// so that a number keeps its digits and reading takes no memory of its own for them.
///
/// Strict RFC 8259 in UTF-8, except that a name may come twice (the first counts).
package struct JSONTape: ~Copyable, Sendable {
  /// What a node is; `escaped` is a text with backslashes in it.
  package enum Kind: UInt8, Sendable {
    case null, yes, no, number, text, escaped, array, object
  }

  /// A value, or the name of a member, which stands before its value.
  package struct Node: Sendable {
    /// What it is.
    package var kind: Kind
    /// The value's bytes; a text's without its quotation marks.
    package var start: Int32
    /// Behind the last of them.
    package var end: Int32
    /// The node behind this one and all within it.
    package var next: Int32
  }

  /// Deeper than any report; a bound for what is hostile.
  package static let depthLimit = 64

  /// In the order of the document, the whole of it first.
  package let nodes: [Node]

  /// - Throws: `notJSON` with the offset where reading ended.
  package init(_ bytes: borrowing [UInt8]) throws(OutputError) {
    guard bytes.count < Int(Int32.max) else { throw .notJSON(offset: 0) }
    var reader = Reader(reserving: bytes.count / 8)
    let span = bytes.span
    try reader.value(span, depth: 0)
    reader.skipSpace(span)
    guard reader.position == span.count else { throw .notJSON(offset: reader.position) }
    nodes = reader.nodes
  }
}

extension JSONTape {
  /// The name of a member of an object, looked for from `first` (a name of that object) on; its value
  /// is the node behind it. Nil where there is none or the node is no object.
  package borrowing func key(
    _ name: Span<UInt8>, in object: Int, from first: Int, _ bytes: [UInt8]
  ) -> Int? {
    guard nodes[object].kind == .object else { return nil }
    let end = Int(nodes[object].next)
    var key = first
    while key < end {
      let start = Int(nodes[key].start)
      if Int(nodes[key].end) - start == name.count {
        var offset = 0
        while offset < name.count, bytes[start + offset] == name[offset] { offset += 1 }
        if offset == name.count { return key }
      }
      key = Int(nodes[key + 1].next)
    }
    return nil
  }
}
