internal import MappingModel

/// Which figures a rule is asked of: those that match the first reference of its formulas.
struct LeadFilter: Sendable {
  let concepts: Concepts
  let aspect: Int32
  private let dimensions: [(dimension: Dimension, value: Int32)]
  /// The sections whose figures are asked; empty for all.
  private let sections: [NamePattern]

  /// Concepts by number, or all whose names match a pattern.
  enum Concepts: Sendable {
    case these([Int32])
    case like([NamePattern])
  }

  /// The figures that the first reference of a rule matches with one of the rule's aspects.
  init(_ lead: Formula.Reference, of rule: CheckRule, aspect: Int32, _ interner: inout Interner) {
    let names = lead.concept.map { [$0] } ?? rule.concepts
    let patterns = names.isEmpty ? [NamePattern("*")] : names.map { NamePattern($0) }
    concepts =
      patterns.contains(where: \.isOpen)
      ? .like(patterns) : .these(Set(names).sorted().map { interner.number($0) })
    self.aspect = lead.aspect.map { interner.number($0) } ?? aspect
    dimensions = lead.dimensions.sorted { $0.key.index < $1.key.index }.map { entry in
      (entry.key, entry.value.map { interner.number($0) } ?? 0)
    }
    sections = rule.sections.map { NamePattern($0) }
  }

  /// Positions of the figures, ascending.
  func leads(in table: QuantityTable) -> [Int] {
    let found = table.leads(concepts, aspect: aspect)
    if found.isEmpty || dimensions.isEmpty && sections.isEmpty { return found }
    // Whether each section is one that the rule asks, as far as it was looked up.
    var isAsked: [Bool?] = Array(repeating: nil, count: table.interner.texts.count)
    return found.filter { position in
      let key = table.quantities[position].key
      for (dimension, value) in dimensions where key[dimension] != value { return false }
      if sections.isEmpty { return true }
      let section = Int(key[.section])
      if let known = isAsked[section] { return known }
      let name = table.interner.texts[section]
      let isOne = sections.contains { $0.matches(name) }
      isAsked[section] = isOne
      return isOne
    }
  }
}

/// A name, or «income.*» for all names that begin with «income.».
struct NamePattern: Sendable {
  /// Without a star at the end.
  private let name: String
  let isOpen: Bool

  init(_ pattern: String) {
    isOpen = pattern.utf8.last == UInt8(ascii: "*")
    name = isOpen ? String(pattern.dropLast()) : pattern
  }

  /// Whether the pattern stands for this name.
  func matches(_ text: String) -> Bool {
    isOpen ? text.utf8.starts(with: name.utf8) : text == name
  }
}
