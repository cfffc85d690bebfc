package import ValueModel

/// One performance table: targets of a budget (绩效目标表) or a self-evaluation (绩效自评表).
package struct PerformanceEvaluation: Sendable, Equatable {
  /// Whether it is about the whole body or about one project.
  package var scope: PerformanceScope
  /// The project's or the unit's name.
  package var name: Field?
  /// 主管部门.
  package var supervisingDepartment: Field?
  /// 实施单位.
  package var implementingUnit: Field?
  /// The printed unit of the fund rows: `CNY_10K`; nil where none is printed.
  package var unit: Unit?
  /// The rows of funds, in their order.
  package var funds: [FundRow]
  /// What was aimed at and reached.
  package var goals: [Goal]
  /// The rows of indicators, in their order.
  package var indicators: [Indicator]
  /// The row 总分; nil where there is none.
  package var total: Total?
  /// The table's own place.
  package var source: SourceReference

  /// A table that holds no more than what is given.
  package init(
    scope: PerformanceScope, name: Field? = nil, supervisingDepartment: Field? = nil,
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
    /// As printed.
    package var text: String
    /// Where it stands.
    package var source: SourceReference
    /// A text at its place.
    package init(text: String, source: SourceReference) {
      self.text = text
      self.source = source
    }
  }

  /// A number with its place. `value` is nil where the cell prints a dash or words; the text tells.
  package struct Figure: Sendable, Equatable {
    /// The number; nil where a dash or words are printed.
    package var value: Amount?
    /// As printed.
    package var text: String
    /// Where it stands.
    package var source: SourceReference
    /// A number at its place.
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
    /// The label as printed.
    package var label: Field
    /// What its cells hold.
    package var figures: [FundField: Figure]
    /// A row of these figures.
    package init(id: String?, label: Field, figures: [FundField: Figure] = [:]) {
      self.id = id
      self.label = label
      self.figures = figures
    }
  }

  /// A column of the rows of funds; the raw value is what the output and mapping files call it.
  package enum FundField: String, Sendable, CaseIterable {
    /// 年初预算数.
    case initialBudget
    /// 全年预算数.
    case annualBudget
    /// 全年执行数.
    case executed
    /// 分值.
    case weight
    /// 执行率, in percent.
    case executionRate
    /// 得分.
    case score
  }

  /// A field above the bands of the table; the raw value is what the output and mapping files call it.
  package enum HeadField: String, Sendable, CaseIterable {
    case name, supervisingDepartment, implementingUnit
  }

  /// A column of the rows of indicators; the raw value is what the output and mapping files call it.
  package enum IndicatorField: String, Sendable, CaseIterable {
    case level1, level2, level3, weight, target, actual, completionRate, score, basis, priorYear
    case scoringRule, evidence, deviation
    /// «≥» and «万元» in columns of their own: they become the target's comparator and unit.
    case comparator, unit
  }

  /// What was aimed at and what came of it.
  package struct Goal: Sendable, Equatable {
    /// 预期目标.
    package var expected: Field?
    /// 实际完成情况.
    package var actual: Field?
    /// A goal; either may be missing.
    package init(expected: Field? = nil, actual: Field? = nil) {
      self.expected = expected
      self.actual = actual
    }
  }

  /// A target or result: «>=95%» is comparator «>=», value 95, unit «%».
  package struct Measure: Sendable, Equatable {
    /// As printed.
    package var text: String
    /// `=`, `>=`, `<=`, `>` or `<`; nil where none is printed.
    package var comparator: String?
    /// The number; nil where there is none.
    package var value: Amount?
    /// The unit as printed; nil where there is none.
    package var unit: String?
    /// Where it stands.
    package var source: SourceReference
    /// A measure; what is left out is not printed.
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
    /// 一级指标.
    package var level1: Field?
    /// 二级指标.
    package var level2: Field?
    /// 三级指标.
    package var level3: Field?
    /// 分值 or 权重.
    package var weight: Figure?
    /// 年度指标值.
    package var target: Measure?
    /// 实际完成值.
    package var actual: Measure?
    /// 完成率, in percent.
    package var completionRate: Figure?
    /// 得分.
    package var score: Figure?
    /// 指标值设定依据.
    package var basis: Field?
    /// 上年完成值.
    package var priorYear: Measure?
    /// 赋分规则.
    package var scoringRule: Field?
    /// 佐证资料.
    package var evidence: Field?
    /// 偏差原因分析及改进措施.
    package var deviation: Field?
    /// A row without any cell.
    package init() {}
  }

  /// The 总分 row.
  package struct Total: Sendable, Equatable {
    /// The sum of the weights.
    package var weight: Figure?
    /// The sum of the scores.
    package var score: Figure?
    /// A row of these sums.
    package init(weight: Figure? = nil, score: Figure? = nil) {
      self.weight = weight
      self.score = score
    }
  }
}
