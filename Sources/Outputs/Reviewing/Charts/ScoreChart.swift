internal import OutputReading
import ReportModel

/// Scores of performance tables: the total against its weight, and every indicator as a piece whose
/// width is its weight.
struct ScoreChart {
  static func view(_ output: Output, _ context: PanelContext) -> View? {
    var rows: [View] = []
    var without = 0
    for (index, evaluation) in output.performance.enumerated() {
      guard let total = evaluation.total, let score = length(total.score),
        let digits = total.score.digits
      else {
        without += 1
        continue
      }
      let pieces = self.pieces(evaluation, context)
      var row: View = [
        "label": evaluation.name.text
          ?? context.say("第 \(index + 1) 张表", "table \(index + 1)"),
        "value": Figures.grouped(digits), "pieces": pieces, "scored": !pieces.isEmpty,
      ]
      if let weight = length(total.weight), weight > 0, let digits = total.weight.digits {
        row["outOf"] = Figures.grouped(digits)
        row["length"] = CompositionChart.tenths(min(max(score / weight, 0), 1) * 1000)
      }
      if let n = context.claims.number(ofFigure: total.score.pointer) { row["n"] = n }
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
    _ evaluation: Output.Evaluation, _ context: PanelContext
  ) -> [View] {
    let funds = evaluation.funds.map { (label: $0.label, weight: $0.weight, score: $0.score) }
    let indicators = evaluation.indicators.map {
      (label: $0.level3, weight: $0.weight, score: $0.score)
    }
    let scored = (funds + indicators).compactMap { item -> (width: Double, rate: Double, View)? in
      guard let weight = length(item.weight), weight > 0, let score = length(item.score) else {
        return nil
      }
      var view: View = [
        "label": item.label.text ?? "", "score": item.score.digits ?? "",
        "weight": item.weight.digits ?? "",
        "tone": score <= 0 ? "none" : score < weight ? "partly" : "full",
      ]
      if let n = context.claims.number(ofFigure: item.score.pointer) { view["n"] = n }
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
  private static func length(_ field: Output.Field) -> Double? {
    field.digits.flatMap { Amount(parsing: $0.utf8) }.map { amount in
      var value = Double(amount.unscaled)
      for _ in 0..<amount.scale { value /= 10 }
      return value
    }
  }
}
