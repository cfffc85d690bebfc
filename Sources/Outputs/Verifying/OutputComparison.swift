internal import OutputReading

/// Compares an output member by member with what its source gives now.
struct OutputComparison {
  /// The members that cannot be proved by reading the source again. The name of the file is not in the
  /// file, and it may have another one now; the digest is proved by itself.
  static let unprovable: Set<String> = ["/report/source/file", "/digest"]

  /// How many differences are told; more say nothing new.
  private static let most = 200

  private var differences: [Proof.Failure] = []

  /// What an output says otherwise, or says more or less.
  static func differences(of output: Output, from again: Output) -> [Proof.Failure] {
    var comparison = OutputComparison()
    comparison.compare(output.root, again.root, "")
    return comparison.differences
  }

  private mutating func note(_ pointer: String, _ told: String?, _ read: String?) {
    differences.append(
      Proof.Failure(pointer: pointer, quoted: told ?? "nothing", found: read, why: .reading))
  }

  private mutating func compare(_ told: OutputNode, _ read: OutputNode, _ pointer: String) {
    guard differences.count < Self.most, !Self.unprovable.contains(pointer) else { return }
    switch (told.kind, read.kind) {
    case (.object, .object): compareMembers(told, read, pointer)
    case (.array, .array):
      let (mine, others) = (told.elements, read.elements)
      if mine.count != others.count {
        note(pointer, "\(mine.count) entries", "\(others.count) entries")
      }
      for (index, pair) in zip(mine, others).enumerated() {
        let before = differences.count
        compare(pair.0, pair.1, "\(pointer)/\(index)")
        // Where one is left out all behind it differ, which says nothing.
        if mine.count != others.count, differences.count > before { break }
      }
    default:
      let (mine, other) = (told.words, read.words)
      if mine != other { note(pointer, mine, other) }
    }
  }

  private mutating func compareMembers(
    _ told: OutputNode, _ read: OutputNode, _ pointer: String
  ) {
    var left = Dictionary(read.members.map { ($0.name, $0.value) }) { first, _ in first }
    for (name, value) in told.members {
      let path = "\(pointer)/\(name)"
      if let other = left.removeValue(forKey: name) {
        compare(value, other, path)
      } else if !Self.unprovable.contains(path) {
        note(path, value.words, nil)
      }
    }
    for (name, value) in left.sorted(by: { $0.key < $1.key })
    where !Self.unprovable.contains("\(pointer)/\(name)") {
      note("\(pointer)/\(name)", nil, value.words)
    }
  }
}

extension OutputNode {
  /// What it says, for a comparison and for a message: numbers in their digits, texts in their marks.
  fileprivate var words: String {
    switch kind {
    case .null: "null"
    case .yes: "true"
    case .no: "false"
    case .number: digits ?? ""
    case .text, .escaped: "\"\(text ?? "")\""
    case .array: "[\(elements.count) entries]"
    case .object: "{\(members.map(\.name).joined(separator: ", "))}"
    }
  }
}
