internal import OutputReading

/// The facts of a report as charts look for them: money of the report's own year and body only.
struct ChartFacts {
  struct Entry {
    var concept: String
    var aspect: String
    var fund: String?
    var function: String?
    var money: Money
    /// What people call it: the name of the function, of the concept, or the words printed.
    var label: String
    /// The number of its claim.
    var claim: Int?
    var percent: String?
    /// Half a unit of the last digit printed, in yuan.
    var halfUnit: Double
  }

  /// In the order of the source.
  let entries: [Entry]

  init(_ output: Output, _ context: PanelContext) {
    var entries: [Entry] = []
    for fact in output.facts {
      let dimensions = fact.dimensions
      guard dimensions.keys.allSatisfy({ $0 == "fund" || $0 == "function" }) else { continue }
      let (concept, aspect) = (fact.concept, fact.aspect)
      let (function, fund) = (dimensions["function"], dimensions["fund"])
      if aspect == "change_percent", let last = entries.last, last.aspect == "change",
        (last.concept, last.fund, last.function) == (concept, fund, function)
      {
        entries[entries.count - 1].percent = Figures.grouped(fact.digits) + "%"
        continue
      }
      guard let money = Money(fact.yuan) else { continue }
      entries.append(
        Entry(
          concept: concept, aspect: aspect, fund: fund, function: function, money: money,
          label: Self.label(of: fact, concept, fund: fund, function: function, context),
          claim: context.claims.number(ofFigure: fact.id),
          halfUnit: Self.halfUnit(of: fact)))
    }
    self.entries = entries
  }

  private static func label(
    of fact: Output.Fact, _ concept: String, fund: String?, function: String?,
    _ context: PanelContext
  ) -> String {
    let printed = fact.labels.last ?? concept
    if let function {
      return context.language == .zh ? context.labels.functions[function] ?? printed : printed
    }
    let name = context.labels.concept(concept, context.language)
    guard name != concept else { return printed }
    return fund.map { "\(name) · \(context.word(.fund, $0))" } ?? name
  }

  private static func halfUnit(of fact: Output.Fact) -> Double {
    var size: Double =
      switch fact.unit {
      case "CNY_10K": 5e3
      case "CNY_100M": 5e7
      default: 0.5
      }
    let decimals = fact.digits.split(separator: ".").dropFirst().first?.count ?? 0
    for _ in 0..<min(decimals, 18) { size /= 10 }
    return size
  }

  /// What the report prints of one quantity.
  struct Quantity {
    /// The first in the order of the source.
    var entry: Entry
    /// Whether other places print another amount.
    var isContested: Bool
  }

  /// What the report prints of one quantity; no fund is all money.
  func first(
    _ concept: String, _ aspect: String = "actual", fund: String? = nil, function: String? = nil
  ) -> Quantity? {
    let all = entries.filter {
      $0.concept == concept && $0.aspect == aspect && $0.fund == fund && $0.function == function
    }
    guard let first = all.first else { return nil }
    let isContested = all.contains { ($0.money - first.money)?.isZero != true }
    return Quantity(entry: first, isContested: isContested)
  }

  /// Codes under which an aspect is told, in the order of the source.
  func functions(digits: Int, fund: String?) -> [String] {
    var seen: Set<String> = []
    return entries.filter {
      $0.concept == "expenditure.function" && $0.aspect == "actual" && $0.fund == fund
    }.compactMap(\.function).filter { code in
      code.utf8.count == digits && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
        && seen.insert(code).inserted
    }
  }
}
