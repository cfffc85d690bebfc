internal import DocumentModel

/// Parts of a whole: a strip and a list.
struct CompositionChart {
  /// Nil where the report prints fewer than two parts that are not nothing.
  static func view(
    title: String, parts: [ChartFacts.Quantity], whole: ChartFacts.Quantity?, isFunctions: Bool,
    _ context: PanelContext
  ) -> View? {
    let shown = parts.filter { !$0.entry.money.isZero && !$0.entry.money.isNegative }
    guard shown.count >= 2 else { return nil }
    var total: Money? = .zero
    for part in shown { total = total.flatMap { $0 + part.entry.money } }
    guard let sum = total else { return nil }
    let reference = whole?.entry.money ?? sum
    let extent = max(sum.length, reference.length)
    guard extent > 0 else { return nil }
    let scale = Money.Scale(for: shown.map(\.entry.money))
    var offset = 0.0
    var strip: [View] = []
    var rows: [View] = []
    for (index, part) in shown.enumerated() {
      let money = part.entry.money
      let width = money.length / extent * 1000
      let tone = "c\(min(index, 7))"
      var row: View = [
        "tone": tone, "label": part.entry.label, "value": money.text(in: scale),
        "length": tenths(money.length / (shown.map(\.entry.money.length).max() ?? 1) * 1000),
      ]
      if let whole, let share = Figures.share(money, of: whole.entry.money) { row["share"] = share }
      if let n = part.entry.claim { row["n"] = n }
      rows.append(row)
      var piece: View = [
        "x": tenths(offset), "width": tenths(width), "tone": tone, "label": part.entry.label,
      ]
      if let n = part.entry.claim { piece["n"] = n }
      strip.append(piece)
      offset += width
    }
    var view: View = [
      "title": title, "unitWord": context.name(of: scale), "rows": rows,
      "notes": notes(parts, sum, whole, scale, context),
    ]
    view["isList"] = true
    if isFunctions {
      view["bars"] = true
    } else {
      view["hasStrip"] = true
      view["strip"] = strip
    }
    if let whole {
      view["hasWhole"] = true
      view["whole"] = whole.entry.money.text(
        in: Money.Scale(for: [whole.entry.money] + shown.map(\.entry.money)))
      view["wholeLabel"] = whole.entry.label
      if let n = whole.entry.claim { view["wholeN"] = n }
    }
    return view
  }

  private static func notes(
    _ parts: [ChartFacts.Quantity], _ sum: Money, _ whole: ChartFacts.Quantity?,
    _ scale: Money.Scale, _ context: PanelContext
  ) -> [View] {
    var notes: [String] = []
    let nothing = parts.count { $0.entry.money.isZero }
    if nothing > 0 {
      notes.append(context.say("另有 \(nothing) 项为 0。", "\(nothing) more parts are 0."))
    }
    if let whole {
      let unit = context.name(of: scale)
      // Each printed amount may be off by half a unit of its last digit.
      let difference = whole.entry.money - sum
      let room = (parts + [whole]).reduce(0) { $0 + $1.entry.halfUnit } + 1e-6
      if let difference, difference.magnitude.length > room {
        notes.append(
          context.say(
            "各项之和与总数相差 \(difference.text(in: scale)) \(unit)。",
            "The parts differ from the whole by \(difference.text(in: scale)) \(unit)."))
      }
    } else {
      notes.append(context.say("报告没有印出总数，不算占比。", "The whole is not printed: no shares."))
    }
    for part in parts where part.isContested {
      notes.append(
        context.say(
          "报告各处对“\(part.entry.label)”印有不同数字，此处取最先出现的。",
          "The report prints different amounts of «\(part.entry.label)»; the first is shown."))
    }
    return notes.map { ["note": $0] }
  }

  /// One decimal; drawing only.
  static func tenths(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
