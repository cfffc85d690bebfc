internal import OutputReading

/// The facts, by the families of their concepts.
struct FactPanel {
  let views: [View]

  init(_ output: Output, _ context: inout PanelContext) {
    var families: [String] = []
    var rows: [String: [View]] = [:]
    for fact in output.facts {
      let concept = fact.concept
      let family = concept.split(separator: ".").first.map(String.init) ?? concept
      if rows[family] == nil { families.append(family) }
      rows[family, default: []].append(Self.row(fact, concept, &context))
    }
    views = families.map { family in
      [
        "family": context.word(.conceptFamily, family), "count": rows[family]?.count ?? 0,
        "facts": rows[family] ?? [],
      ]
    }
  }

  private static func row(
    _ fact: Output.Fact, _ concept: String, _ context: inout PanelContext
  ) -> View {
    let label = fact.labels
    var view: View = [
      "label": label.last ?? context.labels.concept(concept, context.language),
      "meaning": meaning(of: fact, concept, printed: label.last, context),
      "value": Figures.grouped(fact.digits),
      "unit": context.word(.unit, fact.unit),
      "concept": concept,
    ]
    if label.count > 1 { view["trail"] = label.dropLast().joined(separator: " / ") }
    if let reason = fact.reason { view["reason"] = reason }
    if let place = fact.place, let number = context.claims.number(fact.id, at: place, .figure) {
      view["n"] = number
      view["where"] = context.brief(place.locator)
    }
    return view
  }

  /// Concept (where the label printed is another), aspect and what narrows it down, in words.
  private static func meaning(
    of fact: Output.Fact, _ concept: String, printed: String?, _ context: PanelContext
  ) -> String {
    let name = context.labels.concept(concept, context.language)
    var words = name == printed ? [] : [name]
    words.append(context.word(.aspect, fact.aspect))
    for (name, value) in fact.dimensions.sorted(by: { $0.key < $1.key }) {
      switch name {
      case "function": words.append(coded(value, context.labels.functions))
      case "economic": words.append(coded(value, context.labels.economic))
      default:
        words.append(
          ReviewLabels.Scheme(rawValue: name).map { context.word($0, value) } ?? value)
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func coded(_ code: String, _ names: [String: String]) -> String {
    guard code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return "" }
    return names[code].map { "\(code) \($0)" } ?? code
  }
}
