import MappingModel
import PhraseModel
import ReportModel

/// What the figures of a table mean, by the row and the column they stand in.
struct CellMeaning {
  /// The concept of a figure and what narrows it.
  struct Meaning {
    var concept: Concept
    var dimensions: [String: String]
  }

  let mapper: TableMapper
  let title: TableTitle
  let scope: MeasureContext
  /// What «合计» is the sum of.
  let topic: TableTopic?
  /// What «合计» over a column is the sum of, beside columns of this year's money.
  let columnTopic: TableTopic?
  /// Names and amounts stand twice beside each other.
  let isTwofold: Bool
  /// The table tells income and nothing else, by items or bodies.
  let isIncomeTable: Bool
  /// Columns tell basic expenditure beside that on projects.
  let tellsKinds: Bool
  /// The columns tell several funds apart.
  let tellsFunds: Bool
  /// Columns tell income beside expenditure, so that a balance among them is one.
  let tellsFlows: Bool

  private var concepts: [String: Concept] { mapper.mapping.concepts }
  private var terms: LexiconTerms { mapper.vocabulary.terms }

  /// The meaning of a figure; nil where its row and its column name none or contradict.
  func meaning(_ row: TableRow, _ head: HeadRole) -> Meaning? {
    var head = head
    var funding = head.funding
    if isOfIncome(row, head) || tellsFlows {
      if funding == .carryover { return carriedOver(row, head) }
      funding = nil
    } else if funding == .carryover, let found = head.found,
      found.concept.id == "balance.opening"
    {
      head.found = nil
      head.isTotal = true
      head.isOutermost = false
    }
    var source: String?
    if !isOfIncome(row, head), !tellsFlows, topic != nil || row.isItem,
      let name = head.unmodelled.flatMap(Self.source)
        ?? head.found.flatMap({ Self.source($0.concept.id) })
    {
      source = name
      head.found = nil
      head.isUnknown = false
      head.isTotal = true
      head.isOutermost = false
    }
    guard var meaning = plain(row, head) else { return nil }
    if tellsFunds, let fund = head.fund, meaning.concept.kind == .money,
      meaning.dimensions["fund"] == nil,
      ["three_public.", "procurement."].contains(where: meaning.concept.id.hasPrefix)
    {
      // They are what they are, whoever pays, unless the columns tell the funds apart.
      meaning.dimensions["fund"] = fund
    }
    if !meaning.concept.id.hasPrefix("balance."), let told = source ?? funding?.rawValue {
      meaning.dimensions["funding"] = told
    }
    meaning.dimensions = narrowed(meaning.dimensions, row)
    return meaning
  }

  /// Money carried over beside the income of the year.
  private func carriedOver(_ row: TableRow, _ head: HeadRole) -> Meaning? {
    var plainHead = head
    plainHead.found = nil
    plainHead.isTotal = true
    guard let opening = concepts["balance.opening"], let own = plain(row, plainHead) else {
      return nil
    }
    var dimensions = dimensions(fund(row, head)).merging(row.items) { $1 }
    if let source = own.dimensions["funding"] ?? Self.source(own.concept.id) {
      dimensions["funding"] = source
    }
    return Meaning(concept: opening, dimensions: narrowed(dimensions, row))
  }

  /// Income from a source that no concept stands for, in a column of its own; others that none stands for are
  /// parts of one that is named («其中:教育收费»).
  private func sourceMeaning(_ row: TableRow, _ head: HeadRole) -> Meaning? {
    guard isIncomeTable, row.isTotal || row.isOfBody || row.items["function"] != nil,
      let source = head.unmodelled.flatMap(Self.source), Self.ownSources.contains(source),
      let income = concepts["income.current_year"]
    else { return nil }
    return Meaning(concept: income, dimensions: ["funding": source].merging(row.items) { $1 })
  }

  private static let ownSources: Set = ["unit_funds", "other_money"]

  /// The source that a column of an expenditure table names, where it is no money of the treasury.
  private static func source(_ id: String) -> String? {
    guard id.hasPrefix("income."), !["income.total", "income.current_year"].contains(id),
      id != "income.fiscal_appropriation"
    else { return nil }
    return String(id.dropFirst("income.".count))
  }

  private func narrowed(_ dimensions: [String: String], _ row: TableRow) -> [String: String] {
    var dimensions = dimensions
    if let entity = row.entity { dimensions["entity"] = entity }
    if let project = row.project { dimensions["project"] = project }
    return dimensions
  }

  // MARK: Rows

  private func plain(_ row: TableRow, _ head: HeadRole) -> Meaning? {
    let own = head.found
    if row.lacksName { return nil }
    if let source = sourceMeaning(row, head) { return source }
    if head.isUnknown, own == nil, !head.isTotal { return nil }
    if row.isItem { return itemMeaning(head, row) }
    if row.lacksCode, row.role.function != nil { return nil }
    if row.project != nil { return projectMeaning(head, row) }
    if let source = row.role.unmodelled.flatMap(Self.source), side(row, head) == .income,
      let income = concepts["income.current_year"]
    {
      return Meaning(
        concept: income, dimensions: dimensions(head.fund).merging(["funding": source]) { $1 })
    }
    if row.role.isUnknown { return nil }
    if let found = row.role.found {
      if let own, !own.namesSource, own.concept != found.concept {
        // «本年支出合计» as a row, «基本支出» as a column: the narrower one is meant.
        guard isWhole(own.concept, of: found.concept) else {
          guard isWhole(found.concept, of: own.concept) else { return nil }
          return meaning(own, fund: fund(row, head))
        }
      }
      // A table of purchases tells of nothing else, whatever its lines are called.
      if let topic, topic.concept.id.hasPrefix("procurement."),
        !found.concept.id.hasPrefix("procurement."), !isTotalOfSide(found.concept)
      {
        return nil
      }
      if isGenericTotal(found), let topic { return meaning(topic, fund: fund(row, head)) }
      if found.namesSource, row.role.fund != nil,
        let balance = row.balance.flatMap({ concepts[$0] })
      {
        return Meaning(concept: balance, dimensions: dimensions(fund(row, head)))
      }
      return meaning(found, fund: fund(row, head), own: row.role.fund)
    }
    if let fund = row.role.fund, head.found.map({ $0.namesSource }) ?? true {
      return fundMeaning(fund, row, head)
    }
    guard
      row.isTotal || row.label == nil || row.entity != nil || row.isOfBody
        || row.role.aspect != nil || row.role.year != nil || row.role.side != nil
    else { return nil }
    return totalMeaning(head, row)
  }

  /// A row that names nothing but a fund: a part of the balance above it, a source of income, or that
  /// fund's expenditure.
  private func fundMeaning(_ fund: String, _ row: TableRow, _ head: HeadRole) -> Meaning? {
    if let balance = row.balance.flatMap({ concepts[$0] }) {
      return Meaning(concept: balance, dimensions: dimensions(self.fund(row, head)))
    }
    switch side(row, head) {
    case .income:
      return concepts["income.fiscal_appropriation"].map {
        Meaning(concept: $0, dimensions: fund == FundLattice.widest ? [:] : ["fund": fund])
      }
    case .expenditure:
      return concepts["expenditure.current_year"].map {
        Meaning(concept: $0, dimensions: dimensions(self.fund(row, head)))
      }
    case nil: return nil
    }
  }

  /// A row of a classification under a column.
  private func itemMeaning(_ head: HeadRole, _ row: TableRow) -> Meaning? {
    let isEconomic = row.items["function"] == nil
    let whole = isEconomic ? "expenditure.economic" : "expenditure.function"
    guard let concept = concepts[whole] else { return nil }
    // A table of projects alone tells of each item what projects spent on it, one of all expenditure what all did:
    // economic items by themselves are those of basic expenditure.
    var ofItems = concept
    if topic?.concept.id == "expenditure.project" || row.project != nil {
      ofItems = concepts["expenditure.project"] ?? concept
    } else if isEconomic, tellsKinds {
      ofItems = concepts["expenditure.current_year"] ?? concept
    }
    let fund = fund(row, head)
    func item(_ concept: Concept, _ fund: String?) -> Meaning {
      Meaning(concept: concept, dimensions: dimensions(fund).merging(row.items) { $1 })
    }
    guard let column = head.found else {
      // A column that names only a fund, in a table of income by item, is a source.
      if isIncomeTable, !isEconomic {
        let source =
          head.fund == nil ? "income.current_year" : "income.fiscal_appropriation"
        guard let income = concepts[source] else { return nil }
        return item(
          income, head.fund == nil ? fund : head.fund == FundLattice.widest ? nil : head.fund)
      }
      return item(ofItems, fund)
    }
    if column.namesSource, !isIncomeTable { return item(ofItems, fund) }
    var generic = ["expenditure.current_year", "expenditure.total"]
    // «人员经费» over the one half of a table and «公用经费» over the other head their rows.
    if isTwofold { generic += ["expenditure.basic.personnel", "expenditure.basic.public"] }
    if generic.contains(column.concept.id)
      || isEconomic && column.concept.id == "expenditure.basic" && title.isOfBasic
    {
      return item(ofItems, fund)
    }
    var meaning = meaning(column, fund: fund, own: head.fund)
    meaning.dimensions.merge(row.items) { $1 }
    return meaning
  }

  /// A row of a project under a column.
  private func projectMeaning(_ head: HeadRole, _ row: TableRow) -> Meaning? {
    guard let project = concepts["expenditure.project"] else { return nil }
    let fund = fund(row, head)
    guard let column = head.found, !column.namesSource, !isTotalOfSide(column.concept),
      column.concept != project
    else {
      guard
        head.found != nil || head.isTotal || head.fund != nil || !head.isUnknown && head.isMeasure
      else {
        return nil
      }
      return Meaning(concept: project, dimensions: dimensions(fund))
    }
    return nil
  }

  /// A row «合计», one without a name, or one of a body.
  private func totalMeaning(_ head: HeadRole, _ row: TableRow) -> Meaning? {
    let fund = fund(row, head)
    if let column = head.found {
      if column.namesSource, !isIncomeTable, let total = sideTotal(row) {
        return Meaning(concept: total, dimensions: dimensions(fund))
      }
      if column.namesSource, !isIncomeTable, let topic { return meaning(topic, fund: fund) }
      return meaning(column, fund: fund, own: head.fund)
    }
    if row.isTotal, let side = sideTotal(row) {
      // «本年支出» over the columns of a statement of expenditure is no side beside another.
      if let topic, let own = row.side, topic.concept.id.hasPrefix(own.rawValue + ".") {
        return meaning(topic, fund: fund)
      }
      return Meaning(concept: side, dimensions: dimensions(fund))
    }
    guard let topic, row.isTotal || head.isTotal || head.fund != nil || head.side != nil else {
      return nil
    }
    if isIncomeTable, head.fund != nil, let source = concepts["income.fiscal_appropriation"] {
      return Meaning(
        concept: source, dimensions: head.fund == FundLattice.widest ? [:] : dimensions(head.fund))
    }
    guard row.isTotal || head.isTotal || head.fund != nil else { return nil }
    if row.isTotal || row.isOfBody || row.label == nil, head.isTotal, head.isOutermost,
      let columnTopic
    {
      return meaning(columnTopic, fund: fund)
    }
    return meaning(topic, fund: fund)
  }

  // MARK: Sides and funds

  /// The side of the accounts that a cell stands on.
  private func side(_ row: TableRow, _ head: HeadRole) -> Statement.Side? {
    if let side = row.side ?? row.role.side ?? head.side { return side }
    if terms.has(title.features, terms.bothSides) { return nil }
    let isIncome = terms.has(title.features, terms.income)
    let isExpenditure =
      terms.has(title.features, terms.expenditure)
      || !title.features.isDisjoint(with: terms.lexicon.all(.rows))
    if isIncome == isExpenditure { return nil }
    return isIncome ? .income : .expenditure
  }

  private func isOfIncome(_ row: TableRow, _ head: HeadRole) -> Bool {
    if row.items["economic"] != nil || row.project != nil { return false }
    if let found = row.role.found, !row.isItem {
      return found.concept.id.hasPrefix("income.") || found.concept.id.hasPrefix("balance.opening")
    }
    return isIncomeTable || side(row, head) == .income
  }

  /// The fund of a cell: the innermost place that names one, the narrower of two that lie within each other.
  private func fund(_ row: TableRow, _ head: HeadRole) -> String? {
    let outer = title.isThere ? title.fund : scope.fund
    let item = row.isItem ? nil : row.role.fund
    return FundLattice.narrowed(FundLattice.narrowed(outer, by: head.fund), by: item)
  }

  private func dimensions(_ fund: String?) -> [String: String] {
    fund.map { ["fund": $0] } ?? [:]
  }

  private func meaning(_ found: FoundConcept, fund: String?, own: String? = nil) -> Meaning {
    var dimensions = dimensions(FundOfFact.fund(of: found, own: own ?? fund, scope: fund))
    dimensions.merge(found.dimensions) { $1 }
    return Meaning(concept: found.concept, dimensions: dimensions)
  }

  private func meaning(_ topic: TableTopic, fund: String?) -> Meaning {
    meaning(FoundConcept(concept: topic.concept, dimensions: topic.dimensions), fund: fund)
  }

  // MARK: Sums

  /// «总计» on the side of the income or of the expenditure.
  private func sideTotal(_ row: TableRow) -> Concept? {
    guard row.isTotal, let side = row.side else { return nil }
    return concepts[side.rawValue + ".total"]
  }

  /// Whether a concept is the sum of which the other is a part.
  private func isWhole(_ whole: Concept, of part: Concept) -> Bool {
    if isTotalOfSide(whole) { return true }
    guard whole.id.hasSuffix(".total") else { return false }
    return part.id.hasPrefix(String(whole.id.dropLast("total".count)))
  }

  private func isTotalOfSide(_ concept: Concept) -> Bool {
    ["income.current_year", "expenditure.current_year", "expenditure.total", "income.total"]
      .contains(concept.id)
  }

  /// «支出合计» in a table of the three public expenses is their total.
  private func isGenericTotal(_ found: FoundConcept) -> Bool {
    guard let topic, topic.concept.id.hasPrefix("three_public") else { return false }
    return isTotalOfSide(found.concept)
  }
}
