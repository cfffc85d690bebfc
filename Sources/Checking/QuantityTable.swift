internal import ReportModel

/// All quantities of a report in the order of the source, to be looked up by what they are.
struct QuantityTable {
  private(set) var quantities: [Quantity] = []
  private(set) var interner: Interner
  /// Per key, its first and last link in ``links``.
  private var index: [QuantityKey: (first: Int32, last: Int32)] = [:]
  /// Positions with the same key, each with the link after it (-1 at the end): one array for all keys.
  private var links: [(position: Int32, next: Int32)] = []
  private var wholeStatements: Set<Int32> = []
  /// By aspect and concept.
  private var byConcept: [Int32: [Int32: [Int]]] = [:]

  /// The quantities of what the mapping stage gave; the interner is that of the rules, so that their
  /// words have the same numbers.
  init(_ report: Report, interner: Interner) {
    self.interner = interner
    quantities.reserveCapacity(report.facts.count * 2)
    index.reserveCapacity(report.facts.count * 8)
    for fact in report.facts { add(fact) }
    for section in Self.wholeStatements(report) {
      wholeStatements.insert(self.interner.number(section))
    }
    PerformanceQuantities(year: report.identity.fiscalYear).add(report.performance, to: &self)
  }

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
      link = links[Int(link)].next
    }
    return nearest
  }

  /// Positions of the quantities with one of these concepts («income.*» for all that begin so; none for
  /// any), ascending.
  func leads(concepts: [String], aspect: Int32) -> [Int] {
    guard let known = byConcept[aspect] else { return [] }
    var positions: [Int] = []
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

  mutating func append(_ quantity: Quantity) {
    let position = quantities.count
    quantities.append(quantity)
    byConcept[quantity.key[.aspect], default: [:]][quantity.key[.concept], default: []]
      .append(position)
    let own = quantity.key
    link(own, position)
    link(own.reportWide, position)
    for dimension in [Dimension.function, .economic, .vehicleUse, .row, .table]
    where own[dimension] != 0 {
      let opened = own.opened(dimension)
      link(opened, position)
      link(opened.reportWide, position)
    }
  }

  private mutating func link(_ key: QuantityKey, _ position: Int) {
    let added = Int32(links.count)
    links.append((Int32(position), -1))
    if let known = index[key] {
      links[Int(known.last)].next = added
      index[key] = (known.first, added)
    } else {
      index[key] = (added, added)
    }
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
        key: key, value: value, printed: fact.value, unit: fact.unit, precision: precision,
        label: fact.label, source: fact.source, name: fact.id))
  }

  /// The section of a rule «layout/section/concept»; «table.» before it for what stands in a table.
  static func section(of fact: Fact) -> String {
    let parts = fact.rule.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2)
    let section = parts.count > 1 ? String(decoding: Array(parts[1]), as: UTF8.self) : ""
    return fact.source.row == nil ? section : "table." + section
  }

  static func value(_ amount: Amount, _ unit: Unit?) -> Ratio? {
    let value = Ratio(amount)
    guard let exponent = unit?.yuanExponent, exponent != 4 else { return value }
    return value.shifted(exponent - 4)
  }
}
