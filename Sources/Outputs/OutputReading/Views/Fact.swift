extension Output {
  /// One figure with its meaning and its place.
  package struct Fact: Sendable {
    private let node: OutputNode

    init(_ node: OutputNode) { self.node = node }

    /// `f1`, `f2` … in source order.
    package var id: String { node.words("id") }
    /// A concept id of the taxonomy.
    package var concept: String { node.words("concept") }
    /// Which side of the concept it tells.
    package var aspect: String { node.words("aspect") }
    /// What narrows it down, by name: `fund`, `function` ….
    package var dimensions: [String: String] { node.dimensions }
    /// The number in the digits printed; empty where there is none.
    package var digits: String { node["value"]?.digits ?? "" }
    /// The unit printed.
    package var unit: String { node.words("unit") }
    /// The digits in yuan; nil for what is no money.
    package var yuan: String? { node["yuan"]?.digits }
    /// The label as printed, from the widest heading to the narrowest.
    package var labels: [String] { node.words("label").split(separator: "/").map(String.init) }
    /// The reason given for a change.
    package var reason: String? { node["reason"]?.text }
    /// How well it stands.
    package var trust: Trust { Trust(node["trust"]) }
    /// Where the figure stands.
    package var place: Place? { node.place("source") }
  }
}
