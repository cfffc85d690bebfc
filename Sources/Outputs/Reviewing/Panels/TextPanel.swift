/// What is neither figure nor table: functions and divisions of the body, terms.
struct TextPanel {
  let functions: [View]
  let divisions: [View]
  let glossary: [View]

  init(_ report: JSONTree, _ context: inout PanelContext) {
    functions = Self.list(report["overview"]?["functions"], "/overview/functions", &context) {
      ["text": $0["text"]?.text ?? ""]
    }
    divisions = Self.list(report["overview"]?["divisions"], "/overview/divisions", &context) {
      ["text": $0["name"]?.text ?? ""]
    }
    glossary = Self.list(report["glossary"], "/glossary", &context) {
      ["term": $0["term"]?.text ?? "", "text": $0["definition"]?.text ?? ""]
    }
  }

  private static func list(
    _ records: JSONTree?, _ pointer: String, _ context: inout PanelContext,
    _ view: (JSONTree) -> View
  ) -> [View] {
    var views: [View] = []
    for (index, record) in (records?.elements ?? []).enumerated() {
      var item = view(record)
      if let n = context.claims.number("\(pointer)/\(index)", at: record["source"], .quote) {
        item["n"] = n
      }
      views.append(item)
    }
    return views
  }
}

/// Figures that no rule took.
struct UnmappedPanel {
  let views: [View]

  init(_ report: JSONTree, _ context: inout PanelContext) {
    var views: [View] = []
    for (index, figure) in (report["unmapped"]?.elements ?? []).enumerated() {
      var view: View = [
        "text": figure["text"]?.text ?? "", "why": context.word(figure["reason"]?.text ?? ""),
      ]
      let pointer = "/unmapped/\(index)"
      if let n = context.claims.number(pointer, at: figure["source"], .unmapped) { view["n"] = n }
      if let place = Place(figure["source"]) { view["where"] = context.brief(place.locator) }
      views.append(view)
    }
    self.views = views
  }
}
