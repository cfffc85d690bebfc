/// Which branch of an alternate content is read: the first that is understood, or the fallback where that
/// one shows no text.
struct DocxAlternates {
  private struct Alternate {
    var isTaken = false
    /// How much text had been read where the branch began.
    var seen = 0
  }

  private var open: [Alternate] = []

  mutating func begin(seen: Int) { open.append(Alternate(seen: seen)) }

  mutating func end() { _ = open.popLast() }

  /// Whether a branch that asks for these extensions is read.
  mutating func takesChoice(requiring names: String?, seen: Int) -> Bool {
    guard let last = open.indices.last else { return true }
    open[last].seen = seen
    let names = (names ?? "").split(separator: " ")
    return !open[last].isTaken && names.allSatisfy { Self.understands($0) }
  }

  mutating func endChoice(seen: Int) {
    guard let last = open.indices.last else { return }
    if seen > open[last].seen { open[last].isTaken = true }
  }

  /// Whether the fallback is read.
  var takesFallback: Bool { !(open.last?.isTaken ?? false) }

  /// The prefixes by which Microsoft's writers name their extensions.
  private static func understands(_ name: some StringProtocol) -> Bool {
    ["wp", "w1", "a1", "cx", "c1", "aink", "am3d", "dgm", "pic", "lc", "v", "o", "m", "w"]
      .contains { name == $0 || $0.count > 1 && name.hasPrefix($0) }
  }
}
