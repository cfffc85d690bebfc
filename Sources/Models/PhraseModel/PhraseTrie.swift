/// Finds the longest of a set of phrases that begins at a position; O(phrase length) a look-up.
///
/// All edges lie in one open-addressed table (node and byte to node): building one allocates a few
/// arrays, not one dictionary for each of tens of thousands of nodes.
package struct PhraseTrie<Value: Sendable>: Sendable {
  private struct Edge {
    var node: Int32
    var byte: UInt8
    /// 0 where the place is empty: no edge leads to the root.
    var target: Int32
    static var none: Edge { Edge(node: 0, byte: 0, target: 0) }
  }

  /// As many places as a power of two.
  private var edges: [Edge]
  private var edgeCount = 0
  /// Per node, where its values are; -1 where no phrase ends.
  private var valuePlaces: [Int32] = [-1]
  private var values: [[Value]] = []
  /// The nodes behind one character of three bytes, E4 to E9 the first of them; 0 where no phrase
  /// begins so. Nearly all places of a text are one, and most begin no phrase: one look instead of
  /// three in a table that no cache holds.
  private var firstCharacters: [Int32]

  package init() {
    edges = Array(repeating: .none, count: 1 << 12)
    firstCharacters = Array(repeating: 0, count: 6 * 64 * 64)
  }

  /// Adds a phrase; several values may share one.
  package mutating func insert(_ phrase: String, _ value: Value) {
    var node: Int32 = 0
    var phrase = phrase
    // Safe: borrowed for the closure; `bytes[0]` and `bytes[1]` are read at offset 2 only.
    phrase.withUTF8 { bytes in
      for (offset, byte) in bytes.enumerated() {
        node = step(node, byte)
        if offset == 2, let place = Self.place(bytes[0], bytes[1], byte) {
          firstCharacters[place] = node
        }
      }
    }
    let place = valuePlaces[Int(node)]
    if place >= 0 {
      values[Int(place)].append(value)
    } else {
      valuePlaces[Int(node)] = Int32(values.count)
      values.append([value])
    }
  }

  /// The values of exactly this phrase.
  package func values(of phrase: String) -> [Value] {
    var node: Int32 = 0
    for byte in phrase.utf8 {
      guard let next = target(node, byte) else { return [] }
      node = next
    }
    let place = valuePlaces[Int(node)]
    return place < 0 ? [] : values[Int(place)]
  }

  /// The longest phrase that starts at `position` for which `accept` finds a value.
  package func longestMatch<Chosen>(
    in text: [UInt8], at position: Int, end: Int, accept: ([Value]) -> Chosen?
  ) -> (end: Int, value: Chosen)? {
    var node: Int32 = 0
    var index = position
    var best: (end: Int, value: Chosen)?
    // No phrase ends within a character, but one may be a single one.
    if end - index >= 3, let place = Self.place(text[index], text[index + 1], text[index + 2]) {
      node = firstCharacters[place]
      if node == 0 { return nil }
      index += 3
      let place = valuePlaces[Int(node)]
      if place >= 0, let chosen = accept(values[Int(place)]) { best = (index, chosen) }
    }
    while index < end, let next = target(node, text[index]) {
      node = next
      index += 1
      let place = valuePlaces[Int(node)]
      if place >= 0, let chosen = accept(values[Int(place)]) { best = (index, chosen) }
    }
    return best
  }

  /// Calls `body` for each phrase that starts at `position`, the shortest first.
  package func forEachMatch(
    in text: [UInt8], at position: Int, end: Int, _ body: (_ end: Int, _ values: [Value]) -> Void
  ) {
    var node: Int32 = 0
    var index = position
    if end - index >= 3, let place = Self.place(text[index], text[index + 1], text[index + 2]) {
      node = firstCharacters[place]
      if node == 0 { return }
      index += 3
      let place = valuePlaces[Int(node)]
      if place >= 0 { body(index, values[Int(place)]) }
    }
    while index < end, let next = target(node, text[index]) {
      node = next
      index += 1
      let place = valuePlaces[Int(node)]
      if place >= 0 { body(index, values[Int(place)]) }
    }
  }

  /// Where three bytes stand among the first characters; nil where they are none.
  private static func place(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int? {
    guard first >= 0xE4, first <= 0xE9, second & 0xC0 == 0x80, third & 0xC0 == 0x80 else {
      return nil
    }
    return Int(first - 0xE4) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)
  }

  // MARK: Edges

  private func target(_ node: Int32, _ byte: UInt8) -> Int32? {
    let mask = edges.count - 1
    var place = Self.hash(node, byte) & mask
    while true {
      let edge = edges[place]
      if edge.target == 0 { return nil }
      if edge.node == node, edge.byte == byte { return edge.target }
      place = (place + 1) & mask
    }
  }

  /// The node behind an edge, which is made where there is none.
  private mutating func step(_ node: Int32, _ byte: UInt8) -> Int32 {
    if let next = target(node, byte) { return next }
    if edgeCount * 2 >= edges.count { grow() }
    let next = Int32(valuePlaces.count)
    valuePlaces.append(-1)
    place(Edge(node: node, byte: byte, target: next))
    edgeCount += 1
    return next
  }

  private mutating func place(_ edge: Edge) {
    let mask = edges.count - 1
    var place = Self.hash(edge.node, edge.byte) & mask
    while edges[place].target != 0 { place = (place + 1) & mask }
    edges[place] = edge
  }

  private mutating func grow() {
    let old = edges
    edges = Array(repeating: .none, count: old.count * 4)
    for edge in old where edge.target != 0 { place(edge) }
  }

  /// Fibonacci hashing: neighbouring keys are spread over the table.
  private static func hash(_ node: Int32, _ byte: UInt8) -> Int {
    let key = UInt64(UInt32(bitPattern: node)) << 8 | UInt64(byte)
    // Safe: a hash; the product is meant to lose its upper bits, and callers mask the place.
    return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
