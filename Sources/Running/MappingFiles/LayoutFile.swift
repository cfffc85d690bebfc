import MappingModel
import PhraseModel
import ReportModel

/// One layout file as written, before what it extends is added.
struct LayoutFile {
  var id: String
  var extends: String?
  var layout: Layout
  /// For messages about the file as a whole.
  var path: String

  private static let dimensionNames = [
    "fund", "function", "economic", "vehicle_use", "entity", "year",
  ]

  init(_ root: StrictNode, path: String, concepts: [String: Concept]) throws(MappingError) {
    self.path = path
    let fields = try root.fields([
      "version", "layout", "extends", "recognize", "sections", "labels", "statements",
      "performance",
    ])
    guard let version = fields["version"], try version.text() == "1" else {
      throw root.error("«version: 1» is missing; it says which form of mapping file this is")
    }
    guard let id = fields["layout"] else { throw root.error("«layout: ID» is missing") }
    self.id = try id.text()
    extends = try fields["extends"]?.text()
    layout = Layout(id: self.id)
    layout.recognizedBy = try fields["recognize"]?.texts() ?? []
    for section in try fields["sections"]?.list() ?? [] {
      layout.sections.append(try Self.section(section, concepts))
    }
    layout.labels =
      try fields["labels"].map { node throws(MappingError) in
        try Self.labels(node, concepts)
      } ?? []
    for (id, node) in try fields["statements"]?.entries() ?? [] {
      layout.statements.append(try Self.statement(id.text, node, concepts))
    }
    if let node = fields["performance"] { layout.performance = try Self.performance(node) }
  }

  private static func section(
    _ node: StrictNode, _ concepts: [String: Concept]
  ) throws(MappingError) -> SectionRule {
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
      id: try id.text(), content: content, headings: try fields["headings"]?.labels() ?? [],
      dimensions: try dimensions(fields["dimensions"]),
      labels: try fields["labels"].map { node throws(MappingError) in try labels(node, concepts) }
        ?? [])
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

  /// «id: [title, …]», or «id: {titles: […], section: …, total: …, rows: …}».
  private static func statement(
    _ id: String, _ node: StrictNode, _ concepts: [String: Concept]
  ) throws(MappingError) -> StatementRule {
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
    if let total = rule.total, concepts[total] == nil {
      throw node.error(
        "unknown concept «\(total)»; did you mean "
          + "«\(Spelling.nearest(to: total, in: concepts.keys.sorted()))»?")
    }
    if let rows = fields["rows"] {
      guard let known = StatementRule.Rows(rawValue: try rows.text()) else {
        throw rows.error("«rows» is one of functions, economic, labels")
      }
      rule.rows = known
    }
    return rule
  }

  /// «concept: [label, …]», or «concept: [{dimensions: …, labels: […]}, …]».
  private static func labels(
    _ node: StrictNode, _ concepts: [String: Concept]
  ) throws(MappingError) -> [LabelRule] {
    var rules: [LabelRule] = []
    for (key, value) in try node.entries() {
      guard concepts[key.text] != nil else {
        throw key.node.error(
          "unknown concept «\(key.text)»; did you mean "
            + "«\(Spelling.nearest(to: key.text, in: concepts.keys.sorted()))»?")
      }
      var plain: [String] = []
      var patterns: Set<ExactText> = []
      var seen: Set<ExactText> = []
      for item in try value.list() {
        guard item.isMapping else {
          let pattern = try item.text()
          guard patterns.insert(ExactText(pattern)).inserted else {
            throw item.error("«\(pattern)» stands in this list twice; remove one")
          }
          plain += try item.variants().filter { seen.insert(ExactText($0)).inserted }
          continue
        }
        let fields = try item.fields(
          ["dimensions", "labels", "section_dimensions", "after", "pair", "beside", "at"])
        if let place = fields["at"], try place.text() != "clause_start" {
          throw place.error("«at» can only be «clause_start»")
        }
        let beside = try fields["beside"]?.text()
        let after = try fields["after"]?.text()
        let pair = try fields["pair"]?.texts() ?? []
        for concept in pair + [after, beside].compactMap({ $0 }) where concepts[concept] == nil {
          throw item.error(
            "unknown concept «\(concept)»; did you mean "
              + "«\(Spelling.nearest(to: concept, in: concepts.keys.sorted()))»?")
        }
        rules.append(
          LabelRule(
            concept: key.text, dimensions: try dimensions(fields["dimensions"]),
            labels: try fields["labels"]?.labels() ?? [],
            leavesSectionDimensions: try fields["section_dimensions"]?.text() == "none",
            after: after, pair: pair, beside: beside,
            onlyAtClauseStart: fields["at"] != nil))
      }
      if !plain.isEmpty { rules.append(LabelRule(concept: key.text, labels: plain)) }
    }
    return rules
  }

  private static func dimensions(_ node: StrictNode?) throws(MappingError) -> [String: String] {
    var dimensions: [String: String] = [:]
    for (key, value) in try node?.entries() ?? [] {
      guard dimensionNames.contains(key.text) else {
        throw key.node.error(
          "unknown dimension «\(key.text)»; known: \(dimensionNames.joined(separator: ", "))")
      }
      dimensions[key.text] = try value.text()
    }
    return dimensions
  }

  // MARK: Performance tables

  private static func performance(_ node: StrictNode) throws(MappingError) -> PerformanceRule {
    let fields = try node.fields(["fields", "fund_rows", "fund_columns", "indicator_columns"])
    return PerformanceRule(
      fields: try known(fields["fields"]), fundRows: try names(fields["fund_rows"], known: nil),
      fundColumns: try known(fields["fund_columns"]),
      indicatorColumns: try known(fields["indicator_columns"]))
  }

  /// The same for fields of a closed list.
  private static func known<Field: RawRepresentable<String> & CaseIterable>(
    _ node: StrictNode?
  ) throws(MappingError) -> [String: Field] {
    try names(node, known: Field.allCases.map(\.rawValue)).compactMapValues(Field.init)
  }

  /// «field: [label, …]» turned round into label → field.
  private static func names(
    _ node: StrictNode?, known: [String]?
  ) throws(MappingError) -> [String: String] {
    var names: [String: String] = [:]
    for (key, value) in try node?.entries() ?? [] {
      if let known, !known.contains(key.text) {
        throw key.node.error(
          "unknown field «\(key.text)»; did you mean "
            + "«\(Spelling.nearest(to: key.text, in: known))»?")
      }
      for label in try value.list() {
        let text = try label.text()
        if let other = names[text] {
          throw label.error("«\(text)» already stands for «\(other)»; a label has one meaning")
        }
        names[text] = key.text
      }
    }
    return names
  }
}
