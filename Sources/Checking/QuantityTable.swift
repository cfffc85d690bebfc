internal import ReportModel

/// All quantities of a report in the order of the source, to be looked up by what they are.
struct QuantityTable {
  private(set) var quantities: [Quantity] = []
  /// Of each quantity.
  private var origins: [FigureOrigin] = []
  private(set) var interner: Interner
  /// Per key, its first and last link in ``links``.
  private var index: [QuantityKey: (first: Int32, last: Int32)] = [:]
  /// The sum of the squares of how many figures share concept and aspect: what asking each of them may
  /// cost, since a relation that is asked of one looks at all.
  private(set) var alike = 0
  /// Positions with the same key, each with the link after it (-1 at the end): one array for all keys.
  private var links: [(position: Int32, next: Int32)] = []
  private var wholeStatements: Set<Int32> = []
  /// The ways in which the rules look figures up; what nobody asks for is not indexed.
  private let openings: [KeyOpening]
  /// By aspect and concept.
  private var byConcept: [Int32: [Int32: [Int]]] = [:]

  /// The quantities of what the mapping stage gave; the interner is that of the rules, so that their
  /// words have the same numbers.
  init(_ report: Report, interner: Interner, openings: [KeyOpening]) {
    self.interner = interner
    self.openings = openings
    let rows = report.performance.reduce(0) { $0 + $1.indicators.count + $1.funds.count }
    let expected = report.facts.count + rows * 5
    quantities.reserveCapacity(expected)
    origins.reserveCapacity(expected)
    index.reserveCapacity(expected * openings.count / 2)
    links.reserveCapacity(expected * openings.count / 2)
    for fact in report.facts { add(fact) }
    for section in Self.wholeStatements(report) {
      wholeStatements.insert(self.interner.number(section))
    }
    PerformanceQuantities(year: report.identity.fiscalYear).add(report.performance, to: &self)
  }

  /// Where a quantity was printed.
  func origin(of position: Int) -> FigureOrigin { origins[position] }

  /// Positions of quantities with such a key, ascending; open lanes match everything.
  func positions(_ key: QuantityKey) -> [Int] {
    var positions: [Int] = []
    var link = index[key]?.first ?? -1
    while link >= 0 {
      positions.append(Int(links[Int(link)].position))
      link = links[Int(link)].next
    }
    return positions
  }

  /// The position with such a key that is nearest to another one; of two as near, the first.
  func nearest(_ key: QuantityKey, to position: Int) -> Int? {
    var nearest: Int?
    var link = index[key]?.first ?? -1
    while link >= 0 {
      let candidate = Int(links[Int(link)].position)
      if nearest.map({ abs(candidate - position) < abs($0 - position) }) ?? true {
        nearest = candidate
      }
      // They ascend: those behind are further away.
      if candidate >= position { break }
      link = links[Int(link)].next
    }
    return nearest
  }

  /// Positions of the quantities with one of these concepts («income.*» for all that begin so; none for
  /// any), ascending.
  func leads(concepts: [String], aspect: Int32) -> [Int] {
    guard let known = byConcept[aspect] else { return [] }
    var positions: [Int] = []
    if !concepts.isEmpty, !concepts.contains(where: { $0.utf8.last == UInt8(ascii: "*") }) {
      for concept in Set(concepts.map { interner.existing($0) }) {
        positions += known[concept] ?? []
      }
      return positions.sorted()
    }
    for (concept, members) in known {
      let name = interner.text(concept)
      guard concepts.isEmpty || concepts.contains(where: { FormulaRun.matches(name, $0) }) else {
        continue
      }
      positions += members
    }
    return positions.sorted()
  }

  /// Whether a figure stands in an official statement that was read whole: there a cell without an
  /// amount is a zero.
  func isInStatement(_ position: Int) -> Bool {
    wholeStatements.contains(quantities[position].key[.section])
  }

  /// The sections of official statements of which no figure was left unmapped.
  private static func wholeStatements(_ report: Report) -> Set<String> {
    var sections = Set(
      report.statements.compactMap { $0.isListedOnly ? nil : $0.id.map { "table." + $0 } })
    // Cells that stand one to a line may have lost their neighbours.
    var lines: [Int: [Int: Int]] = [:]
    for fact in report.facts {
      guard let row = fact.source.row, let line = fact.source.line else { continue }
      if lines[fact.source.block, default: [:]].updateValue(line, forKey: row) ?? line != line {
        sections.remove(section(of: fact))
      }
    }
    let blocks = Set(report.unmapped.compactMap { $0.source.row == nil ? nil : $0.source.block })
    guard !blocks.isEmpty else { return sections }
    for fact in report.facts where fact.source.row != nil && blocks.contains(fact.source.block) {
      sections.remove(section(of: fact))
    }
    return sections
  }

  mutating func number(_ text: String) -> Int32 { interner.number(text) }

  mutating func append(_ quantity: Quantity, _ origin: FigureOrigin) {
    let position = quantities.count
    quantities.append(quantity)
    origins.append(origin)
    let before = Self.append(
      position,
      to: &byConcept[quantity.key[.aspect], default: [:]][quantity.key[.concept], default: []])
    alike += 2 * before + 1
    for opening in openings {
      if let key = opening.key(quantity.key) { link(key, position) }
    }
  }

  /// Appends, and gives how many there were.
  private static func append(_ position: Int, to positions: inout [Int]) -> Int {
    positions.append(position)
    return positions.count - 1
  }

  private mutating func link(_ key: QuantityKey, _ position: Int) {
    let added = Int32(links.count)
    links.append((Int32(position), -1))
    let last = Self.extend(&index[key, default: (added, added)], to: added)
    if last != added { links[Int(last)].next = added }
  }

  /// Makes a link the last one of its key, and gives the one that was.
  private static func extend(_ ends: inout (first: Int32, last: Int32), to link: Int32) -> Int32 {
    let last = ends.last
    ends.last = link
    return last
  }

  // MARK: Facts

  private mutating func add(_ fact: Fact) {
    var key = QuantityKey()
    key[.concept] = number(fact.concept)
    key[.aspect] = number(fact.aspect.rawValue)
    key[.section] = number(Self.section(of: fact))
    for (name, value) in fact.dimensions {
      guard let dimension = Dimension(rawValue: name) else { continue }
      key[dimension] = number(value)
    }
    guard let value = Self.value(fact.value, fact.unit) else { return }
    let precision: Quantity.Precision =
      if fact.unit == .percent {
        .printed
      } else if fact.unit.yuanExponent != nil || fact.unit == .squareMetre {
        .trimmed
      } else {
        .exact
      }
    append(
      Quantity(
        key: key, value: value, printed: fact.value, unit: fact.unit, precision: precision),
      FigureOrigin(label: fact.label, source: fact.source, name: fact.id))
  }

  /// The section of a rule «layout/section/concept»; «table.» before it for what stands in a table.
  static func section(of fact: Fact) -> String {
    let rule = fact.rule.utf8
    guard let slash = rule.firstIndex(of: UInt8(ascii: "/")) else {
      return fact.source.row == nil ? "" : "table."
    }
    let section = Substring(
      rule[rule.index(after: slash)...].prefix { $0 != UInt8(ascii: "/") })
    return fact.source.row == nil ? String(section) : "table." + section
  }

  static func value(_ amount: Amount, _ unit: Unit?) -> Ratio? {
    let value = Ratio(amount)
    guard let exponent = unit?.yuanExponent, exponent != 4 else { return value }
    return value.shifted(exponent - 4)
  }
}
