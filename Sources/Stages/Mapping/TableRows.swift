import DocumentModel
import MappingModel
import PhraseModel
import ReportModel
import ValueModel

/// Value columns that the same names and codes stand beside, with what names their rows.
struct ColumnGroup {
  var labels: (names: [Int], codes: [Int])
  var columns: [Int]
  /// One per row of data, in order.
  var rows: [TableRow] = []
}

/// Reads what names the rows of a table: labels, codes, bodies and projects.
struct TableRows {
  let mapper: TableMapper
  let table: LogicalTable
  let shape: TableShape
  let title: TableTitle
  /// What «合计» is the sum of.
  let topic: TableTopic?
  /// The section whose labels hold in the table.
  let section: String
  /// What the title and the headings lend to the labels.
  let around: FeatureSet
  /// The bodies that tables above have listed, by ``BodyNames/key(_:)``.
  let bodies: Set<String>
  let normalized: NormalizedDocument

  private var terms: LexiconTerms { mapper.vocabulary.terms }
  private var statement: StatementRule? { title.statement }

  /// The rows of data from top to bottom.
  var places: [Int] {
    (shape.dataStart..<max(shape.dataStart, table.rows)).filter { !shape.isRuler($0) }
  }

  /// The groups of columns with their rows.
  func groups() -> [ColumnGroup] {
    var groups: [ColumnGroup] = []
    for column in shape.columns.indices where shape.columns[column] == .value {
      let labels = shape.labels(of: column)
      if let last = groups.indices.last, groups[last].labels == labels {
        groups[last].columns.append(column)
      } else {
        groups.append(ColumnGroup(labels: labels, columns: [column]))
      }
    }
    let places = places
    for index in groups.indices {
      let namings = groups[index].labels.names.map(naming)
      groups[index].rows = places.map { read($0, groups[index].labels, namings) }
    }
    findSides(&groups)
    markLostCodes(&groups)
    for index in groups.indices {
      markLostNames(&groups[index].rows)
      findItems(&groups[index].rows)
      settleBodies(&groups[index])
      settleCategories(&groups[index].rows)
      settleTotals(&groups[index].rows)
      followBalances(&groups[index].rows)
    }
    return groups
  }

  // MARK: Reading

  /// What a column of texts names the rows by: what its head says, else what its cells are.
  private func naming(_ column: Int) -> RowNaming {
    let told = shape.heads[column].naming
    if told == .project {
      // «项目名称» heads any list; beside bodies or items, or in a table of projects, it means projects.
      let besides = shape.heads.contains { ![.label, .project].contains($0.naming) }
      return besides || topic?.concept.id == "expenditure.project" ? .project : .label
    }
    guard told == .label else { return told }
    if topic?.concept.id == "expenditure.project" { return .project }
    guard shape.heads[column].isName || !shape.heads[column].isMeasure else { return .label }
    // Bodies under a head that does not say so.
    var bodies = 0
    var others = 0
    for row in places {
      guard table.begins(row, column), let leaf = filled(row, column) else { continue }
      let range = normalized.ranges[leaf]
      if CodedName(range, of: normalized.text) == nil,
        BodyNames.ends(range, of: normalized.text)
      {
        bodies += 1
      } else if !role(of: leaf, range).isTotal {
        others += 1
      }
    }
    return bodies > 2 * others ? .body : .label
  }

  /// The bodies that a column lists whose head says that it holds bodies.
  var bodiesTold: Set<String> {
    var told: Set<String> = []
    for column in shape.heads.indices
    where shape.heads[column].naming == .body && shape.columns[column] != .value {
      for row in places where table.begins(row, column) && told.count < Self.mostBodies {
        guard let leaf = filled(row, column) else { continue }
        let range = normalized.ranges[leaf]
        let name = CodedName(range, of: normalized.text)?.name ?? range
        if !role(of: leaf, name).isTotal { told.insert(BodyNames.key(normalized.text[name])) }
      }
    }
    return told
  }

  /// More than any department has below it.
  private static let mostBodies = 4096

  private func filled(_ row: Int, _ column: Int) -> Int? {
    table.leaf(row, column).flatMap { normalized.ranges[$0].isEmpty ? nil : $0 }
  }

  private func role(of leaf: Int, _ range: Range<Int>) -> HeadRole {
    HeadRole(
      range, of: normalized.text, vocabulary: mapper.vocabulary, section: section, around: around)
  }

  private func read(
    _ row: Int, _ labels: (names: [Int], codes: [Int]), _ namings: [RowNaming]
  ) -> TableRow {
    var result = TableRow()
    for (column, naming) in zip(labels.names, namings) {
      guard let leaf = filled(row, column) else { continue }
      name(&result, by: leaf, naming)
    }
    readCode(of: row, labels.codes, into: &result)
    return result
  }

  private func name(_ row: inout TableRow, by leaf: Int, _ naming: RowNaming) {
    let range = normalized.ranges[leaf]
    if let word = MoneyWord(String(decoding: normalized.text[range], as: UTF8.self)) {
      row.unit = word.unit
      return
    }
    let coded = CodedName(range, of: normalized.text)
    let role = role(of: leaf, coded?.name ?? range)
    if role.isTotal {
      row.role = role
      row.label = leaf
      return
    }
    let name = String(decoding: normalized.text[coded?.name ?? range], as: UTF8.self)
    if naming == .body || coded == nil && isBody(range, role) {
      row.entity = name
      row.isOfBody = true
      row.label = row.label ?? leaf
      return
    }
    switch naming {
    case .project, .body: row.project = name
    case .label, .item, .functional, .economic, .governmentEconomic:
      // A line told by several words is what all of them say together, and not its last one.
      let isLine =
        naming == .label && row.label != nil
        && (row.role.isUnknown || tellsAnother(role, than: row.role))
      row.role = role
      row.role.isUnknown = role.isUnknown || isLine
      row.label = leaf
      if let coded, let dimension = dimension(of: coded.code, naming) {
        row.items[dimension] = coded.code
        row.code = row.code ?? coded.code
        row.codeLeaf = row.codeLeaf ?? leaf
      }
      return
    }
    if row.label == nil { row.label = leaf }
  }

  /// «公务用车购置 | 集中采购»: words of two topics in one line tell of an item, and of neither topic.
  private func tellsAnother(_ role: HeadRole, than before: HeadRole) -> Bool {
    guard let one = before.found?.concept.id, let other = role.found?.concept.id else {
      return false
    }
    return one.prefix { $0 != "." } != other.prefix { $0 != "." }
  }

  /// A label among items or projects that names a body: it ends as one does and begins as the reporting body does,
  /// or says of which level it is.
  private func isBody(_ range: Range<Int>, _ role: HeadRole) -> Bool {
    let text = normalized.text
    // Where a table lists the bodies, a name among them is one whatever it ends with, and no other is: «…平台» may be a
    // project.
    if bodies.count > 1 { return bodies.contains(BodyNames.key(text[range])) }
    guard role.found == nil, role.function == nil else { return false }
    if text[range].suffix(Self.ownLevel.count).elementsEqual(Self.ownLevel) { return true }
    guard BodyNames.ends(range, of: text), mapper.institution.count >= 9 else { return false }
    return text[range].starts(with: mapper.institution.prefix(6))
  }

  private static let ownLevel = Array("(本级)".utf8)

  private func readCode(of row: Int, _ columns: [Int], into result: inout TableRow) {
    var code = ""
    var last: Int?
    var naming = RowNaming.label
    for column in columns {
      // One cell may be merged over the columns of class, category and item.
      guard let leaf = table.leaf(row, column), leaf != last else { continue }
      last = leaf
      let digits = normalized.text[normalized.ranges[leaf]].filter { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else {
        // «合计» may be merged over the code and the name.
        if result.label == nil, !normalized.ranges[leaf].isEmpty { name(&result, by: leaf, .label) }
        continue
      }
      code += String(decoding: digits, as: UTF8.self)
      if shape.heads[column].naming != .label { naming = shape.heads[column].naming }
      result.codeLeaf = result.codeLeaf ?? leaf
    }
    guard [3, 5, 7].contains(code.utf8.count), let dimension = dimension(of: code, naming) else {
      return
    }
    result.code = code
    result.items[dimension] = code
  }

  /// Which classification a code belongs to: that of its column, of the statement, or the one whose codes begin
  /// so; nil where it is none.
  private func dimension(of code: String, _ naming: RowNaming) -> String? {
    if let dimension = naming.dimension { return dimension }
    if code.utf8.count == 6 || code.utf8.count == 9 { return nil }
    switch code.utf8.first {
    case UInt8(ascii: "0"): return nil
    case UInt8(ascii: "3"): return "economic"
    case UInt8(ascii: "5"): return "government_economic"
    default: return statement?.rows == .economic ? "economic" : "function"
    }
  }

  // MARK: Settling

  /// Where the heads do not say it, the rows tell which half of a table is the income's.
  private func findSides(_ groups: inout [ColumnGroup]) {
    for index in groups.indices {
      // «本年收入» over some columns says nothing of the others.
      let sides = Set(groups[index].columns.map { shape.sides[$0] })
      let side = sides.count == 1 ? sides.first ?? nil : nil
      for row in groups[index].rows.indices { groups[index].rows[row].side = side }
    }
    guard groups.count == 2, !shape.sides.contains(where: { $0 != nil }) else { return }
    var found: [Statement.Side] = []
    for group in groups {
      var income = 0
      var expenditure = 0
      for row in group.rows {
        if row.role.function != nil { expenditure += 1 }
        guard let label = row.role.found?.concept.id else { continue }
        if label.hasPrefix("income.") { income += 1 }
        if label.hasPrefix("expenditure.") { expenditure += 1 }
      }
      if income >= 2, expenditure == 0 { found.append(.income) }
      if expenditure >= 2, income == 0 { found.append(.expenditure) }
    }
    guard found == [.income, .expenditure] else { return }
    for (index, side) in zip(groups.indices, found) {
      for row in groups[index].rows.indices { groups[index].rows[row].side = side }
    }
  }

  /// Most rows have a code, so that one without lost it.
  private func markLostCodes(_ groups: inout [ColumnGroup]) {
    let rows = groups.lazy.flatMap(\.rows)
    let coded = rows.count { $0.code != nil }
    let named = rows.count { $0.code == nil && $0.role.function != nil }
    guard coded > 2 * named else { return }
    for index in groups.indices {
      for row in groups[index].rows.indices where groups[index].rows[row].code == nil {
        groups[index].rows[row].lacksCode = true
      }
    }
  }

  /// A row without a name among rows with names means nothing; alone under its heads it is the sum.
  private func markLostNames(_ rows: inout [TableRow]) {
    guard rows.contains(where: { $0.label != nil }) else { return }
    for index in rows.indices where rows[index].label == nil && rows[index].code == nil {
      rows[index].lacksName = true
    }
  }

  /// Rows that name items without their codes: each is looked for under the one above it, in the classification
  /// that the rows belong to.
  private func findItems(_ rows: inout [TableRow]) {
    guard !rows.contains(where: { $0.lacksCode }) else { return }
    var functions = ItemPath(mapper.mapping.functions)
    var economic = ItemPath(mapper.mapping.economic)
    var isEconomic = statement?.rows == .economic
    for index in rows.indices where rows[index].items.isEmpty && rows[index].side != .income {
      guard let leaf = rows[index].label, rows[index].project == nil, !rows[index].role.isTotal
      else { continue }
      if let name = rows[index].role.function?.path, !rows[index].role.isUnknown {
        rows[index].items["function"] = functions.open(name) ?? name
        isEconomic = false
        continue
      }
      if let name = rows[index].role.found?.dimensions["economic"] {
        rows[index].items["economic"] = economic.open(name) ?? name
        isEconomic = true
        continue
      }
      let isListed = isEconomic ? statement?.rows == .economic : statement?.rows == .functions
      let isOpen = isEconomic ? economic.isOpen : functions.isOpen
      guard rows[index].role.found == nil || isOpen else { continue }
      let name = itemName(of: leaf)
      let code =
        isEconomic
        ? economic.next(name, orAnywhere: isListed) : functions.next(name, orAnywhere: isListed)
      guard let code else { continue }
      rows[index].items[isEconomic ? "economic" : "function"] = code
      rows[index].role.isUnknown = false
    }
  }

  /// A label without its number and «其中:».
  private func itemName(of leaf: Int) -> String {
    let entry = ListNumbers.entry(leaf: leaf, range: normalized.ranges[leaf], in: normalized.text)
    let text = normalized.text[entry.range].filter { $0 != 0x20 }
    let part = Array("其中:".utf8)
    return String(
      decoding: text.starts(with: part) ? text.dropFirst(part.count)[...] : text[...], as: UTF8.self
    )
  }

  /// Rows under that of a body are its own, until another body or the sum of all. The reporting body among others
  /// is the whole of them, where its row tells what their sum tells; else it is its own level alone.
  private func settleBodies(_ group: inout ColumnGroup) {
    var open: String?
    for index in group.rows.indices {
      if let entity = group.rows[index].entity {
        open = entity
      } else if group.rows[index].isTotal || isPartOfTopic(group.rows[index]) {
        open = nil
      } else {
        group.rows[index].entity = open
      }
    }
    let named = Set(group.rows.compactMap(\.entity))
    let total = group.rows.firstIndex { $0.isTotal }
    guard named.count > 1 else {
      for index in group.rows.indices {
        group.rows[index].entity = nil
        // The only body is the whole; a row of it that tells something else is a part of what nobody names.
        let isBare = group.rows[index].isOfBody && !group.rows[index].isItem
        if isBare, let total, !agree(total, index, group.columns) {
          group.rows[index].lacksName = true
        }
      }
      return
    }
    let institution = String(decoding: mapper.institution, as: UTF8.self)
    let own = group.rows.firstIndex { row in
      row.isOfBody && row.items.isEmpty && row.project == nil
        && (row.entity.map { !institution.isEmpty && $0.hasSuffix(institution) } ?? false)
    }
    guard let own, total.map({ agree($0, own, group.columns) }) ?? true else { return }
    group.rows[own].entity = nil
  }

  /// «工程» in a table of purchases: a part of the whole, which ends the lines of the body above it.
  private func isPartOfTopic(_ row: TableRow) -> Bool {
    guard let topic = topic?.concept.id, topic.hasSuffix(".total"), !row.isItem,
      !row.role.isUnknown,
      let found = row.role.found?.concept.id
    else { return false }
    return found.hasPrefix(topic.dropLast("total".count))
  }

  /// A body under «货物» in a table of purchases tells what it spends on goods, and under «服务» again what on services.
  private func settleCategories(_ rows: inout [TableRow]) {
    var open: FoundConcept?
    for index in rows.indices {
      if let kind = rows[index].role.found, rows[index].entity == nil, isPartOfTopic(rows[index]),
        Self.kindsOfPurchases.contains(kind.concept.id)
      {
        open = kind
      } else if rows[index].isTotal {
        open = nil
      } else if rows[index].isOfBody, rows[index].role.found == nil, !rows[index].isItem {
        rows[index].role.found = open
      }
    }
  }

  private static let kindsOfPurchases: Set = [
    "procurement.goods", "procurement.works", "procurement.services",
  ]

  /// Whether two rows tell the same amounts.
  private func agree(_ first: Int, _ second: Int, _ columns: [Int]) -> Bool {
    let places = places
    return columns.allSatisfy { column in
      let one = shape.content(places[first], column).amount?.value
      let other = shape.content(places[second], column).amount?.value
      return one == other || one == nil || other == nil
    }
  }

  /// «收入合计» at the foot of a side that has no other total is the total, whether or not «本年收入合计» and
  /// balances stand above it.
  private func settleTotals(_ rows: inout [TableRow]) {
    let concepts = mapper.mapping.concepts
    let sums = rows.indices.filter { index in
      guard let id = rows[index].role.found?.concept.id, rows[index].items.isEmpty,
        ["income.current_year", "expenditure.current_year"].contains(id)
      else { return false }
      return terms.has(rows[index].role.noun.features, terms.sum)
        && !terms.has(rows[index].role.noun.features, terms.ownYear)
    }
    guard sums.count == 1, let sum = sums.first, rows[sum].side != nil,
      !rows.contains(where: { $0.isTotal || isTotal($0.role.found) }),
      let id = rows[sum].role.found?.concept.id,
      let total = concepts[id.replacing("current_year", with: "total")]
    else { return }
    rows[sum].role.found?.concept = total
  }

  private func isTotal(_ found: FoundConcept?) -> Bool {
    ["income.total", "expenditure.total"].contains(found?.concept.id)
  }

  private func followBalances(_ rows: inout [TableRow]) {
    var open: String?
    for index in rows.indices {
      rows[index].balance = open
      if rows[index].role.unmodelled == "balance", rows[index].role.fund != nil,
        let concept = open.flatMap({ mapper.mapping.concepts[$0] })
      {
        // «1.财政拨款结转» under «上年结转»: a part of it.
        rows[index].role.found = FoundConcept(concept: concept, dimensions: [:])
        rows[index].role.isUnknown = false
        continue
      }
      guard let found = rows[index].role.found, !found.namesSource else { continue }
      let isBalance = ["balance.opening", "balance.closing"].contains(found.concept.id)
      open = isBalance ? found.concept.id : nil
    }
  }
}
