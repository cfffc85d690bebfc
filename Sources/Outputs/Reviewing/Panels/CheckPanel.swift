internal import OutputReading
internal import ReportModel

/// What the accounting relations found. It comes after the panels of figures, whose numbers it names.
struct CheckPanel {
  /// Relations that fail or that only rounding explains, with their figures.
  let findings: [View]
  /// How many of each status, by relation.
  let relations: [View]
  let suspects: [View]
  let failed: Int
  let passed: Int

  init(_ output: Output, _ context: PanelContext) {
    let checks = output.checks
    let figures = NamedFigures(output, context)
    failed = checks.count { $0.status == .fail }
    passed = checks.count { $0.status == .pass }
    let order: [CheckStatus] = [.fail, .rounding]
    findings = order.flatMap { status in
      checks.filter { $0.status == status }.map { Self.finding($0, status, figures, context) }
    }
    relations = Self.relations(checks, context)
    suspects = output.suspects.map { suspect in
      var view = figures.view(suspect.figure)
      view["printed"] = Figures.grouped(suspect.printed)
      view["proposed"] = Figures.grouped(suspect.proposed)
      view["slip"] = context.word(.slip, suspect.slip)
      view["mends"] = suspect.resolves
      return view
    }
  }

  private static func finding(
    _ check: Output.Check, _ status: CheckStatus, _ figures: NamedFigures, _ context: PanelContext
  ) -> View {
    let severity = check.severity?.rawValue ?? ""
    let statusWord = context.word(.checkStatus, status.rawValue)
    var view: View = [
      "rule": rule(check.id, context), "status": status.rawValue,
      "statusWord": statusWord, "severity": severity,
      "severityWord": status == .fail ? context.word(.checkSeverity, severity) : statusWord,
      "message": context.say(check.message.zh, check.message.en),
      "figures": check.figures.map { figures.view($0) }, "index": check.index,
    ]
    for (name, digits) in [
      ("expected", check.expected), ("actual", check.actual), ("difference", check.difference),
    ] {
      if let digits { view[name] = Figures.grouped(digits) }
    }
    return view
  }

  /// What a check states; its id where no check files were given.
  private static func rule(_ id: String, _ context: PanelContext) -> String {
    context.labels.checks[id].map { context.say($0.zh, $0.en) } ?? id
  }

  private static func relations(_ checks: [Output.Check], _ context: PanelContext) -> [View] {
    var order: [String] = []
    var counts: [String: [CheckStatus?: Int]] = [:]
    for check in checks {
      let id = check.id
      if counts[id] == nil { order.append(id) }
      counts[id, default: [:]][check.status, default: 0] += 1
    }
    return order.map { id in
      var view: View = ["rule": rule(id, context), "id": id]
      for status in CheckStatus.allCases {
        view[status.rawValue] = counts[id]?[status].map(String.init) ?? ""
      }
      return view
    }
  }
}
