internal import OutputReading

/// The charts that people expect of a report, drawn only from what it prints.
struct Charts {
  private(set) var views: [View] = []
  /// The titles of those for which the report prints too little.
  private var missing: [String] = []

  /// Says which charts are not there, and why; none where all are.
  func notes(_ context: PanelContext) -> [View] {
    guard !missing.isEmpty else { return [] }
    let titles = missing.joined(separator: context.say("、", ", "))
    return [
      [
        "note": context.say(
          "没有画的图：\(titles)。报告没有印出足够的、不为零的数字。",
          "Not drawn: \(titles). The report prints too few figures for it that are not 0.")
      ]
    ]
  }

  private static let incomeParts = [
    "income.superior_subsidy", "income.institutional", "income.business",
    "income.affiliated_remittance", "income.other",
  ]
  private static let expenditureParts = [
    "expenditure.basic", "expenditure.project", "expenditure.superior_remittance",
    "expenditure.business", "expenditure.affiliated_subsidy",
  ]
  private static let budgetFunds = ["general_public_budget", "government_fund", "state_capital"]

  init(_ output: Output, _ facts: ChartFacts, _ context: PanelContext) {
    let income = context.say("收入构成", "Composition of income")
    add(
      CompositionChart.view(
        title: income, parts: Self.income(facts), whole: facts.first("income.current_year"),
        isFunctions: false, context), income, context)
    let expenditure = context.say("支出构成", "Composition of expenditure")
    add(
      CompositionChart.view(
        title: expenditure, parts: Self.expenditureParts.compactMap { facts.first($0) },
        whole: facts.first("expenditure.current_year"), isFunctions: false, context), expenditure,
      context)
    let functions = context.say("支出功能分类", "Expenditure by function")
    add(Self.functions(facts, functions, context), functions, context)
    let changes = ChangeChart.views(facts, context)
    views += changes
    let change = context.say("比上年增减", "Change against the prior year")
    if changes.isEmpty { add(nil, change, context) }
    let threePublic = context.say("“三公”经费", "Three public expenses")
    add(ThreePublicChart.view(facts, context), threePublic, context)
    let scores = context.say("绩效自评得分", "Scores of self-evaluations")
    add(ScoreChart.view(output, context), scores, context)
  }

  private mutating func add(_ view: View?, _ title: String, _ context: PanelContext) {
    if let view {
      views.append(view)
    } else {
      missing.append(title)
    }
  }

  /// The sources of income. Where the fiscal appropriation is told by budgets only, those are its
  /// parts: together they are the same money, and none of them is in another part.
  private static func income(_ facts: ChartFacts) -> [ChartFacts.Quantity] {
    let appropriation = "income.fiscal_appropriation"
    let fiscal =
      facts.first(appropriation).map { [$0] }
      ?? budgetFunds.compactMap { facts.first(appropriation, fund: $0) }
    return fiscal + incomeParts.compactMap { facts.first($0) }
  }

  /// Classes of all expenditure; where only one fund is told, of that; where there are no classes,
  /// the items.
  private static func functions(
    _ facts: ChartFacts, _ title: String, _ context: PanelContext
  ) -> View? {
    let funds: [String?] = [nil, "fiscal", "general_public_budget"]
    for digits in [3, 7] {
      for fund in funds {
        let parts = facts.functions(digits: digits, fund: fund).compactMap {
          facts.first("expenditure.function", fund: fund, function: $0)
        }.sorted { $0.entry.money.length > $1.entry.money.length }
        let money = fund.map { " · " + context.word(.fund, $0) } ?? ""
        let view = CompositionChart.view(
          title: title + money, parts: parts,
          whole: facts.first("expenditure.current_year", fund: fund), isFunctions: true, context)
        if let view { return view }
      }
    }
    return nil
  }
}

/// The first figures that people look for.
struct KeyFigures {
  static func views(_ facts: ChartFacts, _ context: PanelContext) -> [View] {
    let wanted = [
      ["income.total", "income_expenditure.total", "income.current_year"],
      ["expenditure.total", "expenditure.current_year"], ["three_public.total"],
      ["agency_running.expenditure"],
    ]
    var taken: Set<String> = []
    return wanted.compactMap { concepts -> View? in
      for concept in concepts {
        guard let quantity = facts.first(concept), taken.insert(concept).inserted else { continue }
        let scale = Money.Scale(for: [quantity.entry.money])
        var view: View = [
          "label": context.labels.concept(concept, context.language),
          "value": quantity.entry.money.text(in: scale), "unit": context.name(of: scale),
        ]
        if let n = quantity.entry.claim { view["n"] = n }
        let change =
          facts.first(concept, "change")
          ?? (concept.hasSuffix(".total") && !concept.hasPrefix("three_public")
            ? facts.first("income_expenditure.total", "change") : nil)
        if let change, let percent = change.entry.percent {
          let sign = change.entry.money.isNegative ? "" : "+"
          view["change"] =
            context.say("比上年 ", "on the year ")
            + (percent.hasPrefix("−") ? percent : sign + percent)
          if let n = change.entry.claim { view["changeN"] = n }
        }
        return view
      }
      return nil
    }
  }
}
