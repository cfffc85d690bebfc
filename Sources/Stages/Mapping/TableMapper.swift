import DocumentModel
import MappingModel
import ReportModel

/// Reads a table of amounts: every figure gets what its row's label and its column's heads say.
struct TableMapper {
  let vocabulary: MeasureVocabulary
  let mapping: MappingSet
  /// Concepts by id, as labels of the vocabulary are found by their indices.
  let layout: Layout

  /// What a table gave.
  struct Result {
    var facts: [Fact] = []
    var statement: Statement?
    /// What is odd about the table and does not stop its reading.
    var notes: [Note] = []
  }

  /// The facts and the record of one table. `scope` is what the section above says (budget or final,
  /// year); `known` are the facts of the text above, for a table that does not say its unit.
  func map(
    _ table: LogicalTable, section: SectionRule?, scope: MeasureContext, known: [Fact],
    context: inout MappingContext
  ) -> Result {
    let statement = self.statement(of: table)
    let rule = statement.flatMap { statement in
      statement.section.flatMap { id in layout.sections.first { $0.id == id } }
    }
    let home = rule ?? section ?? SectionRule(id: "text", content: .narrative, headings: [])
    let shape = TableShape(
      table, in: context.normalized, vocabulary: vocabulary, section: home.id)
    var reader = TableReader(
      mapper: self, table: table, shape: shape, statement: statement, section: home,
      scope: scope, topic: topic(of: table, statement, home, context), known: known)
    return reader.read(&context)
  }

  /// The statement that the table's title names: the longest known title in it.
  private func statement(of table: LogicalTable) -> StatementRule? {
    let title = Array(table.titleText.utf8)
    var best: (length: Int, rule: StatementRule)?
    for rule in layout.statements {
      for known in rule.titles {
        let bytes = Array(known.utf8)
        if bytes.count > best?.length ?? 0, ByteSearch.contains(bytes, in: title) {
          best = (bytes.count, rule)
        }
      }
    }
    return best?.rule
  }

  /// What «合计» means: the statement's total, else the one label that the title names.
  private func topic(
    _ label: MeasureVocabulary.Label
  ) -> TableTopic {
    TableTopic(concept: label.concept, dimensions: label.dimensions)
  }

  private func topic(
    of table: LogicalTable, _ statement: StatementRule?, _ section: SectionRule,
    _ context: MappingContext
  ) -> TableTopic? {
    if let total = statement?.total, let concept = mapping.concepts[total] {
      return TableTopic(concept: concept, dimensions: [:])
    }
    guard statement == nil, let leaf = table.title else { return nil }
    let tokens = MeasureTokenizer(
      vocabulary: vocabulary, text: context.normalized.text, section: section.id, institution: []
    ).tokens(in: context.normalized.ranges[leaf])
    var found: [MeasureVocabulary.Label] = []
    for token in tokens {
      if case .label(let index) = token.kind { found.append(vocabulary.labels[index]) }
    }
    guard let only = found.last, only.concept.kind == .money,
      found.allSatisfy({ $0.concept == only.concept })
    else { return nil }
    return topic(only)
  }
}

/// What the sum of a table is the sum of.
struct TableTopic {
  var concept: Concept
  var dimensions: [String: String]
}
