/// The three public expenses: what was budgeted, what was spent, what it was the year before.
struct ThreePublicChart {
  private static let concepts = [
    "three_public.total", "three_public.abroad", "three_public.vehicle",
    "three_public.vehicle_purchase", "three_public.vehicle_running", "three_public.reception",
  ]
  private static let aspects = ["initial_budget", "actual", "prior_year"]

  /// Nil where no such expense is told, or all are nothing.
  static func view(_ facts: ChartFacts, _ context: PanelContext) -> View? {
    let funds: [String?] = [nil, "fiscal", "general_public_budget"]
    // Never amounts of two funds in one drawing: the fund under which most is told.
    let fund = funds.max { count(facts, $0) < count(facts, $1) } ?? nil
    let found = concepts.map { concept in
      (concept, aspects.compactMap { aspect in facts.first(concept, aspect, fund: fund) })
    }.filter { !$0.1.isEmpty }
    // What is nothing throughout is told in one line.
    let nothing = found.filter { $0.1.allSatisfy(\.entry.money.isZero) }.map {
      context.labels.concept($0.0, context.language)
    }
    let amounts = found.flatMap { $0.1.map(\.entry.money) }
    guard let largest = amounts.map(\.length).max(), largest > 0 else { return nil }
    let scale = Money.Scale(for: amounts)
    var contested: [String] = []
    let groups = found.compactMap { concept, quantities -> View? in
      guard !quantities.allSatisfy(\.entry.money.isZero) else { return nil }
      let name = context.labels.concept(concept, context.language)
      for quantity in quantities where quantity.isContested {
        contested.append("\(name)\(context.word(.aspect, quantity.entry.aspect))")
      }
      return [
        "group": name, "isPart": concept.hasPrefix("three_public.vehicle_"),
        "rows": quantities.map { quantity -> View in
          var row: View = [
            "label": context.word(.aspect, quantity.entry.aspect), "tone": quantity.entry.aspect,
            "value": quantity.entry.money.text(in: scale),
            "length": CompositionChart.tenths(max(0, quantity.entry.money.length) / largest * 1000),
          ]
          if let n = quantity.entry.claim { row["n"] = n }
          return row
        },
      ]
    }
    var notes = contested.map {
      context.say(
        "报告各处对“\($0)”印有不同数字，此处取最先出现的。",
        "The report prints different amounts of «\($0)»; the first is shown.")
    }
    if !nothing.isEmpty {
      let names = nothing.joined(separator: context.say("、", ", "))
      notes.append(context.say("为 0：\(names)。", "0: \(names)."))
    }
    return [
      "title": context.say("“三公”经费", "Three public expenses"),
      "unitWord": context.name(of: scale), "groups": groups,
      "notes": notes.map { ["note": $0] as View },
    ]
  }

  private static func count(_ facts: ChartFacts, _ fund: String?) -> Int {
    concepts.count { facts.first($0, fund: fund) != nil }
  }
}
