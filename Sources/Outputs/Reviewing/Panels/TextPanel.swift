internal import OutputReading

/// What is neither figure nor table: functions and divisions of the body, terms.
struct TextPanel {
  let functions: [View]
  let divisions: [View]
  let glossary: [View]

  init(_ output: Output, _ context: inout PanelContext) {
    functions = output.functions.map {
      Self.view(["text": $0.text], $0.pointer, $0.place, &context)
    }
    divisions = output.divisions.map {
      Self.view(["text": $0.name], $0.pointer, $0.place, &context)
    }
    glossary = output.glossary.map {
      Self.view(["term": $0.term, "text": $0.definition], $0.pointer, $0.place, &context)
    }
  }

  private static func view(
    _ words: View, _ pointer: String, _ place: Output.Place?, _ context: inout PanelContext
  ) -> View {
    var view = words
    if let n = context.claims.number(pointer, at: place, .quote) { view["n"] = n }
    return view
  }
}

/// Figures that no rule took.
struct UnmappedPanel {
  let views: [View]

  init(_ output: Output, _ context: inout PanelContext) {
    views = output.unmapped.map { figure in
      var view: View = ["text": figure.text, "why": context.word(.unmappedReason, figure.reason)]
      if let place = figure.place,
        let n = context.claims.number(figure.pointer, at: place, .unmapped)
      {
        view["n"] = n
        view["where"] = context.brief(place.locator)
      }
      return view
    }
  }
}
