/// The official statements as tables.
struct StatementPanel {
  let views: [View]

  init(_ report: JSONTree, _ context: inout PanelContext) {
    var views: [View] = []
    for (index, statement) in (report["statements"]?.elements ?? []).enumerated() {
      views.append(Self.view(statement, "/statements/\(index)", &context))
    }
    self.views = views
  }

  private static func view(
    _ statement: JSONTree, _ pointer: String, _ context: inout PanelContext
  ) -> View {
    let columns = (statement["columns"]?.elements ?? []).compactMap { column in
      column["id"]?.text.map { (id: $0, label: column["label"]?.text ?? $0) }
    }
    var view: View = [
      "anchor": pointer.split(separator: "/").joined(separator: "-"),
      "title": statement["title"]?.text ?? "",
    ]
    if let n = context.claims.number(pointer, at: statement["source"], .quote) { view["n"] = n }
    if let unit = statement["unit"]?.text {
      view["unit"] = context.say("单位：", "unit: ") + context.word(unit)
    }
    let rows = (statement["rows"]?.elements ?? []).enumerated().map { (index: $0, row: $1) }
    // The two sides of a statement stand beside each other on paper; here one after the other.
    var sides: [String?] = []
    for item in rows where !sides.contains(item.row["side"]?.text) {
      sides.append(item.row["side"]?.text)
    }
    var parts: [View] = []
    for side in sides {
      let own = rows.filter { $0.row["side"]?.text == side }
      let used = columns.filter { column in
        sides.count == 1 || own.contains { $0.row["values"]?[column.id] != nil }
      }
      var part: View = [
        "columns": used.map { column -> View in
          let names = column.label.split(separator: "/").map(String.init)
          return [
            "head": names.last ?? column.label,
            // The side stands at the left already.
            "above": names.dropLast().filter { $0 != side.map(context.word) }
              .joined(separator: " / "),
          ]
        },
        "hasCodes": own.contains { $0.row["code"]?.text != nil },
        "rows": own.map {
          self.row($0.row, "\(pointer)/rows/\($0.index)", used.map(\.id), &context)
        },
      ]
      if sides.count > 1, let side { part["side"] = context.word(side) }
      parts.append(part)
    }
    if rows.isEmpty {
      view["remark"] =
        statement["listedOnly"]?.isTrue == true
        ? context.say("报告只列出表名，没有表格。", "The report only names this statement.")
        : context.say("本表无数据。", "This statement holds no amounts.")
    } else {
      view["parts"] = parts
    }
    return view
  }

  private static func row(
    _ row: JSONTree, _ pointer: String, _ columns: [String], _ context: inout PanelContext
  ) -> View {
    var view: View = [
      "code": row["code"]?.text ?? "", "label": row["label"]?.text ?? "",
      "level": min(max(row["level"]?.integer ?? 1, 1), 4),
    ]
    let sources = row["sources"]
    if let n = context.claims.number("\(pointer)/label", at: sources?["label"], .quote) {
      view["labelN"] = n
    }
    if let n = context.claims.number("\(pointer)/code", at: sources?["code"], .quote) {
      view["codeN"] = n
    }
    var cells: [View] = []
    for column in columns {
      guard let digits = row["values"]?[column]?.digits else {
        cells.append(["value": ""])
        continue
      }
      var cell: View = ["value": Figures.grouped(digits)]
      if let n = context.claims.number("\(pointer)/\(column)", at: sources?[column], .figure) {
        cell["n"] = n
      }
      cells.append(cell)
    }
    view["cells"] = cells
    return view
  }
}
