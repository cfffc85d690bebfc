/// Performance self-evaluation tables.
struct PerformancePanel {
  let views: [View]

  private static let fundFields = [
    "initialBudget", "annualBudget", "executed", "weight", "executionRate", "score",
  ]

  init(_ report: JSONTree, _ context: inout PanelContext) {
    var views: [View] = []
    for (index, evaluation) in (report["performance"]?.elements ?? []).enumerated() {
      views.append(Self.view(evaluation, "/performance/\(index)", &context))
    }
    self.views = views
  }

  private static func view(
    _ evaluation: JSONTree, _ pointer: String, _ context: inout PanelContext
  ) -> View {
    let isOverall = evaluation["scope"]?.text == "overall"
    var view: View = [
      "anchor": pointer.split(separator: "/").joined(separator: "-"),
      "scope": isOverall
        ? context.say("整体支出", "overall") : context.say("项目支出", "project"),
      "name": field("name", of: evaluation, pointer, &context),
      "people": [
        ("supervisingDepartment", context.say("主管部门", "supervised by")),
        ("implementingUnit", context.say("实施单位", "carried out by")),
      ].compactMap { name, title -> View? in
        guard evaluation[name]?.text != nil else { return nil }
        return ["title": title, "field": field(name, of: evaluation, pointer, &context)]
      },
      "fundHeads": fundFields.map { ["head": context.word($0)] as View },
    ]
    if let unit = evaluation["unit"]?.text {
      view["unit"] = context.say("单位：", "unit: ") + context.word(unit)
    }
    view["funds"] = (evaluation["funds"]?.elements ?? []).enumerated().map { index, fund -> View in
      let place = "\(pointer)/funds/\(index)"
      return [
        "label": field("label", of: fund, place, &context),
        "cells": fundFields.map { field($0, of: fund, place, &context) },
      ]
    }
    view["goals"] = (evaluation["goals"]?.elements ?? []).enumerated().map { index, goal -> View in
      let place = "\(pointer)/goals/\(index)"
      return [
        "expected": field("expected", of: goal, place, &context),
        "actual": field("actual", of: goal, place, &context),
      ]
    }
    view["indicators"] = (evaluation["indicators"]?.elements ?? []).enumerated().map {
      index, indicator -> View in
      self.indicator(indicator, "\(pointer)/indicators/\(index)", &context)
    }
    if let total = evaluation["total"], total != .null {
      view["total"] =
        [
          "weight": field("weight", of: total, "\(pointer)/total", &context),
          "score": field("score", of: total, "\(pointer)/total", &context),
        ] as View
    }
    return view
  }

  private static func indicator(
    _ indicator: JSONTree, _ pointer: String, _ context: inout PanelContext
  ) -> View {
    var view: View = [:]
    for name in [
      "level1", "level2", "level3", "weight", "target", "actual", "completionRate", "score",
    ] {
      view[name] = field(name, of: indicator, pointer, &context)
    }
    view["more"] = [
      ("priorYear", context.say("上年完成", "prior year")), ("basis", context.say("依据", "basis")),
      ("scoringRule", context.say("赋分规则", "scoring rule")),
      ("evidence", context.say("佐证", "evidence")),
      ("deviation", context.say("偏差原因", "deviation")),
    ].compactMap { name, title -> View? in
      guard let member = indicator[name], member != .null else { return nil }
      return ["title": title, "field": field(name, of: indicator, pointer, &context)]
    }
    return view
  }

  /// A printed text, number or target with the number of its claim. What prints a dash is told as
  /// printed.
  private static func field(
    _ name: String, of record: JSONTree, _ pointer: String, _ context: inout PanelContext
  ) -> View {
    let source = record["sources"]?[name]
    let member = record[name]
    var view: View = [:]
    var kind = Claim.Kind.quote
    if let digits = member?.digits {
      view["value"] = Figures.grouped(digits)
      kind = .figure
    } else if let measure = member?["text"]?.text {
      view["value"] = measure
      kind = .figure
    } else {
      view["value"] = member?.text ?? source?["text"]?.text ?? ""
    }
    if let n = context.claims.number("\(pointer)/\(name)", at: source, kind) { view["n"] = n }
    return view
  }
}
