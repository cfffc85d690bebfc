/// One thing that a morpheme says: `fund:fiscal`, `object:income`, `year:-1`.
package struct Feature: Hashable, Sendable {
  /// What a feature is about; the raw value is the word before the colon in the lexicon.
  package enum Kind: String, Sendable, CaseIterable {
    /// What is counted: income, expenditure, the three public expenses, procurement …
    case object
    /// What narrows an object: basic, domestic, of superiors …
    case qualifier
    /// Whose money: fiscal, general_public_budget …; the values are those of the dimension `fund`.
    case fund
    /// Which side of a concept: the raw values of aspects.
    case aspect
    /// A stage of the budget, which says nothing alone: initial, annual.
    case stage
    /// A year counted from the report's own: 0, -1, 1.
    case year
    /// A point of the year: opening, closing.
    case time
    /// A word of comparison.
    case compare
    /// up, down, level.
    case direction
    /// What a place in a table is: sum, subtotal, part, name, code, ordinal, amount, remark …
    case role
    /// What the rows of a table are: functional, economic, use.
    case rows
    /// A table, a text.
    case form
    /// Whose figures: own body, a whole of several bodies.
    case entity
    /// A word of sentences: reason, parts, none, each …
    case word
    /// In frames only: the object of what stands around.
    case within = "in"
    /// In frames only: what the figure is printed in (money, batch, person …).
    case measure
    /// Says nothing.
    case nothing
  }

  /// What it is about.
  package var kind: Kind
  /// What it says of it; empty for kinds that have no values.
  package var value: String

  /// A feature.
  package init(_ kind: Kind, _ value: String = "") {
    self.kind = kind
    self.value = value
  }

  /// A feature as the lexicon writes it; nil where its kind is unknown.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let word = parts.first, let kind = Kind(rawValue: String(word)) else { return nil }
    self.init(kind, parts.count > 1 ? String(parts[1]) : "")
  }
}

extension Feature: CustomStringConvertible {
  /// As the lexicon writes it.
  package var description: String { value.isEmpty ? kind.rawValue : kind.rawValue + ":" + value }
}
