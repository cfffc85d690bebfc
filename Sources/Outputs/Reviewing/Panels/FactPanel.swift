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
      "meaning": context.meaning(concept, fact.aspect, fact.dimensions, printed: label.last),
      "value": Figures.grouped(fact.digits),
      "unit": context.word(.unit, fact.unit),
      "concept": concept,
    ]
    if label.count > 1 { view["trail"] = label.dropLast().joined(separator: " / ") }
    if let reason = fact.reason { view["reason"] = reason }
    view.merge(trust(fact.trust, context)) { $1 }
    if let place = fact.place, let number = context.claims.number(fact.id, at: place, .figure) {
      view["n"] = number
      view["where"] = context.brief(place.locator)
    }
    return view
  }

  /// The grade with what is neither printed nor the proof itself, and all features for whoever asks.
  private static func trust(_ trust: Output.Trust, _ context: PanelContext) -> View {
    guard !trust.grade.isEmpty else { return [:] }
    let features = trust.features.map { feature in
      (
        feature: feature,
        words: context.word(.trustFeature, feature.name) + context.say("：", ": ")
          + context.word(.footing, feature.footing)
      )
    }
    let remarkable = features.filter {
      $0.feature.footing != "printed" && $0.feature.name != "structure"
    }
    return [
      "grade": trust.grade,
      "trust": ([context.word(.trustGrade, trust.grade)] + remarkable.map(\.words))
        .joined(separator: " · "),
      "footings": features.map(\.words).joined(separator: context.say("；", "; ")),
    ]
  }
}
