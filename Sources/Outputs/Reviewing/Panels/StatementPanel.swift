internal import OutputReading

/// The official statements as tables.
struct StatementPanel {
  let views: [View]

  init(_ output: Output, _ context: inout PanelContext) {
    var views: [View] = []
    for statement in output.statements { views.append(Self.view(statement, &context)) }
    self.views = views
  }

  private static func view(
    _ statement: Output.Statement, _ context: inout PanelContext
  ) -> View {
    let pointer = statement.pointer
    let columns = statement.columns
    var view: View = [
      "anchor": pointer.split(separator: "/").joined(separator: "-"),
      "title": statement.title,
    ]
    if let n = context.claims.number(pointer, at: statement.place, .quote) { view["n"] = n }
    if let unit = statement.unit {
      view["unit"] = context.say("单位：", "unit: ") + context.word(.unit, unit)
    }
    let rows = statement.rows
    // The two sides of a statement stand beside each other on paper; here one after the other.
    var sides: [String?] = []
    for row in rows where !sides.contains(row.side) { sides.append(row.side) }
    var parts: [View] = []
    for side in sides {
      let sideWord = side.map { context.word(.side, $0) }
      let own = rows.filter { $0.side == side }
      let used = columns.filter { column in
        sides.count == 1 || own.contains { $0.tells(column.id) }
      }
      var part: View = [
        "columns": used.map { column -> View in
          let names = column.label.split(separator: "/").map(String.init)
          return [
            "head": names.last ?? column.label,
            // The side stands at the left already.
            "above": names.dropLast().filter { $0 != sideWord }
              .joined(separator: " / "),
          ]
        },
        "hasCodes": own.contains { $0.code != nil },
        "rows": own.map { self.row($0, used.map(\.id), &context) },
      ]
      if sides.count > 1, let sideWord { part["side"] = sideWord }
      parts.append(part)
    }
    if rows.isEmpty {
      view["remark"] =
        statement.isListedOnly
        ? context.say("报告只列出表名，没有表格。", "The report only names this statement.")
        : context.say("本表无数据。", "This statement holds no amounts.")
    } else {
      view["parts"] = parts
    }
    return view
  }

  private static func row(
    _ row: Output.StatementRow, _ columns: [String], _ context: inout PanelContext
  ) -> View {
    let pointer = row.pointer
    var view: View = [
      "code": row.code ?? "", "label": row.label ?? "", "level": min(max(row.level ?? 1, 1), 4),
    ]
    if let n = context.claims.number("\(pointer)/label", at: row.place("label"), .quote) {
      view["labelN"] = n
    }
    if let n = context.claims.number("\(pointer)/code", at: row.place("code"), .quote) {
      view["codeN"] = n
    }
    var cells: [View] = []
    for column in columns {
      guard let digits = row.digits(column) else {
        cells.append(["value": ""])
        continue
      }
      var cell: View = ["value": Figures.grouped(digits)]
      if let n = context.claims.number("\(pointer)/\(column)", at: row.place(column), .figure) {
        cell["n"] = n
      }
      cells.append(cell)
    }
    view["cells"] = cells
    return view
  }
}
