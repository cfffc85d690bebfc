/// One performance self-evaluation table (绩效自评表).
package struct PerformanceEvaluation: Sendable, Equatable {
  /// `overall` or `project`.
  package var scope: String
  /// The project's or the unit's name.
  package var name: Field?
  package var supervisingDepartment: Field?
  package var implementingUnit: Field?
  /// The printed unit of the fund rows: `CNY_10K`; nil where none is printed.
  package var unit: Unit?
  package var funds: [FundRow]
  package var goals: [Goal]
  package var indicators: [Indicator]
  package var total: Total?
  /// The table's own place.
  package var source: SourceReference

  package init(
    scope: String, name: Field? = nil, supervisingDepartment: Field? = nil,
    implementingUnit: Field? = nil, unit: Unit? = nil, funds: [FundRow] = [], goals: [Goal] = [],
    indicators: [Indicator] = [], total: Total? = nil, source: SourceReference
  ) {
    self.scope = scope
    self.name = name
    self.supervisingDepartment = supervisingDepartment
    self.implementingUnit = implementingUnit
    self.unit = unit
    self.funds = funds
    self.goals = goals
    self.indicators = indicators
    self.total = total
    self.source = source
  }

  /// A text with its place.
  package struct Field: Sendable, Equatable {
    package var text: String
    package var source: SourceReference
    package init(text: String, source: SourceReference) {
      self.text = text
      self.source = source
    }
  }

  /// A number with its place. `value` is nil where the cell prints a dash or words; the text tells.
  package struct Figure: Sendable, Equatable {
    package var value: Amount?
    package var text: String
    package var source: SourceReference
    package init(value: Amount?, text: String, source: SourceReference) {
      self.value = value
      self.text = text
      self.source = source
    }
  }

  /// A row of funds. A field is nil where the table has no such column or the cell is empty.
  package struct FundRow: Sendable, Equatable {
    /// `total`, `current_year_appropriation`, `other` …; nil where the label is not known.
    package var id: String?
    package var label: Field
    /// By canonical field name: `initialBudget`, `annualBudget`, `executed`, `weight`,
    /// `executionRate`, `score`.
    package var figures: [String: Figure]
    package init(id: String?, label: Field, figures: [String: Figure] = [:]) {
      self.id = id
      self.label = label
      self.figures = figures
    }
  }

  /// What was aimed at and what came of it.
  package struct Goal: Sendable, Equatable {
    package var expected: Field?
    package var actual: Field?
    package init(expected: Field? = nil, actual: Field? = nil) {
      self.expected = expected
      self.actual = actual
    }
  }

  /// A target or result: «>=95%» is comparator «>=», value 95, unit «%».
  package struct Measure: Sendable, Equatable {
    package var text: String
    package var comparator: String?
    package var value: Amount?
    package var unit: String?
    package var source: SourceReference
    package init(
      text: String, comparator: String? = nil, value: Amount? = nil, unit: String? = nil,
      source: SourceReference
    ) {
      self.text = text
      self.comparator = comparator
      self.value = value
      self.unit = unit
      self.source = source
    }
  }

  /// One indicator row. A field is nil where the table has no such column or the cell is empty.
  package struct Indicator: Sendable, Equatable {
    package var level1: Field?
    package var level2: Field?
    package var level3: Field?
    package var weight: Figure?
    package var target: Measure?
    package var actual: Measure?
    package var completionRate: Figure?
    package var score: Figure?
    package var basis: Field?
    package var priorYear: Measure?
    package var scoringRule: Field?
    package var evidence: Field?
    package var deviation: Field?
    package init() {}
  }

  /// The 总分 row.
  package struct Total: Sendable, Equatable {
    package var weight: Figure?
    package var score: Figure?
    package init(weight: Figure? = nil, score: Figure? = nil) {
      self.weight = weight
      self.score = score
    }
  }
}
