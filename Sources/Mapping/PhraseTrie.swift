/// Finds the longest of a set of phrases that begins at a position; O(phrase length) a look-up.
package struct PhraseTrie<Value: Sendable>: Sendable {
  private struct Node: Sendable {
    var children: [UInt8: Int] = [:]
    var values: [Value] = []
  }

  private var nodes: [Node] = [Node()]

  package init() {}

  /// Adds a phrase; several values may share one.
  package mutating func insert(_ phrase: String, _ value: Value) {
    var node = 0
    for byte in phrase.utf8 {
      if let next = nodes[node].children[byte] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].children[byte] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    nodes[node].values.append(value)
  }

  /// The longest phrase that starts at `position` for which `accept` finds a value.
  package func longestMatch<Chosen>(
    in text: [UInt8], at position: Int, end: Int, accept: ([Value]) -> Chosen?
  ) -> (end: Int, value: Chosen)? {
    var node = 0
    var index = position
    var best: (end: Int, value: Chosen)?
    while index < end, let next = nodes[node].children[text[index]] {
      node = next
      index += 1
      if !nodes[node].values.isEmpty, let chosen = accept(nodes[node].values) {
        best = (index, chosen)
      }
    }
    return best
  }
}
