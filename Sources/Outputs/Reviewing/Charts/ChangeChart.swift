import ReportModel

/// Changes against the prior year, one chart a fund: bars to the left and right of nothing.
struct ChangeChart {
  private static let rowLimit = 12

  static func views(_ facts: ChartFacts, _ context: PanelContext) -> [View] {
    let changes = facts.entries.filter { $0.aspect == "change" && !$0.money.isZero }
    var funds: [String?] = []
    for change in changes where !funds.contains(change.fund) { funds.append(change.fund) }
    return funds.compactMap { fund in
      view(changes.filter { $0.fund == fund }, fund, context)
    }
  }

  private static func view(
    _ changes: [ChartFacts.Entry], _ fund: String?, _ context: PanelContext
  ) -> View? {
    var seen: Set<[String]> = []
    let distinct = changes.filter {
      seen.insert([$0.concept, $0.function ?? "", $0.money.yuan.description]).inserted
    }
    let shown = distinct.sorted { $0.money.magnitude.length > $1.money.magnitude.length }
      .prefix(rowLimit)
    guard shown.count >= 2, let largest = shown.first?.money.magnitude.length, largest > 0 else {
      return nil
    }
    let scale = Money.Scale(for: shown.map(\.money))
    let rows = shown.map { change -> View in
      let length = change.money.magnitude.length / largest * 500
      var row: View = [
        // The fund stands in the title.
        "label": change.label.split(separator: " · ").first.map(String.init) ?? change.label,
        "value": (change.money.isNegative ? "" : "+") + change.money.text(in: scale),
        "x": CompositionChart.tenths(change.money.isNegative ? 500 - length : 500),
        "length": CompositionChart.tenths(length),
        "tone": change.money.isNegative ? "less" : "more",
      ]
      if let percent = change.percent {
        row["share"] = percent.hasPrefix("−") ? percent : "+" + percent
      }
      if let n = change.claim { row["n"] = n }
      return row
    }
    var notes: [View] = []
    if distinct.count > shown.count {
      notes.append([
        "note": context.say(
          "共 \(distinct.count) 项，按金额列出前 \(shown.count) 项。",
          "The largest \(shown.count) of \(distinct.count).")
      ])
    }
    let money = fund.map { context.word(.fund, $0) } ?? context.say("全部资金", "all money")
    return [
      "title": context.say("比上年增减", "Change against the prior year") + " · " + money,
      "unitWord": context.name(of: scale), "rows": Array(rows), "notes": notes,
      "diverging": true, "isList": true,
    ]
  }
}
