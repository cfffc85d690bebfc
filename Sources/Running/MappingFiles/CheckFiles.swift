package import MappingModel
import ReportModel

/// Reads `checks/*.yaml` of a mapping folder, strictly: an unknown key, concept, aspect or section word
/// is an error with its place.
package enum CheckFiles {
  /// The rules of all files in the order of their names; none where the folder has no `checks`.
  ///
  /// - Parameters:
  ///   - folder: the mapping folder.
  ///   - concepts: those of its taxonomy; nil to read it.
  ///   - namedChecks: what `test:` may name.
  /// - Returns: the rules.
  /// - Throws: the first error found, with file, line and column.
  package static func rules(
    in folder: String, concepts: [String: Concept]? = nil, namedChecks: [NamedCheckID]
  ) throws(MappingError) -> [CheckRule] {
    try rules(in: MappingFolder(folder), concepts: concepts, namedChecks: namedChecks)
  }

  /// The same from a folder whose files may have been read before.
  package static func rules(
    in folder: MappingFolder, concepts: [String: Concept]? = nil, namedChecks: [NamedCheckID]
  ) throws(MappingError) -> [CheckRule] {
    guard folder.has("checks") else { return [] }
    var known = concepts
    if known == nil { known = try MappingSet.concepts(in: folder) }
    let file = CheckFile(
      concepts: Set((known ?? [:]).keys).union(CheckFile.recordConcepts), namedChecks: namedChecks)
    var rules: [CheckRule] = []
    var places: [String: String] = [:]
    for name in try folder.yamlFiles(in: "checks") {
      let path = folder.path(of: name)
      for rule in try file.rules(try folder.yaml(name)) {
        if let other = places[rule.id] {
          throw MappingError(
            file: path, message: "check «\(rule.id)» is already defined in \(other)")
        }
        places[rule.id] = path
        rules.append(rule)
      }
    }
    return rules
  }
}

/// One check file.
struct CheckFile {
  let concepts: Set<String>
  let namedChecks: [NamedCheckID]

  /// What figures of performance tables are called in formulas.
  static let recordConcepts: Set<String> = [
    "funds.total", "funds.current_year_appropriation", "funds.other", "funds.carryover",
    "funds.superior", "funds.own_level", "indicator", "cost", "result", "tables",
  ]

  private static let aspects: Set<String> = Set(Aspect.allCases.map(\.rawValue)).union([
    "executed", "weight", "execution_rate", "score", "completion_rate", "wanted", "target",
    "target_at_least", "target_above", "target_at_most", "target_below", "target_date",
    "actual_date", "count",
  ])

  func rules(_ root: StrictNode) throws(MappingError) -> [CheckRule] {
    let fields = try root.fields(["version", "checks"])
    guard let version = fields["version"], try version.text() == "1" else {
      throw root.error("a check file begins with «version: 1»")
    }
    guard let checks = fields["checks"] else { throw root.error("«checks» is missing") }
    var rules: [CheckRule] = []
    for (key, node) in try checks.entries() { rules.append(try rule(key.text, node)) }
    return rules
  }

  private func rule(_ id: String, _ node: StrictNode) throws(MappingError) -> CheckRule {
    let fields = try node.fields([
      "zh", "en", "severity", "source", "formula", "test", "aspects", "concepts", "sections",
      "within", "evidence", "reports",
    ])
    func text(_ name: String) throws(MappingError) -> String {
      guard let field = fields[name] else {
        throw node.error("check «\(id)» needs «\(name)»")
      }
      return try field.text()
    }
    let severityName = try text("severity")
    guard let severity = CheckSeverity(rawValue: severityName) else {
      throw (fields["severity"] ?? node).error(
        "unknown severity «\(severityName)»; known: error, warning, info")
    }
    var rule = CheckRule(
      id: id, statementZh: try text("zh"), statementEn: try text("en"), severity: severity,
      source: try text("source"), test: try test(id, fields, node))
    if let list = fields["aspects"] {
      rule.aspects = try list.texts()
      for aspect in rule.aspects { try known(aspect, Self.aspects, "aspect", list) }
    }
    if let list = fields["concepts"] {
      rule.concepts = try list.texts()
      for concept in rule.concepts where !concept.hasSuffix("*") {
        try known(concept, concepts, "concept", list)
      }
    }
    rule.sections = try fields["sections"]?.texts() ?? []
    if let evidence = fields["evidence"] {
      guard try evidence.text() == "majority" else {
        throw evidence.error("«evidence» is majority or is left out")
      }
      rule.needsMajority = true
    }
    if let reports = fields["reports"] {
      let word = try reports.text()
      guard let value = CheckRule.Reports(rawValue: word) else {
        throw reports.error("«reports» is all, final_accounts or budgets, not «\(word)»")
      }
      rule.reports = value
    }
    if let within = fields["within"] {
      let word = try within.text()
      guard word == "section" || word == "report" else {
        throw within.error("«within» is section or report, not «\(word)»")
      }
      rule.isReportWide = word == "report"
    }
    return rule
  }

  private func test(
    _ id: String, _ fields: [String: StrictNode], _ node: StrictNode
  ) throws(MappingError) -> CheckRule.Test {
    if let named = fields["test"], fields["formula"] == nil {
      let name = try named.text()
      let id = NamedCheckID(rawValue: name)
      guard namedChecks.contains(id) else {
        let names = namedChecks.map(\.rawValue)
        throw named.error(
          "unknown test «\(name)»; did you mean «\(Spelling.nearest(to: name, in: names))»?")
      }
      return .named(id)
    }
    guard let list = fields["formula"], fields["test"] == nil else {
      throw node.error("check «\(id)» needs either «formula» or «test»")
    }
    var formulas: [Formula] = []
    for item in try list.list() { formulas.append(try formula(item)) }
    guard !formulas.isEmpty else { throw list.error("expected at least one formula") }
    return .formulas(formulas)
  }

  private func formula(_ node: StrictNode) throws(MappingError) -> Formula {
    let text = try node.text()
    let formula: Formula
    do {
      formula = try Formula(parsing: text)
    } catch {
      let rest = String(decoding: text.utf8.dropFirst(error.offset).prefix(24), as: UTF8.self)
      throw node.error("\(error.message), at «\(rest)»")
    }
    for concept in formula.concepts { try known(concept, concepts, "concept", node) }
    for aspect in formula.aspects { try known(aspect, Self.aspects, "aspect", node) }
    return formula
  }

  private func known(
    _ name: String, _ names: Set<String>, _ kind: String, _ node: StrictNode
  ) throws(MappingError) {
    guard !names.contains(name) else { return }
    throw node.error(
      "unknown \(kind) «\(name)»; did you mean «\(Spelling.nearest(to: name, in: names.sorted()))»?"
    )
  }
}
