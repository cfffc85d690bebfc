/// Finds the longest of a set of phrases that begins at a position; O(phrase length) a look-up.
///
/// All edges lie in one open-addressed table (node and byte to node): building one allocates a few
/// arrays, not one dictionary for each of tens of thousands of nodes.
package struct PhraseTrie<Value: Sendable>: Sendable {
  /// Edge keys, node × 256 + byte + 1; 0 is an empty place.
  private var keys: [UInt64]
  private var targets: [Int32]
  private var edges = 0
  /// Per node, where its values are; -1 where no phrase ends.
  private var valuePlaces: [Int32] = [-1]
  private var values: [[Value]] = []

  package init() {
    keys = Array(repeating: 0, count: 1 << 12)
    targets = Array(repeating: 0, count: 1 << 12)
  }

  /// Adds a phrase; several values may share one.
  package mutating func insert(_ phrase: String, _ value: Value) {
    var node: Int32 = 0
    var phrase = phrase
    phrase.withUTF8 { bytes in
      for byte in bytes { node = step(node, byte) }
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
    while index < end, let next = target(node, text[index]) {
      node = next
      index += 1
      let place = valuePlaces[Int(node)]
      if place >= 0, let chosen = accept(values[Int(place)]) { best = (index, chosen) }
    }
    return best
  }

  // MARK: Edges

  private func target(_ node: Int32, _ byte: UInt8) -> Int32? {
    let key = UInt64(node) << 8 + UInt64(byte) + 1
    let mask = keys.count - 1
    var place = Self.hash(key) & mask
    while keys[place] != 0 {
      if keys[place] == key { return targets[place] }
      place = (place + 1) & mask
    }
    return nil
  }

  /// The node behind an edge, which is made where there is none.
  private mutating func step(_ node: Int32, _ byte: UInt8) -> Int32 {
    if let next = target(node, byte) { return next }
    if edges * 2 >= keys.count { grow() }
    let next = Int32(valuePlaces.count)
    valuePlaces.append(-1)
    place(UInt64(node) << 8 + UInt64(byte) + 1, next)
    edges += 1
    return next
  }

  private mutating func place(_ key: UInt64, _ target: Int32) {
    let mask = keys.count - 1
    var place = Self.hash(key) & mask
    while keys[place] != 0 { place = (place + 1) & mask }
    keys[place] = key
    targets[place] = target
  }

  private mutating func grow() {
    let old = (keys, targets)
    keys = Array(repeating: 0, count: old.0.count * 2)
    targets = Array(repeating: 0, count: old.0.count * 2)
    for (key, target) in zip(old.0, old.1) where key != 0 { place(key, target) }
  }

  /// Fibonacci hashing: neighbouring keys are spread over the table.
  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
