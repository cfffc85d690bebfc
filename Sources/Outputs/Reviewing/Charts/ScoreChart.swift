import ReportModel

/// Scores of performance tables: the total against its weight, and every indicator as a piece whose
/// width is its weight.
struct ScoreChart {
  static func view(_ report: JSONTree, _ context: PanelContext) -> View? {
    var rows: [View] = []
    var without = 0
    for (index, evaluation) in (report["performance"]?.elements ?? []).enumerated() {
      let pointer = "/performance/\(index)"
      guard let score = length(evaluation["total"]?["score"]),
        let digits = evaluation["total"]?["score"]?.digits
      else {
        without += 1
        continue
      }
      let pieces = self.pieces(evaluation, pointer, context)
      var row: View = [
        "label": evaluation["name"]?.text
          ?? context.say("第 \(index + 1) 张表", "table \(index + 1)"),
        "value": Figures.grouped(digits), "pieces": pieces, "scored": !pieces.isEmpty,
      ]
      if let weight = length(evaluation["total"]?["weight"]), weight > 0,
        let digits = evaluation["total"]?["weight"]?.digits
      {
        row["outOf"] = Figures.grouped(digits)
        row["length"] = CompositionChart.tenths(min(max(score / weight, 0), 1) * 1000)
      }
      if let n = context.claims.number(ofFigure: pointer + "/total/score") { row["n"] = n }
      rows.append(row)
    }
    guard !rows.isEmpty else { return nil }
    var notes: [View] = [
      [
        "note": context.say(
          "每一小块是一项指标（首块为预算执行率），宽度为分值；深色为满分，浅色为部分得分，空心为 0 分。",
          "Each piece is an indicator (the first: budget execution) as wide as its weight; dark: full "
            + "score, pale: in part, hollow: none.")
      ]
    ]
    if without > 0 {
      notes.append([
        "note": context.say("另有 \(without) 张表没有总分。", "\(without) more tables have no total.")
      ])
    }
    return [
      "title": context.say("绩效自评得分", "Scores of self-evaluations"), "scores": rows,
      "hasScores": true,
      "unitWord": context.say("分", "points"), "notes": notes,
    ]
  }

  private static func pieces(
    _ evaluation: JSONTree, _ pointer: String, _ context: PanelContext
  ) -> [View] {
    let funds = (evaluation["funds"]?.elements ?? []).enumerated().map {
      (record: $0.element, pointer: "\(pointer)/funds/\($0.offset)", label: $0.element["label"])
    }
    let indicators = (evaluation["indicators"]?.elements ?? []).enumerated().map {
      (
        record: $0.element, pointer: "\(pointer)/indicators/\($0.offset)",
        label: $0.element["level3"]
      )
    }
    let scored = (funds + indicators).compactMap { item -> (width: Double, rate: Double, View)? in
      guard let weight = length(item.record["weight"]), weight > 0,
        let score = length(item.record["score"])
      else { return nil }
      var view: View = [
        "label": item.label?.text ?? "", "score": item.record["score"]?.digits ?? "",
        "weight": item.record["weight"]?.digits ?? "",
        "tone": score <= 0 ? "none" : score < weight ? "partly" : "full",
      ]
      if let n = context.claims.number(ofFigure: item.pointer + "/score") { view["n"] = n }
      return (weight, score / weight, view)
    }
    let sum = scored.reduce(0) { $0 + $1.width }
    guard sum > 0 else { return [] }
    var offset = 0.0
    return scored.map { item in
      var view = item.2
      let width = item.width / sum * 1000
      view["x"] = CompositionChart.tenths(offset)
      view["width"] = CompositionChart.tenths(max(width - 4, 1))
      offset += width
      return view
    }
  }

  /// For drawing only.
  private static func length(_ number: JSONTree?) -> Double? {
    number?.digits.flatMap { Amount(parsing: $0.utf8) }.map { amount in
      var value = Double(amount.unscaled)
      for _ in 0..<amount.scale { value /= 10 }
      return value
    }
  }
}
