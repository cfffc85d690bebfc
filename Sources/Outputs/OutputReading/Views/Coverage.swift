extension Output {
  /// What became of the figures of the text.
  package struct Coverage: Sendable {
    private let node: OutputNode?

    init(_ node: OutputNode?) { self.node = node }

    /// All of them.
    package var figures: Int { count("figures") }
    /// Those that became facts or members of records.
    package var mapped: Int { count("mapped") }
    /// Dates, numbers of lists and those in quoted texts.
    package var explained: Int { count("explained") }
    /// Those of which a part of the meaning is open.
    package var doubtful: Int { count("doubtful") }
    /// Those that no rule took.
    package var unmapped: Int { count("unmapped") }

    private func count(_ name: String) -> Int { node?[name]?.integer ?? 0 }
  }

  /// A figure that no rule took.
  package struct UnmappedFigure: Sendable {
    private let node: OutputNode
    private let index: Int

    /// There may be very many, so each knows its position instead of counting those before it.
    init(_ node: OutputNode, index: Int) {
      self.node = node
      self.index = index
    }

    /// Its JSON pointer.
    package var pointer: String { "/unmapped/\(index)" }
    /// The figure printed.
    package var text: String { node.words("text") }
    /// Why no rule took it.
    package var reason: String { node.words("reason") }
    /// Where it stands.
    package var place: Place? { node.place("source") }
  }
}
