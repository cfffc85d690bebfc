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
  let topic: TableTopic?
  /// What the text above has told.
  let known: [Fact]

  private var statement: StatementRule? { title.statement }
  /// What the title and the headings lend to the cells.
  private var around: FeatureSet { title.around.union(scope.around) }

  /// What names a row.
  private struct RowHead {
    var role = HeadRole()
    var code: String?
    /// The other rows have codes, and this one's was lost.
    var lacksCode = false
    var codeLeaf: Int?
    var label: Int?
    var side: Statement.Side?
    /// Path of class, category and item down to here, where the rows are functional items.
    var isTotal: Bool { role.isTotal && role.found == nil && role.function == nil }
  }

  /// A row beside one of the columns of names and codes, which no two groups of columns share.
  private struct RowPlace: Hashable {
    var row: Int
    var name: Int?
    var code: Int?
  }

  /// What a figure was found to be.
  private struct Meaning {
    var concept: Concept
    var dimensions: [String: String]
  }

  /// Names and amounts stand twice beside each other.
  private var isTwofold = false
  /// Most rows have a code, so that one without lost it.
  private var isCoded = false
  private var facts: [Fact] = []
  /// The leaf of each fact.
  private var factLeaves: [Int] = []
  private var notes: [Note] = []
  private var checkedCodes: Set<String> = []
  private var columnIDs: [Int: String] = [:]
  /// What names each row, read once: sides, codes and units are looked for in the rows before the cells are read.
  private var rowHeads: [RowPlace: RowHead] = [:]
  /// Sides that the rows tell, by the first column of names.
  private var sides: [Int: Statement.Side] = [:]
  /// Per side, the last balance row: the funds listed under it are its parts.
  private var balances: [Statement.Side?: Concept] = [:]

  init(
    mapper: TableMapper, table: LogicalTable, shape: TableShape, title: TableTitle,
    section: SectionRule, scope: MeasureContext, topic: TableTopic?, known: [Fact]
  ) {
    self.known = known
    self.mapper = mapper
    self.table = table
    self.shape = shape
    self.title = title
    self.section = section
    self.scope = scope
    self.topic = topic ?? Self.topic(of: shape, mapper)
  }

  /// A table whose heads name nothing but the three public expenses is a table of them, title or no.
  private static func topic(of shape: TableShape, _ mapper: TableMapper) -> TableTopic? {
    let labels = shape.heads.compactMap { $0.found?.concept.id }
    guard labels.count >= 2, labels.allSatisfy({ $0.hasPrefix("three_public.") }),
      let total = mapper.mapping.concepts["three_public.total"]
    else { return nil }
    return TableTopic(concept: total, dimensions: [:])
  }

  mutating func read(_ context: inout MappingContext) -> TableMapper.Result {
    let unit = tableUnit(context) ?? provenUnit(context)
    let valueColumns = shape.columns.indices.filter { shape.columns[$0] == .value }
    nameColumns(valueColumns, context)
    let groups = columnGroups(valueColumns)
    findSides(groups, context)
    isTwofold = groups.count > 1
    isCoded = rowsAreCoded(groups, context)
    var statementRows: [Statement.Row] = []
    var taken: Set<Int> = []
    var left: [(leaf: Int, reason: DoubtReason)] = []
    for row in shape.dataStart..<max(shape.dataStart, table.rows) where !shape.isRuler(row) {
      for group in groups {
        let head = rowHead(row, group.labels, group.columns[0], context)
        var record = self.record(of: head, &context)
        compareName(of: head, context)
        for column in group.columns {
          guard table.begins(row, column), let leaf = table.leaf(row, column),
            let figure = shape.content(row, column).amount
          else { continue }
          guard table.span(row, column) == 1 else {
            left.append((leaf, .unknownColumn))
            continue
          }
          if statement != nil, let id = columnIDs[column] {
            record.values[id] = figure.value
            record.sources[id] = context.reference(
              in: leaf, normalizedRange: context.normalized.ranges[leaf])
          }
          if let reason = addFact(figure, leaf, column, head, unit, &context) {
            left.append((leaf, reason))
          } else {
            taken.insert(leaf)
          }
        }
        if record.label != nil || record.code != nil || !record.values.isEmpty {
          statementRows.append(record)
        }
      }
    }
    for leaf in dropContradictions() {
      taken.remove(leaf)
      left.append((leaf, .contradicted))
    }
    note(taken, left, isStatement: statement != nil, &context)
    var result = TableMapper.Result(facts: facts)
    result.notes = notes
    if let statement {
      result.statement = record(statement, unit, statementRows, valueColumns, &context)
    }
    return result
  }

  // MARK: Rows

  private mutating func rowHead(
    _ row: Int, _ labels: (names: [Int], codes: [Int]), _ column: Int, _ context: MappingContext
  ) -> RowHead {
    let place = RowPlace(row: row, name: labels.names.first, code: labels.codes.first)
    var head = rowHeads[place] ?? readRowHead(row, labels, context)
    rowHeads[place] = head
    head.side = shape.sides[column] ?? labels.names.first.flatMap { sides[$0] }
    head.lacksCode = head.code == nil && isCoded
    return head
  }

  private func readRowHead(
    _ row: Int, _ labels: (names: [Int], codes: [Int]), _ context: MappingContext
  ) -> RowHead {
    var head = RowHead()
    // The last of the names is the row's own; those before it name what it is a part of.
    let named = labels.names.last { name in
      table.leaf(row, name).map { !context.normalized.ranges[$0].isEmpty } ?? false
    }
    if let leaf = named.flatMap({ table.leaf(row, $0) }) { name(&head, by: leaf, context) }
    var code = ""
    var last: Int?
    for column in labels.codes {
      // One cell may be merged over the columns of class, category and item.
      guard let leaf = table.leaf(row, column), leaf != last else { continue }
      last = leaf
      let digits = context.normalized.text[context.normalized.ranges[leaf]].filter {
        (0x30...0x39).contains($0)
      }
      guard !digits.isEmpty else {
        // «合计» may be merged over the code and the name.
        if head.label == nil, !context.normalized.ranges[leaf].isEmpty {
          name(&head, by: leaf, context)
        }
        continue
      }
      code += String(decoding: digits, as: UTF8.self)
      head.codeLeaf = head.codeLeaf ?? leaf
    }
    if [3, 5, 7].contains(code.utf8.count) { head.code = code }
    return head
  }

  private func name(_ head: inout RowHead, by leaf: Int, _ context: MappingContext) {
    head.label = leaf
    head.role = HeadRole(
      context.normalized.ranges[leaf], of: context.normalized.text,
      vocabulary: mapper.vocabulary, section: section.id, around: around)
  }

  private mutating func rowsAreCoded(
    _ groups: [(labels: (names: [Int], codes: [Int]), columns: [Int])], _ context: MappingContext
  ) -> Bool {
    var coded = 0
    var named = 0
    for row in shape.dataStart..<max(shape.dataStart, table.rows) where !shape.isRuler(row) {
      for group in groups {
        let head = rowHead(row, group.labels, group.columns[0], context)
        if head.code != nil { coded += 1 } else if head.role.function != nil { named += 1 }
      }
    }
    return coded > 2 * named
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
    _ figure: (value: Amount, isPercent: Bool), _ leaf: Int, _ column: Int, _ row: RowHead,
    _ tableUnit: Unit?, _ context: inout MappingContext
  ) -> DoubtReason? {
    let head = shape.heads[column]
    guard let meaning = meaning(row, head, column) else { return whyOpen(row, head) }
    noteBalance(meaning, row)
    // «预算改革业务» is the name of an item and says nothing of budget or final.
    let isItem = meaning.dimensions["function"] != nil || meaning.dimensions["economic"] != nil
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
    } else if let money = row.role.unit ?? head.unit ?? tableUnit {
      unit = money
    } else {
      return .openUnit
    }
    guard !countsMoney(meaning.concept, row, head, tableUnit) else { return .openConcept }
    let fundIsOpen = isOpen(meaning)
    guard !fundIsOpen || titleMeansAllMoney else { return .openFund }
    let labelLeaf = row.label
    let label =
      labelLeaf.map { context.normalized.document.string(ofLeaf: $0) }
      ?? columnLabel(column, context)
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
          layout: context.layout.id, section: statement?.id ?? section.id,
          concept: meaning.concept.id))
    fact.trust = trust
    facts.append(fact)
    return nil
  }

  /// Why a cell means nothing: its row, its column or its table is not understood.
  private func whyOpen(_ row: RowHead, _ head: HeadRole) -> DoubtReason {
    if row.role.isUnknown || row.lacksCode { return .unknownRow }
    if head.isUnknown { return .unknownColumn }
    return title.isUnknown ? .unknownTitle : .openConcept
  }

  /// A concept that counts things, in a table of money, without a word that says what is counted.
  private func countsMoney(
    _ concept: Concept, _ row: RowHead, _ head: HeadRole, _ unit: Unit?
  ) -> Bool {
    guard concept.kind == .count, unit != nil, row.role.unit == nil, head.unit == nil else {
      return false
    }
    return !mapper.vocabulary.terms.has(
      row.role.noun.features.union(head.noun.features), mapper.vocabulary.terms.countWords)
  }

  private func isOpen(_ meaning: Meaning) -> Bool {
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
    guard !title.isUnknown || statement != nil else { return false }
    let narrow = title.features.intersection(
      terms.core.subtracting(terms.bothSides).subtracting(terms.balance))
    return narrow.isEmpty
      && terms.has(title.features, terms.sides.union(terms.bothSides))
  }

  private var allMoneyScopes: FeatureSet {
    mapper.vocabulary.terms.lexicon.surroundings(of: mapper.vocabulary.terms.bothSides)
  }

  /// The concept of a figure from its row and its column; nil where they name none or contradict.
  private func meaning(_ row: RowHead, _ head: HeadRole, _ column: Int) -> Meaning? {
    let own = head.found
    if head.isUnknown, own == nil, !head.isTotal, head.aspect == nil { return nil }
    if let place = placeInClassification(row) {
      return itemMeaning(head, place, isEconomic: place["economic"] != nil, row)
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
      if isGenericTotal(found), let topic { return meaning(topic, fund: fund(row, head)) }
      if found.namesSource, row.role.fund != nil, let balance = balances[row.side] {
        return Meaning(concept: balance, dimensions: dimensions(fund(row, head)))
      }
      return meaning(found, fund: fund(row, head), own: row.role.fund)
    }
    if let fund = row.role.fund, head.found.map({ $0.namesSource }) ?? true {
      return fundMeaning(fund, row, head)
    }
    guard
      row.isTotal || row.label == nil || row.role.aspect != nil || row.role.year != nil
        || row.role.side != nil
    else { return nil }
    return totalMeaning(head, row)
  }

  /// A row that names nothing but a fund: a part of the balance above it, a source of income, or that
  /// fund's expenditure.
  private func fundMeaning(_ fund: String, _ row: RowHead, _ head: HeadRole) -> Meaning? {
    if let balance = balances[row.side] {
      return Meaning(concept: balance, dimensions: dimensions(self.fund(row, head)))
    }
    let concepts = mapper.mapping.concepts
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

  /// The side of the accounts that a cell stands on.
  private func side(_ row: RowHead, _ head: HeadRole) -> Statement.Side? {
    if let side = row.side ?? row.role.side ?? head.side { return side }
    let terms = mapper.vocabulary.terms
    if terms.has(title.features, terms.bothSides) { return nil }
    let isIncome = terms.has(title.features, terms.income)
    let isExpenditure =
      terms.has(title.features, terms.expenditure)
      || !title.features.isDisjoint(with: terms.lexicon.all(.rows))
    if isIncome == isExpenditure { return nil }
    return isIncome ? .income : .expenditure
  }

  /// The fund of a cell: the innermost place that names one, the narrower of two that lie within each other.
  private func fund(_ row: RowHead, _ head: HeadRole) -> String? {
    let outer = title.isThere ? title.fund : scope.fund
    let item = row.code == nil && row.role.function == nil ? row.role.fund : nil
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

  /// A row of a classification under a column.
  private func itemMeaning(
    _ head: HeadRole, _ place: [String: String], isEconomic: Bool, _ row: RowHead
  ) -> Meaning? {
    let whole = isEconomic ? "expenditure.economic" : "expenditure.function"
    guard let concept = mapper.mapping.concepts[whole] else { return nil }
    let fund = fund(row, head)
    func item(_ concept: Concept, _ fund: String?) -> Meaning {
      var dimensions = dimensions(fund)
      dimensions.merge(place) { $1 }
      return Meaning(concept: concept, dimensions: dimensions)
    }
    guard let column = head.found else {
      // A column that names only a fund, in a table of income by item, is a source.
      if isIncomeTable, !isEconomic {
        let source =
          head.fund == nil ? "income.current_year" : "income.fiscal_appropriation"
        guard let income = mapper.mapping.concepts[source] else { return nil }
        return item(
          income, head.fund == nil ? fund : head.fund == FundLattice.widest ? nil : head.fund)
      }
      return item(concept, fund)
    }
    if column.namesSource, !isIncomeTable { return item(concept, fund) }
    var generic = ["expenditure.current_year", "expenditure.total"]
    // «人员经费» over the one half of a table and «公用经费» over the other head their rows.
    if isTwofold { generic += ["expenditure.basic.personnel", "expenditure.basic.public"] }
    if generic.contains(column.concept.id) || isEconomic && column.concept.id == "expenditure.basic"
    {
      return item(concept, fund)
    }
    var meaning = meaning(column, fund: fund, own: head.fund)
    meaning.dimensions.merge(place) { $1 }
    return meaning
  }

  /// The table tells the income by functional items.
  private var isIncomeTable: Bool {
    let terms = mapper.vocabulary.terms
    return terms.has(title.features, terms.income)
      && !terms.has(title.features, terms.bothSides.union(terms.expenditure))
  }

  /// A row «合计» or one without a name.
  private func totalMeaning(_ head: HeadRole, _ row: RowHead) -> Meaning? {
    let fund = fund(row, head)
    if let column = head.found {
      if column.namesSource, !isIncomeTable, let total = sideTotal(row) {
        return Meaning(concept: total, dimensions: dimensions(fund))
      }
      return meaning(column, fund: fund, own: head.fund)
    }
    if row.isTotal, let side = sideTotal(row) {
      // «本年支出» over the columns of a statement of expenditure is no side beside another.
      if let topic, let own = row.side, topic.concept.id.hasPrefix(own.rawValue + ".") {
        return meaning(topic, fund: fund)
      }
      return Meaning(concept: side, dimensions: dimensions(fund))
    }
    if let topic,
      row.isTotal || head.isTotal || row.label == nil || head.fund != nil || head.side != nil
    {
      if isIncomeTable, head.fund != nil,
        let source = mapper.mapping.concepts["income.fiscal_appropriation"]
      {
        return Meaning(
          concept: source,
          dimensions: head.fund == FundLattice.widest ? [:] : dimensions(head.fund))
      }
      guard row.isTotal || head.isTotal || head.fund != nil else { return nil }
      return meaning(topic, fund: fund)
    }
    return nil
  }

  /// «总计» on the side of the income or of the expenditure.
  private func sideTotal(_ row: RowHead) -> Concept? {
    guard row.isTotal, let side = row.side else { return nil }
    return mapper.mapping.concepts[side.rawValue + ".total"]
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

  /// The dimension that a row's code or name stands for.
  private func placeInClassification(_ row: RowHead) -> [String: String]? {
    if let code = row.code {
      return statement?.rows == .economic || code.hasPrefix("3")
        ? ["economic": code] : ["function": code]
    }
    if let name = row.role.function?.path, !row.role.isUnknown, !row.lacksCode {
      let path = name.split(separator: "/").map(String.init)
      return ["function": mapper.mapping.functions.item(path: path)?.code ?? name]
    }
    return nil
  }

  private mutating func noteBalance(_ meaning: Meaning, _ row: RowHead) {
    guard let found = row.role.found, !found.namesSource else { return }
    let isBalance = ["balance.opening", "balance.closing"].contains(meaning.concept.id)
    balances[row.side] = isBalance ? meaning.concept : nil
  }

  // MARK: Units and names

  private func tableUnit(_ context: MappingContext) -> Unit? {
    (table.unit ?? unitInHead(context))?.unit
  }

  /// A table without a unit repeats what the text before it says: the unit under which three amounts at
  /// least, and none that contradicts, are known already.
  private mutating func provenUnit(_ context: MappingContext) -> Unit? {
    var matches = 0
    var unit: Unit?
    for row in shape.dataStart..<max(shape.dataStart, table.rows) where !shape.isRuler(row) {
      for column in shape.columns.indices where shape.columns[column] == .value {
        guard table.begins(row, column), let figure = shape.content(row, column).amount,
          figure.value.unscaled != 0
        else { continue }
        let head = rowHead(row, shape.labels(of: column), column, context)
        guard let meaning = meaning(head, shape.heads[column], column) else { continue }
        for fact in known where fact.concept == meaning.concept.id && fact.value == figure.value {
          guard fact.unit.yuanExponent != nil, unit == nil || unit == fact.unit else { return nil }
          unit = fact.unit
          matches += 1
          break
        }
      }
    }
    return matches >= 3 ? unit : nil
  }

  /// The unit in a head cell that is a caption: «金额单位:万元».
  private func unitInHead(_ context: MappingContext) -> MoneyWord? {
    for row in 0..<min(shape.dataStart, table.rows) {
      for column in 0..<table.columns {
        guard let leaf = table.leaf(row, column) else { continue }
        let text = context.normalized.text
        let range = context.normalized.ranges[leaf]
        guard
          let mark = ByteSearch.firstRange(of: Array("单位:".utf8), in: range, of: text)
        else { continue }
        let behind = text[mark.upperBound..<range.upperBound]
        if let unit = MoneyWord(startOf: behind, among: MoneyWord.withUnit) { return unit }
      }
    }
    return nil
  }

  /// The heads over a column, each once.
  private func columnLabel(_ column: Int, _ context: MappingContext) -> String {
    var leaves: [Int] = []
    for row in table.captionRows..<shape.dataStart where !shape.isRuler(row) {
      guard let leaf = shape.head(row, column), !leaves.contains(leaf),
        !context.normalized.ranges[leaf].isEmpty
      else { continue }
      leaves.append(leaf)
    }
    return leaves.map {
      LabelText.onOneLine(context.normalized.document.string(ofLeaf: $0))
    }.joined(separator: "/")
  }

  private mutating func nameColumns(_ columns: [Int], _ context: MappingContext) {
    var used: Set<String> = []
    for column in columns {
      let head = shape.heads[column]
      var name =
        head.found.map { shortName($0, head.fund) } ?? head.fund ?? (head.isTotal ? "total" : "")
      let isTwoSided = shape.sides.contains { $0 != nil }
      let told = head.relativeYear == -1 && head.aspect == nil ? Aspect.priorYear : head.aspect
      if let aspect = told, aspect != .actual || name.isEmpty || isAspectTable {
        name = name.isEmpty ? aspect.rawValue : aspect.rawValue + "." + name
      }
      if name.isEmpty { name = "column_\(column + 1)" }
      if isTwoSided, name == "actual" || used.contains(name), let side = shape.sides[column] {
        name = side.rawValue + "." + name
      }
      var unique = name
      var number = 2
      while !used.insert(unique).inserted {
        unique = "\(name)_\(number)"
        number += 1
      }
      columnIDs[column] = unique
    }
  }

  /// Whether the heads tell budget and final figures apart.
  private var isAspectTable: Bool {
    Set(shape.heads.compactMap(\.aspect)).count > 1
  }

  private func shortName(_ found: FoundConcept, _ fund: String?) -> String {
    if found.namesSource, let fund, fund != FundLattice.widest { return fund }
    switch found.concept.id {
    case "expenditure.current_year", "income.current_year", "three_public.total": return "total"
    default:
      return found.concept.id.split(separator: ".").dropFirst().joined(separator: "_")
    }
  }

  // MARK: Records

  /// Value columns that the same names and codes stand beside.
  private func columnGroups(
    _ columns: [Int]
  ) -> [(labels: (names: [Int], codes: [Int]), columns: [Int])] {
    var groups: [(labels: (names: [Int], codes: [Int]), columns: [Int])] = []
    for column in columns {
      let labels = shape.labels(of: column)
      if let last = groups.indices.last, groups[last].labels == labels {
        groups[last].columns.append(column)
      } else {
        groups.append((labels, [column]))
      }
    }
    return groups
  }

  /// A code that is known from published documents and stands beside another name is told; the code is
  /// taken as printed. Names of retired editions are aliases, and unverified rows prove nothing.
  private mutating func compareName(of head: RowHead, _ context: MappingContext) {
    guard let code = head.code, let leaf = head.label, statement != nil,
      checkedCodes.insert(code).inserted
    else { return }
    let isEconomic = statement?.rows == .economic
    let classification = isEconomic ? mapper.mapping.economic : mapper.mapping.functions
    let printed = context.normalized.string(ofLeaf: leaf)
    guard !printed.isEmpty, classification.isVerified(code) else { return }
    let known = classification.names(of: code)
    guard !known.contains(printed) else { return }
    let place = context.normalized.document.string(ofLeaf: leaf)
    notes.append(
      Note(
        severity: .warning, code: .classificationName,
        message:
          "\(table.titleText): code \(code) stands beside «\(LabelText.onOneLine(place))»; the "
          + "classification calls it «\(known.first ?? "")». The code was taken as printed"))
  }

  /// Where the heads do not say it, the rows tell which half of a table is the income's.
  private mutating func findSides(
    _ groups: [(labels: (names: [Int], codes: [Int]), columns: [Int])], _ context: MappingContext
  ) {
    guard groups.count == 2, !shape.sides.contains(where: { $0 != nil }) else { return }
    var found: [Statement.Side] = []
    for group in groups {
      var income = 0
      var expenditure = 0
      for row in shape.dataStart..<max(shape.dataStart, table.rows) {
        let role = rowHead(row, group.labels, group.columns[0], context).role
        if role.function != nil { expenditure += 1 }
        guard let label = role.found?.concept.id else { continue }
        if label.hasPrefix("income.") { income += 1 }
        if label.hasPrefix("expenditure.") { expenditure += 1 }
      }
      if income >= 2, expenditure == 0 { found.append(.income) }
      if expenditure >= 2, income == 0 { found.append(.expenditure) }
    }
    guard found == [.income, .expenditure] else { return }
    for (side, group) in zip(found, groups) { sides[group.labels.names.first ?? -1] = side }
  }

  private func record(
    of head: RowHead, _ context: inout MappingContext
  ) -> Statement.Row {
    var row = Statement.Row()
    guard statement != nil else { return row }
    row.code = head.code
    row.side = head.side
    row.level = head.code.map { $0.utf8.count / 2 }
    if let label = head.label {
      row.label = LabelText.onOneLine(context.normalized.document.string(ofLeaf: label))
      row.sources["label"] = context.reference(
        in: label, normalizedRange: context.normalized.ranges[label])
    }
    if head.code != nil, let code = head.codeLeaf {
      row.sources["code"] = context.reference(
        in: code, normalizedRange: context.normalized.ranges[code])
    }
    return row
  }

  private func record(
    _ rule: StatementRule, _ unit: Unit?, _ rows: [Statement.Row], _ columns: [Int],
    _ context: inout MappingContext
  ) -> Statement? {
    guard let title = table.title else { return nil }
    let source = context.reference(in: title, normalizedRange: context.normalized.ranges[title])
    var statement = Statement(
      id: rule.id, title: LabelText.onOneLine(source.textWithLineFeeds), source: source)
    statement.fund = self.title.fund
    statement.aspect = self.title.aspect ?? scope.bareAspect
    statement.unit = unit
    statement.isListedOnly = false
    statement.rows = rows
    statement.isEmpty = rows.allSatisfy { $0.values.isEmpty }
    statement.columns = columns.compactMap { column in
      columnIDs[column].map { Statement.Column(id: $0, label: columnLabel(column, context)) }
    }
    var pages: Set<Int> = []
    for leaf in Set(table.leaves) where leaf >= 0 {
      if case .page(let page, _) = context.normalized.document.leaves[leaf].locator {
        pages.insert(page)
      }
    }
    statement.pages = pages.sorted()
    return statement
  }

  // MARK: Ledger

  private func note(
    _ taken: Set<Int>, _ left: [(leaf: Int, reason: DoubtReason)], isStatement: Bool,
    _ context: inout MappingContext
  ) {
    guard !taken.isEmpty || isStatement || title.isThere && !left.isEmpty else { return }
    let leftLeaves = Set(left.map(\.leaf))
    for row in 0..<table.rows {
      let isHead = row < shape.dataStart || shape.isRuler(row)
      for column in 0..<table.columns where table.begins(row, column) {
        guard let leaf = table.leaf(row, column), !taken.contains(leaf), !leftLeaves.contains(leaf)
        else { continue }
        let names = shape.columns[column] != .value && shape.columns[column] != .other
        // A cell wider than its column in a row of data is what could not be laid out.
        if isHead || names && table.span(row, column) < table.columns {
          context.ledger.noteQuoted(leaf)
        }
      }
    }
    for leaf in table.captions { context.ledger.noteQuoted(leaf) }
    for leaf in taken { context.ledger.noteField(leaf) }
    guard !left.isEmpty else { return }
    var places: [Int: Int] = [:]
    for (place, leaf) in table.leaves.enumerated() where places[leaf] == nil {
      places[leaf] = place
    }
    for (leaf, reason) in left {
      if let place = places[leaf] { doubt(leaf, at: place, reason, &context) }
    }
  }

  private func doubt(
    _ leaf: Int, at place: Int, _ reason: DoubtReason, _ context: inout MappingContext
  ) {
    let range = context.normalized.ranges[leaf]
    let row = place / table.columns
    let column = place % table.columns
    guard let figure = shape.content(row, column).amount else { return }
    let labels = shape.labels(of: column)
    let label = (labels.names + labels.codes).lazy.compactMap { table.leaf(row, $0) }
      .first { !context.normalized.ranges[$0].isEmpty }
    context.ledger.note(leaf: leaf, mapped: 0, explained: 0, doubtful: 1, unmapped: [])
    context.doubtful.append(
      DoubtfulFigure(
        reason: reason, value: figure.value,
        unit: figure.isPercent ? .percent : tableUnit(context),
        label: LabelText.onOneLine(
          label.map { context.normalized.document.string(ofLeaf: $0) }
            ?? columnLabel(column, context)),
        source: context.reference(in: leaf, normalizedRange: range),
        section: statement?.id ?? section.id))
  }
}

/// Printed labels for people: without the line ends and spaces of a narrow cell.
enum LabelText {
  static func onOneLine(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    // Nearly all that is printed lies beyond the last of the white space, which is 0x3000.
    for scalar in text.unicodeScalars
    where scalar.value > 0x3000 || !scalar.properties.isWhitespace {
      result.append(scalar)
    }
    return String(result)
  }
}
