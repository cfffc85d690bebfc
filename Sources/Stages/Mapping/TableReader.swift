import DocumentModel
import MappingModel
import PhraseModel
import ReportModel
import ValueModel

/// Goes over the cells of one table.
struct TableReader {
  let mapper: TableMapper
  let table: LogicalTable
  let shape: TableShape
  let title: TableTitle
  let section: SectionRule
  let scope: MeasureContext
  /// What the text above has told.
  let known: [Fact]
  /// The bodies that it lists, for the tables below.
  let bodiesTold: Set<String>
  private let groups: [ColumnGroup]
  private let meaning: CellMeaning
  /// The rows of data from top to bottom, as the groups have them.
  private let places: [Int]
  private var facts: [Fact] = []
  /// The leaf of each fact.
  private var factLeaves: [Int] = []

  init(
    mapper: TableMapper, table: LogicalTable, shape: TableShape, title: TableTitle,
    section: SectionRule, scope: MeasureContext, topic: TableTopic?, known: [Fact],
    bodies: Set<String>, normalized: NormalizedDocument
  ) {
    self.mapper = mapper
    self.table = table
    self.shape = shape
    self.title = title
    self.section = section
    self.scope = scope
    self.known = known
    let topic = topic ?? Self.topic(of: shape, mapper)
    let rows = TableRows(
      mapper: mapper, table: table, shape: shape, title: title, topic: topic, section: section.id,
      around: title.around.union(scope.around), bodies: bodies, normalized: normalized)
    bodiesTold = rows.bodiesTold
    places = rows.places
    groups = rows.groups()
    let columns = shape.heads.compactMap { $0.found?.concept.id }
    let isIncome = Self.isOfIncome(title, columns, mapper.vocabulary.terms)
    meaning = CellMeaning(
      mapper: mapper, title: title, scope: scope, topic: topic,
      columnTopic: topic.flatMap { Self.whole(of: $0, over: shape, mapper) },
      isTwofold: groups.count > 1, isIncomeTable: isIncome,
      tellsKinds: columns.contains("expenditure.basic") && columns.contains("expenditure.project"),
      tellsFunds: Set(
        shape.columns.indices.lazy.filter { shape.columns[$0] == .value }
          .map { shape.heads[$0].fund }
      ).count > 1,
      tellsFlows: columns.contains("balance.closing")
        || !isIncome && columns.contains("income.current_year"))
  }

  /// A table whose heads name nothing but the three public expenses is a table of them, title or no.
  private static func topic(of shape: TableShape, _ mapper: TableMapper) -> TableTopic? {
    let labels = shape.heads.compactMap { $0.found?.concept.id }
    guard labels.count >= 2, labels.allSatisfy({ $0.hasPrefix("three_public.") }),
      let total = mapper.mapping.concepts["three_public.total"]
    else { return nil }
    return TableTopic(concept: total, dimensions: [:])
  }

  /// A table of income by its title or, without one, by its columns.
  private static func isOfIncome(
    _ title: TableTitle, _ columns: [String], _ terms: LexiconTerms
  ) -> Bool {
    guard title.isThere else {
      return columns.count >= 3
        && columns.allSatisfy { $0.hasPrefix("income.") || $0.hasPrefix("balance.") }
    }
    return terms.has(title.features, terms.income)
      && !terms.has(title.features, terms.bothSides.union(terms.expenditure))
  }

  /// «合计» beside columns of this year's money alone is the sum of all: those and what was carried over.
  private static func whole(
    of topic: TableTopic, over shape: TableShape, _ mapper: TableMapper
  ) -> TableTopic? {
    guard topic.concept.id.hasSuffix(".current_year"),
      shape.heads.contains(where: { head in
        head.funding != nil || head.found?.concept == topic.concept
      }),
      let total = mapper.mapping.concepts[
        String(topic.concept.id.dropLast("current_year".count)) + "total"]
    else { return nil }
    return TableTopic(concept: total, dimensions: topic.dimensions)
  }

  mutating func read(_ context: inout MappingContext) -> TableMapper.Result {
    let ownUnit = tableUnit(context) ?? provenUnit(context)
    // A row may say what the rows from there on are printed in.
    var unit = ownUnit
    var recorder = title.statement.map { rule in
      StatementRecorder(
        rule: rule, table: table, shape: shape, columns: groups.flatMap(\.columns))
    }
    var taken: Set<Int> = []
    var left: [(leaf: Int, reason: DoubtReason)] = []
    for (place, row) in places.enumerated() {
      if let said = shape.unit(saidIn: row) {
        unit = said.unit
        continue
      }
      for group in groups {
        let head = group.rows[place]
        recorder?.begin(head, mapper, &context)
        for column in group.columns {
          guard table.begins(row, column), let leaf = table.leaf(row, column),
            let figure = shape.content(row, column).amount
          else { continue }
          // Of several columns one without a head may be any of them.
          guard shape.isUnderOneHead(column, span: table.span(row, column)),
            group.columns.count == 1 || shape.isHeaded(column)
          else {
            left.append((leaf, .unknownColumn))
            continue
          }
          recorder?.add(figure.value, leaf, column, &context)
          if let reason = addFact(figure, leaf, column, head, unit, &context) {
            left.append((leaf, reason))
          } else {
            taken.insert(leaf)
          }
        }
        recorder?.end()
      }
    }
    for leaf in dropContradictions() {
      taken.remove(leaf)
      left.append((leaf, .contradicted))
    }
    note(taken, left, isStatement: recorder != nil, &context)
    var result = TableMapper.Result(facts: facts)
    if let recorder {
      result.notes = recorder.notes
      if var statement = recorder.statement(&context) {
        statement.unit = ownUnit
        statement.fund = title.fund
        statement.aspect = title.aspect ?? scope.bareAspect
        result.statements = [statement]
      }
    }
    return result
  }

  // MARK: Facts

  /// Cells of one table that would be the same quantity with different values are not what their heads
  /// were taken for: none of them is a fact. Gives their leaves.
  private mutating func dropContradictions() -> [Int] {
    var values: [FactQuantity: Set<Amount>] = [:]
    for fact in facts { values[FactQuantity(fact), default: []].insert(fact.value) }
    guard values.contains(where: { $0.value.count > 1 }) else { return [] }
    let kept = facts.indices.filter { (values[FactQuantity(facts[$0])]?.count ?? 0) < 2 }
    let dropped = Set(facts.indices).subtracting(kept).sorted().map { factLeaves[$0] }
    facts = kept.map { facts[$0] }
    return dropped
  }

  /// Adds the fact of a cell, or says why there is none.
  private mutating func addFact(
    _ figure: TableCell.Figure, _ leaf: Int, _ column: Int, _ row: TableRow,
    _ tableUnit: Unit?, _ context: inout MappingContext
  ) -> DoubtReason? {
    let head = shape.heads[column]
    guard let meaning = meaning.meaning(row, head) else { return whyOpen(row, head) }
    // «预算改革业务» is the name of an item and says nothing of budget or final.
    let isItem = row.isItem
    var aspect =
      (isItem ? nil : row.role.aspect) ?? head.aspect ?? title.aspect ?? scope.bareAspect
    let isPercent = figure.isPercent || aspect.isPercent
    if isPercent, !aspect.isPercent {
      aspect =
        aspect == .change ? .changePercent : aspect == .budgetChange ? .budgetChangePercent : aspect
      guard aspect.isPercent else { return .openAspect }
    }
    var dimensions = meaning.dimensions
    var year = row.role.year ?? head.year ?? title.year ?? scope.year
    if let offset = row.role.relativeYear ?? head.relativeYear, let own = scope.fiscalYear {
      year = own + offset
    }
    if year == scope.fiscalYear { year = nil }
    if let other = year {
      if other + 1 == scope.fiscalYear, aspect == .actual {
        aspect = .priorYear
      } else {
        dimensions["year"] = String(other)
      }
    }
    let unit: Unit
    if isPercent {
      unit = .percent
    } else if let own = meaning.concept.unit {
      unit = own
    } else if let money = figure.unit ?? row.unit ?? row.role.unit ?? head.unit ?? tableUnit {
      unit = money
    } else {
      return .openUnit
    }
    guard !countsMoney(meaning.concept, row, head, figure.unit ?? tableUnit) else {
      return .openConcept
    }
    let fundIsOpen = isOpen(meaning)
    guard !fundIsOpen || titleMeansAllMoney || isSumOverFunds(head) else { return .openFund }
    let label =
      row.label.map { context.normalized.document.string(ofLeaf: $0) }
      ?? shape.label(of: column)
    factLeaves.append(leaf)
    var trust = Trust()
    if row.role.aspect == nil, head.aspect == nil, title.aspect == nil, !scope.aspectIsSaid {
      trust.aspect = .convention
    }
    if year == nil, title.year == nil, scope.fiscalYear == nil { trust.year = .convention }
    var fact =
      Fact(
        id: "", concept: meaning.concept.id, aspect: aspect, dimensions: dimensions,
        value: figure.value, unit: unit, label: LabelText.onOneLine(label),
        source: context.reference(in: leaf, normalizedRange: context.normalized.ranges[leaf]),
        rule: RuleReference(
          layout: context.layout.id, section: title.statement?.id ?? section.id,
          concept: meaning.concept.id))
    fact.trust = trust
    facts.append(fact)
    return nil
  }

  /// Why a cell means nothing: its row, its column or its table is not understood.
  private func whyOpen(_ row: TableRow, _ head: HeadRole) -> DoubtReason {
    if row.role.isUnknown || row.lacksCode || row.lacksName { return .unknownRow }
    if head.isUnknown { return .unknownColumn }
    return title.isUnknown ? .unknownTitle : .openConcept
  }

  /// A concept that counts things, in a table of money, without a word that says what is counted.
  private func countsMoney(
    _ concept: Concept, _ row: TableRow, _ head: HeadRole, _ unit: Unit?
  ) -> Bool {
    guard concept.kind == .count, row.role.unit == nil, head.unit == nil else { return false }
    if mapper.vocabulary.terms.has(row.role.noun.features, mapper.vocabulary.terms.money) {
      return true
    }
    // What stands under assets is counted where no word speaks of its value.
    let assets = mapper.vocabulary.terms.lexicon.set(.within, "assets")
    guard unit != nil,
      !mapper.vocabulary.terms.has(title.around.union(scope.around), assets)
    else { return false }
    return !mapper.vocabulary.terms.has(
      row.role.noun.features.union(head.noun.features), mapper.vocabulary.terms.countWords)
  }

  private func isOpen(_ meaning: CellMeaning.Meaning) -> Bool {
    // Money beside the treasury's is of no fund.
    if let funding = meaning.dimensions["funding"] {
      if Funding(rawValue: funding) == nil { return false }
      // A column of what was carried over, beside columns that tell the funds of this year's money apart, is of all.
      if funding == Funding.carryover.rawValue, shape.heads.contains(where: { $0.fund != nil }) {
        return false
      }
    }
    let found = FoundConcept(concept: meaning.concept, dimensions: [:])
    return FundOfFact.isOpen(found, fund: meaning.dimensions["fund"])
  }

  /// Tables of all income and expenditure are of all money without saying so; of others one that names no
  /// fund leaves it open.
  private var titleMeansAllMoney: Bool {
    let terms = mapper.vocabulary.terms
    guard title.isThere else {
      return terms.has(scope.around, allMoneyScopes) || !scope.around.isEmpty && scope.fund == nil
    }
    guard !title.isUnknown || title.statement != nil else { return false }
    let narrow = title.features.intersection(
      terms.core.subtracting(terms.bothSides).subtracting(terms.balance))
    return narrow.isEmpty
      && terms.has(title.features, terms.sides.union(terms.bothSides))
  }

  /// «合计» beside columns of single funds is the sum of all.
  private func isSumOverFunds(_ head: HeadRole) -> Bool {
    head.isTotal && head.isOutermost && head.fund == nil
      && shape.heads.contains { $0.fund != nil }
  }

  private var allMoneyScopes: FeatureSet {
    mapper.vocabulary.terms.lexicon.surroundings(of: mapper.vocabulary.terms.bothSides)
  }

  // MARK: Units

  func tableUnit(_ context: MappingContext) -> Unit? {
    (table.unit ?? unitInHead(context))?.unit
  }

  /// A table without a unit repeats what the text before it says: the unit under which three amounts at
  /// least, and none that contradicts, are known already.
  private func provenUnit(_ context: MappingContext) -> Unit? {
    var matches = 0
    var unit: Unit?
    for (place, row) in places.enumerated() {
      for group in groups {
        for column in group.columns {
          guard table.begins(row, column), let figure = shape.content(row, column).amount,
            figure.value.unscaled != 0,
            let meaning = meaning.meaning(group.rows[place], shape.heads[column])
          else { continue }
          for fact in known where fact.concept == meaning.concept.id && fact.value == figure.value {
            guard fact.unit.yuanExponent != nil, unit == nil || unit == fact.unit else {
              return nil
            }
            unit = fact.unit
            matches += 1
            break
          }
        }
      }
    }
    return matches >= 3 ? unit : nil
  }

  /// The unit in a head cell that is a caption: «金额单位:万元».
  private func unitInHead(_ context: MappingContext) -> MoneyWord? {
    (0..<min(shape.dataStart, table.rows)).lazy.compactMap { shape.unit(saidIn: $0) }.first
  }
}
