/// The facts, by the families of their concepts.
struct FactPanel {
  let views: [View]

  init(_ report: JSONTree, _ context: inout PanelContext) {
    var families: [String] = []
    var rows: [String: [View]] = [:]
    for fact in report["facts"]?.elements ?? [] {
      let concept = fact["concept"]?.text ?? ""
      let family = concept.split(separator: ".").first.map(String.init) ?? concept
      if rows[family] == nil { families.append(family) }
      rows[family, default: []].append(Self.row(fact, concept, &context))
    }
    views = families.map { family in
      [
        "family": context.word(family), "count": rows[family]?.count ?? 0,
        "facts": rows[family] ?? [],
      ]
    }
  }

  private static func row(
    _ fact: JSONTree, _ concept: String, _ context: inout PanelContext
  ) -> View {
    let id = fact["id"]?.text ?? ""
    let label = (fact["label"]?.text ?? "").split(separator: "/").map(String.init)
    let unit = fact["unit"]?.text ?? ""
    var view: View = [
      "label": label.last ?? context.labels.concept(concept, context.language),
      "meaning": meaning(of: fact, concept, printed: label.last, context),
      "value": Figures.grouped(fact["value"]?.digits ?? ""),
      "unit": context.word(unit),
      "concept": concept,
    ]
    if label.count > 1 { view["trail"] = label.dropLast().joined(separator: " / ") }
    if let reason = fact["reason"]?.text { view["reason"] = reason }
    if let number = context.claims.number(id, at: fact["source"], .figure) {
      view["n"] = number
      if let place = Place(fact["source"]) { view["where"] = context.brief(place.locator) }
    }
    return view
  }

  /// Concept (where the label printed is another), aspect and what narrows it down, in words.
  private static func meaning(
    of fact: JSONTree, _ concept: String, printed: String?, _ context: PanelContext
  ) -> String {
    let name = context.labels.concept(concept, context.language)
    var words = name == printed ? [] : [name]
    if let aspect = fact["aspect"]?.text { words.append(context.word(aspect)) }
    let dimensions = fact["dimensions"]?.members ?? [:]
    for (name, value) in dimensions.sorted(by: { $0.key < $1.key }) {
      guard let value = value.text else { continue }
      switch name {
      case "function": words.append(coded(value, context.labels.functions))
      case "economic": words.append(coded(value, context.labels.economic))
      default: words.append(context.word(value))
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func coded(_ code: String, _ names: [String: String]) -> String {
    guard code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return "" }
    return names[code].map { "\(code) \($0)" } ?? code
  }
}
