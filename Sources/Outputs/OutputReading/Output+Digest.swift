internal import Writing

extension Output {
  /// The digest that the output tells of itself; nil where it tells none, as older ones do.
  package var toldDigest: String? { root[ContentDigest.member]?.text }

  /// The digest that what stands before that member comes to, however it is laid out; nil where the
  /// member is not there or not the last one.
  package var ownDigest: String? {
    guard let end = json.endBeforeLastMember(named: ContentDigest.member) else { return nil }
    var bytes = Array(json.bytes[..<end])
    JSONText.appendCompact(0..<end, of: &bytes, keepingNull: true)
    return ContentDigest.hexadecimal(of: Array(bytes[end...]), closedBy: "}")
  }
}

extension OutputText {
  /// Where the comma stands before the last member of the document, if that is its name.
  fileprivate func endBeforeLastMember(named name: String) -> Int? {
    let nodes = tape.nodes
    guard let root = nodes.first, root.kind == .object else { return nil }
    var key = 1
    while key < Int(root.next), Int(nodes[key + 1].next) < Int(root.next) {
      key = Int(nodes[key + 1].next)
    }
    guard key < Int(root.next) else { return nil }
    let start = Int(nodes[key].start)
    guard bytes[start..<Int(nodes[key].end)].elementsEqual(name.utf8) else { return nil }
    // Between the value before and this name only white space, a comma and a quotation mark stand.
    return bytes[..<start].lastIndex(of: UInt8(ascii: ","))
  }
}
