internal import MappingModel

/// Which figures a rule is asked of: those that its formulas begin with.
struct LeadFilter: Sendable {
  let concepts: Concepts
  let aspect: Int32
  private let dimensions: [(dimension: Dimension, value: Int32)]
  /// Of sections; empty for all.
  private let sections: [NamePattern]

  enum Concepts: Sendable {
    case these([Int32])
    case like([NamePattern])
  }

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
    // Whether the rule asks figures of a section, once told.
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

/// A name, or «income.*» for all that begin so.
struct NamePattern: Sendable {
  /// Without the star.
  private let name: String
  let isOpen: Bool

  init(_ pattern: String) {
    isOpen = pattern.utf8.last == UInt8(ascii: "*")
    name = isOpen ? String(pattern.dropLast()) : pattern
  }

  func matches(_ text: String) -> Bool {
    isOpen ? text.utf8.starts(with: name.utf8) : text == name
  }
}
