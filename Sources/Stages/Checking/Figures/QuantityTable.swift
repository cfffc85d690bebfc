internal import MappingModel
internal import ReportModel

/// All quantities of a report in the order of the source, to be looked up by what they are.
struct QuantityTable {
  private(set) var quantities: [Quantity] = []
  /// Where each quantity was printed.
  private var origins: [FigureOrigin] = []
  private(set) var interner: Interner
  /// Positions by full key, once for every way of looking up in `openings`.
  private var index: KeyIndex
  /// Positions by concept and aspect alone.
  private var kinds: KeyIndex
  /// For each concept and aspect the square of how many figures have them, added up: an upper bound of
  /// what checking costs, since a formula is asked of each of them and may look at all the others.
  private(set) var alike = 0
  /// Numbers of the sections that ``wholeStatements(_:)`` names.
  private var wholeStatements: Set<Int32> = []
  /// The ways in which the rules look figures up; only these are indexed.
  /// Positions of what was carried over from the year before.
  private(set) var openingBalances: [Int] = []
  private let openings: [KeyOpening]
  private let facts: [Fact]
  private let performance: [PerformanceEvaluation]

  /// The quantities of a mapped report. The interner is a copy of that of the rules, so that names in
  /// formulas and names in the report have the same numbers.
  init(_ report: Report, interner: Interner, openings: [KeyOpening]) {
    self.interner = interner
    self.openings = openings
    facts = report.facts
    performance = report.performance
    let rows = report.performance.reduce(0) { $0 + $1.indicators.count + $1.funds.count }
    let expected = report.facts.count + rows * 5
    quantities.reserveCapacity(expected)
    origins.reserveCapacity(expected)
    index = KeyIndex(expecting: expected * openings.count / 2)
    kinds = KeyIndex(expecting: 64)
    addFacts()
    for section in Self.wholeStatements(report) {
      wholeStatements.insert(self.interner.number(section))
    }
    PerformanceQuantities(year: report.identity.fiscalYear).add(performance, to: &self)
  }

  // MARK: Where a quantity was printed

  /// Where the figure was printed.
  func origin(of position: Int) -> FigureOrigin { origins[position] }

  /// The id of the fact, or the JSON pointer of the record's field.
  func name(of position: Int) -> String {
    switch origins[position] {
    case .fact(let number): facts[number].id
    case .record(let field): field.pointer
    }
  }

  /// The label that the figure has in the report.
  func label(of position: Int) -> String {
    switch origins[position] {
    case .fact(let number): facts[number].label
    case .record(let field): field.label(in: performance)
    }
  }

  /// The place of the figure in the source.
  func source(of position: Int) -> SourceReference {
    switch origins[position] {
    case .fact(let number): facts[number].source
    case .record(let field): field.source(in: performance)
    }
  }

  // MARK: Looking up

  /// Positions of quantities with such a key, ascending. A lane that is open (``QuantityKey/any``) matches
  /// everything.
  func positions(_ key: QuantityKey) -> [Int] { index.positions(key) }

  /// The position with such a key that is nearest to another one; of two as near, the first.
  func nearest(_ key: QuantityKey, to position: Int) -> Int? { index.nearest(key, to: position) }

  /// Positions of the quantities with one of these concepts, ascending.
  func leads(_ concepts: LeadFilter.Concepts, aspect: Int32) -> [Int] {
    switch concepts {
    case .these(let numbers):
      let found = numbers.map { concept in
        var key = QuantityKey()
        key[.concept] = concept
        key[.aspect] = aspect
        return kinds.positions(key)
      }
      return found.count == 1 ? found[0] : found.flatMap(\.self).sorted()
    case .like(let patterns):
      return kinds.entries
        .filter { entry in
          entry.key[.aspect] == aspect
            && patterns.contains { $0.matches(interner.text(entry.key[.concept])) }
        }
        .flatMap { kinds.positions(of: $0) }.sorted()
    }
  }

  /// Whether a figure stands in an official statement that was read completely: there an empty cell is a
  /// zero.
  func isInStatement(_ position: Int) -> Bool {
    wholeStatements.contains(quantities[position].key[.section])
  }

  /// Whether a figure stands in a table.
  func isCell(_ position: Int) -> Bool {
    guard case .fact(let number) = origin(of: position) else { return false }
    return facts[number].source.row != nil
  }

  /// The sections of official statements of which no figure was left unmapped or doubtful.
  private static func wholeStatements(_ report: Report) -> Set<String> {
    var sections = Set(
      report.statements.compactMap { $0.isListedOnly ? nil : $0.id.map { "table." + $0 } })
    guard !sections.isEmpty else { return sections }
    // A row of plain text whose cells stand on several lines was put together from them, and may lack some.
    struct Row: Hashable {
      var block: Int
      var row: Int
    }
    var lines: [Row: Int] = [:]
    for index in report.facts.indices {
      guard let row = report.facts[index].source.row, let line = report.facts[index].source.line
      else { continue }
      let place = Row(block: report.facts[index].source.block, row: row)
      if lines.updateValue(line, forKey: place) ?? line != line {
        sections.remove(section(of: report.facts[index]))
      }
    }
    let left = report.unmapped.map(\.source) + report.doubtful.map(\.source)
    let blocks = Set(left.compactMap { $0.row == nil ? nil : $0.block })
    guard !blocks.isEmpty else { return sections }
    for fact in report.facts where fact.source.row != nil && blocks.contains(fact.source.block) {
      sections.remove(section(of: fact))
    }
    return sections
  }

  // MARK: Adding

  /// The number of a name, see ``Interner``.
  mutating func number(_ text: String) -> Int32 { interner.number(text) }

  /// Appends a quantity, which comes after all others in the source.
  mutating func append(_ quantity: Quantity, _ origin: FigureOrigin) {
    let position = quantities.count
    quantities.append(quantity)
    origins.append(origin)
    var kind = QuantityKey()
    kind[.concept] = quantity.key[.concept]
    kind[.aspect] = quantity.key[.aspect]
    let before = kinds.append(position, under: kind)
    alike += 2 * before + 1
    for opening in openings {
      if let key = opening.key(quantity.key) { index.append(position, under: key) }
    }
  }

  private mutating func addFacts() {
    let aspects = Aspect.allCases.map { ($0, interner.number($0.rawValue)) }
    // Facts of one section follow each other.
    var last: (section: String, isCell: Bool, number: Int32)?
    for number in facts.indices {
      guard let value = Self.value(facts[number].value, facts[number].unit) else { continue }
      var key = QuantityKey()
      key[.concept] = self.number(facts[number].concept)
      let aspect = facts[number].aspect
      for known in aspects where known.0 == aspect { key[.aspect] = known.1 }
      let isCell = facts[number].source.row != nil
      if let last, last.isCell == isCell, last.section == facts[number].rule.section {
        key[.section] = last.number
      } else {
        key[.section] = self.number(Self.section(of: facts[number]))
        last = (facts[number].rule.section, isCell, key[.section])
      }
      // No rule asks for projects, for money carried over and the like; figures that differ in them are not
      // the same quantity.
      var unasked: [String] = []
      for (name, value) in facts[number].dimensions {
        if let dimension = Dimension(rawValue: name) {
          key[dimension] = self.number(value)
        } else {
          unasked.append(name + " " + value)
        }
      }
      if !unasked.isEmpty {
        let entity = facts[number].dimensions["entity"] ?? ""
        key[.entity] = self.number(([entity] + unasked.sorted()).joined(separator: "\n"))
      }
      if facts[number].concept == "balance.opening" { openingBalances.append(quantities.count) }
      append(
        Quantity(
          key: key, value: value, printed: facts[number].value, unit: facts[number].unit,
          precision: Self.precision(facts[number].unit)),
        .fact(number))
    }
  }

  private static func precision(_ unit: Unit) -> Quantity.Precision {
    if unit == .percent { return .printed }
    return unit.yuanExponent != nil || unit == .squareMetre ? .trimmed : .exact
  }

  /// The section that a fact's rule belongs to; «table.» before it for what stands in a table.
  static func section(of fact: Fact) -> String {
    fact.source.row == nil ? fact.rule.section : "table." + fact.rule.section
  }

  /// An amount in ten thousand yuan where its unit is one of money, else as it is; nil where it is
  /// too large.
  static func value(_ amount: Amount, _ unit: Unit?) -> Ratio? {
    let value = Ratio(amount)
    guard let exponent = unit?.yuanExponent, exponent != 4 else { return value }
    return value.shifted(exponent - 4)
  }
}
