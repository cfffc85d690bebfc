internal import OutputReading
internal import ReportModel

/// What a careful reader would remark on the texts.
struct RemarkPanel {
  let views: [View]

  init(_ output: Output, _ context: inout PanelContext) {
    var views: [View] = []
    for remark in output.remarks { views.append(Self.view(remark, &context)) }
    self.views = views
  }

  private static func view(_ remark: Output.Remark, _ context: inout PanelContext) -> View {
    let severity = remark.severity?.rawValue ?? ""
    var view: View = [
      "rule": context.labels.checks[remark.id].map { context.say($0.zh, $0.en) } ?? remark.id,
      "severity": severity, "severityWord": context.word(.checkSeverity, severity),
      "message": context.say(remark.message.zh, remark.message.en),
    ]
    if let place = remark.place,
      let n = context.claims.number(remark.pointer, at: place, .remark)
    {
      view["n"] = n
    }
    return view
  }
}
