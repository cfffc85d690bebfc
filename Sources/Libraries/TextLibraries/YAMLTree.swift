internal import CTextLibraries

/// A YAML document as a flat tree: nodes are told by their indices, the root being 0.
package final class YAMLTree: Sendable {
  /// What a node is.
  package enum Kind: Sendable { case scalar, sequence, mapping }

  private struct Node {
    var kind: Kind
    var line: Int32
    var column: Int32
    /// Of a scalar in ``text``, of everything else in ``links``.
    var content: Range<Int>
  }

  private let nodes: [Node]
  private let text: [UInt8]
  private let links: [Int32]

  /// Why a text is no YAML document.
  package struct Problem: Error, Equatable {
    package var message: String
    /// From 1; nil where unknown.
    package var line: Int?
    package var column: Int?
  }

  /// Reads one document in UTF-8; nil where there is none in it.
  package convenience init?(_ bytes: [UInt8]) throws(Problem) {
    guard let document = ctk_yaml_open(bytes, bytes.count) else {
      throw Problem(message: "out of memory")
    }
    defer { ctk_yaml_close(document) }
    var line: Int32 = 0
    var column: Int32 = 0
    if let problem = ctk_yaml_problem(document, &line, &column) {
      throw Problem(message: String(cString: problem), line: Int(line), column: Int(column))
    }
    let count = ctk_yaml_node_count(document)
    guard count > 0 else { return nil }
    self.init(document, count: count)
  }

  private init(_ document: OpaquePointer, count: Int) {
    var nodes: [Node] = []
    nodes.reserveCapacity(count)
    var text: [UInt8] = []
    var links: [Int32] = []
    for index in 0..<count {
      let node = ctk_yaml_node_at(document, index)
      switch node.kind {
      case Int32(CTK_YAML_SCALAR):
        let start = text.count
        // Safe: the document owns the text until it is closed, behind this initializer.
        text.append(contentsOf: UnsafeBufferPointer(start: node.text, count: node.length))
        nodes.append(
          Node(
            kind: .scalar, line: node.line, column: node.column, content: start..<text.count))
      default:
        let start = links.count
        links += repeatElement(0, count: node.child_count)
        // Safe: `child_count` places were appended at `start`, and C writes so many.
        links.withUnsafeMutableBufferPointer { links in
          if let base = links.baseAddress { ctk_yaml_children(document, index, base + start) }
        }
        nodes.append(
          Node(
            kind: node.kind == Int32(CTK_YAML_MAPPING) ? .mapping : .sequence, line: node.line,
            column: node.column, content: start..<links.count))
      }
    }
    self.nodes = nodes
    self.text = text
    self.links = links
  }

  package func kind(of node: Int) -> Kind { nodes[node].kind }

  /// Where a node begins, from 1; columns count characters.
  package func place(of node: Int) -> (line: Int, column: Int) {
    (Int(nodes[node].line), Int(nodes[node].column))
  }

  /// The text of a scalar; nil for everything else.
  package func text(of node: Int) -> String? {
    guard nodes[node].kind == .scalar else { return nil }
    return String(decoding: text[nodes[node].content], as: UTF8.self)
  }

  /// Of a sequence its elements, of a mapping key, value, key, value …; none of a scalar.
  package func children(of node: Int) -> [Int] {
    guard nodes[node].kind != .scalar else { return [] }
    return links[nodes[node].content].map(Int.init)
  }
}
