extension Output {
  /// One of a body's main functions.
  package struct Function: Sendable {
    private let node: OutputNode

    init(_ node: OutputNode) { self.node = node }

    /// Its JSON pointer.
    package var pointer: String { node.pointer }
    /// Without its number.
    package var text: String { node.words("text") }
    /// Where it stands.
    package var place: Place? { node.place("source") }
  }

  /// One of a body's divisions.
  package struct Division: Sendable {
    private let node: OutputNode

    init(_ node: OutputNode) { self.node = node }

    /// Its JSON pointer.
    package var pointer: String { node.pointer }
    /// What it is called.
    package var name: String { node.words("name") }
    /// Where it stands.
    package var place: Place? { node.place("source") }
  }

  /// A term and what the report says it means.
  package struct Term: Sendable {
    private let node: OutputNode

    init(_ node: OutputNode) { self.node = node }

    /// Its JSON pointer.
    package var pointer: String { node.pointer }
    /// The term.
    package var term: String { node.words("term") }
    /// What it means.
    package var definition: String { node.words("definition") }
    /// Where the definition stands.
    package var place: Place? { node.place("source") }
  }
}
