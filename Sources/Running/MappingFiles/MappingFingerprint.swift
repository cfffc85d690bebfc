internal import TextLibraries

/// Which mapping files a report of a layout depends on, as digests: a report need not be converted
/// again while the digest of its layout is the same.
///
/// A layout depends on its file, on those that it extends, on taxonomy, classifications and checks,
/// and on what all layouts are recognized by. Where the head of a layout file cannot be read, every
/// layout depends on that whole file.
package struct MappingFingerprint: Sendable, Equatable {
  /// By the id of the layout.
  package let layouts: [String: String]

  /// The digests of a mapping folder as it is now; an unreadable file counts as empty.
  package init(of folder: MappingFolder) {
    var common: [UInt8] = []
    var heads: [String: LayoutHead] = [:]
    for path in folder.files where !path.hasPrefix("tests/") {
      let digest = Digest(of: (try? folder.bytes(of: path)) ?? []).hexadecimal
      let entry = Array(path.utf8) + [0] + Array(digest.utf8)
      guard path.hasPrefix("layouts/"), path.hasSuffix(".yaml"),
        let head = try? LayoutHead(try folder.yaml(path), digest: entry)
      else {
        common += entry
        continue
      }
      common += head.recognition
      if heads[head.id] == nil { heads[head.id] = head }
    }
    layouts = Self.chained(heads, Digest(of: common).bytes)
  }

  /// The digests of heads with those of all that they extend, each counted once.
  private static func chained(
    _ heads: [String: LayoutHead], _ common: [UInt8]
  ) -> [String: String] {
    var digests: [String: String] = [:]
    for id in heads.keys.sorted() {
      var chain: [LayoutHead] = []
      var seen: Set<String> = []
      var next = heads[id]
      while let current = next, digests[current.id] == nil, seen.insert(current.id).inserted {
        chain.append(current)
        next = current.extends.flatMap { heads[$0] }
      }
      var inherited = next.flatMap { digests[$0.id] } ?? ""
      for head in chain.reversed() {
        inherited = Digest(of: common + head.digest + inherited.utf8).hexadecimal
        digests[head.id] = inherited
      }
    }
    return digests
  }
}

/// What a layout file says at its top level.
private struct LayoutHead {
  var id: String
  var extends: String?
  /// The texts that the layout is recognized by, with its id.
  var recognition: [UInt8]
  var digest: [UInt8]

  /// Nil where the file does not tell its layout.
  ///
  /// - Throws: where the file is no mapping, or says what it must not say.
  init?(_ root: StrictNode, digest: [UInt8]) throws(MappingError) {
    self.digest = digest
    var fields: [String: StrictNode] = [:]
    for (key, value) in try root.entries() { fields[key.text] = value }
    guard let id = try fields["layout"]?.text() else { return nil }
    self.id = id
    extends = try fields["extends"]?.text()
    let texts = [id] + (try fields["recognize"]?.texts() ?? [])
    recognition = texts.flatMap { Array($0.utf8) + [0] }
  }
}
