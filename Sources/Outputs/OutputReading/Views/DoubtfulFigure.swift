extension Output {
  /// A figure of which a part of the meaning is open.
  package struct DoubtfulFigure: Sendable {
    private let node: OutputNode

    init(_ node: OutputNode) { self.node = node }

    /// `d1`, `d2` … in source order.
    package var id: String { node.words("id") }
    /// What is open.
    package var reason: String { node.words("reason") }
    /// The number in the digits printed; empty where there is none.
    package var digits: String { node["value"]?.digits ?? "" }
    /// The unit printed; nil where nothing says it.
    package var unit: String? { node["unit"]?.text }
    /// The label as printed.
    package var label: String { node.words("label") }
    /// What it may be, the likeliest first.
    package var readings: [Reading] { (node["readings"]?.elements ?? []).map(Reading.init) }
    /// Where it stands.
    package var place: Place? { node.place("source") }
  }

  /// One of the things that a doubtful figure may be.
  package struct Reading: Sendable {
    private let node: OutputNode

    init(_ node: OutputNode) { self.node = node }

    /// A concept id of the taxonomy; nil where that is open.
    package var concept: String? { node["concept"]?.text }
    /// Which side of the concept; nil where that is open.
    package var aspect: String? { node["aspect"]?.text }
    /// What would narrow it down, by name.
    package var dimensions: [String: String] { node.dimensions }
  }

  /// How each feature of a fact is known.
  package struct Trust: Sendable {
    private let node: OutputNode?

    init(_ node: OutputNode?) { self.node = node }

    /// In sum: `proved` or `read`.
    package var grade: String { node?.words("grade") ?? "" }
    /// The features in the order of the output, each with how it is known.
    package var features: [(name: String, footing: String)] {
      ["structure", "concept", "fund", "aspect", "year", "unit"].compactMap { name in
        node?[name]?.text.map { (name, $0) }
      }
    }
  }
}

extension OutputNode {
  /// What narrows a concept down, by name; of a name that comes twice the first counts.
  var dimensions: [String: String] {
    var dimensions: [String: String] = [:]
    for (name, value) in self["dimensions"]?.members ?? [] where dimensions[name] == nil {
      dimensions[name] = value.text
    }
    return dimensions
  }
}
