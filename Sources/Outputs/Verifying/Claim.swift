package import FoundationEssentials
package import OutputReading

/// What an output says of one place of its source: this text stands there, and it says this value.
package struct Claim: Sendable {
  /// JSON pointer of what is claimed.
  package var pointer: String
  package var place: Place
  /// The value said to be printed there; nil for a text.
  package var value: Decimal?

  /// Where a text is said to stand.
  package struct Place: Sendable {
    package var text: String
    package var block: Int
    package var row: Int?
    package var column: Int?
    package var start: Int
    package var end: Int
    package var line: Int?
    package var bytes: Range<Int>?
    package var path: String?
    package var page: Int?
    package var box: [Int]?
    package var sheet: String?
    package var cell: String?

    init?(_ tree: OutputTree) {
      guard let text = tree["text"]?.text, let block = tree["block"]?.integer,
        let start = tree["start"]?.integer, let end = tree["end"]?.integer
      else { return nil }
      self.text = text
      self.block = block
      self.start = start
      self.end = end
      row = tree["row"]?.integer
      column = tree["column"]?.integer
      line = tree["line"]?.integer
      path = tree["path"]?.text
      page = tree["page"]?.integer
      sheet = tree["sheet"]?.text
      cell = tree["cell"]?.text
      let box = tree["box"]?.elements.compactMap(\.integer) ?? []
      if box.count == 4 { self.box = box }
      let bytes = tree["bytes"]?.elements.compactMap(\.integer) ?? []
      if bytes.count == 2, bytes[0] <= bytes[1] { self.bytes = bytes[0]..<bytes[1] }
    }
  }

  /// Everything an output claims, in the order of the document's lists.
  package static func all(in output: OutputTree) -> [Claim] {
    var claims: [Claim] = []
    collect(output, "", into: &claims)
    return claims
  }

  private static func collect(_ tree: OutputTree, _ pointer: String, into claims: inout [Claim]) {
    switch tree {
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        collect(element, "\(pointer)/\(index)", into: &claims)
      }
    case .object(let members):
      if let place = members["source"].flatMap(Place.init) {
        claims.append(Claim(pointer: pointer, place: place, value: members["value"]?.number))
      }
      if case .object(let places)? = members["sources"] {
        for name in places.keys.sorted() {
          guard let place = places[name].flatMap(Place.init) else { continue }
          let field = members[name] ?? members["values"]?[name]
          claims.append(
            Claim(
              pointer: "\(pointer)/\(name)", place: place,
              value: field?.number ?? field?["value"]?.number))
        }
      }
      for name in members.keys.sorted() where name != "source" && name != "sources" {
        collect(members[name] ?? .null, "\(pointer)/\(name)", into: &claims)
      }
    case .string, .number, .boolean, .null: break
    }
  }
}
