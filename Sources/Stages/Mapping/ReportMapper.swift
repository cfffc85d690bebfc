package import DocumentModel
package import MappingModel
package import ReportModel
internal import ValueModel

/// The Map stage: a segmented report and the mapping files give facts, records and what is left.
package struct ReportMapper: Sendable {
  private let mapping: MappingSet
  private let vocabularies: VocabularyCache

  /// `mapping`: checked mapping files with inheritance resolved.
  package init(mapping: MappingSet) {
    self.mapping = mapping
    vocabularies = VocabularyCache(mapping: mapping)
  }

  /// What phrases of a layout's reports are read by.
  func vocabulary(ofLayout id: String) -> LayoutVocabulary? {
    mapping.layouts.first { $0.id == id }.map { vocabularies.vocabulary(for: $0) }
  }

  /// Maps one report; `file` describes the bytes it came from.
  package func map(
    _ segmented: SegmentedReport, in normalized: NormalizedDocument, file: SourceFile
  ) -> Report {
    guard let match = LayoutRecognizer(layouts: mapping.layouts).recognize(segmented.sections)
    else {
      preconditionFailure("unreachable: a mapping set has at least the layout common")
    }
    let vocabulary = vocabularies.vocabulary(for: match.layout)
    var report = Report(identity: identity(segmented, file, match))
    report.notes = (normalized.document.findings + segmented.findings).map {
      Note(severity: $0.severity, code: $0.code, message: $0.message)
    }
    if let word = ByteSearch.first(of: Self.roundingWords, in: normalized.text) {
      report.notes.append(
        Note(
          severity: .note, code: .roundingNote,
          message: "the publisher says that figures may differ by rounding («\(word)»); the checks "
            + "allow twice as much"))
    }
    let kind = segmented.kind
    if match.score == 0, !match.layout.recognizedBy.isEmpty || mapping.layouts.count > 1 {
      report.notes.append(
        Note(
          severity: .note, code: .commonLayout,
          message: "no layout was recognized; the mapping common was used"))
    }
    if kind == .template {
      report.notes.append(
        Note(
          severity: .warning, code: .template,
          message: "the document is a template that nobody has filled in; it gives no facts"))
      return report
    }
    if kind.isBudget {
      report.notes.append(
        Note(
          severity: .warning, code: .notFinalAccounts,
          message: "the document is of kind \(kind.rawValue), not final accounts; its amounts are "
            + "given as initial_budget"))
    }
    var context = MappingContext(normalized: normalized, layout: match.layout)
    if kind == .notAReport {
      // What is no report gives no facts; the segmenter has told it. Its figures are told as unmapped.
      settle(&context, into: &report)
      return report
    }
    let narrative = NarrativeMapper(
      vocabulary: vocabulary, concepts: mapping.concepts,
      institution: segmented.institutionKey, functions: mapping.functions)
    mapSections(segmented, narrative, &context, into: &report)
    let performance = PerformanceMapper(rule: match.layout.performance)
    report.performance = segmented.performanceTables.map {
      performance.evaluation($0, context: &context)
    }
    settle(&context, into: &report)
    return report
  }

  /// How publishers say that conversions of units leave differences.
  private static let roundingWords = ["四舍五入", "尾数误差", "尾数差", "尾差"]

  // MARK: Accounts

  /// The layout that a report is read with.
  package func layout(of segmented: SegmentedReport) -> Layout {
    guard let match = LayoutRecognizer(layouts: mapping.layouts).recognize(segmented.sections)
    else {
      preconditionFailure("unreachable: a mapping set has at least the layout common")
    }
    return match.layout
  }

  /// Per section, the id of the rule it is read by; nil where no rule knows its heading.
  package func sectionRules(of segmented: SegmentedReport) -> [String?] {
    SectionMatcher(rules: layout(of: segmented).sections).match(segmented.sections).map { $0?.id }
  }

  /// Per section of a report, how the rule that knows its heading reads it; nil where none does.
  package func sectionContents(of segmented: SegmentedReport) -> [SectionRule.Content?] {
    SectionMatcher(rules: layout(of: segmented).sections).match(segmented.sections).map {
      $0?.content
    }
  }

  /// Facts of paragraphs as if they stood in a section of a report: the cases of a mapping file.
  package func facts(
    of normalized: NormalizedDocument, section id: String, layout: Layout, fiscalYear: Int?
  ) -> (facts: [Fact], doubtful: [DoubtfulFigure], unmapped: [UnmappedFigure])? {
    guard
      let rule = layout.sections.first(where: { $0.id == id })
        ?? (id == "text" ? Self.unnamed : nil)
    else { return nil }
    var context = MappingContext(normalized: normalized, layout: layout)
    let narrative = NarrativeMapper(
      vocabulary: vocabularies.vocabulary(for: layout), concepts: mapping.concepts,
      institution: [], functions: mapping.functions)
    // The section's own heading says whose money it is.
    let scope = SegmentedReport(
      sections: [
        Section(
          parent: nil, level: 2, headingLeaf: nil, ordinal: "", heading: rule.headings.first ?? "",
          items: [])
      ], fiscalYear: fiscalYear)
    var measures =
      SectionScope(vocabulary: narrative.vocabulary).contexts(of: scope).first
      ?? MeasureContext(fiscalYear: fiscalYear)
    var report = Report(
      identity: ReportIdentity(
        id: "", key: "", title: nil, institution: nil, fiscalYear: fiscalYear, kind: .unknown,
        layout: LayoutMatch(id: layout.id, score: Amount(unscaled: 0, scale: 0)),
        source: SourceFile(
          file: "", format: .txt, encoding: nil, sha256: "", bytes: 0, pages: nil)))
    for leaf in normalized.ranges.indices {
      report.facts += narrative.facts(
        in: normalized.ranges[leaf], leaf: leaf, section: rule, measureContext: &measures,
        context: &context)
    }
    settle(&context, into: &report)
    return (report.facts, report.doubtful, report.unmapped)
  }

  // MARK: Sections

  /// What stands under no known heading is read with the labels that hold everywhere: a file may
  /// begin in the middle of a section, and the pages of some provinces have no headings at all.
  private static let unnamed = SectionRule(id: "text", content: .narrative, headings: [])

  private func mapSections(
    _ segmented: SegmentedReport, _ narrative: NarrativeMapper, _ context: inout MappingContext,
    into report: inout Report
  ) {
    let rules = SectionMatcher(rules: context.layout.sections).match(segmented.sections)
    let scopes = SectionScope(vocabulary: narrative.vocabulary).contexts(of: segmented)
    let tables = TableMapper(
      vocabulary: narrative.vocabulary, mapping: mapping, layout: context.layout,
      institution: segmented.institutionKey.isEmpty
        ? Array((segmented.institution ?? "").utf8) : segmented.institutionKey)
    let performanceBlocks = Set(segmented.performanceTables.map(\.block))
    let logical = Dictionary(
      segmented.tables.compactMap { table in table.blocks.first.map { ($0, table) } },
      uniquingKeysWith: { first, _ in first })
    let captions = Set(segmented.tables.flatMap(\.captions))
    var found: [Statement] = []
    var functions: [ListEntry] = []
    for ((section, rule), scope) in zip(zip(segmented.sections, rules), scopes) {
      var measureContext = scope
      if let heading = section.headingLeaf { context.ledger.noteQuoted(heading) }
      for item in section.items {
        if case .table(let block) = item, !performanceBlocks.contains(block),
          let table = logical[block]
        {
          let result = tables.map(
            table, section: rule, scope: scope, known: report.facts, context: &context)
          report.facts += result.facts
          found += result.statements
          report.notes += result.notes
        }
        guard case .paragraph(let leaf, let start) = item else { continue }
        if captions.contains(leaf) {
          context.ledger.noteQuoted(leaf)
          continue
        }
        let range = context.normalized.ranges[leaf]
        let content = min(range.lowerBound + start, range.upperBound)..<range.upperBound
        let entry = ListNumbers.entry(leaf: leaf, range: content, in: context.normalized.text)
        switch rule?.content {
        case .functions: functions.append(entry)
        case .organization:
          report.overview.divisions += OverviewMapper.divisions(in: entry, context: &context)
          fallthrough
        case .narrative, nil:
          if rule == nil, segmented.title.map({ leaf <= $0.leaf }) ?? false {
            context.ledger.noteQuoted(leaf)
            break
          }
          report.facts += narrative.facts(
            in: content, leaf: leaf, section: rule ?? Self.unnamed,
            measureContext: &measureContext, context: &context)
        case .glossary:
          if let term = GlossaryMapper.entry(entry, context: &context) {
            report.glossary.append(term)
          }
        case .statements:
          if let statement = StatementListMapper.statement(
            entry, vocabulary: narrative.vocabulary, context: &context)
          {
            report.statements.append(statement)
          }
        case .text: context.ledger.noteQuoted(leaf)
        }
      }
    }
    report.statements = Self.merged(listed: report.statements, found: found)
    report.overview.functions = OverviewMapper.functions(functions, context: &context)
    if let title = segmented.title { context.ledger.noteQuoted(title.leaf) }
  }

  /// The statements whose tables are there, and those that the report only names.
  private static func merged(listed: [Statement], found: [Statement]) -> [Statement] {
    let known = Set(found.compactMap(\.id))
    return found + listed.filter { statement in statement.id.map { !known.contains($0) } ?? true }
  }

  private func settle(_ context: inout MappingContext, into report: inout Report) {
    BareSides.settle(&report.facts)
    if report.identity.kind.isBudget { CarriedOverIncome.settle(&report.facts) }
    exclude(&context, from: &report)
    report.doubtful = context.doubtful
    for index in report.facts.indices { report.facts[index].id = "f" + String(index + 1) }
    for index in report.doubtful.indices { report.doubtful[index].id = "d" + String(index + 1) }
    if let note = LayoutDoubt.note(on: report) { report.notes.append(note) }
    let (coverage, left) = context.ledger.settled(context.normalized)
    report.coverage = coverage
    report.unmapped = left.map { figure in
      let source = context.reference(in: figure.leaf, normalizedRange: figure.range)
      return UnmappedFigure(
        text: source.text, source: source, reason: figure.reason,
        words: FigureAccounts.words(
          before: figure.range, in: context.normalized.ranges[figure.leaf], context.normalized.text)
      )
    }
  }

  /// Facts whose reading other figures speak against become doubtful.
  private func exclude(_ context: inout MappingContext, from report: inout Report) {
    let excluded = Exclusion.excluded(from: report.facts)
    guard !excluded.isEmpty else { return }
    for place in excluded.sorted() {
      let fact = report.facts[place]
      context.doubtful.append(DoubtfulFigure(contradicted: fact))
    }
    report.facts = report.facts.indices.filter { !excluded.contains($0) }.map { report.facts[$0] }
    context.ledger.noteTakenBack(excluded.count)
  }

  // MARK: Identity

  private func identity(
    _ segmented: SegmentedReport, _ file: SourceFile, _ match: LayoutRecognizer.Match
  ) -> ReportIdentity {
    let title = segmented.title
    let kind = segmented.kind
    let institution = segmented.institution
    let year = segmented.fiscalYear
    return ReportIdentity(
      id: String(file.sha256.prefix(16)),
      key: "\(institution ?? "?")/\(year.map(String.init) ?? "?")/\(kind.rawValue)",
      title: title?.text, institution: institution, fiscalYear: year, kind: kind,
      layout: LayoutMatch(
        id: match.layout.id, score: Amount(unscaled: Int64(match.score), scale: 2),
        seen: match.seen),
      source: file)
  }
}
