import DocumentModel
import MappingModel
import ReportModel
import ValueModel

/// Records a statement row by row as it is printed.
struct StatementRecorder {
  let rule: StatementRule
  let table: LogicalTable
  let shape: TableShape
  let columns: [Int]
  /// What is odd about the statement and does not stop its reading.
  private(set) var notes: [Note] = []
  private var ids: [Int: String] = [:]
  private var rows: [Statement.Row] = []
  private var row = Statement.Row()
  private var checkedCodes: Set<String> = []

  init(rule: StatementRule, table: LogicalTable, shape: TableShape, columns: [Int]) {
    self.rule = rule
    self.table = table
    self.shape = shape
    self.columns = columns.sorted()
    nameColumns(self.columns)
  }

  // MARK: Rows

  /// Begins a row: its code, its label, its side.
  mutating func begin(_ head: TableRow, _ mapper: TableMapper, _ context: inout MappingContext) {
    row = Statement.Row()
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
    compareName(of: head, mapper, context)
  }

  /// Adds an amount of the row.
  mutating func add(
    _ value: Amount, _ leaf: Int, _ column: Int, _ context: inout MappingContext
  ) {
    guard let id = ids[column] else { return }
    row.values[id] = value
    row.sources[id] = context.reference(
      in: leaf, normalizedRange: context.normalized.ranges[leaf])
  }

  /// Ends a row; one that says nothing is none.
  mutating func end() {
    if row.label != nil || row.code != nil || !row.values.isEmpty { rows.append(row) }
  }

  /// The statement; nil where it has no title.
  func statement(_ context: inout MappingContext) -> Statement? {
    guard let title = table.title else { return nil }
    let source = context.reference(in: title, normalizedRange: context.normalized.ranges[title])
    var statement = Statement(
      id: rule.id, title: LabelText.onOneLine(source.textWithLineFeeds), source: source)
    statement.isListedOnly = false
    statement.rows = rows
    statement.isEmpty = rows.allSatisfy { $0.values.isEmpty }
    statement.columns = columns.compactMap { column in
      ids[column].map { Statement.Column(id: $0, label: shape.label(of: column)) }
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

  /// A code that is known from published documents and stands beside another name is told; the code is
  /// taken as printed. Names of retired editions are aliases, and unverified rows prove nothing.
  private mutating func compareName(
    of head: TableRow, _ mapper: TableMapper, _ context: MappingContext
  ) {
    guard let code = head.code, let leaf = head.label,
      checkedCodes.insert(code).inserted
    else { return }
    let isEconomic = rule.rows == .economic
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

  // MARK: Columns

  private mutating func nameColumns(_ columns: [Int]) {
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
      ids[column] = unique
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
}
