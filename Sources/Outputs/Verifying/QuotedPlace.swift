package import OutputReading

/// What an output says of one place of its source: this text stands there, and it says this value.
package struct QuotedPlace: Sendable {
  /// JSON pointer of what is told.
  package var pointer: String
  /// Where the text is said to stand.
  package var place: Output.Place
  /// The figure that is said to be printed there; nil for a text.
  package var figure: Figure?
  /// What the output says the figure is in yuan; nil where it does not say it.
  package var yuan: String?

  /// A number that is said to be printed at a place.
  package struct Figure: Sendable {
    /// Its digits in the output.
    package var digits: String
    /// Whether it stands in a list in which only figures stand that were read whole.
    package var isEstablished: Bool
    /// The power of ten that leads from its unit to yuan; nil where that is no money, or not told.
    package var yuanExponent: Int?

    var isMoney: Bool { yuanExponent != nil }
    var isNegative: Bool { digits.hasPrefix("-") }

    /// Whether a number that is printed with a unit of its own is as much as this.
    func isCounted(in exponent: Int, as number: some Sequence<Unicode.Scalar>) -> Bool {
      guard let own = yuanExponent, own != exponent else { return true }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: number)
      return PrintedNumber.numbers(in: String(text)).contains {
        $0.shifted(by: exponent) == PrintedDigits(digits)?.shifted(by: own)
      }
    }
  }

  /// All that an output tells, in the order of the document's lists.
  package static func all(in output: Output) -> [QuotedPlace] {
    var places: [QuotedPlace] = []
    collect(output.root, "", Scope(), into: &places)
    return places
  }

  /// What is known from the records around.
  private struct Scope {
    var isEstablished = true
    /// The unit of the amounts in a statement's rows.
    var unit: String?
  }

  private static func collect(
    _ node: OutputNode, _ pointer: String, _ scope: Scope, into places: inout [QuotedPlace]
  ) {
    for (index, element) in node.elements.enumerated() {
      collect(element, "\(pointer)/\(index)", scope, into: &places)
    }
    var scope = scope
    if let unit = node["unit"]?.text { scope.unit = unit }
    func figure(_ digits: String?, unit: String?) -> Figure? {
      digits.map {
        Figure(
          digits: $0, isEstablished: scope.isEstablished, yuanExponent: unit.flatMap(exponent))
      }
    }
    if let place = node["source"].flatMap(Output.Place.init) {
      places.append(
        QuotedPlace(
          pointer: pointer, place: place,
          figure: figure(node["value"]?.digits, unit: node["unit"]?.text),
          yuan: node["yuan"]?.digits))
    }
    for (name, source) in (node["sources"]?.members ?? []).sorted(by: { $0.name < $1.name }) {
      guard let place = Output.Place(source) else { continue }
      let cell = node["values"]?[name]
      let field = node[name] ?? cell
      places.append(
        QuotedPlace(
          pointer: "\(pointer)/\(name)", place: place,
          figure: figure(
            field?.digits ?? field?["value"]?.digits,
            unit: cell == nil || name.hasSuffix("percent") ? nil : scope.unit)))
    }
    for (name, member) in node.members.sorted(by: { $0.name < $1.name })
    where name != "source" && name != "sources" {
      if pointer.isEmpty { scope.isEstablished = name != "doubtful" && name != "unmapped" }
      collect(member, "\(pointer)/\(name)", scope, into: &places)
    }
  }

  private static func exponent(of unit: String) -> Int? {
    switch unit {
    case "CNY": 0
    case "CNY_10K": 4
    case "CNY_100M": 8
    default: nil
    }
  }
}
