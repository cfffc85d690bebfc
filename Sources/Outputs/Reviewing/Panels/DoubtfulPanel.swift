internal import OutputReading

/// Figures of which a part of the meaning is open, with what they may be.
struct DoubtfulPanel {
  let views: [View]

  init(_ output: Output, _ context: inout PanelContext) {
    var views: [View] = []
    for figure in output.doubtful { views.append(Self.view(figure, &context)) }
    self.views = views
  }

  private static func view(
    _ figure: Output.DoubtfulFigure, _ context: inout PanelContext
  ) -> View {
    var view: View = [
      "label": figure.label, "value": Figures.grouped(figure.digits),
      "unit": figure.unit.map { context.word(.unit, $0) } ?? "?",
      "why": context.word(.doubtReason, figure.reason),
      "readings": figure.readings.map { reading -> View in
        let words = context.meaning(reading.concept, reading.aspect, reading.dimensions)
        return ["reading": words.isEmpty ? "?" : words]
      },
    ]
    if let place = figure.place, let n = context.claims.number(figure.id, at: place, .doubtful) {
      view["n"] = n
      view["where"] = context.brief(place.locator)
    }
    return view
  }
}
