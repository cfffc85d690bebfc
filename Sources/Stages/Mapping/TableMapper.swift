import DocumentModel
import MappingModel
import PhraseModel
import ReportModel

/// Reads a table of amounts: every figure gets what its row's label and its column's heads say.
struct TableMapper {
  let vocabulary: LayoutVocabulary
  let mapping: MappingSet
  let layout: Layout
  /// The reporting body's name in matching form; empty where it is not known.
  let institution: [UInt8]

  /// What a table gave.
  struct Result {
    var facts: [Fact] = []
    var statements: [Statement] = []
    /// What is odd about the table and does not stop its reading.
    var notes: [Note] = []
  }

  /// The facts and the record of one table. `scope` is what the section above says (budget or final,
  /// year); `known` are the facts of the text above, for a table that does not say its unit.
  func map(
    _ table: LogicalTable, section: SectionRule?, scope: MeasureContext, known: [Fact],
    context: inout MappingContext
  ) -> Result {
    let parts = TableBands(vocabulary: vocabulary, normalized: context.normalized).parts(of: table)
    guard parts.count > 1 || parts.first?.title != table.title else {
      return read(table, section: section, scope: scope, known: known, context: &context)
    }
    // What the whole table's title says holds in its parts.
    let whole = TableTitle(of: table, layout: layout, vocabulary: vocabulary)
    var scope = scope
    scope.fund = whole.fund ?? scope.fund
    scope.bareAspect = whole.aspect ?? scope.bareAspect
    scope.around = scope.around.union(whole.around)
    var result = Result()
    for part in parts {
      let one = read(
        part, section: section, scope: scope, known: known + result.facts, context: &context)
      result.facts += one.facts
      result.statements += one.statements
      result.notes += one.notes
    }
    return result
  }

  private func read(
    _ table: LogicalTable, section: SectionRule?, scope: MeasureContext, known: [Fact],
    context: inout MappingContext
  ) -> Result {
    let title = TableTitle(of: table, layout: layout, vocabulary: vocabulary)
    let rule = title.statement.flatMap { statement in
      statement.section.flatMap { id in layout.sections.first { $0.id == id } }
    }
    let home = rule ?? section ?? SectionRule(id: "text", content: .narrative, headings: [])
    let around = title.around.union(scope.around)
    let shape = TableShape(
      table, in: context.normalized, vocabulary: vocabulary, section: home.id, around: around)
    var reader = TableReader(
      mapper: self, table: table, shape: shape, title: title, section: home,
      scope: scope, topic: topic(of: title), known: known, bodies: context.bodies,
      normalized: context.normalized)
    context.bodies.formUnion(reader.bodiesTold)
    return reader.read(&context)
  }

  /// What «合计» means: the statement's total, else the one concept that the title names.
  private func topic(of title: TableTitle) -> TableTopic? {
    // «三公经费、会议费、培训费» together are no concept.
    let several = vocabulary.terms.lexicon.set(.object, "meeting")
      .union(vocabulary.terms.lexicon.set(.object, "training"))
    let main = title.features.intersection(vocabulary.terms.core)
    if vocabulary.terms.has(main, several), !main.isSubset(of: several) { return nil }
    if let total = title.statement?.total, let concept = mapping.concepts[total] {
      return TableTopic(concept: concept, dimensions: [:])
    }
    let terms = vocabulary.terms
    let noun = Noun(features: terms.noun(of: title.features))
    guard title.statement == nil, title.isThere,
      terms.has(noun.features, terms.core.union(terms.sides)),
      let found = vocabulary.finder.money(noun, around: FeatureSet()), !found.isPartial,
      vocabulary.terms.lexicon.pairs[found.concept.id] == nil
    else { return nil }
    return TableTopic(concept: found.concept, dimensions: found.dimensions)
  }
}

/// What the sum of a table is the sum of.
struct TableTopic {
  var concept: Concept
  var dimensions: [String: String]
}
