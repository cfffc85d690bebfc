package import OutputReading

/// What an output says of one place of its source: this text stands there, and it says this value.
package struct QuotedPlace: Sendable {
  /// JSON pointer of what is told.
  package var pointer: String
  /// Where the text is said to stand.
  package var place: Output.Place
  /// The digits of the value said to be printed there; nil for a text.
  package var digits: String?

  /// All that an output tells, in the order of the document's lists.
  package static func all(in output: Output) -> [QuotedPlace] {
    var places: [QuotedPlace] = []
    collect(output.root, "", into: &places)
    return places
  }

  private static func collect(
    _ node: OutputNode, _ pointer: String, into places: inout [QuotedPlace]
  ) {
    for (index, element) in node.elements.enumerated() {
      collect(element, "\(pointer)/\(index)", into: &places)
    }
    if let place = node["source"].flatMap(Output.Place.init) {
      places.append(QuotedPlace(pointer: pointer, place: place, digits: node["value"]?.digits))
    }
    for (name, source) in (node["sources"]?.members ?? []).sorted(by: { $0.name < $1.name }) {
      guard let place = Output.Place(source) else { continue }
      let field = node[name] ?? node["values"]?[name]
      places.append(
        QuotedPlace(
          pointer: "\(pointer)/\(name)", place: place,
          digits: field?.digits ?? field?["value"]?.digits))
    }
    for (name, member) in node.members.sorted(by: { $0.name < $1.name })
    where name != "source" && name != "sources" {
      collect(member, "\(pointer)/\(name)", into: &places)
    }
  }
}
