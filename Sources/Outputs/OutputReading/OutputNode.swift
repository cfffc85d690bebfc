/// One value of an output's JSON, whatever it is: for those who walk over all of it, and what the
/// typed views stand on.
package struct OutputNode: Sendable {
  private let json: OutputText
  /// Position on the tape.
  private let index: Int

  /// The whole document.
  init(rootOf json: OutputText) {
    self.json = json
    index = 0
  }

  private init(_ json: OutputText, _ index: Int) {
    self.json = json
    self.index = index
  }

  private var node: JSONTape.Node { json.tape.nodes[index] }
  private var range: Range<Int> { Int(node.start)..<Int(node.end) }

  /// Where it is written, a text with its quotation marks.
  package var written: Range<Int> {
    kind == .text || kind == .escaped ? range.lowerBound - 1..<range.upperBound + 1 : range
  }

  /// What it is.
  package var kind: JSONTape.Kind { node.kind }

  /// Whether it is null.
  package var isNull: Bool { kind == .null }

  /// Whether it is true; false for everything else.
  package var isTrue: Bool { kind == .yes }

  /// The text of a string; nil for everything else.
  package var text: String? {
    switch kind {
    case .text, .escaped: json.string(at: index)
    case .null, .yes, .no, .number, .array, .object: nil
    }
  }

  /// The digits of a number as they are written, «8.40»; nil for everything else.
  package var digits: String? {
    kind == .number ? String(decoding: json.bytes[range], as: UTF8.self) : nil
  }

  /// A number that is a whole one.
  package var integer: Int? { digits.flatMap { Int($0) } }

  /// A member of an object; nil where there is none, and for everything else.
  package subscript(name: String) -> OutputNode? {
    json.tape.key(name.utf8Span.span, in: index, from: index + 1, json.bytes)
      .map { OutputNode(json, $0 + 1) }
  }

  /// The elements of an array; none for everything else.
  package var elements: [OutputNode] {
    guard kind == .array else { return [] }
    var elements: [OutputNode] = []
    var child = index + 1
    while child < Int(node.next) {
      elements.append(OutputNode(json, child))
      child = Int(json.tape.nodes[child].next)
    }
    return elements
  }

  /// The members of an object in their order; none for everything else.
  package var members: [(name: String, value: OutputNode)] {
    guard kind == .object else { return [] }
    var members: [(name: String, value: OutputNode)] = []
    var key = index + 1
    while key < Int(node.next) {
      members.append((json.string(at: key), OutputNode(json, key + 1)))
      key = Int(json.tape.nodes[key + 1].next)
    }
    return members
  }

  /// The element or member that one step of a JSON pointer names.
  package func step(_ name: String) -> OutputNode? {
    guard kind == .array else { return self[name] }
    guard var left = Int(name), left >= 0 else { return nil }
    var child = index + 1
    while child < Int(node.next), left > 0 {
      child = Int(json.tape.nodes[child].next)
      left -= 1
    }
    return child < Int(node.next) ? OutputNode(json, child) : nil
  }

  /// Its JSON pointer: «/facts/3/value», of the document «».
  package var pointer: String {
    let nodes = json.tape.nodes
    var pointer = ""
    var container = 0
    while container != index {
      let isObject = nodes[container].kind == .object
      var child = container + (isObject ? 2 : 1)
      var position = 0
      while Int(nodes[child].next) <= index {
        child = Int(nodes[child].next) + (isObject ? 1 : 0)
        position += 1
      }
      pointer += "/" + (isObject ? json.string(at: child - 1).escapedForPointer : "\(position)")
      container = child
    }
    return pointer
  }
}

extension OutputText {
  /// What the text at a position of the tape says.
  fileprivate func string(at index: Int) -> String {
    let range = Int(tape.nodes[index].start)..<Int(tape.nodes[index].end)
    guard tape.nodes[index].kind == .escaped else {
      return String(decoding: bytes[range], as: UTF8.self)
    }
    var decoded = Array(bytes[range])
    JSONText.appendDecoded(0..<range.count, of: &decoded, keepingNull: true)
    return String(decoding: decoded[range.count...], as: UTF8.self)
  }
}

extension String {
  /// As RFC 6901 writes a name within a pointer.
  fileprivate var escapedForPointer: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return self
    }
    return replacing("~", with: "~0").replacing("/", with: "~1")
  }
}
