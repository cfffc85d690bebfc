/// What the accounting relations found. It comes after the panels of figures, whose numbers it names.
struct CheckPanel {
  /// Relations that fail or that only rounding explains, with their figures.
  let findings: [View]
  /// How many of each status, by relation.
  let relations: [View]
  let suspects: [View]
  let failed: Int
  let passed: Int

  init(_ report: JSONTree, _ context: PanelContext) {
    let checks = report["checks"]?.elements ?? []
    let figures = NamedFigures(report, context)
    failed = checks.count { $0["status"]?.text == "fail" }
    passed = checks.count { $0["status"]?.text == "pass" }
    let order = ["fail", "rounding"]
    findings = order.flatMap { status in
      checks.enumerated().filter { $0.element["status"]?.text == status }.map { index, check in
        Self.finding(check, index, figures, context)
      }
    }
    relations = Self.relations(checks, context)
    suspects = (report["suspects"]?.elements ?? []).map { suspect in
      var view = figures.view(suspect["figure"]?.text ?? "")
      view["printed"] = Figures.grouped(suspect["printed"]?.digits ?? "")
      view["proposed"] = Figures.grouped(suspect["proposed"]?.digits ?? "")
      view["slip"] = context.word(suspect["slip"]?.text ?? "")
      view["mends"] = suspect["resolves"]?.elements.count ?? 0
      return view
    }
  }

  private static func finding(
    _ check: JSONTree, _ index: Int, _ figures: NamedFigures, _ context: PanelContext
  ) -> View {
    let id = check["id"]?.text ?? ""
    let status = check["status"]?.text ?? ""
    let severity = check["severity"]?.text ?? ""
    var view: View = [
      "rule": context.labels.checks[id].map { context.say($0.zh, $0.en) } ?? id,
      "status": status, "statusWord": context.word(status), "severity": severity,
      "severityWord": status == "fail" ? context.word(severity) : context.word(status),
      "message": check["message"]?[context.language.rawValue]?.text ?? "",
      "figures": ((check["facts"]?.elements ?? []) + (check["records"]?.elements ?? []))
        .compactMap(\.text).map { figures.view($0) },
    ]
    for (name, label) in [
      ("expected", "expected"), ("actual", "actual"), ("difference", "difference"),
    ] {
      if let digits = check[name]?.digits { view[label] = Figures.grouped(digits) }
    }
    view["index"] = index
    return view
  }

  private static func relations(_ checks: [JSONTree], _ context: PanelContext) -> [View] {
    var order: [String] = []
    var counts: [String: [String: Int]] = [:]
    for check in checks {
      let id = check["id"]?.text ?? ""
      if counts[id] == nil { order.append(id) }
      counts[id, default: [:]][check["status"]?.text ?? "", default: 0] += 1
    }
    return order.map { id in
      let count = counts[id] ?? [:]
      var view: View = [
        "rule": context.labels.checks[id].map { context.say($0.zh, $0.en) } ?? id, "id": id,
      ]
      for status in ["pass", "rounding", "fail", "not_applicable"] {
        view[status] = count[status].map(String.init) ?? ""
      }
      return view
    }
  }
}

/// Figures as checks name them: a fact's id or the pointer of a record's field.
struct NamedFigures {
  private let report: JSONTree
  private let context: PanelContext
  private let facts: [String: JSONTree]

  init(_ report: JSONTree, _ context: PanelContext) {
    self.report = report
    self.context = context
    facts = Dictionary(
      (report["facts"]?.elements ?? []).compactMap { fact in fact["id"]?.text.map { ($0, fact) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Its label, its value and the number of its claim.
  func view(_ figure: String) -> View {
    var view: View = ["figure": figure]
    if let fact = facts[figure] {
      view["label"] = (fact["label"]?.text ?? "").split(separator: "/").last.map(String.init) ?? ""
      view["value"] = Figures.grouped(fact["value"]?.digits ?? "")
      view["unit"] = context.word(fact["unit"]?.text ?? "")
    } else {
      view["label"] = label(ofRecordAt: figure)
    }
    if let number = context.claims.number(ofFigure: figure) {
      view["n"] = number
      if view["value"] == nil { view["value"] = context.claims.claims[number].place.text }
    }
    return view
  }

  /// The name that the record of a field bears.
  private func label(ofRecordAt pointer: String) -> String {
    let names = pointer.split(separator: "/").map(String.init)
    var tree = report
    var label = ""
    for name in names {
      let element = Int(name).flatMap {
        tree.elements.indices.contains($0) ? tree.elements[$0] : nil
      }
      guard let next = element ?? tree[name] else { break }
      tree = next
      if let own = tree["level3"]?.text ?? tree["label"]?.text ?? tree["name"]?.text { label = own }
    }
    let field = names.last { Int($0) == nil && $0 != "value" } ?? ""
    let word = context.word(field)
    return label.isEmpty ? word : "\(label) · \(word)"
  }
}
