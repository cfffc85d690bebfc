internal import OutputReading

/// Figures as checks name them: a fact's id or the pointer of a record's field.
struct NamedFigures {
  private let output: Output
  private let context: PanelContext
  private let facts: [String: Output.Fact]

  init(_ output: Output, _ context: PanelContext) {
    self.output = output
    self.context = context
    facts = Dictionary(
      output.facts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Its label, its value and the number of its claim.
  func view(_ figure: String) -> View {
    var view: View = ["figure": figure]
    if let fact = facts[figure] {
      view["label"] = fact.labels.last ?? ""
      view["value"] = Figures.grouped(fact.digits)
      view["unit"] = context.word(.unit, fact.unit)
    } else {
      view["label"] = label(ofFieldAt: figure)
    }
    if let number = context.claims.number(ofFigure: figure) {
      view["n"] = number
      if view["value"] == nil { view["value"] = context.claims.claims[number].place.text }
    }
    return view
  }

  /// The name of the record and a word for its field.
  private func label(ofFieldAt pointer: String) -> String {
    let names = pointer.split(separator: "/").map(String.init)
    let field = names.last { Int($0) == nil && $0 != "value" } ?? ""
    // Fields of evaluations, and columns of statements.
    let word = context.labels.word(
      .performanceField, .aspect, .fund, .side, for: field, context.language)
    guard let name = output.recordName(at: names), !name.isEmpty else { return word }
    return "\(name) · \(word)"
  }
}
