internal import OutputReading

/// Performance self-evaluation tables.
struct PerformancePanel {
  let views: [View]

  init(_ output: Output, _ context: inout PanelContext) {
    var views: [View] = []
    for evaluation in output.performance { views.append(Self.view(evaluation, &context)) }
    self.views = views
  }

  private static func view(
    _ evaluation: Output.Evaluation, _ context: inout PanelContext
  ) -> View {
    var view: View = [
      "anchor": evaluation.pointer.split(separator: "/").joined(separator: "-"),
      "scope": evaluation.isOverall
        ? context.say("整体支出", "overall") : context.say("项目支出", "project"),
      "name": field(evaluation.name, &context),
      "people": [
        (evaluation.supervisingDepartment, context.say("主管部门", "supervised by")),
        (evaluation.implementingUnit, context.say("实施单位", "carried out by")),
      ].compactMap { member, title -> View? in
        guard member.text != nil else { return nil }
        return ["title": title, "field": field(member, &context)]
      },
      "fundHeads": Output.Fund.numberNames.map {
        ["head": context.word(.performanceField, $0)] as View
      },
    ]
    if let unit = evaluation.unit {
      view["unit"] = context.say("单位：", "unit: ") + context.word(.unit, unit)
    }
    view["funds"] = evaluation.funds.map { fund -> View in
      ["label": field(fund.label, &context), "cells": fund.numbers.map { field($0, &context) }]
    }
    view["goals"] = evaluation.goals.map { goal -> View in
      ["expected": field(goal.expected, &context), "actual": field(goal.actual, &context)]
    }
    view["indicators"] = evaluation.indicators.map { self.indicator($0, &context) }
    if let total = evaluation.total {
      view["total"] =
        ["weight": field(total.weight, &context), "score": field(total.score, &context)] as View
    }
    return view
  }

  private static func indicator(
    _ indicator: Output.Indicator, _ context: inout PanelContext
  ) -> View {
    var view: View = [:]
    for member in [
      indicator.level1, indicator.level2, indicator.level3, indicator.weight, indicator.target,
      indicator.actual, indicator.completionRate, indicator.score,
    ] {
      view[member.name] = field(member, &context)
    }
    view["more"] = [
      (indicator.priorYear, context.say("上年完成", "prior year")),
      (indicator.basis, context.say("依据", "basis")),
      (indicator.scoringRule, context.say("赋分规则", "scoring rule")),
      (indicator.evidence, context.say("佐证", "evidence")),
      (indicator.deviation, context.say("偏差原因", "deviation")),
    ].compactMap { member, title -> View? in
      guard member.isThere else { return nil }
      return ["title": title, "field": field(member, &context)]
    }
    return view
  }

  /// A printed text, number or target with the number of its claim. What prints a dash is told as
  /// printed.
  private static func field(
    _ member: Output.Field, _ context: inout PanelContext
  ) -> View {
    var view: View = [:]
    var kind = Claim.Kind.quote
    if let digits = member.digits {
      view["value"] = Figures.grouped(digits)
      kind = .figure
    } else if let measure = member.measure {
      view["value"] = measure
      kind = .figure
    } else {
      view["value"] = member.text ?? member.quoted ?? ""
    }
    if let n = context.claims.number(member.pointer, at: member.place, kind) { view["n"] = n }
    return view
  }
}
