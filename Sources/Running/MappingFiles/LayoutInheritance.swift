import MappingModel

/// Layouts with what they inherit, each put together once, however long the chains are.
struct LayoutInheritance {
  private let files: [String: LayoutFile]
  private var layouts: [String: Layout] = [:]

  init(_ files: [String: LayoutFile]) { self.files = files }

  /// A layout with what all those that it extends have and it does not say itself.
  mutating func layout(_ id: String) throws(MappingError) -> Layout {
    var chain: [LayoutFile] = []
    var seen: Set<String> = []
    var next: String? = id
    while let current = next, layouts[current] == nil {
      guard let file = files[current] else {
        throw MappingError(
          file: chain.last?.path ?? id,
          message: "extends «\(current)», which is no layout; did you mean "
            + "«\(Spelling.nearest(to: current, in: files.keys.sorted()))»?")
      }
      guard seen.insert(current).inserted else {
        let ids = chain.map(\.id) + [current]
        throw MappingError(
          file: file.path, message: "extends itself: \(ids.joined(separator: " → "))")
      }
      chain.append(file)
      next = file.extends
    }
    var layout = next.flatMap { layouts[$0] }
    for file in chain.reversed() {
      layout = layout.map { file.layout.extending($0) } ?? file.layout
      layouts[file.id] = layout
    }
    guard let layout else { preconditionFailure("a chain of none ends in a layout that is known") }
    return layout
  }
}
