package import MappingModel
import ReportModel
import TextLibraries

/// Reads `remarks/*.yaml` of a mapping folder, strictly: an unknown key, a pattern that is none or that can never
/// match is an error with its place.
package enum RemarkFiles {
  /// The rules of all files in the order of their names; none where the folder has no `remarks`.
  ///
  /// - Parameters:
  ///   - folder: the mapping folder.
  ///   - namedTests: what `test:` may name.
  /// - Returns: the rules.
  /// - Throws: the first error found, with file, line and column.
  package static func rules(
    in folder: MappingFolder, namedTests: [NamedCheckID]
  ) throws(MappingError) -> [RemarkRule] {
    guard folder.has("remarks") else { return [] }
    let file = RemarkFile(namedTests: namedTests)
    var rules: [RemarkRule] = []
    var places: [String: String] = [:]
    for name in try folder.yamlFiles(in: "remarks") {
      let path = folder.path(of: name)
      for rule in try file.rules(try folder.yaml(name)) {
        if let other = places[rule.id] {
          throw MappingError(
            file: path, message: "remark «\(rule.id)» is already defined in \(other)")
        }
        places[rule.id] = path
        rules.append(rule)
      }
    }
    return rules
  }
}

/// One remark file.
struct RemarkFile {
  let namedTests: [NamedCheckID]

  func rules(_ root: StrictNode) throws(MappingError) -> [RemarkRule] {
    let fields = try root.fields(["version", "remarks"])
    guard let version = fields["version"], try version.text() == "1" else {
      throw root.error("a remark file begins with «version: 1»")
    }
    guard let remarks = fields["remarks"] else { throw root.error("«remarks» is missing") }
    var rules: [RemarkRule] = []
    for (key, node) in try remarks.entries() { rules.append(try rule(key.text, node)) }
    return rules
  }

  private func rule(_ id: String, _ node: StrictNode) throws(MappingError) -> RemarkRule {
    let fields = try node.fields([
      "zh", "en", "severity", "source", "reports", "places", "form", "pattern", "unless", "year",
      "compare", "test", "arguments", "found", "fine",
    ])
    func text(_ name: String) throws(MappingError) -> String {
      guard let field = fields[name] else { throw node.error("remark «\(id)» needs «\(name)»") }
      return try field.text()
    }
    func word<Word: RawRepresentable & CaseIterable>(
      _ name: String, _ node: StrictNode, _ kind: Word.Type
    ) throws(MappingError) -> Word where Word.RawValue == String {
      let printed = try node.text()
      guard let word = Word(rawValue: printed) else {
        let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw node.error("unknown \(name) «\(printed)»; known: \(known)")
      }
      return word
    }
    var rule = RemarkRule(
      id: id, statementZh: try text("zh"), statementEn: try text("en"),
      severity: try word("severity", fields["severity"] ?? node, CheckSeverity.self),
      source: try text("source"))
    if let reports = fields["reports"] {
      rule.reports = try word("reports", reports, CheckRule.Reports.self)
    }
    if let places = fields["places"] {
      rule.places = []
      for item in try places.list() {
        rule.places.insert(try word("place", item, RemarkRule.Place.self))
      }
    }
    if let form = fields["form"] {
      guard try form.text() == "printed" else {
        throw form.error("«form» is printed or is left out")
      }
      for name in ["year", "compare", "test"] where fields[name] != nil {
        throw form.error("«\(name)» reads the matching form; leave one of the two out")
      }
      rule.isPrinted = true
    }
    for item in try fields["pattern"]?.list() ?? [] {
      rule.patterns.append(try pattern(item, isPrinted: rule.isPrinted).source)
    }
    if let unless = fields["unless"] {
      rule.unless = try pattern(unless, isPrinted: rule.isPrinted).source
    }
    for item in try fields["year"]?.list() ?? [] {
      rule.years.insert(try word("year", item, RemarkRule.YearRelation.self))
    }
    for (key, words) in try fields["compare"]?.entries() ?? [] {
      guard let comparison = RemarkRule.Comparison(rawValue: key.text) else {
        throw key.node.error("«compare» knows greater, less and equal, not «\(key.text)»")
      }
      rule.words[comparison] = try words.texts()
    }
    try readTest(of: &rule, fields, node)
    try requireGroups(of: rule, fields)
    rule.found = try fields["found"]?.texts() ?? []
    rule.fine = try fields["fine"]?.texts() ?? []
    return rule
  }

  private func readTest(
    of rule: inout RemarkRule, _ fields: [String: StrictNode], _ node: StrictNode
  ) throws(MappingError) {
    rule.arguments = try fields["arguments"]?.texts() ?? []
    guard let test = fields["test"] else {
      guard !rule.patterns.isEmpty else {
        throw node.error("remark «\(rule.id)» needs «pattern» or «test»")
      }
      return
    }
    let name = try test.text()
    let id = NamedCheckID(rawValue: name)
    guard namedTests.contains(id) else {
      let nearest = Spelling.nearest(to: name, in: namedTests.map(\.rawValue))
      throw test.error("unknown test «\(name)»; did you mean «\(nearest)»?")
    }
    rule.test = id
  }

  /// A pattern over texts in matching form, which have half-width marks and neither quotation marks nor white space.
  private func pattern(
    _ node: StrictNode, isPrinted: Bool = false
  ) throws(MappingError) -> TextPattern {
    let source = try node.text()
    for mark in "（），：；％＋＝“”「」　 " where !isPrinted && source.contains(mark) {
      throw node.error(
        "«\(mark)» never stands in a text in matching form; write half-width marks, no quotation marks "
          + "and no spaces")
    }
    do {
      return try TextPattern(source)
    } catch {
      throw node.error("is no regular expression; look at its character \(error.column)")
    }
  }

  /// What a rule asks of groups its patterns must have.
  private func requireGroups(
    of rule: RemarkRule, _ fields: [String: StrictNode]
  ) throws(MappingError) {
    var wanted: [String] = []
    if !rule.years.isEmpty { wanted.append("year") }
    if !rule.words.isEmpty { wanted += ["first", "word"] }
    guard !wanted.isEmpty else { return }
    for item in try fields["pattern"]?.list() ?? [] {
      let pattern = try pattern(item)
      for name in wanted where !pattern.hasGroup(name) {
        throw item.error("needs the group «(?<\(name)>…)», which the rule asks for")
      }
    }
  }
}
