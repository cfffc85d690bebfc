import MappingModel
import PhraseModel
import ReportModel

/// Reads the parts of a layout file. A part that is wrong is left out and told; the others are read.
struct LayoutReader {
  let context: LayoutFile.Context
  let slips: Slips

  private static let dimensionNames = [
    "fund", "function", "economic", "vehicle_use", "entity", "year",
  ]

  private func entries(
    _ node: StrictNode
  ) -> [(key: (text: String, node: StrictNode), value: StrictNode)] {
    slips.value { () throws(MappingError) in try node.entries() } ?? []
  }

  // MARK: Sections

  func sections(_ node: StrictNode) -> [SectionRule] {
    var rules: [SectionRule] = []
    for item in slips.value({ () throws(MappingError) in try node.list() }) ?? [] {
      if let rule = slips.value({ () throws(MappingError) in try section(item) }) {
        rules.append(rule)
      }
    }
    return rules
  }

  private func section(_ node: StrictNode) throws(MappingError) -> SectionRule {
    let fields = try node.fields([
      "id", "content", "headings", "dimensions", "labels", "items", "narrowness",
    ])
    guard let id = fields["id"] else { throw node.error("a section needs «id»") }
    let name = try fields["content"]?.text() ?? "narrative"
    guard let content = SectionRule.Content(rawValue: name) else {
      let known = SectionRule.Content.allCases.map(\.rawValue)
      throw (fields["content"] ?? node).error(
        "unknown content «\(name)»; known: \(known.joined(separator: ", "))")
    }
    if let items = fields["items"], try items.text() != "functions" {
      throw items.error("«items» can only be «functions»")
    }
    var rule = SectionRule(
      id: try id.text(), content: content, headings: fields["headings"].map(headings) ?? [],
      dimensions: try dimensions(fields["dimensions"]),
      labels: fields["labels"].map(labels) ?? [])
    if let node = fields["narrowness"] {
      guard let value = Int(try node.text()), (0...3).contains(value) else {
        throw node.error("«narrowness» is 0, 1, 2 or 3")
      }
      rule.narrowness = value
    }
    rule.saysContent = fields["content"] != nil
    rule.listsFunctions = fields["items"] != nil
    return rule
  }

  /// Headings are written as labels are.
  func headings(_ node: StrictNode) -> [String] {
    slips.value { () throws(MappingError) in
      for item in try node.list() { refuseSpecific(item) }
      return try node.labels()
    } ?? []
  }

  /// Texts without variants: each must be there by itself.
  func texts(_ node: StrictNode) -> [String] {
    slips.value { () throws(MappingError) in
      for item in try node.list() { refuseSpecific(item) }
      return try node.texts()
    } ?? []
  }

  // MARK: Statements

  func statements(_ node: StrictNode) -> [StatementRule] {
    var rules: [StatementRule] = []
    for (id, value) in entries(node) {
      if let rule = slips.value({ () throws(MappingError) in try statement(id.text, value) }) {
        rules.append(rule)
      }
    }
    return rules
  }

  /// «id: [title, …]», or «id: {titles: […], section: …, total: …, rows: …}».
  private func statement(_ id: String, _ node: StrictNode) throws(MappingError) -> StatementRule {
    guard node.isMapping else { return StatementRule(id: id, titles: try node.labels()) }
    let fields = try node.fields(["titles", "reads", "section", "total", "rows"])
    var rule = StatementRule(id: id, titles: try fields["titles"]?.labels() ?? [])
    for item in try fields["reads"]?.list() ?? [] {
      var features: [Feature] = []
      for word in try item.texts() {
        guard let feature = Feature(word) else { throw item.error("«\(word)» is no feature") }
        features.append(feature)
      }
      rule.reads.append(features)
    }
    rule.section = try fields["section"]?.text()
    rule.total = try fields["total"]?.text()
    if let total = rule.total { try known(total, at: fields["total"] ?? node) }
    if let rows = fields["rows"] {
      guard let known = StatementRule.Rows(rawValue: try rows.text()) else {
        throw rows.error("«rows» is one of functions, economic, labels")
      }
      rule.rows = known
    }
    return rule
  }

  // MARK: Labels

  /// «concept: [label, …]», or «concept: [{dimensions: …, labels: […]}, …]».
  func labels(_ node: StrictNode) -> [LabelRule] {
    var rules: [LabelRule] = []
    for (key, value) in entries(node) {
      slips.catching { () throws(MappingError) in
        try known(key.text, at: key.node)
        rules += try labels(of: key.text, value)
      }
    }
    return rules
  }

  private func labels(
    of concept: String, _ node: StrictNode
  ) throws(MappingError) -> [LabelRule] {
    var rules: [LabelRule] = []
    var plain: [String] = []
    var patterns: Set<ExactText> = []
    var seen: Set<ExactText> = []
    for item in try node.list() {
      slips.catching { () throws(MappingError) in
        guard item.isMapping else {
          let pattern = try item.text()
          guard patterns.insert(ExactText(pattern)).inserted else {
            throw item.error("«\(pattern)» stands in this list twice; remove one")
          }
          guard !refuseSpecific(item) else { return }
          plain += try item.variants().filter { seen.insert(ExactText($0)).inserted }
          return
        }
        rules.append(try qualified(concept, item))
      }
    }
    if !plain.isEmpty { rules.append(LabelRule(concept: concept, labels: plain)) }
    return rules
  }

  /// Labels with what their figures have beyond the concept.
  private func qualified(
    _ concept: String, _ node: StrictNode
  ) throws(MappingError) -> LabelRule {
    let fields = try node.fields(["dimensions", "labels", "section_dimensions"])
    if let word = fields["section_dimensions"], try word.text() != "none" {
      throw word.error("«section_dimensions» can only be «none»")
    }
    guard let labels = fields["labels"] else { throw node.error("«labels» is missing here") }
    return LabelRule(
      concept: concept, dimensions: try dimensions(fields["dimensions"]),
      labels: headings(labels), leavesSectionDimensions: fields["section_dimensions"] != nil)
  }

  private func dimensions(_ node: StrictNode?) throws(MappingError) -> [String: String] {
    var dimensions: [String: String] = [:]
    for (key, value) in try node?.entries() ?? [] {
      guard Self.dimensionNames.contains(key.text) else {
        throw key.node.error(
          "unknown dimension «\(key.text)»; known: "
            + Self.dimensionNames.joined(separator: ", "))
      }
      let text = try value.text()
      if let known = context.values[key.text], !known.contains(text) {
        throw value.error(
          "unknown \(key.text) «\(text)»; did you mean "
            + "«\(Spelling.nearest(to: text, in: known.sorted()))»? "
            + "(known: \(known.sorted().joined(separator: ", ")))")
      }
      dimensions[key.text] = text
    }
    return dimensions
  }

  private func known(_ concept: String, at node: StrictNode) throws(MappingError) {
    guard context.concepts[concept] == nil else { return }
    throw node.error(
      "unknown concept «\(concept)»; did you mean "
        + "«\(Spelling.nearest(to: concept, in: context.concepts.keys.sorted()))»?")
  }

  /// A text with a year holds for one year's reports; with a unit it holds for nothing, since figures are
  /// read with their units before labels are looked for. Gives whether it was refused.
  @discardableResult
  private func refuseSpecific(_ node: StrictNode) -> Bool {
    guard context.refusesSpecificTexts else { return false }
    let known = slips.all.count
    slips.catching { () throws(MappingError) in
      let text = try node.text()
      if let year = SpecificText.year(in: text) {
        throw node.error("«\(text)» holds for one year only; leave «\(year)» out")
      }
      if let unit = SpecificText.unit(endOf: text) {
        throw node.error(
          "«\(text)» ends with a unit, which is read with the figure; leave «\(unit)» out")
      }
    }
    return slips.all.count > known
  }
}
